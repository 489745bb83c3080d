"""Quotations around lists and code, and definitions, of the documents of an EPUB.

A site's pages use both to lay out what is no text; what a book has in them is what they say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .html.piece import Element, Piece

_LISTS, _PARTS = frozenset(('ul', 'ol')), frozenset(('dt', 'dd'))
#: No book has more around a paragraph.
_DEEPEST = 64
_BOLD = re.compile(r'\*\*(.+)\*\*')
_SPACE = re.compile(' *')
_ITEM = re.compile(r' *(?:[-*+]|\d+\.) ')


class Block(NamedTuple):
    """The Markdown of a piece, and whether it goes on from the one before."""

    markdown: str
    goes_on: bool


def nested(pieces: Sequence[Piece], elements: Sequence[Element]) -> Iterator[tuple[Block, Piece]]:
    """Each of ``pieces`` of a page as it stands in what is around it."""
    before = ''
    for piece in pieces:
        around = _around(piece.container, elements)
        tags = [elements[number].tag for number in around]
        block = Block(piece.markdown, piece.continues)
        defined = next(
            (number for number in reversed(around) if elements[number].tag in _PARTS), 0
        )
        name = elements[defined].tag if defined else ''
        if piece.markdown and name:
            block = _definition(piece, name, f'{name}{defined}', before)
        if block.markdown:
            block = Block(_quoted(block.markdown, tags), block.goes_on)
            before = f'{name}{defined}'
        yield block, piece


def _around(number: int, elements: Sequence[Element]) -> list[int]:
    """The numbers of the elements around, the outermost of those looked at first."""
    around: list[int] = []
    while number and len(around) < _DEEPEST:
        around.insert(0, number)
        number = elements[number].parent
    return around


def _definition(piece: Piece, name: str, here: str, before: str) -> Block:
    if name == 'dt':
        match = _BOLD.fullmatch(piece.markdown)
        # Terms may share a definition.
        return Block(match[1] if match else piece.markdown, before.startswith('dt'))
    if before.startswith('dt'):
        return Block(f': {piece.markdown}', True)
    if piece.continues or not before.startswith('dd'):
        return Block(piece.markdown, piece.continues)
    return (
        Block(f'    {piece.markdown}', False)
        if here == before
        else Block(f': {piece.markdown}', True)
    )


def _quoted(markdown: str, tags: Sequence[str]) -> str:
    if 'blockquote' not in tags or markdown.startswith('>'):
        return markdown
    first = next((place for place, tag in enumerate(tags) if tag in _LISTS), len(tags))
    outside, inside = tags[:first].count('blockquote'), tags[first:].count('blockquote')
    if inside and not _ITEM.match(markdown):
        end = _SPACE.match(markdown).end()  # type: ignore[union-attr]
        markdown = f'{markdown[:end]}{"> " * inside}{markdown[end:]}'
    return '\n'.join(f'{"> " * outside}{line}' for line in markdown.split('\n'))
