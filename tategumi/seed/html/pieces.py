"""Cuts HTML source into pieces; joined, they are the source."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from .cutter import Cutter
from .piece import Element, Piece
from .tokens import tokens_of

# What is in them is not printed, or not text.
_SILENT = frozenset(
    """
    audio canvas iframe math noscript object script select style svg template textarea
    video""".split()
)


def pieces_of(text: str, pictures: Mapping[str, str] | None = None) -> list[Piece]:
    """The ``Piece``s of HTML ``text``, in order; every character is in one.

    ``pictures`` is what ``seed.pictures_beside`` finds. Of other pictures
    their words are left. Links lead to web pages, mailboxes and heads of the page.
    """
    return pieces_and_elements(text, pictures)[0]


def pieces_and_elements(
    text: str, pictures: Mapping[str, str] | None = None
) -> tuple[list[Piece], list[Element]]:
    """``pieces_of`` the page, and the ``Element``s that their containers are numbers of."""
    tokens = list(tokens_of(text))
    silent = _SILENT
    while True:
        cutter = Cutter(text, tokens, silent, pictures or {})
        unclosed = cutter.cut()
        # What is never closed would silence the rest of the page.
        if unclosed not in silent:
            return cutter.pieces_with_links(), cutter.elements
        silent = silent - {unclosed}


def line_and_column(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """``(line, column)``, both from 1, of each offset in ``places``.

    A carriage return, a line feed or both end a line.
    """
    starts = [0, *(match.end() for match in re.finditer('\r\n|\r|\n', text))]
    positions = []
    for place in places:
        line = bisect_right(starts, place)
        positions.append((line, place - starts[line - 1] + 1))
    return positions
