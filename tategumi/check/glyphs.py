"""Reads the glyphs of a finished PDF and their positions on the paper.

Nothing here knows how the press set the page; it sees what a viewer sees.
"""

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from .tags import Block, blocks

#: A glyph smaller than this share of the page's usual size is ruby.
_RUBY = 0.55

#: What a hyphen that divides a word at a line end is copied as, and how a PDF says so
#: (PDF 32000-1, 14.8.2.2.3).
SOFT_HYPHEN = '\u00ad'
_SPOKEN_HYPHEN = codecs.BOM_UTF16_BE + SOFT_HYPHEN.encode('utf-16-be')

#: Glyphs of one line are not farther apart across it than this share of their size:
#: the two small lines of warichu touch.
_ACROSS = 1.1


@dataclass(frozen=True)
class Glyph:
    """One character as drawn. Lengths in pt, from the foot of the trimmed page up.

    ``mode`` is ``vertical`` (upright in a vertical font), ``sideways`` (turned a
    quarter clockwise) or ``horizontal`` (tate-chu-yoko, running heads, folios).
    ``axis`` is the x along which its line runs down, ``top`` and ``bottom`` its
    extent along the line; for a horizontal glyph ``axis`` is its left edge and
    ``top`` its baseline. ``block`` tells apart what is broken into lines by itself
    (a paragraph, a heading), where the PDF says so; ``is_code`` what is of a program.
    """

    character: str
    mode: str
    size: float
    axis: float
    top: float
    bottom: float
    block: int | None = None
    is_code: bool = False


def read_pages(content: bytes) -> list[list[Glyph]]:
    """The glyphs of every page of a PDF (``bytes``), in the order they are drawn.

    Returns a list of lists of ``Glyph``.
    """
    document = PDFDocument(PDFParser(BytesIO(content)))
    manager = PDFResourceManager()
    device = _GlyphDevice(manager, blocks(document))
    interpreter = PDFPageInterpreter(manager, device)
    pages = []
    for page in PDFPage.create_pages(document):
        device.begin(page.pageid, _trimmed(page))
        interpreter.process_page(page)
        pages.append(device.glyphs)
    return pages


def _trimmed(page: PDFPage) -> tuple[float, float]:
    """Where on the medium of ``page`` the paper begins, in pt: beyond it is bleed."""
    left, foot = resolve1(page.attrs.get('TrimBox', page.mediabox))[:2]
    return resolve1(left) - page.mediabox[0], resolve1(foot) - page.mediabox[1]


class _GlyphDevice(PDFTextDevice):
    def __init__(self, manager: PDFResourceManager, blocks: dict[tuple[Any, Any], Block]) -> None:
        super().__init__(manager)
        self.blocks = blocks
        self.begin(None)

    def begin(self, page: Any, origin: tuple[float, float] = (0, 0)) -> None:
        """Go on with the page of that id, whose paper begins at ``origin`` of the medium."""
        self.page, self.origin = page, origin
        self.glyphs: list[Glyph] = []
        self.marked: list[Block] = []
        self.is_hyphen = False

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        told = props if isinstance(props, dict) else {}
        outer = self.marked[-1] if self.marked else Block()
        self.marked.append(self.blocks.get((self.page, told.get('MCID')), outer))
        self.is_hyphen = told.get('ActualText') == _SPOKEN_HYPHEN

    def end_tag(self) -> None:
        self.marked.pop()
        self.is_hyphen = False

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        a, b, c, d, x, y = matrix
        x, y = x - self.origin[0], y - self.origin[1]
        advance = font.char_width(cid) * fontsize * scaling
        size = fontsize * max(abs(a), abs(b))
        length = abs(advance) * max(abs(a), abs(b))
        if font.is_vertical():
            mode, axis, top, bottom = 'vertical', x, y, y - length
        elif abs(b) > abs(a):
            # Half of a square less the depth below the baseline, as most fonts have it.
            mode, axis, top, bottom = 'sideways', x + 0.38 * size, y, y - length
        else:
            # Of tate-chu-yoko the breadth may be squeezed.
            size = fontsize * max(abs(c), abs(d))
            mode, axis, top, bottom = 'horizontal', x, y, y
        block = self.marked[-1] if self.marked else Block()
        character = SOFT_HYPHEN if self.is_hyphen else font.to_unichr(cid)
        self.glyphs.append(Glyph(character, mode, size, axis, top, bottom, *block))
        return advance


def vertical_lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The lines of one page, each its glyphs from head to end, in reading order.

    Running heads, folios and ruby are left out; tate-chu-yoko stays in its line.
    """
    head = max((glyph.top for glyph in glyphs if glyph.mode == 'vertical'), default=0)
    body = [glyph for glyph in glyphs if glyph.mode != 'horizontal' or glyph.top <= head]
    smallest = _RUBY * median(glyph.size for glyph in body) if body else 0
    lines: list[list[Glyph]] = []
    for glyph in body:
        if glyph.size < smallest:
            continue
        if not lines or _begins_line(glyph, lines[-1][-1]):
            lines.append([])
        lines[-1].append(glyph)
    return lines


def _begins_line(glyph: Glyph, before: Glyph) -> bool:
    if glyph.mode == before.mode == 'horizontal' and abs(glyph.top - before.top) < 0.01:
        return False
    across = abs(glyph.axis - before.axis)
    if 'horizontal' not in (glyph.mode, before.mode) and across > glyph.size / 2:
        # The second small line of warichu begins beside the head of the first.
        return across > max(glyph.size, before.size) * _ACROSS
    # A bracket's em square may reach back over the whole of the one before it.
    return glyph.top > before.bottom + max(glyph.size, before.size) * 1.3


def text_of(pages: Iterable[Sequence[Glyph]]) -> str:
    """The text of the pages in reading order, without running heads, folios and ruby.

    Nor with the hyphens of words divided at a line end.
    """
    return ''.join(_text(line) for page in pages for line in vertical_lines(page))


def _text(line: Sequence[Glyph]) -> str:
    return ''.join(glyph.character for glyph in line if glyph.character != SOFT_HYPHEN)
