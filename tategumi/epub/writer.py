"""The EPUB as bytes that depend on nothing but its files, with what ebooklib leaves out."""

import io
import zipfile
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from ebooklib import epub

from ..markup import Element
from .navigation import complete_ncx

_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
#: The earliest date a ZIP archive can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def epub_files(
    book: epub.EpubBook,
    when: datetime,
    pages: Sequence[tuple[str, str]],
    openings: Collection[str],
) -> dict[str, bytes]:
    """``{name: content}`` of the archive of ``book`` (``ebooklib.epub.EpubBook``), in order.

    It is modified ``when`` (a ``datetime``).

    ``pages`` are ``(label, address)`` for EPUB 2 readers, ``openings`` the ids of
    the documents that begin on the first page of a spread.
    """
    archive = io.BytesIO()
    # Compressed when it is settled.
    writer = _Writer(archive, book, {'mtime': when, 'compresslevel': 0})
    writer.pages, writer.openings = pages, openings
    writer.process()
    writer.write()
    return files_of(archive.getvalue())


class _Writer(epub.EpubWriter):
    """Says in what language the package's own words are, and where pages and spreads begin."""

    pages: Sequence[tuple[str, str]] = ()
    openings: Collection[str] = ()

    def _write_opf_file(self, root: Element) -> None:
        root.set(_LANG, self.book.language)
        side = 'left' if self.book.direction == 'rtl' else 'right'
        for item in root.iter('{*}itemref', 'itemref'):
            if item.get('idref') in self.openings:
                item.set('properties', f'page-spread-{side}')
        super()._write_opf_file(root)

    def _get_ncx(self) -> bytes:
        return complete_ncx(super()._get_ncx(), self.pages)


def files_of(archive: bytes) -> dict[str, bytes]:
    """``{name: content}`` of the ZIP ``archive`` (bytes), in its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def reproducible(archive: bytes) -> bytes:
    """The ZIP ``archive`` (bytes) written anew without the clock, its files in the same order."""
    return zipped(files_of(archive))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """``{name: content}`` as a ZIP archive (bytes) that knows no clock, in this order.

    ``mimetype`` comes first, stored and without extra fields (EPUB 3.3 §4.2.2).
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, 'w') as new:
        for name in sorted(files, key=lambda name: name != 'mimetype'):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = (
                zipfile.ZIP_STORED if name == 'mimetype' else zipfile.ZIP_DEFLATED
            )
            new.writestr(entry, files[name])
    return written.getvalue()
