"""A decoded seed and its lines."""

import hashlib
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..underlined import with_marks
from .aozora import lines_as_markdown
from .bbcode import is_bbcode, markdown_lines
from .html import About, Piece, about, article_pieces, line_and_column, standing_apart
from .losses import Loss
from .markdown import continuations
from .missing_pictures import without_missing
from .notation import Notation, is_html, is_markdown, notation_of
from .novel import untagged
from .pictures import PICTURE
from .tags import without_tags

# Only these end a line. ``str.splitlines`` would also cut at form feeds and
# U+2028, which scraped text has in the middle of a sentence.
_LINE = re.compile(r'([^\r\n]*)(\r\n|\r|\n|\Z)')


@dataclass(frozen=True)
class SeedLine:
    """One line, or of an HTML seed one piece of the page.

    ``number`` counts them from 1, ``end`` is the line's own ending, '' where
    there is none. ``place`` is the line and column, from 1, where it begins in
    the file. ``markdown`` is what a piece of HTML or a line with tags says in
    Markdown, and is ``None`` where the text says it itself; ``outside`` tells a piece that is
    not of the page's article. ``continues``: in Markdown it goes on from the
    line before. ``apart``: the page leaves more lines empty before it than between
    its paragraphs. ``losses`` are what ``markdown`` cannot say.
    """

    file: Path
    number: int
    text: str
    end: str
    place: tuple[int, int]
    markdown: str | None = None
    outside: bool = False
    continues: bool = False
    apart: bool = False
    losses: tuple[Loss, ...] = ()

    @property
    def content(self) -> str:
        """The text to be cleaned."""
        return self.text if self.markdown is None else self.markdown


