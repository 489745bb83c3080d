"""Printer's marks トンボ, as Japanese printers draw them.

In each corner two angles cross: the lines of the one go on where the page is trimmed, those of
the other where its bleed ends, and none comes nearer to the page than the bleed does. In the
middle of each side a cross tells how inks and folds lie (センタートンボ). On the cover there are
marks of folds 折トンボ as well.
"""

from collections.abc import Iterable

from ..frames.drawing import Drawing
from ..writers.resources import REGISTRATION
from .boxes import MARK_LENGTH, MM, Sheet

#: In pt, as wide as a hair.
_LINE = 0.3

#: From the bleed to the bar of a cross, and half the bar, in mm.
_BAR, _HALF_BAR = 4, 9

#: Before the bleed no mark of the middle begins, in mm.
_GAP = 1


def marks(sheet: Sheet, in_black: bool, folds: Iterable[float] = ()) -> Drawing:
    """The marks around ``sheet`` (``Sheet``), in black alone or in all inks.

    ``folds`` are their places from the left edge of the trimmed page (pt). Nothing where the
    sheet has no marks.
    """
    if not sheet.has_marks:
        return []
    left, bottom, right, top = sheet.trim
    lines = [
        line
        for x, outwards in ((left, -1), (right, 1))
        for y, upwards in ((bottom, -1), (top, 1))
        for line in _corner(x, y, outwards, upwards, sheet.bleed)
    ]
    start, bar, half = sheet.bleed + _GAP * MM, sheet.bleed + _BAR * MM, _HALF_BAR * MM
    end = sheet.bleed + MARK_LENGTH * MM
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    for x, outwards in ((left, -1), (right, 1)):
        at = x + outwards * bar
        lines.append([(x + outwards * start, middle_y), (x + outwards * end, middle_y)])
        lines.append([(at, middle_y - half), (at, middle_y + half)])
    for y, upwards in ((bottom, -1), (top, 1)):
        at = y + upwards * bar
        lines.append([(middle_x, y + upwards * start), (middle_x, y + upwards * end)])
        lines.append([(middle_x - half, at), (middle_x + half, at)])
        lines += [
            [(left + fold, y + upwards * start), (left + fold, y + upwards * end)]
            for fold in folds
        ]
    return [*_pen(in_black), *(part for line in lines for part in _stroke(line))]


def _corner(
    x: float, y: float, outwards: int, upwards: int, bleed: float
) -> list[list[tuple[float, float]]]:
    """The two angles of the corner ``x``, ``y`` of the trimmed page."""
    far = bleed + MARK_LENGTH * MM
    out, up = x + outwards * bleed, y + upwards * bleed
    return [
        [(x + outwards * far, up), (x, up), (x, y + upwards * far)],
        [(out, y + upwards * far), (out, y), (x + outwards * far, y)],
    ]


def _pen(in_black: bool) -> Drawing:
    colour: Drawing = [('G', 0)] if in_black else [('CS', REGISTRATION), ('SCN', 1)]
    return [*colour, ('w', _LINE), ('J', 0), ('j', 0)]


def _stroke(points: list[tuple[float, float]]) -> Drawing:
    first, *others = points
    return [('m', *first), *(('l', *point) for point in others), ('S',)]
