"""What a part of the document refers to: pictures and addresses (ECMA-376, part 2, §8.3)."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image as Measured
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.shared import Mm

from ..files import bytes_of
from ..lazy import lazy
from ..markup import Element
from ..pictures import SVG, media_type
from .elements import made

Image = lazy('PIL.Image')
ImageOps = lazy('PIL.ImageOps')

# What python-docx knows a JPEG by, behind its first marker; one of neither is a JPEG still.
_JPEG, _KNOWN_JPEG = b'\xff\xd8', (b'JFIF', b'Exif')
# An Exif segment that says nothing: of a picture's colours, as JFIF would, least of all (CIPA
# DC-008, 4.7.2; TIFF 6.0, 2).
_EXIF = b'Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0'
#: What python-docx raises of segments that say less, or other things, than they should.
_UNREAD = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ZeroDivisionError,
)
#: A picture is no larger, so that it stands on the page with its caption.
_WIDEST, _TALLEST = Mm(100), Mm(150)


class Contents:
    """The pictures of a document, of the folder ``book``; ``lose`` is told of those left out."""

    def __init__(self, book: Path, lose: Callable[[str], None]) -> None:
        self._book, self._lose, self._count = book, lose, 0

    def picture_of(self, part: StoryPart) -> Callable[[Element], Any | None]:
        """What makes a run of an ``img`` in ``part``, its words with it.

        It makes ``None`` of a picture that Word does not show.
        """

        def run_of(node: Element) -> Any | None:
            path = self._book / unquote(node.get('src') or '')
            content = bytes_of(path)
            kind = media_type(content[:16])
            if kind == SVG:
                self._lose(path.name)
                return None
            if kind == 'image/webp':
                content = _as_png(content)
            content = _readable(content)
            inline = part.new_pic_inline(BytesIO(content))
            share = min(_WIDEST / inline.extent.cx, _TALLEST / inline.extent.cy)
            if share < 1:
                width, height = (max(1, int(side * share)) for side in _size_of(inline))
                inline = part.new_pic_inline(BytesIO(content), width, height)
            self._count += 1
            inline.docPr.set('id', str(self._count))
            inline.docPr.set('descr', node.get('alt') or '')
            return made('r', made('drawing', inline))

        return run_of


def link_of(part: StoryPart) -> Callable[[str], Any]:
    """What makes the element around runs of ``part`` that lead to an address, or to a heading."""

    def link(href: str) -> Any:
        if href.startswith('#'):
            return made('hyperlink', anchor=bookmark_of(href[1:]))
        element = made('hyperlink')
        relation = part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element.set(qn('r:id'), relation)
        return element

    return link


def bookmark_of(name: str) -> str:
    """The name of the bookmark of what has the id ``name``; a hidden one (§17.13.6.2)."""
    return f'_{name.replace("-", "_")}'


def _size_of(inline: Any) -> tuple[int, int]:
    return inline.extent.cx, inline.extent.cy


def _readable(content: bytes) -> bytes:
    """``content`` as it is, if python-docx reads how large it is; else in a form that it does."""
    if content.startswith(_JPEG) and content[6:10] not in _KNOWN_JPEG:
        length = (len(_EXIF) + 2).to_bytes(2, 'big')
        content = b''.join((_JPEG, b'\xff\xe1', length, _EXIF, content[2:]))
    try:
        measured = Measured.from_blob(content)
        return content if measured.width and measured.height else _as_png(content)
    except _UNREAD:
        return _as_png(content)


def _as_png(content: bytes) -> bytes:
    written = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        upright = ImageOps.exif_transpose(picture)
        # PNG knows no inks.
        (upright.convert('RGB') if upright.mode == 'CMYK' else upright).save(written, 'PNG')
    return written.getvalue()
