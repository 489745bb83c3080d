"""Which notation a seed is written in."""

from pathlib import Path
from typing import Literal

from .aozora import is_aozora
from .bbcode import is_bbcode
from .markdown import is_written_in_markdown

Notation = Literal['plain', 'markdown', 'aozora']

#: The endings of the names of pages.
HTML = frozenset(('.html', '.htm', '.xhtml'))


def notation_of(path, text):
    """``markdown`` by the name of the file or by its marks, ``aozora`` by its own, or ``plain``.

    Pages and BBCode are read as Markdown.
    """
    if is_markdown(path) or is_html(path):
        return 'markdown'
    if is_aozora(text):
        return 'aozora'
    return 'markdown' if is_bbcode(text) or is_written_in_markdown(text) else 'plain'


def is_markdown(path):
    """Whether the file is Markdown by its name."""
    return Path(path).suffix.lower() == '.md'


def is_html(path):
    """Whether the file is a page by its name."""
    return Path(path).suffix.lower() in HTML
