"""Filling a line to the measure: what it costs, and where the space goes (JLReq §3.8)."""

from bisect import bisect_left
from functools import cache, cached_property
from itertools import accumulate, repeat
from operator import add, sub, truediv
from typing import TypeAlias

from .paragraph import Paragraph
from .spacing import (
    MIDDLE_DOT,
    TO_HALF_EM,
    TO_QUARTER_EM,
    WESTERN_TO_HALF_EM,
    WORD_SPACE,
    WORD_SPACE_EM,
    WORD_SPACE_LEAST,
    WORD_SPACE_MOST,
    Space,
    space_table,
)

#: What a line costs by the last stage it needs: ``(at the start, when the
#: stage is used up)``. Only the order and the rough distances matter: a line
#: that is reduced is always better than one that is expanded (§3.8.2), and
#: within each the earlier stage is better (§3.8.3, §3.8.4). Expansion costs with the square of
#: what a stage gives: rather two lines are a little loose than one is very loose.
_REDUCTION_COST = ((1, 2), (5, 8), (10, 25), (26, 31))
_EXPANSION_COST = ((36, 40), (41, 48), (50, 350))
_EVENLY_COST, _EVENLY_COST_AN_EM = 420, 400

#: No expanded line costs less.
LEAST_EXPANSION_COST = _EXPANSION_COST[0][0]

#: The two steps at the line end (§3.8.3 b, c), which come between word spaces and
#: middle dots, and hanging a mark.
LINE_END_COST = 3
HANGING_COST = 4

_NEARLY = 1e-6

#: A stage: the sums of its amounts, the amounts, and its two costs.
_Costed: TypeAlias = tuple[list[float], list[float], int, int]


