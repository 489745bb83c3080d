"""The pages of a book in pairs on sheets for a printer at home, to fold and stitch 面付け.

Colours stay those of the screen: what prints at home makes inks of them by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from fontTools.misc.transform import Transform

from ..epub.modified import said_moment
from ..frames.drawing import Drawing, Group, Pattern, Text
from ..frames.frame import BookPage
from ..messages import Message
from ..settings import UNKNOWN, Settings
from ..writers.fonts import Load
from ..writers.pdfx import AboutPrint
from ..writers.printed import Box, Part, PrintPage, write_print
from .boxes import MM
from .imposition import LEAF, pairs
from .inks import OF_TAGS
from .pages import PT

#: Papers of printers at home, across and upright, in mm.
_PAPERS = {'A4': (297, 210), 'B4': (364, 257), 'A3': (420, 297)}

#: How far pages may be larger than a paper and still go on it, in mm.
_SLACK = 0.5

#: How long the lines are that say where to cut and fold, and how far from the page, in mm.
_LENGTH, _GAP, _LINE = 4, 1, 0.3

#: More sheets than these no stapler takes.
_MOST = 15


@dataclass(frozen=True)
class BuiltBooklet:
    """A finished PDF: its bytes, how many ``sheets`` of which ``paper``, what to warn of."""

    content: bytes
    sheets: int
    paper: str
    warnings: tuple[Message, ...]


def build_booklet(settings: Settings, pages: Sequence[BookPage], load: Load) -> BuiltBooklet:
    """The PDF of ``pages`` (``BookPage``) in pairs; ``load`` is as in ``write_book``.

    The same input gives the same bytes.
    """
    first = pages[0].paper
    width, height = first.width * PT, first.height * PT
    paper, size = _paper(2 * width / MM, height / MM)
    left, bottom = (size[0] * MM - 2 * width) / 2, (size[1] * MM - height) / 2
    # A book bound on the right begins on a left page.
    slots: list[BookPage | None] = [*[None] * (pages[0].side == 'right'), *pages]
    slots += [None] * (-len(slots) % LEAF)
    around = Part(_lines(left, bottom, 2 * width, height))
    sides = []
    for pair in pairs(len(slots)):
        parts = [
            part
            for number, x in zip(pair, (left, left + width))
            if (page := slots[number - 1])
            for part in _parts(page, x, bottom, (x, bottom, x + width, bottom + height))
        ]
        sides.append(_side(size, (left, bottom, left + 2 * width, bottom + height), parts, around))
    about = AboutPrint(
        settings.title,
        tuple(creator.name for creator in settings.creators),
        settings.identifier.encode(),
        said_moment(settings) or UNKNOWN,
    )
    sheets = len(sides) // 2
    warnings = []
    if sheets > _MOST:
        warnings.append(
            Message(
                '{sheets} sheets are more than a stapler takes; fold and sew them in parts',
                sheets=sheets,
            )
        )
    content = write_print(sides, about, load, right_to_left=False)
    return BuiltBooklet(content, sheets, paper, tuple(warnings))


def _paper(width: float, height: float) -> tuple[str, tuple[float, float]]:
    """The smallest of ``_PAPERS`` for ``width`` × ``height`` mm, and its size; else its like."""
    for name, (across, up) in _PAPERS.items():
        if width <= across + _SLACK and height <= up + _SLACK:
            return name, (across, up)
    return f'{width:g} × {height:g} mm', (width, height)


def _side(size: tuple[float, float], trim: Box, parts: list[Part], around: Part) -> PrintPage:
    media = 0, 0, size[0] * MM, size[1] * MM
    within = (
        max(trim[0], 0),
        max(trim[1], 0),
        min(trim[2], media[2]),
        min(trim[3], media[3]),
    )
    return PrintPage(media, within, within, [*parts, around])


def _parts(page: BookPage, x: float, y: float, clip: Box) -> list[Part]:
    """What draws ``page`` with its lower left corner at ``x``, ``y`` (pt)."""
    paper = page.paper
    base = Transform(PT, 0, 0, -PT, x, y + paper.height * PT)
    turned = base.transform(paper.turn)
    return [
        Part(_untagged(drawing), fonts, matrix, clip)
        for drawing, fonts, matrix in (
            (paper.before, page.fonts, base),
            (page.frame.drawn(), page.segment.fonts, turned),
            (paper.after, page.fonts, base),
        )
        if drawing
    ]


def _untagged(drawing: Drawing) -> Drawing:
    """``drawing`` without what tags need."""
    return [
        _without_mark(item) for item in drawing if type(item) is Text or item[0] not in OF_TAGS
    ]


def _without_mark(item: Any) -> Any:
    if type(item) is Text:
        return replace(item, mark=None)
    last = item[-1]
    if type(last) in (Group, Pattern):
        return (*item[:-1], replace(last, drawing=_untagged(last.drawing)))
    return item


def _lines(left: float, bottom: float, width: float, height: float) -> Drawing:
    """Where to cut and where to fold, as far as there is paper for it."""
    right, top, middle = left + width, bottom + height, left + width / 2
    near, far = _GAP * MM, (_GAP + _LENGTH) * MM
    ends = []
    if bottom > far:
        for x in (left, middle, right):
            ends += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    if left > far:
        for y in (bottom, top):
            ends += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    drawn = [
        operator
        for x, y, to_x, to_y in ends
        for operator in (('m', x, y), ('l', to_x, to_y), ('S',))
    ]
    return [('G', 0), ('w', _LINE), *drawn]
