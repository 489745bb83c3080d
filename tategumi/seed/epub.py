"""EPUBs as Markdown: the content documents of the spine, one after the other (EPUB 3.3 §5.7)."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..errors import BadSeed
from .archive import LARGEST_PICTURE, Lines, Pictures, Unpacked
from .html.pieces import pieces_and_elements
from .nested import nested
from .own import OwnBook, chapter_of, is_index

_CONTAINER = 'META-INF/container.xml'
_XHTML = '{http://www.w3.org/1999/xhtml}'
_HREF = '{http://www.w3.org/1999/xlink}href'
_DC = '{http://purl.org/dc/elements/1.1/}'
_OPS = '{http://www.idpf.org/2007/ops}type'
#: What a book says of itself, and is made anew: by ``epub:type`` (EPUB 3 Structural Semantics).
_OF_ITSELF = frozenset('cover titlepage toc landmarks page-list colophon copyright-page'.split())
_ROLES = {'trl': 'translator', 'edt': 'editor'}
#: In bytes, of a document once it is unpacked.
_LARGEST = 20_000_000


def unpack_epub(data: bytes, path: Path) -> Unpacked:
    """The Markdown and the pictures of the EPUB with these bytes, in the file ``path``.

    Cover, title page, contents and colophon are left out, where the book says which they are, and
    the index of a book of the press, whose words say that they are of it;
    its title and its authors are front matter (EPUB 3.3 §5.5.3).
    Raises ``BadSeed`` for what is no EPUB, and one that is encrypted.
    """
    lines, pictures = Lines(), Pictures()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if 'META-INF/encryption.xml' in archive.namelist():
                raise BadSeed(path, 'is an encrypted EPUB, which nobody can read without its key')
            package = _package(archive)
            root = _parsed(archive, package)
            if front_matter := _front_matter(root):
                lines.add(front_matter)
            documents = list(_documents(archive, package, root))
            own = {
                name: section
                for name, document in documents
                if (section := chapter_of(document)) is not None
            }
            book = OwnBook(own.items())
            for name, document in documents:
                sources = _sources(archive, name, document, pictures)
                if name in own:
                    for block, losses in book.blocks(name, own[name], sources):
                        lines.lose(*losses).add(block)
                elif not own or not is_index(document):
                    _add(lines, etree.tostring(document, encoding='unicode'), sources)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadSeed(path, 'is no EPUB that can be read') from error
    return lines.unpacked(pictures)


def _package(archive: zipfile.ZipFile) -> str:
    """The name of the file of the archive that is its package document."""
    (package,) = _parsed(archive, _CONTAINER).xpath('//*[local-name()="rootfile"][1]/@full-path')
    return str(package)


def _front_matter(root: Any) -> str:
    """What the package document ``root`` says of title and authors, as front matter, or ''."""
    more = {
        (each.get('refines'), each.get('property')): ''.join(each.itertext()).strip()
        for each in root.iter('{*}meta')
    }
    said: list[tuple[str, str]] = []
    for name in ('title', 'creator'):
        for each in root.iter(f'{_DC}{name}'):
            text = ' '.join(''.join(each.itertext()).split())
            if text:
                said.append((_key(name, f'#{each.get("id")}', more), text))
    titles = [row for row in said if row[0] == 'title'][:1]
    rows = titles + [row for row in said if row[0] != 'title']
    return '\n'.join(['---', *(f'{key}: {text}' for key, text in rows), '---']) if rows else ''


def _key(name: str, identity: str, more: Mapping[tuple[str | None, str | None], str]) -> str:
    """What front matter calls a title or creator, by what is said of it (EPUB 3.3 §D.3)."""
    if name == 'title':
        is_below = more.get((identity, 'title-type')) == 'subtitle'
        return 'subtitle' if is_below else 'title'
    return _ROLES.get(more.get((identity, 'role'), ''), 'author')


def _documents(archive: zipfile.ZipFile, package: str, root: Any) -> Iterator[tuple[str, Any]]:
    """``(name, tree)`` of the documents in reading order, but what the book has about itself."""
    items = {item.get('id'): item for item in root.iter('{*}item')}
    for reference in root.iter('{*}itemref'):
        item = items[reference.get('idref')]
        if 'nav' in (item.get('properties') or '').split():
            continue
        name = posixpath.join(posixpath.dirname(package), unquote(item.get('href')))
        name = posixpath.normpath(name)
        document = _parsed(archive, name)
        body = next(document.iter('{*}body'), None)
        if body is not None and not _is_of_itself(body):
            for section in filter(_is_of_itself, list(body)):
                body.remove(section)
            yield name, document


def _sources(
    archive: zipfile.ZipFile, name: str, document: Any, pictures: Pictures
) -> dict[str, str]:
    """What the text calls each picture that ``document``, the file ``name``, shows.

    A drawing around one picture, as books set whole pages, is that picture.
    """
    for drawing in list(document.iter('{http://www.w3.org/2000/svg}svg')):
        images = [*drawing.iter('{*}image')]
        href = images[0].get(_HREF) or images[0].get('href') if len(images) == 1 else None
        if href:
            words = next((each.text or '' for each in drawing.iter('{*}title')), '')
            image = etree.Element(f'{_XHTML}img', {'src': href, 'alt': words})
            image.tail = drawing.tail
            drawing.getparent().replace(drawing, image)
    sources = {}
    for image in document.iter(f'{_XHTML}img'):
        source = image.get('src') or ''
        content = _picture(archive, posixpath.join(posixpath.dirname(name), source))
        place = posixpath.join(posixpath.dirname(name), unquote(source))
        called = pictures.name_of(place, content) if content else None
        if called:
            sources[source] = called
    return sources


def _picture(archive: zipfile.ZipFile, address: str) -> bytes | None:
    """The bytes of the file of the archive at ``address``, or ``None`` where none is."""
    parts = urlsplit(address)
    try:
        entry = archive.getinfo(posixpath.normpath(unquote(parts.path)))
    except KeyError:
        return None
    is_taken = not parts.scheme and entry.file_size <= LARGEST_PICTURE
    return archive.read(entry) if is_taken else None


def _is_of_itself(element: Any) -> bool:
    return not _OF_ITSELF.isdisjoint((element.get(_OPS) or '').split())


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError('a document is too large')
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(archive.read(name), parser)


def _add(lines: Lines, page: str, sources: Mapping[str, str]) -> None:
    """All that a document of the book says; no part of it is a site's."""
    is_begun = False
    pieces, elements = pieces_and_elements(page, sources)
    for block, piece in nested(pieces, elements):
        lines.lose(*piece.losses)
        if not piece.markdown or 'title' in piece.path:
            continue
        lines.add(block.markdown, goes_on=block.goes_on and is_begun)
        is_begun = True
