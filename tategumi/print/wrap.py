"""The cover of a book as one flat sheet: flap, front, spine, back, flap; and the band around it.

It lies with its outside up. A book bound on the right has its front on the left of the spine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Transform

from ..cover import typeset
from ..cover.typeset import IN_INKS, Drawn, html_page, sheets_of
from ..document.book import cover as cover_section
from ..errors import BadSettings
from ..frames.frame import FontUse
from ..markup import fragment, line_apart
from ..messages import Message
from ..page.kihon_hanmen import page_of
from ..settings import Settings, place_of
from ..sheets.files import named_files
from ..writers.fonts import Load
from ..writers.lettering import Lettering
from ..writers.printed import Box, Part, PrintPage, write_print
from .barcode import FROM_HEAD, FROM_SPINE, bar_codes
from .boxes import MM, Sheet
from .build import about_print, icc_of, ink_setter, refuse
from .inks import InkSetter
from .marks import marks
from .pages import PT, with_bleed
from .spine import longest, spine_lines, spine_width
from .wrap_report import refuse_sizes, warnings_of_band, warnings_of_codes, warnings_of_spine

#: The band's text is as large as it may be, in pt, its lines so many em apart.
_BAND_LARGEST, _BAND_PITCH = 20, 1.8

#: Of the front, what the band's text may take of its width and of the band's height.
_BAND_ACROSS, _BAND_ALONG = 0.85, 0.8


@dataclass(frozen=True)
class BuiltWrap:
    """A finished PDF: its bytes, how wide the spine is (mm), and what to warn of.

    ``missing`` are the characters on it that no font of the machine has.
    """

    content: bytes
    spine: float
    missing: tuple[str, ...]
    warnings: tuple[Message, ...]


def build_wrap(settings: Settings, styles: Path, pages: int) -> BuiltWrap:
    """The cover around a book of so many ``pages`` as a PDF for the printer.

    Its second page is the band, where there is one. ``styles`` is the press's folder of sheets.
    The same input gives the same bytes. Raises ``BadInput`` as ``cover_of`` and ``build_print``
    do, where nobody says how wide the spine is, and for flaps and a band that no cover has.
    """
    spine = spine_width(settings, pages)
    refuse_sizes(settings, spine)
    icc = icc_of(settings)
    wrap = _Wrap(settings.for_paper(), styles, spine, ink_setter(settings, icc))
    sheets = [wrap.cover(), *([wrap.band()] if settings.wrap.band else [])]
    refuse(settings, wrap.setter.report.faults.values())
    content = write_print(sheets, about_print(settings, icc), wrap.load)
    return BuiltWrap(
        content,
        wrap.spine,
        tuple(sorted(wrap.missing)),
        (*wrap.warnings, *wrap.setter.report.warnings.values()),
    )


class _Wrap:
    """Draws the sheets of a cover. Lengths are in mm, but for those of ``Sheet``s, in pt."""

    def __init__(self, settings: Settings, styles: Path, spine: float, setter: InkSetter) -> None:
        self.setter, self.spine = setter, spine
        self.warnings: list[Message] = []
        self.missing: set[str] = set()
        self._settings, self._styles = settings, styles
        page = page_of(settings)
        self._width, self._height, self._flap = page.width, page.height, settings.wrap.flaps
        self._loads: dict[str, Load] = {}

    def load(self, use: FontUse) -> Any:
        """The file of the font ``use``, of the panel that it is of."""
        return self._loads[use.name](use)

    def cover(self) -> PrintPage:
        """The sheet of the cover itself."""
        self.setter.report.page = 1
        sheet = self._sheet(self._height)
        front = self._flap
        spine = front + self._width
        back = spine + self.spine
        parts = [
            *self._ground(sheet, self._height),
            *self._front(sheet),
            *self._on_spine(sheet, spine),
            *self._codes(sheet, back),
        ]
        return self._page(sheet, parts)

    def band(self) -> PrintPage:
        """The sheet of the band, as wide as the cover."""
        self.setter.report.page = 2
        height = self._settings.wrap.band
        sheet = self._sheet(height)
        return self._page(sheet, [*self._band_ground(sheet), *self._on_band(sheet)])

    def _sheet(self, height: float) -> Sheet:
        asked = self._settings.print
        width = 2 * (self._flap + self._width) + self.spine
        return Sheet(width * MM, height * MM, asked.bleed * MM, asked.marks == 'crop')

    def _page(self, sheet: Sheet, parts: list[Part]) -> PrintPage:
        start = self._flap + self._width
        end = start + self.spine
        folds = [start, end]
        if self._flap:
            folds += self._flap, end + self._width
        around = marks(sheet, not self.setter.is_coloured, [fold * MM for fold in folds])
        return PrintPage(sheet.media, sheet.bleed_box, sheet.trim, [*parts, Part(around)])

    def _drawn(self, content: str, css: str, root: Path | None = None) -> Drawn | None:
        settings = self._settings
        sheets = (*sheets_of(settings, self._styles, IN_INKS), css)
        made = typeset.drawn(
            html_page(settings, content), sheets, named_files(settings.root, sheets), root
        )
        return made and self._known(made)

    def _known(self, made: Drawn) -> Drawn:
        self.missing.update(made.missing)
        for use in (*made.page.fonts, *made.page.segment.fonts):
            self._loads.setdefault(use.name, made.load)
        return made

    def _placed(
        self, made: Drawn, x: float, y: float, scale: float = 1, clip: Box | None = None
    ) -> Iterator[Part]:
        """What is on a panel, its upper left corner at ``x``, ``y`` of the paper (pt, y up)."""
        page = made.page
        base = Transform(PT * scale, 0, 0, -PT * scale, x, y)
        turned = base.transform(page.paper.turn)
        fonts = page.segment.fonts
        yield Part(self.setter.set(page.frame.drawn(), turned), fonts, turned, clip)

    def _ground(self, sheet: Sheet, height: float, css: str = '') -> Iterator[Part]:
        """The background of a page as large as the sheet, with its bleed."""
        width = sheet.width / MM
        size = f'@page {{ size: {width:.3f}mm {height:.3f}mm; margin: 0 }}'
        made = self._drawn('<p></p>', size + css)
        assert made is not None
        paper = made.page.paper
        base = Transform(PT, 0, 0, -PT, sheet.around, sheet.around + sheet.height)
        before = with_bleed(paper, sheet.bleed / PT)
        yield Part(self.setter.set(before, base), made.page.fonts, base, sheet.bleed_box)

    def _band_ground(self, sheet: Sheet) -> Iterator[Part]:
        css = '@page { background: var(--slip) }'
        return self._ground(sheet, self._settings.wrap.band, css)

    def _front(self, sheet: Sheet) -> Iterator[Part]:
        settings = self._settings
        left, top = sheet.around + self._flap * MM, sheet.around + sheet.height
        if settings.cover:
            yield from self._own_cover(sheet)
            return
        made = self._known(typeset.cover_page(settings, self._styles, self._width / self._height))
        scale = self._height * MM / (made.page.paper.height * PT)
        yield from self._placed(made, left, top, scale, sheet.bleed_box)

    def _own_cover(self, sheet: Sheet) -> Iterator[Part]:
        """The editor's picture over the front, and over the bleed but for that at the spine."""
        settings, bleed = self._settings, self._settings.print.bleed
        beside = 0 if self._flap else bleed
        width, height = self._width + beside, self._height + 2 * bleed
        made = self._drawn(
            cover_section(settings),
            f"""
                @page {{ size: {width:.3f}mm {height:.3f}mm; margin: 0 }}
                .cover > img {{
                  display: block;
                  width: {height:.3f}mm;
                  height: {width:.3f}mm;
                  object-fit: cover;
                }}
            """,
            settings.root,
        )
        if made is None:
            raise BadSettings(place_of(settings, 'cover'), 'the cover does not fit its page')
        left = sheet.around + (self._flap - beside) * MM
        yield from self._placed(made, left, sheet.around + sheet.height + bleed * MM)

    def _on_spine(self, sheet: Sheet, start: float) -> Iterator[Part]:
        lines = [*spine_lines(self._settings, self.spine, self._height)]
        self.warnings += warnings_of_spine(
            self._settings, self.spine, {line.kind for line in lines}
        )
        for line in lines:
            made = self._drawn(line.html, line.css)
            if made:
                top = sheet.around + sheet.height - line.start * MM
                yield from self._placed(made, sheet.around + start * MM, top)

    def _codes(self, sheet: Sheet, start: float) -> Iterator[Part]:
        wrap, isbn = self._settings.wrap, self._settings.colophon.isbn
        self.warnings += warnings_of_codes(self._settings)
        if not isbn:
            return
        made = self._drawn('<p><b>0</b></p>', '@page { size: 50mm 50mm }')
        assert made is not None
        lettering = Lettering(made.page.segment.fonts[-1], self.load)
        drawing = bar_codes(isbn, wrap.c_code, wrap.price, lettering)
        x = sheet.around + (start + FROM_SPINE) * MM
        y = sheet.around + sheet.height - FROM_HEAD * MM
        yield Part(drawing, [lettering.use], (1, 0, 0, 1, x, y))

    def _on_band(self, sheet: Sheet) -> Iterator[Part]:
        settings = self._settings
        height, text = settings.wrap.band, settings.wrap.band_text
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            return
        size = min(
            _BAND_LARGEST,
            self._width * MM * _BAND_ACROSS / (len(lines) * _BAND_PITCH),
            height * MM * _BAND_ALONG / (longest(lines) + 0.5),
        )
        self.warnings += warnings_of_band(size)
        # Half a point less, so that rounding parts no lines from the page.
        room = (self._width * MM - len(lines) * size * _BAND_PITCH) / 2 - 0.5
        made = self._drawn(
            ''.join(fragment(line_apart(settings, 'on-band', line)) for line in lines),
            f"""
                @page {{ size: {self._width:.3f}mm {height:.3f}mm; margin: 0 {room:.3f}pt }}
                .on-band {{ font-size: {size:.3f}pt; line-height: {_BAND_PITCH} }}
            """,
        )
        if made:
            left, top = sheet.around + self._flap * MM, sheet.around + sheet.height
            yield from self._placed(made, left, top)
