"""Side lines 傍線: CSS text decoration of vertical text (CSS Text Decoration 4 §2).

An underline stands on the right of the line, as Japanese has it, or where
``text-underline-position`` says ``left``; an overline on the right too, or
opposite the underline of the same text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import add, sub
from typing import Any

from weasyprint.draw.border import draw_line
from weasyprint.draw.color import get_color
from weasyprint.layout.percent import percentage

from .properties import keywords

#: How thick a side line is of itself, and between it and the text, in em.
_THICKNESS = {'double': 0.15, 'dotted': 0.07, 'wavy': 0.06}
_THIN = 0.04
_GAP = 0.06

#: How far across a wavy line is, in times its thickness.
_WAVE = 3


@dataclass(frozen=True)
class SideLine:
    """A stroke from ``start`` to ``end`` along the line, at ``middle`` across it (px).

    ``thickness``, ``style`` and ``color`` are CSS's.
    """

    start: float
    end: float
    middle: float
    thickness: float
    style: str
    color: object

    def draw(self, stream: Any) -> None:
        """Draw the stroke in the page's logical space."""
        draw_line(
            stream,
            self.start,
            self.middle,
            self.end,
            self.middle,
            self.thickness,
            self.style,
            self.color,
        )


def is_lined(style: Any) -> bool:
    """Has text under ``style`` a line beside or through it?"""
    return style['text_decoration_line'] != 'none'


def reach(style: Any, side: str = 'right') -> float:
    """How far the side line of text under ``style`` reaches out on ``side`` (px).

    What else stands on the right, ruby and bouten, is outside of it.
    """
    if side not in _sides(style):
        return 0
    size = style['font_size']
    return _gap(style, size) + _breadth(style, size) + _THIN * size


def side_lines(stretches: Iterable[tuple[Any, float, float, float, float]]) -> list[SideLine]:
    """The ``SideLine``s of one line.

    ``stretches`` are ``(style, start, end, middle, breadth)`` in order (px): where each
    stretch of the line begins and ends along it, where its middle is across it, and how broad
    it is. One side line runs on through all stretches that follow one another and have it.
    """
    lines: list[SideLine] = []
    for key, group in groupby(stretches, key=lambda stretch: _key(stretch[0])):
        if key is None:
            continue
        styles, starts, ends, middles, breadths = zip(*group)
        style, halves = styles[0], [breadth / 2 for breadth in breadths]
        size = max(style['font_size'] for style in styles)
        thickness = _thickness(style, size)
        out = _gap(style, size) + _breadth(style, size) / 2
        places = {
            'right': min(map(sub, middles, halves)) - out,
            'left': max(map(add, middles, halves)) + out,
            'through': (min(middles) + max(middles)) / 2,
        }
        lines += [
            SideLine(
                min(starts),
                max(ends),
                places[side],
                thickness,
                style['text_decoration_style'],
                get_color(style, 'text_decoration_color'),
            )
            for side in sorted(_sides(style))
        ]
    return lines


def _key(style: Any) -> tuple[Any, ...] | None:
    if not is_lined(style):
        return None
    return (
        frozenset(_sides(style)),
        style['text_decoration_style'],
        get_color(style, 'text_decoration_color'),
        style['text_decoration_thickness'],
        style['text_underline_offset'],
    )


def _sides(style: Any) -> set[str]:
    lines = style['text_decoration_line']
    if lines == 'none':
        return set()
    under = 'left' if 'left' in keywords(style, 'text-underline-position') else 'right'
    sides = set()
    if 'underline' in lines:
        sides.add(under)
    if 'overline' in lines:
        sides.add('left' if 'underline' in lines and under == 'right' else 'right')
    if 'line-through' in lines:
        sides.add('through')
    return sides


def _thickness(style: Any, size: float) -> float:
    thickness = style['text_decoration_thickness']
    if thickness in ('auto', 'from-font'):
        return _THICKNESS.get(style['text_decoration_style'], _THIN) * size
    return percentage(thickness, style, size)


def _breadth(style: Any, size: float) -> float:
    waves = _WAVE if style['text_decoration_style'] == 'wavy' else 1
    return waves * _thickness(style, size)


def _gap(style: Any, size: float) -> float:
    offset = style['text_underline_offset']
    return _GAP * size if offset == 'auto' else percentage(offset, style, size)
