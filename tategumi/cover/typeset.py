"""The title page by ``styles/cover.css``: a picture of 1600 × 2560 pixels, or a page in inks.

It is set in vertical writing like any page of the PDF, as is any other page of a cover.
"""

import io
from collections.abc import Callable, Collection
from functools import lru_cache
from html import escape
from math import ceil
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from .. import engine  # noqa: F401, isort: skip; before WeasyPrint is imported

from weasyprint.urls import URLFetcher

from ..document.sheets import house_sheet
from ..document.vertical_css import vertical_css
from ..east_asian import em_length
from ..errors import BadSettings
from ..frames.frame import BookPage
from ..markup import fragment, title_page
from ..pdf.blame import own_sheet_at_fault, set_in_time
from ..pdf.fetching import BookFetcher
from ..pdf.record.segment import draw_book
from ..pdf.render_context import DrawingContext
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.files import Named, named_files
from ..time_limit import OutOfTime
from ..writers.fonts import Load
from ..writers.png import page_picture
from .kept import SHEETS

#: The sheets of a cover that is printed.
IN_INKS = (*SHEETS, 'wrap.css')

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

_Result = TypeVar('_Result')

#: Makes something of an HTML page by sheets that name files, or ``None`` where it is too long.
_Draw: TypeAlias = Callable[[str, tuple[str, ...], Named], _Result | None]


def html_page(settings: Settings, content: str) -> str:
    """``content``, XHTML, as a whole document."""
    return (
        f'<!DOCTYPE html><html lang="{escape(settings.language)}"><title></title>'
        f'<body>{content}</body></html>'
    )


def sheets_of(
    settings: Settings, styles: Path, names: Collection[str], left_out: Collection[str] = ()
) -> tuple[str, ...]:
    """The sheets ``names`` of the book, and the house's, in cascade order.

    Raises ``BadInput`` as ``read_sheets`` does.
    """
    texts = read_sheets(settings, styles, names, left_out).values()
    return tuple(map(vertical_css, (*texts, house_sheet(settings))))


class Drawn(NamedTuple):
    """A page, what gives the files of its fonts, as in ``write_book``, and ``missing``.

    These are the characters on it that no font of the machine has.
    """

    page: BookPage
    load: Load
    missing: tuple[str, ...]


def drawn(
    page: str, sheets: tuple[str, ...], files: Named, root: Path | None = None
) -> Drawn | None:
    """The HTML ``page`` by ``sheets``, or ``None`` where one page does not hold it all.

    ``root`` is the book's folder where the page itself shows a picture of it.
    """
    own = root or (Path(files[0][0]) if files else None)
    # Where nothing names a file, a cover fetches nothing: neither file nor network.
    context = DrawingContext(
        sheets, lambda: BookFetcher(own) if own else URLFetcher(allowed_protocols=())
    )
    pages, _ = draw_book(page, context)
    if len(pages) != 1:
        return None
    return Drawn(pages[0], context.fonts.load, tuple(pages[0].segment.missing))


def typeset_cover(settings: Settings, styles: Path) -> bytes:
    """The cover as a PNG. The same settings and sheets give the same bytes.

    Raises ``BadInput`` for settings that cannot be ``printed`` or are too much
    for a cover, a sheet that cannot be read and a font without vertical forms.
    """
    return _typeset(settings, styles, SHEETS, _WIDTH, _picture)


def cover_page(settings: Settings, styles: Path, ratio: float) -> Drawn:
    """The cover as a page in inks, ``ratio`` times as wide as high, and what gives its fonts.

    Raises as ``typeset_cover`` does.
    """
    return _typeset(settings, styles, IN_INKS, round(_HEIGHT * ratio), drawn)


def _typeset(
    settings: Settings, styles: Path, names: tuple[str, ...], width: int, draw: _Draw[_Result]
) -> _Result:
    """What ``draw`` makes of the title page by the sheets ``names``, ``width`` px wide."""
    page = html_page(settings, fragment(title_page(settings.for_paper())))

    def made(left_out: Collection[str] = ()) -> _Result | None:
        sheets = sheets_of(settings, styles, names, left_out)
        with set_in_time(settings, names, len(page)):
            return _largest(page, sheets, settings, width, draw)

    try:
        result = made()
    except (Exception, OutOfTime) as error:
        fault = own_sheet_at_fault(error, settings, names, made)
        raise fault from (None if fault is error else error)
    if result:
        return result
    raise BadSettings(
        settings.book / 'book.yaml',
        'title, subtitle and creators are too much for a cover; '
        'bring a picture of your own under "cover"',
    )


def _largest(
    page: str, sheets: tuple[str, ...], settings: Settings, width: int, draw: _Draw[_Result]
) -> _Result | None:
    """What is made in the largest of ``_SCALES`` that one page holds; ``None`` where none does."""
    files = named_files(settings.root, sheets)
    title = title_size(settings.title, _EXTENT * width // _WIDTH)
    for scale in _SCALES:
        result = draw(page, (*sheets, _sizes(width, title, scale)), files)
        if result:
            return result
    return None


def title_size(title: str, extent: int = _EXTENT) -> int:
    """The largest character size (px) at which ``title`` fits the cover, on any number of lines.

    ``extent`` is what they may take across. A title longer than any cover holds gets the size
    of the longest that fits.
    """
    length = em_length(title)
    # A line may end a character or two early, where the next may not begin one.
    return max(
        int(
            min(
                _LARGEST,
                _LENGTH / (ceil(length / lines) + (lines > 1) * 2),
                extent / (lines * _PITCH),
            )
        )
        for lines in range(1, 9)
    )


def _sizes(width: int, title: int, scale: float) -> str:
    return f"""
        @page {{ size: {width}px {_HEIGHT}px }}
        html {{ font-size: {_REM * scale}px }}
        .titlepage > .title {{ font-size: {title * scale}px; line-height: {_PITCH} }}
    """


@lru_cache(maxsize=8)
def _picture(page: str, sheets: tuple[str, ...], files: Named) -> bytes | None:
    """The PNG, or ``None`` where one page does not hold it all."""
    made = drawn(page, sheets, files)
    if made is None:
        return None
    written = io.BytesIO()
    page_picture(made.page, made.load, _CSS_INCH).save(written, 'PNG')
    return written.getvalue()
