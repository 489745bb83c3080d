"""The style sheets of the EPUB, by file name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..css import css_families
from ..files import bytes_of
from ..indents import indent_sheet, is_indent, is_jidori
from ..markup import Element
from ..settings import Fonts, Settings
from ..sheets import own_sheets, read_sheets
from ..sheets.files import ADDRESS, Files, kind_of
from .pictures import SUFFIXES
from .sides import with_page_sides

if TYPE_CHECKING:
    from .fonts import EmbeddedFont

#: What sheets name of the book's files.
_NAMED = re.compile(rf'url\(({ADDRESS}[^)]*)\)')

#: How a file of a media type ends.
_SUFFIXES = SUFFIXES | {f'font/{kind}': f'.{kind}' for kind in ('otf', 'ttf', 'woff', 'woff2')}


def epub_sheets(
    settings: Settings,
    styles: Path,
    fonts: 'Sequence[EmbeddedFont]' = (),
    sections: Iterable[Element] = (),
) -> dict[str, str]:
    """``{file name: CSS}`` in cascade order.

    The shared sheet, the EPUB's, that of its writing (``vertical.css`` or
    ``horizontal.css``), the house's families.

    ``styles`` is the press's own folder; a sheet of the same name in the
    book's ``styles/`` takes its place. ``fonts`` are the ``EmbeddedFont`` that
    come with the book; where lines of its ``sections`` (elements) are set in, a sheet
    says how far. Raises ``BadInput`` as ``read_sheets`` does.
    """
    names = ('book.css', 'epub.css', f'{settings.writing}.css')
    sheets = read_sheets(settings, styles, names)
    for name in names:
        if name not in own_sheets(settings, names):
            sheets[name] = with_page_sides(sheets[name], settings.writing)
    indents = {
        name
        for section in sections
        for element in section.iter('{*}div', '{*}p', '{*}span')
        for name in element.get('class', '').split()
        if is_indent(name) or is_jidori(name)
    }
    if indents:
        sheets['indents.css'] = with_page_sides(indent_sheet(sorted(indents)), settings.writing)
    sheets['families.css'] = ''.join(f'{font.css}\n' for font in fonts) + families(settings.fonts)
    return sheets


def families(fonts: Fonts) -> str:
    """What ``book.yaml`` says of fonts, as CSS."""
    serif, sans = css_families(fonts.serif, 'serif'), css_families(fonts.sans, 'sans-serif')
    return f'html {{ font-family: {serif} }}\n\nstrong, th, .run-in {{ font-family: {sans} }}\n'


def with_files(
    sheets: Mapping[str, str], settings: Settings
) -> tuple[dict[str, str], dict[str, tuple[str, bytes]]]:
    """``(sheets, files)``: fonts and pictures that ``sheets`` name, as files of the EPUB.

    ``sheets`` are those of ``epub_sheets``, which name them as they lie there;
    ``files`` ``{name: (media type, bytes)}`` in the order of first appearance.
    """
    files: dict[str, tuple[str, bytes]] = {}
    names: dict[str, str] = {}
    book = Files(settings.root)

    def named(match: re.Match[str]) -> str:
        address = match[1]
        if address not in names:
            content = bytes_of(book.file(address))
            # ``read_sheets`` refuses what is none.
            kind = cast(str, kind_of(content))
            folder = 'images' if kind in SUFFIXES else 'fonts'
            names[address] = f'{folder}/sheet-{len(names) + 1:03d}{_SUFFIXES[kind]}'
            files[names[address]] = kind, content
        return f'url({names[address]})'

    return {name: _NAMED.sub(named, css) for name, css in sheets.items()}, files
