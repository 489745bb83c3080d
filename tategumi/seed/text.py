"""A decoded seed and its lines."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .notation import Notation, notation_of

# Only these end a line. ``str.splitlines`` would also cut at form feeds and
# U+2028, which scraped text has in the middle of a sentence.
_LINE = re.compile(r'([^\r\n]*)(\r\n|\r|\n|\Z)')


@dataclass(frozen=True)
class SeedLine:
    """One line: ``number`` counts from 1, ``end`` is its own line ending, '' at most once."""

    file: Path
    number: int
    text: str
    end: str


@dataclass(frozen=True)
class SeedText:
    """One seed. ``''.join(line.text + line.end for line in lines) == text``.

    A byte order mark stays as the first character of ``text``. ``sha256`` is
    the hexadecimal digest of the bytes of the file. ``notation`` says which
    marks of the text are notation.
    """

    path: Path
    encoding: str
    sha256: str
    text: str
    lines: tuple[SeedLine, ...]
    notation: Notation

    @property
    def is_markdown(self):
        """Whether marks at the head of a line are notation, not text."""
        return self.notation == 'markdown'


def seed_text(path, text, encoding='utf-8', data=None):
    """The ``SeedText`` of decoded ``text``; ``data`` are the bytes it was decoded from."""
    path = Path(path)
    data = text.encode(encoding) if data is None else data
    cuts = [match.groups() for match in _LINE.finditer(text) if match.group()]
    lines = tuple(
        SeedLine(path, number, line, end) for number, (line, end) in enumerate(cuts, 1))
    return SeedText(
        path, encoding, hashlib.sha256(data).hexdigest(), text, lines, notation_of(path, text))
