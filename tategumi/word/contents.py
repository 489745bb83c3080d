"""What a part of the document refers to: pictures and addresses (ECMA-376, part 2, §8.3)."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

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

#: A picture is no larger, so that it stands on the page with its caption.
_WIDEST = Mm(100)


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
            inline = part.new_pic_inline(BytesIO(content))
            if inline.extent.cx > _WIDEST:
                inline = part.new_pic_inline(BytesIO(content), width=_WIDEST)
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


def _as_png(content: bytes) -> bytes:
    written = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        picture.save(written, 'PNG')
    return written.getvalue()