class Gaps:
    """The spaces between the items of a paragraph, ready to be adjusted.

    ``natural[i]`` is the space between item ``i`` and the next;
    ``positions[i]`` where the body of item ``i`` begins when all is natural
    and on one line; lengths in the paragraph's unit. ``reducible[stage][i]`` is
    what that space gives in a stage of §3.8.3, ``expandable[stage][i]`` what it
    takes in one of §3.8.4.
    """

    def __init__(self, paragraph: Paragraph) -> None:
        classes, sizes = paragraph.classes, paragraph.sizes
        count = len(classes)
        natural = [0.0] * count
        reducible, expandable = _Stages(count), _Stages(count)
        # Nearly all characters are solid, and take a quarter em.
        expandable[TO_QUARTER_EM] = list(map(truediv, sizes, repeat(4)))
        if count:
            expandable[TO_QUARTER_EM][-1] = 0.0
        spaced = self._set_spaces(paragraph, natural, reducible, expandable)
        for index, number in enumerate(classes) if 26 in classes else ():
            if number == 26 and not paragraph.bound[index]:
                size = sizes[index]
                reducible[WORD_SPACE][index] = size * (WORD_SPACE_EM - WORD_SPACE_LEAST)
                expandable[TO_HALF_EM][index] = size * (WORD_SPACE_MOST - WORD_SPACE_EM)
        self.natural = natural
        self._paragraph, self._spaced = paragraph, spaced
        self.positions = [0.0, *accumulate(map(add, paragraph.advances, natural))]
        self._sizes = sizes
        self.reducible, self.expandable = reducible, expandable

    @staticmethod
    def _set_spaces(
        paragraph: Paragraph, natural: list[float], reducible: '_Stages', expandable: '_Stages'
    ) -> set[int]:
        """Set the spaces that are not as those between characters set solid: which."""
        classes, sizes = paragraph.classes, paragraph.sizes
        bound, rigid, parted = paragraph.bound, paragraph.rigid, paragraph.parted
        table, solid, quarters = space_table(), _solid_classes(), expandable[TO_QUARTER_EM]
        spaced = [index for index, number in enumerate(classes) if number not in solid]
        indices = {*spaced, *(index - 1 for index in spaced), *parted}
        if True in bound:
            indices.update(index for index, is_bound in enumerate(bound) if is_bound)
        for index in indices:
            if not 0 <= index < len(classes) - 1:
                continue
            quarters[index] = 0.0
            if bound[index]:
                continue
            if index in parted:
                quarters[index] = paragraph.stretch.get(index, 0.0)
                continue
            space = table[classes[index]][classes[index + 1]]
            size = sizes[index]
            if space.before or space.after:
                amount = space.before * size + space.after * sizes[index + 1]
                natural[index] = amount
                if index not in rigid:
                    for stage, before, after in space.reductions:
                        reducible[stage][index] = before * size + after * sizes[index + 1]
            if space.expansion == WESTERN_TO_HALF_EM:
                expandable[WESTERN_TO_HALF_EM][index] = natural[index]
            elif space.expansion is not None:
                expandable[space.expansion][index] = size / 4
        return indices

    def are_even(self, start: int, end: int) -> bool:
        """Is the em square of each of items ``start`` to ``end - 1`` just behind the one before?

        Without adjustment, and where each has a character's length.
        """
        return bisect_left(self._uneven, start) == bisect_left(self._uneven, end - 1)

    @cached_property
    def _uneven(self) -> list[int]:
        """The items whose space to the next keeps that from standing just an em behind, in order.

        Or that are no whole character.
        """
        advances, starts, sizes = (
            self._paragraph.advances,
            self._paragraph.starts,
            self._paragraph.sizes,
        )
        return sorted(
            index
            for index in self._spaced
            if 0 <= index < len(sizes) - 1
            and abs(
                starts[index]
                + advances[index]
                + self.natural[index]
                - starts[index + 1]
                - sizes[index]
            )
            > _NEARLY
        )

    @cached_property
    def shortest(self) -> list[float]:
        """``positions`` with all that can be taken out taken out."""
        if not self._reductions:
            return self.positions
        return list(
            map(sub, self.positions, map(sum, zip(*(sums for sums, *_ in self._reductions))))
        )

    @cached_property
    def _reductions(self) -> list[_Costed]:
        return self.reducible.costing(_REDUCTION_COST)

    @cached_property
    def _expansions(self) -> list[_Costed]:
        return self.expandable.costing(_EXPANSION_COST)

    @cached_property
    def _places(self) -> list[float]:
        # The last stage is shared by the places of all.
        return [
            size if takes else 0.0
            for size, takes in zip(self._sizes, map(any, zip(*self.expandable.values())))
        ]

    @cached_property
    def _all_places(self) -> list[float]:
        return _sums(self._places)

    def dot_space(self, item: int) -> float:
        """What of the space after ``item`` is a middle dot's."""
        return self.reducible[MIDDLE_DOT][item] if MIDDLE_DOT in self.reducible else 0.0

    def reduction_cost(
        self, amount: float, start: int, end: int, ends_with_dot: bool = False
    ) -> float | None:
        """Cost of taking ``amount`` out of the spaces of items ``start`` to ``end - 1``.

        ``None`` if they do not give that much. Where the line ``ends_with_dot`` that is
        solid, the last of them has given up its ``dot_space`` before.
        """
        for sums, stage, low, high in self._reductions:
            available = sums[end] - sums[start]
            if ends_with_dot and stage is self.reducible[MIDDLE_DOT]:
                available -= stage[end - 1]
            if available <= 0:
                continue
            if amount <= available + _NEARLY:
                return low + (high - low) * amount / available
            amount -= available
        return None

    def expansion_cost(self, amount: float, start: int, end: int) -> float | None:
        """Cost of adding ``amount`` to the spaces of items ``start`` to ``end - 1``.

        ``None`` if there is no place to add any.
        """
        for sums, _, low, high in self._expansions:
            available = sums[end] - sums[start]
            if amount <= available + _NEARLY:
                return low + (high - low) * (amount / available if available else 0) ** 2
            amount -= available
        places = self._all_places[end] - self._all_places[start]
        if not places:
            return None
        return _EVENLY_COST + _EVENLY_COST_AN_EM * amount / places

    def reduced(
        self, amount: float, start: int, end: int, ends_with_dot: bool = False
    ) -> list[float]:
        """The spaces of items ``start`` to ``end - 1`` with ``amount`` taken out.

        As in ``reduction_cost``, but what the last gave up before is taken out here too.
        """
        gaps = self.natural[start:end]
        if ends_with_dot:
            gaps[-1] -= self.dot_space(end - 1)
        for sums, stage, _, _ in self._reductions:
            available, gives = sums[end] - sums[start], stage[start:end]
            if ends_with_dot and stage is self.reducible[MIDDLE_DOT]:
                available -= gives[-1]
                gives[-1] = 0.0
            if available <= 0:
                continue
            share = min(1, amount / available)
            gaps = [gap - give * share for gap, give in zip(gaps, gives)]
            amount -= available * share
            if amount <= _NEARLY:
                break
        return gaps

    def expanded(self, amount: float, start: int, end: int) -> list[float]:
        """The spaces of items ``start`` to ``end - 1`` with ``amount`` added."""
        gaps = self.natural[start:end]
        for sums, stage, _, _ in self._expansions:
            available = sums[end] - sums[start]
            if available <= 0:
                continue
            share = min(1, amount / available)
            gaps = [gap + take * share for gap, take in zip(gaps, stage[start:end])]
            amount -= available * share
            if amount <= _NEARLY:
                return gaps
        # §3.8.4 d: what is left goes to the places of all stages alike.
        share = amount / (self._all_places[end] - self._all_places[start])
        return [gap + place * share for gap, place in zip(gaps, self._places[start:end])]


class _Stages(dict[int, list[float]]):
    """Stage → what each of ``count`` spaces gives or takes in it; a stage in which none does
    comes to be when it is asked for.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, stage: int) -> list[float]:
        amounts = self[stage] = [0.0] * self._count
        return amounts

    def costing(self, costs: tuple[tuple[int, int], ...]) -> list[_Costed]:
        """``(sums of amounts, amounts, the two costs)`` of those stages there are, in order."""
        return [
            (_sums(self[stage]), self[stage], *cost)
            for stage, cost in enumerate(costs)
            if stage in self
        ]


@cache
def _solid_classes() -> frozenset[int]:
    """Classes of which any two are set solid, and take a quarter em where space is added."""
    table, solid = space_table(), Space(expansion=TO_QUARTER_EM)
    classes: list[int] = []
    for number in (15, 16, 19, *range(1, 31)):
        if all(
            table[number][other] == table[other][number] == solid for other in (number, *classes)
        ):
            classes.append(number)
    return frozenset(classes)


def _sums(amounts: list[float]) -> list[float]:
    return [0.0, *accumulate(amounts)]
