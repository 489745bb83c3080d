"""The title page by ``styles/cover.css``, as a picture of 1600 × 2560 pixels.

The page is set in vertical writing like any page of the PDF.
"""

import io
import re
from collections.abc import Collection
from functools import lru_cache
from html import escape
from math import ceil
from pathlib import Path

from .. import engine  # noqa: F401, isort: skip; before WeasyPrint is imported

from weasyprint.urls import URLFetcher

from ..document.sheets import house_sheet
from ..document.vertical_css import vertical_css
from ..east_asian import em_length
from ..errors import BadSettings
from ..markup import fragment, title_page
from ..pdf.blame import own_sheet_at_fault, set_in_time
from ..pdf.fetching import BookFetcher
from ..pdf.record.segment import draw_book
from ..pdf.render_context import DrawingContext
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.files import ADDRESS
from ..time_limit import OutOfTime
from ..writers.png import page_picture

_SHEETS = ('book.css', 'cover.css')

#: What sheets name.
_FETCHED = re.compile(rf'url\(({ADDRESS}[^)]*)\)')

#: What stores ask for, in pixels; the sheet calls a pixel px.
_WIDTH, _HEIGHT = 1600, 2560

#: px an inch.
_CSS_INCH = 96

#: What a title may take of that along its lines and across them, and how large
#: its characters may be, in px. Its lines are ``_PITCH`` em apart.
_LENGTH, _EXTENT, _LARGEST, _PITCH = 1880, 620, 230, 1.3

#: The rem of the sheet, in px, and how far all is made smaller where it does
#: not fit one page.
_REM, _SCALES = 76, (1, 0.85, 0.7, 0.55, 0.4)


def typeset_cover(settings: Settings, styles: Path) -> bytes:
    """The cover as a PNG. The same settings and sheets give the same bytes.

    Raises ``BadInput`` for settings that cannot be ``printed`` or are too much
    for a cover, a sheet that cannot be read and a font without vertical forms.
    """
    page = (
        f'<!DOCTYPE html><html lang="{escape(settings.language)}"><title></title>'
        f'<body>{fragment(title_page(settings.for_paper()))}</body></html>'
    )

    def made(left_out: Collection[str] = ()) -> bytes | None:
        sheets = tuple(
            vertical_css(sheet)
            for sheet in (
                *read_sheets(settings, styles, _SHEETS, left_out).values(),
                house_sheet(settings),
            )
        )
        with set_in_time(settings, _SHEETS, len(page)):
            return _largest(page, sheets, title_size(settings.title), settings.root)

    try:
        picture = made()
    except (Exception, OutOfTime) as error:
        fault = own_sheet_at_fault(error, settings, _SHEETS, made)
        raise fault from (None if fault is error else error)
    if picture:
        return picture
    raise BadSettings(
        settings.book / 'book.yaml',
        'title, subtitle and creators are too much for a cover; '
        'bring a picture of your own under "cover"',
    )


def _largest(page: str, sheets: tuple[str, ...], title: int, root: Path) -> bytes | None:
    """The picture in the largest of ``_SCALES`` that one page holds; ``None`` where none does."""
    fetcher, named = BookFetcher(root), _FETCHED.findall(''.join(sheets))
    files = tuple((str(root), url, fetcher.digest(url)) for url in named)
    for scale in _SCALES:
        picture = _picture(page, (*sheets, _sizes(title, scale)), files)
        if picture:
            return picture
    return None


def title_size(title: str) -> int:
    """The largest character size (px) at which ``title`` fits the cover, on any number of lines.

    A title longer than any cover holds gets the size of the longest that fits.
    """
    length = em_length(title)
    # A line may end a character or two early, where the next may not begin one.
    return max(
        int(
            min(
                _LARGEST,
                _LENGTH / (ceil(length / lines) + (lines > 1) * 2),
                _EXTENT / (lines * _PITCH),
            )
        )
        for lines in range(1, 9)
    )


def _sizes(title: int, scale: float) -> str:
    return f"""
        @page {{ size: {_WIDTH}px {_HEIGHT}px }}
        html {{ font-size: {_REM * scale}px }}
        .titlepage > .title {{ font-size: {title * scale}px; line-height: {_PITCH} }}
    """


@lru_cache(maxsize=8)
def _picture(
    page: str, sheets: tuple[str, ...], files: tuple[tuple[str, str, str], ...]
) -> bytes | None:
    """The PNG, or ``None`` where one page does not hold it all.

    ``files`` are what the sheets name: book, address, digest.
    """
    # Where the sheets name no file, a cover fetches nothing: neither file nor network.
    context = DrawingContext(
        sheets,
        lambda: BookFetcher(Path(files[0][0])) if files else URLFetcher(allowed_protocols=()),
    )
    pages, _ = draw_book(page, context)
    if len(pages) > 1:
        return None
    written = io.BytesIO()
    page_picture(pages[0], context.fonts.load, _CSS_INCH).save(written, 'PNG')
    return written.getvalue()
