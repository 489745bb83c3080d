"""Pictures: files of the book, nothing else."""

import os
import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote

from markdown.inlinepatterns import ImageInlineProcessor

from ..errors import BadSettings
from ..files import bytes_of, opened
from ..messages import Message
from ..pictures import look_at, media_type
from ..settings import Settings, place_of
from .fault import Fault, Remark
from .linear import Brackets, after_attributes
from .parser import Parser
from .xhtml import Element

_NO_WORDS = Message('has no words for those who do not see it; write them between ![ and ]')
#: What every store takes for a cover.
_TAKEN = ('image/jpeg', 'image/png')


def register(md: Parser, folder: Path, book: Path, remarks: list[Remark]) -> None:
    """Teach ``md`` pictures.

    ``folder`` is the chapter's, from which their paths are given; ``book``
    the folder they may not leave. Pictures that somebody should look at go to ``remarks``.
    """
    md.learn('picture', 150, lambda: _PictureProcessor(md, folder, book, remarks), '!', '[')


def locate(source: str, folder: Path, book: Path) -> tuple[str, list[str]]:
    """``source``, a path from ``folder``, as a path (percent-encoded) from ``book``.

    Raises ``Fault`` where it is no relative path, leads out of ``book`` (by
    ``..`` or a symbolic link), where no file is, or where the file is not a
    whole PNG, JPEG, GIF or WebP, or SVG that only shows. What is not where it is said to be is
    looked for in ``pictures/`` of the book, and in the book's folder.
    """
    shown = ' '.join(source.split())
    if ':' in source or source.startswith(('/', '\\')):
        raise Fault(
            Message(
                'picture "{shown}" must be a file of the book, by its relative path', shown=shown
            ),
            source,
        )
    try:
        path = Path(os.path.realpath(_place_of(unquote(source), folder, book)))
        inside = path.relative_to(os.path.realpath(book))
        with opened(path) as file:
            beginning = file.read(16)
    except (OSError, ValueError) as error:
        pictures = Path(os.path.relpath(book / 'pictures', folder)).as_posix()
        raise Fault(_missing(shown, pictures, isinstance(error, ValueError)), source) from error
    if media_type(beginning) is None:
        raise Fault(
            Message('picture "{shown}" is not PNG, JPEG, GIF, WebP or SVG', shown=shown), source
        )
    fault, odd = look_at(path)
    if fault:
        raise Fault(Message('picture "{shown}" {fault}', shown=shown, fault=fault), source)
    return quote(inside.as_posix()), odd


def _missing(shown: str, pictures: str, is_outside: bool) -> Message:
    if is_outside:
        return Message('picture "{shown}" is outside the book\'s folder', shown=shown)
    return Message(
        'picture "{shown}" is not there; put the file into book/pictures/ and write '
        '{pictures}/{name}',
        shown=shown,
        pictures=pictures,
        name=shown.rpartition('/')[2],
    )


def _place_of(source: str, folder: Path, book: Path) -> Path:
    """Where ``source`` is, from ``folder``, the pictures of the ``book``, or the book."""
    places = (folder, book / 'pictures', book)
    # A path that no system takes is not there.
    with suppress(ValueError, OSError):
        for place in places:
            if os.path.isfile(place / source):
                return place / source
    return folder / source


class _PictureProcessor(Brackets, ImageInlineProcessor):
    """``![words for those who do not see it](path "caption")``"""

    def __init__(self, md: Parser, folder: Path, book: Path, remarks: list[Remark]) -> None:
        super().__init__(r'\!\[', md)
        self.folder, self.book, self.remarks = folder, book, remarks

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        picture, start, end = super().handleMatch(m, data)
        if picture is None:
            return None, None, None
        unescape = self.md.treeprocessors['unescape'].unescape
        source = unescape(picture.get('src'))
        address, odd = locate(source, self.folder, self.book)
        picture.set('src', address)
        self.remarks += [_remark(source, what) for what in odd]
        if not picture.get('alt').strip():
            self.remarks.append(_remark(source, _NO_WORDS))
        return picture, start, after_attributes(data, end)


def _remark(source: str, what: str) -> Remark:
    marks = (f'![]({source}', f'![](<{source}', f']({source}', f'](<{source}')
    return Remark(marks, Message('picture "{source}" {what}', source=source, what=what))


def own_cover(settings: Settings) -> tuple[str, bytes]:
    """The picture ``settings.cover`` (a path below ``book/``) as ``(media type, bytes)``.

    Raises ``BadInput`` naming book.yaml where it is not there, outside the
    book's folder, or neither JPEG nor PNG.
    """
    try:
        path = settings.book / unquote(locate(settings.cover, settings.book, settings.book)[0])
    except Fault as fault:
        raise BadSettings(
            place_of(settings, 'cover'), '"cover": {message}', message=fault.message
        ) from fault
    content = bytes_of(path)
    kind = media_type(content)
    if kind not in _TAKEN:
        raise BadSettings(
            place_of(settings, 'cover'),
            '"cover": "{cover}" is neither JPEG nor PNG',
            cover=settings.cover,
        )
    return kind, content
