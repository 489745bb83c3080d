"""Finds the lines that the manuscript sets short: 字上げ and 字詰め."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from ..errors import BadInput
from ..manuscript import read_chapters
from ..markup import Element, MarkedChapter, local_name, mark_up
from ..page.papers import Page
from ..settings import Settings

_MARK = re.compile(r'^ *\{:.*(?:line-end|line-length)-', re.M)
_SHORT = re.compile('(raised|line-length)-([0-9]+)')

#: pt by which a line may miss the place where it is to end.
_SAME_PLACE = 0.1


def short_lines(settings: Settings, frame: Page) -> Callable[[str, float], bool]:
    """``is_short(text, raised)``: whether a line of that text is to end so many pt early.

    It is where a paragraph of the manuscript has that text, and says so: 字上げ or 字詰め.
    Without a manuscript none is. ``frame`` is the ``Page`` of the book.
    """
    try:
        paragraphs = [
            paragraph
            for chapter in read_chapters(settings)
            if _MARK.search(chapter.text)
            for paragraph in _paragraphs(mark_up(chapter, settings), frame.characters)
        ]
    except BadInput:
        paragraphs = []

    def is_short(text: str, raised: float) -> bool:
        text = _letters(text)
        return any(
            abs(raised - characters * frame.character_size) <= _SAME_PLACE and text in whole
            for characters, whole in paragraphs
        )

    return is_short


def _paragraphs(chapter: MarkedChapter, measure: int) -> Iterator[tuple[int, str]]:
    """``(characters before the line end, letters)`` of the paragraphs that say the first."""
    for paragraph in chapter.section.iter('{*}p'):
        classes = ' '.join(node.get('class', '') for node in (paragraph, paragraph.getparent()))
        for kind, figure in _SHORT.findall(classes):
            raised = int(figure) if kind == 'raised' else measure - int(figure)
            yield raised, _letters(''.join(_read(paragraph)))


def _read(node: Element) -> Iterator[str]:
    """The text in ``node`` but for the readings of ruby."""
    if local_name(node) != 'rt':
        yield node.text or ''
        for child in node:
            yield from _read(child)
            yield child.tail or ''


def _letters(text: str) -> str:
    """Of ``text`` what setting it does not change."""
    return ''.join(filter(str.isalnum, unicodedata.normalize('NFKC', text)))
