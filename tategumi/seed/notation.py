"""Which notation a seed is written in."""

from pathlib import Path
from typing import Literal

from .aozora import is_aozora

Notation = Literal['plain', 'markdown', 'aozora']


def notation_of(path, text):
    """``markdown`` by the name of the file, ``aozora`` by its own marks, or ``plain``."""
    if Path(path).suffix.lower() == '.md':
        return 'markdown'
    return 'aozora' if is_aozora(text) else 'plain'
