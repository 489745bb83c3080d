"""Resolves the files that a book's sheet names: fonts and pictures of the book alone."""

import os
import re
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote, unquote, urlsplit

from tinycss2.ast import Node, URLToken

from ..errors import BadInput, BadSheet, Place
from ..files import bytes_of
from ..pictures import look_at, media_type
from ..printable import printable
from .bounds import content_of

#: How files of the book are addressed, wherever its folder is: WeasyPrint names
#: pictures in the PDF by their addresses, and the same book is the same bytes.
ADDRESS = 'file:///'

#: The folders of a book that its sheets may take files from.
FOLDERS = ('book', 'styles')

#: Media types of fonts, by how a file begins (EPUB 3.3 §3.2, core media types).
_FONTS = {
    b'OTTO': 'font/otf',
    b'\0\1\0\0': 'font/ttf',
    b'true': 'font/ttf',
    b'wOFF': 'font/woff',
    b'wOF2': 'font/woff2',
}

#: Functions whose strings are addresses, and those that make addresses of anything.
_OF_STRINGS = frozenset(('url', 'image-set', '-webkit-image-set'))
_REFUSED = frozenset(('src', 'image', '-webkit-cross-fade', 'cross-fade'))

#: Characters of an address that a message shows.
_SHOWN = 80

#: What sheets name, once they are read.
_ADDRESSED = re.compile(rf'url\(({ADDRESS}[^)]*)\)')

#: The files that sheets name: book, address, digest.
Named: TypeAlias = tuple[tuple[str, str, str], ...]

_SCHEME = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:|[/\\]')


class Files:
    """The files of the book in folder ``root`` that sheets may name."""

    def __init__(self, root: Path):
        self._folders = {name: _real(root / name) for name in FOLDERS}

    def is_inside(self, path: Path) -> bool:
        """Whether ``path``, wherever links lead, is in one of ``FOLDERS``."""
        return self._inside(path) is not None

    def _inside(self, path: Path) -> Path | None:
        """The path of ``path`` from the book's folder, or ``None``."""
        resolved = _real(path)
        for name, folder in self._folders.items():
            if resolved.is_relative_to(folder):
                return Path(name) / resolved.relative_to(folder)
        return None

    def path(self, url: str, sheet: Path, place: Place) -> Path:
        """The file that ``url`` in ``sheet`` names. Raises ``BadInput`` at ``place``."""
        try:
            asked = urlsplit(url)
            path = sheet.parent / unquote(asked.path)
            inside = not _SCHEME.match(url) and asked.path and self._inside(path)
        except (OSError, ValueError, RuntimeError):
            inside = None
        if not inside:
            raise BadSheet(
                place,
                '"{url}" must be a file in book/ or styles/ of the book, by its path from this '
                'sheet',
                url=printable(url, _SHOWN),
            )
        if not path.is_file():
            raise BadSheet(place, '"{url}" is not there', url=printable(url, _SHOWN))
        return path

    def address(self, url: str, sheet: Path, place: Place) -> str:
        """The address of the font or picture that ``url`` in ``sheet`` names.

        Raises ``BadInput`` at ``place`` where there is none.
        """
        path = self.path(url, sheet, place)
        content = bytes_of(path)
        if kind_of(content) is None:
            raise BadSheet(
                place,
                '"{url}" is neither a font nor PNG, JPEG, GIF, WebP or SVG',
                url=printable(url, _SHOWN),
            )
        fault = look_at(path)[0] if media_type(content) else ''
        if fault:
            raise BadSheet(place, '"{url}" {fault}', url=printable(url, _SHOWN), fault=fault)
        return ADDRESS + quote(str(self._inside(path)).replace(os.sep, '/'))

    def file(self, address: str) -> Path:
        """The file of an ``address``. Raises ``ValueError`` for any that is not the book's."""
        if address.startswith(ADDRESS):
            name, _, rest = unquote(urlsplit(address[len(ADDRESS) :]).path).partition('/')
            if name in FOLDERS:
                path = self._folders[name] / rest
                if self.is_inside(path):
                    return _real(path)
        raise ValueError(f'outside the book: {address}')

    def digest(self, address: str) -> str:
        """The digest of the content of that file; ``''`` where there is none."""
        try:
            return blake2b(bytes_of(self.file(address)), digest_size=16).hexdigest()
        except (BadInput, ValueError):
            return ''


def named_files(root: Path, sheets: Iterable[str]) -> Named:
    """The files of the book in folder ``root`` that ``sheets`` name, read by ``read_sheets``."""
    files = Files(root)
    return tuple(
        (str(root), url, files.digest(url)) for url in _ADDRESSED.findall(''.join(sheets))
    )


def _real(path: Path) -> Path:
    """``path`` without links; one that leads to itself leads to nothing."""
    return Path(os.path.realpath(path))


def kind_of(content: bytes) -> str | None:
    """The media type of a font's or picture's bytes, or ``None``."""
    return media_type(content) or _FONTS.get(content[:4])


def url_of(token: Node, with_strings: bool = False) -> str | None:
    """The address that ``token`` is, or ``None``; strings may be such too."""
    if token.type == 'url' or (token.type == 'string' and with_strings):
        return token.value
    if token.type == 'function' and token.lower_name == 'url':
        arguments = [one for one in token.arguments if one.type not in ('whitespace', 'comment')]
        if len(arguments) == 1 and arguments[0].type == 'string':
            return arguments[0].value
    return None


def rename(
    tokens: list[Node], new_name: Callable[[str, int], str], with_strings: bool = False
) -> bool:
    """Put ``new_name(address, line)`` for each address in ``tokens``, a list, in place.

    Addresses within a document (``#…``) stay. Returns whether there was any other. Raises
    ``BadInput`` where it is not known what an address will be.
    """
    is_found = False
    for at, token in enumerate(tokens):
        url = url_of(token, with_strings)
        if url is not None:
            if url.startswith('#'):
                continue
            name = new_name(url, token.source_line)
            tokens[at] = URLToken(token.source_line, token.source_column, name, f'url({name})')
            is_found = True
            continue
        strings = False
        if token.type == 'function':
            strings = token.lower_name in _OF_STRINGS
            if token.lower_name in _REFUSED or (strings and _is_made(token)):
                new_name(token.serialize(), token.source_line)
        is_found |= rename(content_of(token), new_name, strings)
    return is_found


def _is_made(function: Node) -> bool:
    """Whether an address in ``function`` may be made of what stands elsewhere."""
    return function.lower_name == 'url' or any(
        one.type == 'function' and one.lower_name == 'var' for one in function.arguments
    )