@dataclass(frozen=True)
class SeedText:
    """One seed. ``''.join(line.text + line.end for line in lines) == text``.

    A byte order mark stays as the first character of ``text``. ``sha256`` is
    the hexadecimal digest of the bytes of the file. ``notation`` says which
    marks of the text are notation. ``pictures`` has for what the seed calls a
    picture file beside it the address that the file has in the manuscript, ``contents`` those
    of an archive by their path below ``book/pictures/``.
    ``about`` is what a page says of itself.
    """

    path: Path
    encoding: str
    sha256: str
    text: str
    lines: tuple[SeedLine, ...]
    notation: Notation
    pictures: dict[str, str] = field(default_factory=dict)
    about: About = About()
    contents: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_markdown(self) -> bool:
        """Whether marks at the head of a line are notation, not text."""
        return self.notation == 'markdown'

    @cached_property
    def has_bbcode(self) -> bool:
        """Whether the tags of its lines are those of BBCode, not of HTML."""
        return not (self.is_html or is_markdown(self.path)) and is_bbcode(self.text)

    @cached_property
    def is_html(self) -> bool:
        """Whether the lines are pieces of a page."""
        return is_html(self.path, self.text)

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses in the manuscript of the pictures beside the seed."""
        return frozenset(self.pictures.values())

    def placed(self, text: str) -> str:
        """Markdown ``text``, its pictures beside the seed by their addresses."""
        return PICTURE.sub(self._by_address, text) if self.pictures else text

    def _by_address(self, match: re.Match[str]) -> str:
        address = self.pictures.get(match['bare'] or match['source'] or '')
        return f'![{match["words"]}]({address}{match["title"] or ""})' if address else match[0]


def seed_text(
    path: Path | str,
    text: str,
    encoding: str = 'utf-8',
    data: bytes | None = None,
    pictures: dict[str, str] | None = None,
) -> SeedText:
    """The ``SeedText`` of decoded ``text``; ``data`` are the bytes it was decoded from.

    ``pictures`` is what ``pictures_beside`` finds.
    """
    path, pictures = Path(path), pictures or {}
    data = text.encode(encoding) if data is None else data
    notation = notation_of(path, text)
    is_page = is_html(path, text)
    pieces = article_pieces(text, pictures) if is_page else []
    lines = _of_page(path, text, pieces) if is_page else _lines(path, text)
    if notation == 'markdown' and not is_page:
        if is_markdown(path) or not is_bbcode(text):
            lines = _untagged(lines if is_markdown(path) else _markdown(lines), pictures)
            # Of Word and EPUBs heads come with their marks.
            lines = _with_heads(lines) if path.suffix.lower() == '.md' else lines
        else:
            lines = _bbcode(lines)
        lines = _without_missing(lines, pictures)
    if notation == 'aozora':
        lines = _with_losses(lines, lines_as_markdown([line.text for line in lines], pictures))
    if notation == 'novel':
        lines = _with_markdown(lines, [untagged(line.text) for line in lines])
    return SeedText(
        path,
        encoding,
        hashlib.sha256(data).hexdigest(),
        text,
        lines,
        notation,
        pictures,
        _about(text, pieces) if pieces else About(),
    )


def with_archive(
    seed: SeedText, contents: dict[str, bytes], losses: Mapping[int, tuple[Loss, ...]]
) -> SeedText:
    """``seed`` with the pictures that came with it, and with ``losses`` of its lines."""
    lines = tuple(
        replace(line, losses=line.losses + losses[line.number]) if line.number in losses else line
        for line in seed.lines
    )
    return replace(seed, contents=contents, lines=lines)


def _lines(path: Path, text: str) -> tuple[SeedLine, ...]:
    cuts = [match.groups() for match in _LINE.finditer(text) if match.group()]
    markdown = is_markdown(path)
    return tuple(
        SeedLine(path, number, line, end, (number, 1), continues=markdown and number > 1)
        for number, (line, end) in enumerate(cuts, 1)
    )


def _bbcode(lines: Iterable[SeedLine]) -> tuple[SeedLine, ...]:
    markdown_of_lines = markdown_lines([line.text for line in lines])
    return tuple(
        replace(line, markdown=None if markdown == line.text else markdown, continues=continues)
        for line, (markdown, continues) in zip(lines, markdown_of_lines)
    )


def _markdown(lines: Iterable[SeedLine]) -> tuple[SeedLine, ...]:
    return tuple(
        replace(line, continues=continues)
        for line, continues in zip(lines, continuations([line.text for line in lines]))
    )


def _untagged(lines: Iterable[SeedLine], pictures: Container[str]) -> tuple[SeedLine, ...]:
    return _with_markdown(lines, without_tags([line.text for line in lines], pictures))


def _with_heads(lines: Iterable[SeedLine]) -> tuple[SeedLine, ...]:
    lines = tuple(lines)
    marked = with_marks([line.content for line in lines])
    return tuple(
        line if text == line.content else replace(line, markdown=text)
        for line, text in zip(lines, marked)
    )


def _with_markdown(
    lines: Iterable[SeedLine], markdown_of_lines: Iterable[str]
) -> tuple[SeedLine, ...]:
    return tuple(
        line if markdown == line.text else replace(line, markdown=markdown)
        for line, markdown in zip(lines, markdown_of_lines)
    )


def _without_missing(lines: Iterable[SeedLine], pictures: Container[str]) -> tuple[SeedLine, ...]:
    return _with_losses(lines, without_missing([line.content for line in lines], pictures))


def _with_losses(
    lines: Iterable[SeedLine], markdown_of_lines: Iterable[tuple[str, tuple[Loss, ...]]]
) -> tuple[SeedLine, ...]:
    return tuple(
        line
        if not losses and markdown == line.content
        else replace(
            line, markdown=line.markdown if markdown == line.content else markdown, losses=losses
        )
        for line, (markdown, losses) in zip(lines, markdown_of_lines)
    )


def _about(text: str, pieces: Sequence[tuple[Piece, bool]]) -> About:
    kept = [piece for piece, is_outside in pieces if piece.markdown and not is_outside]
    return about(text, [piece for piece, _ in pieces], kept)


def _of_page(path: Path, text: str, pieces: Sequence[tuple[Piece, bool]]) -> tuple[SeedLine, ...]:
    places = line_and_column(text, [piece.start for piece, _ in pieces])
    apart = standing_apart(pieces)
    return tuple(
        SeedLine(
            path,
            number,
            text[piece.start : piece.end],
            '',
            place,
            piece.markdown,
            outside,
            piece.continues,
            number in apart,
            piece.losses,
        )
        for number, ((piece, outside), place) in enumerate(zip(pieces, places), 1)
    )
