"""The files of chapters: read as an editor of text wants them, saved whole.

What another program saved meanwhile is never written over: who saves says what they had read.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadFile
from ..files import bytes_of, entries_of, is_inside, text_of, write_whole
from ..settings import Settings

_MARK = b'\xef\xbb\xbf'


@dataclass(frozen=True)
class ChapterFile:
    """A chapter as it is on the disk: ``text`` with line ends of LF, ``digest`` of its bytes.

    ``line_end`` is what ends its lines there, ``has_mark`` whether it begins with a byte order
    mark: both are kept.
    """

    path: Path
    text: str
    digest: str
    line_end: str = '\n'
    has_mark: bool = False


class ChangedElsewhere(Exception):
    """The file is not what was read; ``there`` is what it is now."""

    def __init__(self, there: ChapterFile) -> None:
        super().__init__(there.path)
        self.there = there


def chapter_paths(settings: Settings) -> dict[str, Path]:
    """The files of the book's chapters by name, in reading order, and those there alone.

    Nothing that leads out of the book's folder is among them.
    """
    listed = [settings.book / name for name in settings.chapters] or [
        path
        for path in entries_of(settings.book / 'chapters')
        if path.suffix == '.md' and not path.name.startswith('.')
    ]
    return {
        path.relative_to(settings.book).as_posix(): path
        for path in listed
        if is_inside(path, settings.book) and path.is_file()
    }


def read_chapter(path: Path) -> ChapterFile:
    """The chapter in the file ``path``. Raises ``BadInput`` where it is no UTF-8 text."""
    content = bytes_of(path)
    text = text_of(path)
    return ChapterFile(
        path,
        text.replace('\r\n', '\n').replace('\r', '\n'),
        digest_of(content),
        '\r\n' if b'\r\n' in content else '\n',
        content.startswith(_MARK),
    )


def save_chapter(path: Path, text: str, digest: str) -> ChapterFile:
    """Write ``text`` to ``path``, whose bytes had ``digest`` when it was read.

    Raises ``ChangedElsewhere`` where they have another by now, ``BadInput`` where the file is
    gone or the disk does not take it; then all is as it was.
    """
    there = read_chapter(path)
    if there.digest != digest:
        raise ChangedElsewhere(there)
    if '\0' in text:
        raise BadFile(path, 'cannot hold the character U+0000')
    content = text.replace('\n', there.line_end).encode()
    write_whole(path, _MARK * there.has_mark + content)
    return read_chapter(path)


def digest_of(content: bytes) -> str:
    """Hexadecimal SHA-256 of ``content``."""
    return hashlib.sha256(content).hexdigest()
