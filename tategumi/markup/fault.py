"""Faults of a chapter before their line is known, and characters that no book may hold."""

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ..errors import BadManuscript, Place
from ..manuscript import Chapter

#: What no XML may hold (XML 1.0 §2.2), what turns the direction of text unseen (UAX #9 §2), and
#: ends of lines that neither XML nor Markdown knows for such.
_REFUSED = re.compile(
    r'[\x00-\x08\x0b\x0c\x0e-\x1f\x85\ud800-\udfff\ufffe\uffff\u2028-\u202e\u2066-\u2069]'
)


class Remark(NamedTuple):
    """What an editor should see to: ``message``, and source text of which one is on its line."""

    excerpts: tuple[str, ...]
    message: str


class Lines:
    """Finds the lines of excerpts of ``chapter``: of the same one the next each time."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._next: dict[tuple[str, str], int] = {}

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer('\n', self._chapter.text)]

    def next_of(self, excerpts: Sequence[str], of: str) -> int | None:
        """The line of the file of the next of ``excerpts`` that is there; ``of`` is what asks."""
        for excerpt in filter(None, excerpts):
            start = self._next.get((of, excerpt), 0)
            at = self._chapter.text.find(excerpt, start) if start >= 0 else -1
            self._next[of, excerpt] = at + len(excerpt) if at >= 0 else -1
            if at >= 0:
                return self._chapter.line_at(bisect(self._ends, at))
        return None


class Fault(Exception):
    """A fault of notation. ``excerpt`` is source text that stands on the line at fault."""

    def __init__(self, message: str, excerpt: str = '') -> None:
        super().__init__(message)
        self.message = message
        self.excerpt = excerpt


def refuse_control_characters(text: str, path: Path, show_line: bool = True) -> None:
    """Raise ``BadInput`` naming ``path``, and the line, if ``text`` holds one."""
    match = _REFUSED.search(text)
    if match:
        line = text.count('\n', 0, match.start()) + 1 if show_line else None
        raise BadManuscript(
            Place(path, line),
            'holds the character {code}, which no book may; delete it',
            code=f'U+{ord(match.group()):04X}',
        )
