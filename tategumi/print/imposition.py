"""Which pages lie beside each other where sheets are folded once and stitched 中綴じ."""

from collections.abc import Iterator

#: The pages of a leaf folded once.
LEAF = 4


def pairs(count: int) -> Iterator[tuple[int, int]]:
    """The pages, from 1, on the left and on the right of each side of each sheet, in order.

    For ``count`` pages, a multiple of ``LEAF``, of a book bound on the right. The first side is
    the outside of the outermost sheet: the first page on the left, the last on the right.
    Each second side is the back of the one before, turned over on the short edge.
    """
    for number in range(1, count // 2, 2):
        yield number, count + 1 - number
        yield count - number, number + 1
