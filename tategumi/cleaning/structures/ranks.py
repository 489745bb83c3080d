"""Which series of heads stands above which: by what begins anew, or stands first, below it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Lines

#: The rank of heads by what they count, 1 above 2 above 3, where nothing in the text speaks
#: against it; of two that a text has nested, those named first stand above.
_RANKS = {
    '部': 1, '巻': 1, '編': 1, '篇': 1, 'part': 1, 'book': 1,
    '章': 2, 'chapter': 2, 'act': 2, '幕': 2, '話': 2, '回': 2, '夜': 2,
    '節': 3, '項': 3,
}  # fmt: skip
_ORDER = {counter: place for place, counter in enumerate(_RANKS)}
_OTHERS = 2
#: No text has more ranks of heads; where more forms are found, those with the fewest heads keep
#: the rank of their form.
_MOST = 12


@dataclass(frozen=True)
class Level:
    """Heads of one rank: ``indexes`` of their lines, ``first`` of those that begin a count.

    ``counter`` is what they count, or the word that names their number; ``rank`` the one that
    they have where no other heads are.
    """

    indexes: tuple[int, ...]
    first: frozenset[int]
    counter: str
    rank: int

    @property
    def counts(self) -> bool:
        """Whether they are numbered."""
        return bool(self.first)


def level_of(indexes: Sequence[int], first: Sequence[int], counter: str, rank: int = 0) -> Level:
    """The ``Level`` of a series."""
    return Level(
        tuple(indexes), frozenset(first), counter, rank or _RANKS.get(counter[-1:], 0)
        or _RANKS.get(counter, _OTHERS)
    )  # fmt: skip


def ranked(lines: Lines, levels: Sequence[Level]) -> list[int]:
    """The rank of each of ``levels``, so that those below others have a greater one."""
    ranks = [level.rank for level in levels]
    largest = sorted(range(len(levels)), key=lambda place: -len(levels[place].indexes))[:_MOST]
    above = {
        place: [other for other in largest if _is_above(lines, levels[other], levels[place])]
        for place in largest
    }
    for _ in largest:
        for place, others in above.items():
            ranks[place] = max([ranks[place], *(ranks[other] + 1 for other in others)])
        if max(ranks) > len(largest) + max(_RANKS.values()):
            # Each above the other: then by what they count alone.
            return [level.rank for level in levels]
    return ranks


def _is_above(lines: Lines, level: Level, other: Level) -> bool:
    """Whether heads of ``level`` have those of ``other`` below them."""
    if level is other or _place(level) > _place(other):
        return False
    heads = set(level.indexes)
    others = set(other.indexes)
    if any(lines.below(index) in heads for index in others):
        return False
    return any(lines.below(index) in others for index in heads) or _begins_anew(level, other)


def _begins_anew(level: Level, other: Level) -> bool:
    """Whether the count begins once more, each time below another head of ``level``."""
    firsts = sorted(other.first)
    places = [bisect_left(level.indexes, index) for index in firsts]
    return len(firsts) > 1 and len(set(places)) == len(places) and places[0] > 0


def _place(level: Level) -> int:
    return _ORDER.get(level.counter, _ORDER.get(level.counter[-1:], len(_ORDER)))
