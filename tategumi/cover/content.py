"""What stands on a cover and how it is to look. Nothing here sets it, or knows WeasyPrint."""

import re
from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import TypeAlias

from ..document.sheets import house_sheet
from ..document.vertical_css import vertical_css
from ..markup import fragment, title_page
from ..settings import Settings
from ..sheets import read_sheets
from ..sheets.files import ADDRESS, Files

#: The sheets of a cover that is a picture, and of one that is printed.
SHEETS = ('book.css', 'cover.css')
IN_INKS = (*SHEETS, 'wrap.css')

#: What sheets name.
_FETCHED = re.compile(rf'url\(({ADDRESS}[^)]*)\)')

#: The files that sheets name: book, address, digest.
Named: TypeAlias = tuple[tuple[str, str, str], ...]


def title_html(settings: Settings) -> str:
    """The title page as a whole document. Raises ``BadInput`` for what cannot be printed."""
    return html_page(settings, fragment(title_page(settings.for_paper())))


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
    files, named = Files(settings.root), _FETCHED.findall(''.join(sheets))
    return tuple((str(settings.root), url, files.digest(url)) for url in named)
