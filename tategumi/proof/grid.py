"""Where the squares of the kihon-hanmen stand on the paper (JLReq §2.4)."""

from typing import TypeAlias

from ..page.papers import Page

_PT = 72 / 25.4

#: ``(left, top, right, bottom)`` in pt from the paper's upper left corner.
Rectangle: TypeAlias = tuple[float, float, float, float]


def columns(page: Page, side: str) -> list[list[Rectangle]]:
    """The line columns of a ``Page``, the first line first, each a list of its squares.

    ``side`` is ``left`` or ``right``: in a book bound on the right the gutter of
    a left page is at its right.
    """
    size, head = page.character_size, page.head * _PT
    gutter = page.gutter * _PT
    edge = page.width * _PT - gutter if side == 'left' else gutter + page.extent
    return [
        [
            _square(edge - line * page.pitch - size, head + number * size, size)
            for number in range(page.characters)
        ]
        for line in range(page.lines)
    ]


def _square(left: float, top: float, size: float) -> Rectangle:
    return left, top, left + size, top + size
