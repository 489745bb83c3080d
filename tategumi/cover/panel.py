"""A page of a cover, set by itself: the title page, what stands on the spine, a picture."""

import re
from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import NamedTuple, TypeAlias

from .. import engine  # noqa: F401, isort: skip; before WeasyPrint is imported

from weasyprint.urls import URLFetcher

from ..document.sheets import house_sheet
from ..document.vertical_css import vertical_css
from ..frames.frame import BookPage
from ..pdf.fetching import BookFetcher
from ..pdf.record.segment import draw_book
from ..pdf.render_context import DrawingContext
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.files import ADDRESS
from ..writers.fonts import Load

#: The sheets of a cover that is printed.
IN_INKS = ('book.css', 'cover.css', 'wrap.css')

#: What sheets name.
_FETCHED = re.compile(rf'url\(({ADDRESS}[^)]*)\)')

#: The files that sheets name: book, address, digest.
Named: TypeAlias = tuple[tuple[str, str, str], ...]


class Drawn(NamedTuple):
    """A page, what gives the files of its fonts, as in ``write_book``, and ``missing``.

    These are the characters on it that no font of the machine has.
    """

    page: BookPage
    load: Load
    missing: tuple[str, ...]


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


def files_of(settings: Settings, sheets: Collection[str]) -> Named:
    """The files of the book that ``sheets`` name."""
    fetcher, named = BookFetcher(settings.root), _FETCHED.findall(''.join(sheets))
    return tuple((str(settings.root), url, fetcher.digest(url)) for url in named)


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
