"""The pages of a book on the paper of a printer."""

from collections.abc import Iterator, Sequence
from typing import Any

from fontTools.misc.transform import Transform

from ..frames.drawing import Drawing
from ..frames.frame import BookPage, Paper
from ..settings import Print
from ..writers.lettering import Lettering
from ..writers.printed import Part, PrintPage
from .boxes import MM, Sheet
from .folios import has_folio, hidden_folio
from .inks import InkSetter
from .marks import marks

#: pt a px.
PT = 0.75


def print_pages(
    pages: Sequence[BookPage], asked: Print, setter: InkSetter, lettering: Lettering
) -> list[PrintPage]:
    """``pages`` (``BookPage``) as ``PrintPage``s, as ``asked``, blank ones at the end.

    ``setter`` (``InkSetter``) makes inks of them, ``lettering`` sets folios in the gutter.
    The first is on the left: a book bound on the right begins there.
    """
    paper = pages[0].paper
    sheet = Sheet(paper.width * PT, paper.height * PT, asked.bleed * MM, asked.marks == 'crop')
    setter.report.sheet = sheet
    drawn: list[tuple[list[Part], bool]] = [([], False)] * (pages[0].side == 'right')
    for number, page in enumerate(pages, len(drawn) + 1):
        setter.report.page = number
        drawn.append(([*page_parts(page, sheet, setter)], has_folio(page)))
    drawn += [([], False)] * (-len(drawn) % asked.signature)
    around = Part(marks(sheet, in_black=not setter.is_coloured))
    return [
        PrintPage(
            sheet.media,
            sheet.bleed_box,
            sheet.trim,
            [*parts, *_folio(number, is_told, asked, sheet, lettering), around],
        )
        for number, (parts, is_told) in enumerate(drawn, 1)
    ]


def page_count(pages: Sequence[BookPage], asked: Print) -> int:
    """How many pages ``print_pages`` makes of ``pages``."""
    count = len(pages) + (pages[0].side == 'right')
    return count + -count % asked.signature


def page_parts(page: BookPage, sheet: Sheet, setter: InkSetter) -> Iterator[Part]:
    """What draws ``page`` (``BookPage``) on ``sheet``, in inks."""
    paper = page.paper
    base = to_sheet(paper, sheet)
    turned = base.transform(paper.turn)
    before = with_bleed(paper, sheet.bleed / PT)
    for drawing, fonts, matrix in (
        (before, page.fonts, base),
        (page.frame.drawn(), page.segment.fonts, turned),
        (paper.after, page.fonts, base),
    ):
        if drawing:
            yield Part(setter.set(drawing, matrix), fonts, matrix, sheet.bleed_box)


def to_sheet(paper: Paper, sheet: Sheet) -> Transform:
    """From the space of ``paper`` (px, y down) to that of ``sheet`` (pt, y up)."""
    around = sheet.around
    return Transform(PT, 0, 0, -PT, around, around + paper.height * PT)


def with_bleed(paper: Paper, bleed: float) -> Drawing:
    """The background of ``paper``; what covers it all goes on over the bleed (px)."""
    further = 're', -bleed, -bleed, paper.width + 2 * bleed, paper.height + 2 * bleed
    return [
        further if type(item) is tuple and item[0] == 're' and _covers(item, paper) else item
        for item in paper.ground
    ]


def _covers(rectangle: tuple[Any, ...], paper: Paper) -> bool:
    """Does ``rectangle`` (of the operator ``re``) hold all of ``paper``?"""
    _, x, y, width, height = rectangle
    return bool(x <= 0 and y <= 0 and x + width >= paper.width and y + height >= paper.height)


def _folio(
    number: int, is_told: bool, asked: Print, sheet: Sheet, lettering: Lettering
) -> Iterator[Part]:
    if asked.hidden_folios == 'none' or asked.hidden_folios == 'auto' and is_told:
        return
    side = 'left' if number % 2 else 'right'
    text = hidden_folio(number, side, sheet.width, lettering)
    around = sheet.around
    yield Part([text], [lettering.use], (1, 0, 0, 1, around, around))
