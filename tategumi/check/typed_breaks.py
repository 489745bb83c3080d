"""Finds lines that end because the manuscript breaks them: ``<br>``, and lines of an editor."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from ..errors import BadInput
from ..manuscript import read_chapters
from ..markup import Element, local_name, mark_up
from ..settings import Settings

_BLOCKS = frozenset('p li dd dt td th figcaption h1 h2 h3 h4 h5 h6'.split())
#: So many characters on either side tell one break from another.
_BESIDE = 6


def typed_breaks(settings: Settings) -> Callable[[str, str], bool]:
    """``is_typed(before, after)``: whether the manuscript breaks a line between two such lines.

    The manuscript is read when it is asked for first. Without one, no line is.
    """

    @cache
    def breaks() -> list[tuple[str, str]]:
        try:
            chapters = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
        except BadInput:
            return []
        return [pair for chapter in chapters for pair in _breaks_in(chapter.section)]

    def is_typed(before: str, after: str) -> bool:
        end, head = _plain(before)[-_BESIDE:], _plain(after)[:_BESIDE]
        return any(
            (one.endswith(end) or one and end.endswith(one)) and other.startswith(head)
            for one, other in breaks()
        )

    return is_typed


def _breaks_in(section: Element) -> Iterator[tuple[str, str]]:
    """The texts before and after each break."""
    for block in section.iter():
        if local_name(block) in _BLOCKS and block.find('.//{*}br') is not None:
            lines = [_plain(line) for line in ''.join(_read(block)).split('\n')]
            yield from zip(lines, lines[1:])


def _read(node: Element) -> Iterator[str]:
    """The text in ``node`` without the readings of ruby, each break of a line as one."""
    if local_name(node) == 'br':
        yield '\n'
    elif local_name(node) != 'rt':
        yield (node.text or '').replace('\n', ' ')
        for child in node:
            yield from _read(child)
            yield (child.tail or '').replace('\n', ' ')


def _plain(text: str) -> str:
    return ''.join(unicodedata.normalize('NFKC', text).split())
