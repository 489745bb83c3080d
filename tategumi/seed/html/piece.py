"""Records of a page: ``Element``, ``Piece``; pieces with blank lines before them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..losses import Loss


@dataclass(frozen=True)
class Element:
    """A block of the page: its ``tag``, its ``attributes``, and the block around it, by number."""

    tag: str
    attributes: Mapping[str, str]
    parent: int


@dataclass(frozen=True)
class Piece:
    """A part of the source, from ``start`` to ``end``.

    ``markdown`` is the Markdown it says, '' for tags and space alone; ``plain``
    the same without notation and readings, of which ``linked`` characters are in links.
    ``container`` is the number of the block around it, ``path`` the tags open there.
    ``continues`` where its line goes on from the piece before, as items of a list do.
    ``source`` is what the page calls a picture that stands alone, or whose words do. ``note``
    is the label of the note it is of. ``blank`` lines stand before it. ``losses`` are what it
    cannot say.
    """

    start: int
    end: int
    markdown: str = ''
    plain: str = ''
    container: int = 0
    path: frozenset[str] = frozenset()
    continues: bool = False
    source: str = ''
    note: str = ''
    linked: int = 0
    blank: int = 0
    losses: tuple[Loss, ...] = ()

    @property
    def is_link(self) -> bool:
        """Whether most of its text is in links."""
        return 2 * self.linked > len(self.plain)


def standing_apart(pieces: Iterable[tuple[Piece, bool]]) -> set[int]:
    """The numbers, from 1, of the pieces that more blank lines stand before than is usual.

    ``pieces`` are ``(Piece, is_outside)`` of a page. Usual is what most paragraphs of the article
    have before them.
    """
    inside = [
        (number, piece)
        for number, (piece, is_outside) in enumerate(pieces, 1)
        if piece.plain and not is_outside
    ]
    counts = Counter(piece.blank for _, piece in inside[1:])
    usual = max(counts, key=lambda blank: (counts[blank], blank), default=0)
    return {number for number, piece in inside if piece.blank > usual}
