"""Which units of a text are those of another version of it: the same, or alike."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

#: Two units are one in two versions where so much of their pairs of characters is the same.
_ALIKE = 0.4
#: Between so many pairs of units the best are looked for; of more only those at the same place.
_MOST_PAIRS = 2_500


def aligned(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """``{index in base: index in other}`` of what is one unit in both, in order."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    pairs: dict[int, int] = {}
    done, other_done = 0, 0
    for block in blocks:
        between = range(done, block.a), range(other_done, block.b)
        pairs |= _alike_between(base, other, *between)
        pairs |= {block.a + offset: block.b + offset for offset in range(block.size)}
        done, other_done = block.a + block.size, block.b + block.size
    return pairs


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1 (Dice, of pairs of characters)."""
    if one == other:
        return 1
    pairs, others = Counter(pairwise(one)), Counter(pairwise(other))
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0


def are_alike(one: str, other: str) -> bool:
    """Whether ``other`` may be another version of ``one``."""
    return likeness(one, other) >= _ALIKE


def _alike_between(
    base: Sequence[str], other: Sequence[str], places: range, others: range
) -> dict[int, int]:
    """The pairs of units at ``places`` and ``others`` that are alike most, in order."""
    if not places or not others:
        return {}
    if len(places) * len(others) > _MOST_PAIRS:
        pairs = zip(places, others) if len(places) == len(others) else ()
        return {place: at for place, at in pairs if are_alike(base[place], other[at])}
    # The best sum of what is alike in the first units of both, and the pairs it is of.
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [
        [(0, ())] * (len(others) + 1) for _ in range(len(places) + 1)
    ]
    for row, place in enumerate(places, 1):
        for column, at in enumerate(others, 1):
            best[row][column] = max(best[row - 1][column], best[row][column - 1], key=_sum)
            share = likeness(base[place], other[at])
            if share >= _ALIKE:
                before, pairs_before = best[row - 1][column - 1]
                with_it = before + share, (*pairs_before, (place, at))
                best[row][column] = max(best[row][column], with_it, key=_sum)
    return dict(best[-1][-1][1])


def _sum(best: tuple[float, tuple[tuple[int, int], ...]]) -> float:
    return best[0]
