"""What comes out of a seed that is an archive: its text, its pictures, what is lost of it."""

import posixpath
import re
from dataclasses import dataclass, field
from typing import Self

from ..pictures import look_at, media_type
from .losses import Loss

_SUFFIXES = {
    'image/png': '.png',
    'image/jpeg': '.jpg',
    'image/gif': '.gif',
    'image/webp': '.webp',
    'image/svg+xml': '.svg',
}
#: In bytes, of a picture once it is unpacked.
LARGEST_PICTURE = 50_000_000


@dataclass(frozen=True)
class Unpacked:
    """The Markdown ``text``, ``pictures`` by what it calls them, ``losses`` by line, from 1."""

    text: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    losses: dict[int, tuple[Loss, ...]] = field(default_factory=dict)


class Pictures:
    """Collects the pictures of an archive under names that a file may have."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self._names: dict[str, str] = {}

    def name_of(self, place: str, content: bytes) -> str | None:
        """What the text calls the picture at ``place``; ``None`` where no book can show it.

        A name has letters, figures, dots and hyphens alone, and the ending of its kind.
        """
        if place in self._names:
            return self._names[place]
        kind = media_type(content[:16])
        if kind is None or look_at(content)[0]:
            return None
        stem = posixpath.splitext(posixpath.basename(place))[0]
        stem = re.sub(r'[^\w-]', '-', stem)[:60] or 'picture'
        name, number = f'{stem}{_SUFFIXES[kind]}', 1
        while name in self.contents:
            number += 1
            name = f'{stem}-{number}{_SUFFIXES[kind]}'
        self.contents[name], self._names[place] = content, name
        return name


class Lines:
    """The text of an archive while its blocks come in, and what each of them lacks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._number = 1
        self._losses: dict[int, tuple[Loss, ...]] = {}
        self._waiting: tuple[Loss, ...] = ()

    def lose(self, *losses: Loss) -> Self:
        """These ``losses`` are of the next block, or of the last where none follows."""
        self._waiting += losses
        return self

    def add(self, block: str, goes_on: bool = False) -> None:
        """A block, a blank line before it, unless it ``goes_on`` from the one before."""
        if self._parts:
            between = '\n' if goes_on else '\n\n'
            self._parts.append(between)
            self._number += len(between)
        self._note(self._number)
        self._parts.append(block)
        self._number += block.count('\n')

    def unpacked(self, pictures: Pictures) -> Unpacked:
        """All of it."""
        self._note(self._number)
        return Unpacked(''.join(self._parts) + '\n', pictures.contents, self._losses)

    def _note(self, number: int) -> None:
        if self._waiting:
            self._losses[number] = (*self._losses.get(number, ()), *self._waiting)
            self._waiting = ()
