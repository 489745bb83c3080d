"""Filling a line to the measure: what it costs, and where the space goes (JLReq §3.8)."""

from itertools import accumulate

from .spacing import (
    EVENLY,
    TO_HALF_EM,
    TO_QUARTER_EM,
    WESTERN_TO_HALF_EM,
    WORD_SPACE,
    WORD_SPACE_EM,
    WORD_SPACE_LEAST,
    WORD_SPACE_MOST,
    space_table,
)

#: What a line costs by the last stage it needs: ``(at the start, when the
#: stage is used up)``. Only the order and the rough distances matter: a line
#: that is reduced is always better than one that is expanded (§3.8.2), and
#: within each the earlier stage is better (§3.8.3, §3.8.4).
_REDUCTION_COST = ((1, 2), (5, 8), (10, 25), (26, 31))
_EXPANSION_COST = ((36, 40), (41, 48), (50, 130))
_EVENLY_COST, _EVENLY_COST_AN_EM = 200, 400

#: No expanded line costs less.
LEAST_EXPANSION_COST = _EXPANSION_COST[0][0]

#: The two steps at the line end (§3.8.3 b, c), which come between word spaces and
#: middle dots, and hanging a mark.
LINE_END_COST = 3
HANGING_COST = 4

_NEARLY = 1e-6


class Gaps:
    """The spaces between the items of a paragraph, ready to be adjusted.

    ``natural[i]`` is the space between item ``i`` and the next;
    ``positions[i]`` where the body of item ``i`` begins when all is natural
    and on one line; lengths in the paragraph's unit. ``reducible[stage][i]`` is
    what that space gives in a stage of §3.8.3, ``expandable[stage][i]`` what it
    takes in one of §3.8.4.
    """

    def __init__(self, paragraph):
        classes, sizes = paragraph.classes, paragraph.sizes
        count = len(classes)
        table = space_table()
        natural = [0.] * count
        reducible = [[0.] * count for _ in range(4)]
        expandable = [[0.] * count for _ in range(4)]
        bound, rigid, parted = paragraph.bound, paragraph.rigid, paragraph.parted
        for index in range(count - 1):
            if bound[index]:
                continue
            if index in parted:
                expandable[TO_QUARTER_EM][index] = paragraph.stretch.get(index, 0.)
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
        for index, number in enumerate(classes):
            if number == 26:
                size = sizes[index]
                reducible[WORD_SPACE][index] = size * (WORD_SPACE_EM - WORD_SPACE_LEAST)
                expandable[TO_HALF_EM][index] = size * (WORD_SPACE_MOST - WORD_SPACE_EM)
        self.natural = natural
        self.positions = [0., *accumulate(
            advance + gap for advance, gap in zip(paragraph.advances, natural))]
        #: ``positions`` with all that can be taken out taken out.
        self.shortest = [
            position - sum(given) for position, *given in zip(
                self.positions, *(_sums(amounts) for amounts in reducible))]
        self.reducible, self.expandable = reducible, expandable
        self._reductions = [_sums(amounts) for amounts in reducible]
        self._expansions = [_sums(amounts) for amounts in expandable[:EVENLY]]
        # The last stage is shared by the places of all.
        self._places = [size if any(takes) else 0. for size, *takes in zip(sizes, *expandable)]
        self._all_places = _sums(self._places)

    def reduction_cost(self, amount, start, end):
        """Cost of taking ``amount`` out of the spaces of items ``start`` to ``end - 1``.

        ``None`` if they do not give that much.
        """
        for sums, (low, high) in zip(self._reductions, _REDUCTION_COST):
            available = sums[end] - sums[start]
            if amount <= available + _NEARLY:
                return low + (high - low) * amount / available
            amount -= available
        return None

    def expansion_cost(self, amount, start, end):
        """Cost of adding ``amount`` to the spaces of items ``start`` to ``end - 1``.

        ``None`` if there is no place to add any.
        """
        for sums, (low, high) in zip(self._expansions, _EXPANSION_COST):
            available = sums[end] - sums[start]
            if amount <= available + _NEARLY:
                return low + (high - low) * amount / available
            amount -= available
        places = self._all_places[end] - self._all_places[start]
        if not places:
            return None
        return _EVENLY_COST + _EVENLY_COST_AN_EM * amount / places

    def reduced(self, amount, start, end):
        """The spaces of items ``start`` to ``end - 1`` with ``amount`` taken out."""
        gaps = self.natural[start:end]
        for stage, sums in zip(self.reducible, self._reductions):
            available = sums[end] - sums[start]
            if available <= 0:
                continue
            share = min(1, amount / available)
            gaps = [gap - give * share for gap, give in zip(gaps, stage[start:end])]
            amount -= available * share
            if amount <= _NEARLY:
                break
        return gaps

    def expanded(self, amount, start, end):
        """The spaces of items ``start`` to ``end - 1`` with ``amount`` added."""
        gaps = self.natural[start:end]
        for stage, sums in zip(self.expandable, self._expansions):
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


def _sums(amounts):
    return [0., *accumulate(amounts)]
