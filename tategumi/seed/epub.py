"""EPUBs as Markdown: the content documents of the spine, one after the other (EPUB 3.3 §5.7)."""

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from ..errors import BadSeed
from .html import article_pieces

_CONTAINER = 'META-INF/container.xml'
_OPS = '{http://www.idpf.org/2007/ops}type'
#: What a book says of itself, and is made anew: by ``epub:type`` (EPUB 3 Structural Semantics).
_OF_ITSELF = frozenset('cover titlepage toc landmarks page-list colophon copyright-page'.split())
#: In bytes, of a document once it is unpacked.
_LARGEST = 20_000_000


def text_of_epub(data: bytes, path: Path) -> str:
    """The Markdown of the EPUB with these bytes, in the file ``path``.

    Cover, title page, contents and colophon are left out, where the book says which they are.
    Raises ``BadSeed`` for what is no EPUB, and one that is encrypted.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if 'META-INF/encryption.xml' in archive.namelist():
                raise BadSeed(path, 'is an encrypted EPUB, which nobody can read without its key')
            documents = [*_documents(archive)]
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadSeed(path, 'is no EPUB that can be read') from error
    return '\n\n'.join(filter(None, map(_markdown, documents))) + '\n'


def _documents(archive: zipfile.ZipFile) -> Iterator[str]:
    """The XHTML of the documents in reading order, but those the book has about itself."""
    (package,) = _parsed(archive, _CONTAINER).xpath('//*[local-name()="rootfile"][1]/@full-path')
    root = _parsed(archive, package)
    items = {item.get('id'): item for item in root.iter('{*}item')}
    for reference in root.iter('{*}itemref'):
        item = items[reference.get('idref')]
        if 'nav' in (item.get('properties') or '').split():
            continue
        name = posixpath.join(posixpath.dirname(package), unquote(item.get('href')))
        document = _parsed(archive, posixpath.normpath(name))
        body = next(document.iter('{*}body'), None)
        if body is not None and not _is_of_itself(body):
            yield etree.tostring(document, encoding='unicode')


def _is_of_itself(body: Any) -> bool:
    kinds = [made.get(_OPS) or '' for made in (body, *body)]
    return any(_OF_ITSELF & {*kind.split()} for kind in kinds)


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError('a document is too large')
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(archive.read(name), parser)


def _markdown(page: str) -> str:
    """All that a document of the book says; no part of it is a site's."""
    parts: list[str] = []
    for piece, _ in article_pieces(page):
        if not piece.markdown or 'title' in piece.path:
            continue
        parts.append(('\n' if piece.continues else '\n\n') if parts else '')
        parts.append(piece.markdown)
    return ''.join(parts)
