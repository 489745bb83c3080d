"""The pictures of the book, as items of the EPUB."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from ..errors import BadManuscript
from ..files import bytes_of
from ..markup import Element
from ..pictures import media_type

#: How a file of a media type ends.
SUFFIXES = {
    'image/png': '.png',
    'image/jpeg': '.jpg',
    'image/gif': '.gif',
    'image/webp': '.webp',
    'image/svg+xml': '.svg',
}


def collect(sections: Sequence[Element], book: Path) -> dict[str, tuple[str, bytes]]:
    """``{name in the EPUB: (media type, bytes)}`` of the pictures in ``sections``.

    The ``src`` of each ``img``, relative to the folder ``book``, becomes that
    name, in place: ``images/image-001.png``, in the order of first appearance,
    as names of files may hold what no EPUB should (EPUB 3.3 §4.2.3). Raises
    ``BadInput`` for a file that cannot be read.
    """
    names: dict[str, str] = {}
    items: dict[str, tuple[str, bytes]] = {}
    for section in sections:
        for picture in section.iter('{*}img'):
            source = picture.get('src')
            if source not in names:
                kind, content = _read(book / unquote(source))
                names[source] = f'images/image-{len(names) + 1:03d}{SUFFIXES[kind]}'
                items[names[source]] = (kind, content)
            picture.set('src', names[source])
    return items


def _read(path: Path) -> tuple[str, bytes]:
    content = bytes_of(path)
    kind = media_type(content)
    if kind is None:
        raise BadManuscript(path, 'is not PNG, JPEG, GIF, WebP or SVG')
    return kind, content
