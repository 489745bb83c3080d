"""Which notation a seed is written in."""

from pathlib import Path
from typing import Literal

from .aozora import is_aozora

Notation = Literal['plain', 'markdown', 'aozora']

#: The endings of the names of pages.
HTML = frozenset(('.html', '.htm', '.xhtml'))


def notation_of(path, text):
    """``markdown`` by the name of the file, ``aozora`` by its own marks, or ``plain``.

    Pages are read as Markdown.
    """
    if is_markdown(path) or is_html(path):
        return 'markdown'
    return 'aozora' if is_aozora(text) else 'plain'


def is_markdown(path):
    """Whether the file is Markdown by its name."""
    return Path(path).suffix.lower() == '.md'


def is_html(path):
    """Whether the file is a page by its name."""
    return Path(path).suffix.lower() in HTML
