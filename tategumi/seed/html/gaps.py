"""Blank lines of a page: empty paragraphs and breaks in a row."""

from collections import Counter
from collections.abc import Iterable

from .piece import Piece


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
