"""Detects the notation of a seed and reads a line of it as runs."""

import re
from pathlib import Path
from typing import Literal

from . import aozora, novel
from .bbcode import is_bbcode
from .markdown import is_written_in_markdown

Notation = Literal['plain', 'novel', 'markdown', 'aozora']

#: The endings of the names of documents of Word and of EPUBs.
ARCHIVES = frozenset(('.docx', '.epub'))

#: The endings of the names of pages.
HTML = frozenset(('.html', '.htm', '.xhtml'))
# Source that was saved under another name (HTML Standard §13.1.1).
_PAGE = re.compile(
    r'\ufeff?\s*(?:<\?xml\b[^<>]*>\s*)?(?:<!DOCTYPE\s+html\b|<html[\s>])', re.IGNORECASE
)
#: The notations that know no wrapped lines: where one ends, a paragraph may go on.
LINE_BY_LINE = frozenset(('plain', 'novel'))
_RUNS_OF = {'aozora': aozora.runs_of, 'novel': novel.runs_of}


def notation_of(path: Path, text: str) -> Notation:
    """``markdown`` by the name of the file or by its marks, the others by theirs, or ``plain``.

    Pages and BBCode are read as Markdown.
    """
    if is_markdown(path) or is_html(path, text):
        return 'markdown'
    if aozora.is_aozora(text):
        return 'aozora'
    if is_bbcode(text) or is_written_in_markdown(text):
        return 'markdown'
    return 'novel' if novel.is_novel(text) else 'plain'


def runs_of(line: str, notation: str) -> list[aozora.Run]:
    """The ``Run``s of ``line``; in a notation without ruby it is one."""
    return _RUNS_OF.get(notation, _one_run)(line)


def plain_text(line: str, notation: str) -> str:
    """The text of ``line`` without readings and marks of emphasis; Markdown stays as it is."""
    return ''.join(run.text for run in runs_of(line, notation))


def is_markdown(path: Path) -> bool:
    """Whether the file is Markdown by its name, or of Word or an EPUB, which are read as such."""
    return Path(path).suffix.lower() in ('.md', *ARCHIVES)


def is_html(path: Path, text: str) -> bool:
    """Whether the file is a page, by its name or because ``text`` begins as one."""
    return Path(path).suffix.lower() in HTML or bool(_PAGE.match(text))


def _one_run(line: str) -> list[aozora.Run]:
    return [aozora.Run(line)]
