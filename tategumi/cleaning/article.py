"""What cleaning finds in a seed: a title, credits and blocks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..seed.aozora import Indent
from ..seed.notation import Notation
from ..settings import Creator, Credit

BlockKind = Literal[
    'head',
    'paragraph',
    'caption',
    'picture',
    'scene-break',
    'quotation',
    'indent',
    'line-end',
    'notation',
    'table',
    'list',
]


@dataclass(frozen=True)
class Block:
    """One block of an article.

    ``text`` has one line for each of ``lines`` (``SeedLine.number`` of the
    lines of the seed it came from): one, but in a Markdown seed, a table, a list. Of a
    paragraph that was cut into lines, all are one line again. A
    ``notation`` block is what a Markdown seed has besides prose: lists,
    quotations, tables, code. Lines of a ``table`` are its rows, with a tab between
    the cells, those of a ``list`` its items. A ``quotation`` is a paragraph set in from the
    others, an ``indent`` a line set in by what ``indent`` says, with the full-width spaces
    before it; a ``line-end`` stands at the end of its line. ``level`` of a head counts
    from 1 for the article's topmost heads; of a ``line-end`` it is how many
    characters that is raised, of a numbered ``list`` the number of its first item, and 0 for
    every other kind. A ``picture`` stands alone.
    ``apart``: so many blank lines stand before it in the seed, and nothing else that was left
    out. ``part``: a head that has whole
    chapters below it.
    """

    kind: BlockKind
    text: str
    lines: tuple[int, ...]
    level: int = 0
    indent: Indent | None = None
    apart: int = 0
    part: bool = False


@dataclass(frozen=True)
class Article:
    """One cleaned seed.

    ``notation`` is what the text of its blocks is written in, and ``head``, the
    title as it is to head a chapter. ``pictures`` are the addresses of the
    pictures in the blocks. ``is_page``: the seed is a page of HTML.
    """

    file: Path
    title: str
    source: str
    credits: tuple[Credit, ...]
    blocks: tuple[Block, ...]
    notation: Notation = 'plain'
    subtitle: str = ''
    creators: tuple[Creator, ...] = ()
    pictures: tuple[str, ...] = ()
    head: str = ''
    is_page: bool = False
