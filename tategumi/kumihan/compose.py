"""Choosing where lines end, over the whole paragraph, and placing their items."""

from bisect import bisect_right
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate
from math import inf

from .adjustment import HANGING_COST, LEAST_EXPANSION_COST, LINE_END_COST, Gaps
from .breaks import break_table

#: Space after a mark at the line end, in em, that may be there or not but not
#: be halved (JLReq §3.1.9, table 3); for a middle dot both its sides go.
_END_SPACE = {2: .5, 6: .5, 7: .5, 5: .25}

_HANGING = frozenset((6, 7))
_VANISHING = frozenset((14, 26))
_MARKS = frozenset((2, 4, 5, 6, 7))

_HYPHEN_COST = 12
_LONE_CHARACTER_COST = 120
_SHORT_COST = 1e5
_OVERFULL_COST = 1e7

#: How many breaks too early to fill the line are weighed beside the last that fits.
_EARLIER_BREAKS = 3

_NEARLY = 1e-4


@dataclass(frozen=True)
class Line:
    """One composed line: items ``start`` to ``end - 1``.

    ``positions`` are the starts of the items' bodies, from the line head;
    ``length`` runs to the end of the last body, a hanging mark left out.
    ``visible`` is ``end`` without the spaces that vanish at the line end.
    ``advances`` and ``starts`` are the paragraph's (``Paragraph``) for its items,
    but where the line parts a construct (``Paragraph.parted``).
    ``adjustment`` is what was added to the natural length (negative: taken
    out); ``hanging``, ``hyphenated`` say what is at its end; ``overfull`` is
    true where the text allows no line that keeps the measure.
    """

    start: int
    end: int
    visible: int
    positions: list
    advances: list
    starts: list
    length: float
    adjustment: float = 0
    hanging: bool = False
    hyphenated: bool = False
    overfull: bool = False


def compose(paragraph, measure, style, indent=0):
    """Compose ``paragraph`` into lines of length ``measure``.

    ``indent`` is the first line's (JLReq §3.5.1), in the paragraph's unit.
    The breaks are those whose sum of adjustment costs is least, or by the style
    those that are least for each line by itself; where the line-by-line choice
    needs no adjustment at all, it is both. Returns a list of ``Line``; of an
    empty paragraph, an empty list.
    """
    gaps = Gaps(paragraph)
    composer = _Composer(paragraph, gaps, measure, style)
    lines = []
    start = 0
    for end in [*sorted(item + 1 for item in paragraph.forced), len(paragraph)]:
        if end > start:
            lines += composer.compose(start, end, indent)
        start, indent = end, 0
    return lines


def balanced(paragraph, measure, style, indent=0):
    """Compose as ``compose`` does, but into lines as even as their number allows.

    For headings: the lines are those of the shortest measure that does not
    need one line more (CSS Text 4, ``text-wrap: balance``).
    """
    lines = compose(paragraph, measure, style, indent)
    step = min(paragraph.sizes, default=0) / 2
    while step and len(lines) > 1 and measure > step:
        measure -= step
        narrower = compose(paragraph, measure, style, indent)
        if len(narrower) > len(lines) or any(line.overfull for line in narrower):
            break
        lines = narrower
    return lines


@dataclass(frozen=True)
class _Fit:
    """How items fill one line: the cost, and what is done to reach it."""

    cost: float
    adjustment: float = 0
    end_solid: bool = False
    hanging: bool = False


class _Composer:
    def __init__(self, paragraph, gaps, measure, style):
        self.paragraph = paragraph
        self.gaps = gaps
        self.measure = measure
        self.style = style
        self.breaks = break_table(style.strict_line_start)

    def compose(self, start, end, indent):
        ends = self._exact_ends(start, end, indent)
        if ends is None:
            ends, cost = self._ends_by_line(start, end, indent)
            if self.style.by_paragraph:
                ends = self._best_ends(start, end, indent, cost)
        lines = []
        for line_end in ends:
            lines.append(self._line(start, line_end, line_end == end, indent))
            start, indent = line_end, 0
        return lines

    def _exact_ends(self, start, end, indent):
        """The line ends of the fast road, or ``None`` if a line needs adjusting."""
        positions, ends = self.gaps.positions, []
        while True:
            reach = positions[start] + self.measure - indent
            if positions[end] <= reach + _NEARLY:
                if self._is_lone(start, end) and ends or self._reaches_out(start, end):
                    return None
                return [*ends, end]
            line_end = bisect_right(positions, reach + _NEARLY, start, end) - 1
            if line_end <= start or abs(positions[line_end] - reach) > _NEARLY:
                return None
            if not self._may_end(line_end - 1) or self.paragraph.classes[line_end - 1] == 26:
                return None
            if line_end - 1 in self.paragraph.parted:
                return None
            if self.paragraph.classes[line_end] in _VANISHING:
                return None
            if self._reaches_out(start, line_end):
                return None
            ends.append(line_end)
            start, indent = line_end, 0

    def _ends_by_line(self, start, end, indent):
        """The line ends of which each is the best for its line, and the sum of their costs."""
        ends, sum_of_costs, node = [], 0., start
        while node != end:
            node, cost = min(
                self._candidates(node, end, indent if node == start else 0, inf),
                key=lambda candidate: candidate[1])
            ends.append(node)
            sum_of_costs += cost
        return ends, sum_of_costs

    def _best_ends(self, start, end, indent, bound):
        """The line ends whose costs add up to the least, which is not more than ``bound``."""
        best = {start: (0., None)}
        waiting = [start]
        while waiting:
            node = heappop(waiting)
            if node == end:
                break
            cost = best[node][0]
            room = bound - cost + _NEARLY
            for line_end, fit_cost in self._candidates(
                    node, end, indent if node == start else 0, room):
                if fit_cost > room:
                    continue
                if line_end not in best:
                    heappush(waiting, line_end)
                elif best[line_end][0] <= cost + fit_cost:
                    continue
                best[line_end] = cost + fit_cost, node
        ends = []
        node = end
        while node != start:
            ends.append(node)
            node = best[node][1]
        return ends[::-1]

    def _candidates(self, start, end, indent, most):
        """``(line end, cost)`` of the lines from ``start`` worth weighing.

        Lines that would have to be expanded are looked at only where ``most``
        allows their cost. There is always one, if need be too long.
        """
        positions, shortest = self.gaps.positions, self.gaps.shortest
        room = self.measure - indent - self._parting(self._parts(start, end))
        reach = positions[start] + room
        fitting = max(bisect_right(positions, reach + _NEARLY, start, end + 1) - 1, start + 1)
        # The last mark may lose the space after it, or hang.
        last = shortest[start] + room + self.paragraph.sizes[fitting - 1]
        found = []
        later = fitting + 1
        while later <= end and shortest[later] <= last + _NEARLY:
            if later == end or self._may_end(later - 1):
                fit = self._fit(start, later, later == end, indent)
                if fit is not None:
                    found.append((later, fit.cost))
            later += 1
        earlier, seen = fitting, 0
        while earlier > start and seen < _EARLIER_BREAKS:
            if earlier == end or self._may_end(earlier - 1):
                fit = self._fit(start, earlier, earlier == end, indent)
                if fit is not None:
                    found.append((earlier, fit.cost))
                    seen += 1
                    if most < LEAST_EXPANSION_COST and fit.adjustment > 0:
                        break
            earlier -= 1
        if not found:
            line_end = fitting
            while line_end < end and not self._may_end(line_end - 1):
                line_end += 1
            found.append((line_end, _OVERFULL_COST + positions[line_end] - reach))
        return found

    def _may_end(self, item):
        """May a line end after ``item``? Not asked of the paragraph's last item."""
        paragraph = self.paragraph
        if paragraph.bound[item]:
            return False
        if paragraph.hyphens[item] is not None:
            return True
        return self.breaks[paragraph.classes[item]][paragraph.classes[item + 1]]

    def _reaches_out(self, start, end):
        """Does ruby at the line head or line end reach beyond its base?"""
        return start in self.paragraph.over_head or end - 1 in self.paragraph.over_end

    def _margins(self, start, item, parts):
        """Length that ruby reaching out needs at the line head, and at the line end.

        The reading, not the base, is set flush (JLReq §3.3.8). The indent of
        a paragraph is not the line head: there the reading lies over it.
        """
        paragraph = self.paragraph
        head, end = paragraph.over_head.get(start, 0), paragraph.over_end.get(item, 0)
        for part in parts:
            head = part.over_head if part.first == start else head
            end = part.over_end if part.end == item + 1 else end
        return head if start else 0, end

    def _parts(self, start, end):
        """The parts that a line of items ``start`` to ``end - 1`` has of what it parts."""
        parted = self.paragraph.parted
        if start - 1 not in parted and end - 1 not in parted:
            return ()
        constructs = [parted[item] for item in (start - 1, end - 1) if item in parted]
        return [construct.between(start, end) for construct in dict.fromkeys(constructs)]

    def _parting(self, parts):
        """How much longer the constructs are that the line parts than they are whole."""
        advances = self.paragraph.advances
        return sum(
            sum(part.advances) - sum(advances[part.first:part.end]) for part in parts)

    def _is_lone(self, start, end):
        """Would the last line hold but one character (JLReq §3.5.4)?"""
        classes = self.paragraph.classes
        characters = sum(classes[item] not in _MARKS for item in range(start, min(end, start + 4)))
        return characters <= 1 and classes[start] in (9, 10, 11, 15, 16, 19)

    def _visible(self, start, end):
        classes = self.paragraph.classes
        while end > start + 1 and classes[end - 1] in _VANISHING:
            end -= 1
        return end

    def _fit(self, start, end, last, indent):
        paragraph = self.paragraph
        visible = self._visible(start, end)
        item = visible - 1
        number = paragraph.classes[item]
        solid = self.gaps.positions[item] + paragraph.advances[item] - self.gaps.positions[start]
        extra = 0.
        if not last and paragraph.hyphens[end - 1] is not None:
            solid += paragraph.hyphens[end - 1]
            extra = _HYPHEN_COST
        room = self.measure - indent - solid
        if paragraph.over_head or paragraph.over_end or paragraph.parted:
            parts = self._parts(start, end)
            room -= self._parting(parts) + sum(self._margins(start, item, parts))
            extra += sum(part.cost for part in parts)
        space = _END_SPACE.get(number, 0) * paragraph.sizes[item]
        if number == 4 and visible < end and paragraph.classes[visible] == 14:
            # §3.1.6: the em after ！ and ？ may fill the line; it never begins one.
            space = paragraph.advances[visible]
        if last:
            if self._is_lone(start, end) and start:
                extra += _LONE_CHARACTER_COST
            if room >= -_NEARLY:
                return _Fit(extra)
        elif not self.style.justify:
            if room < -_NEARLY:
                return None
            return _Fit(extra + (room / self.measure) ** 2)
        fits = [fit for fit in (
            self._adjusted(room - space, start, item, 0),
            self._with_solid_end(room, start, item, number) if space else None,
            self._with_hanging(room, start, item, number, extra),
        ) if fit is not None]
        if not fits:
            return None
        best = min(fits, key=lambda fit: fit.cost)
        return best if not extra else _Fit(
            best.cost + extra, best.adjustment, best.end_solid, best.hanging)

    def _with_solid_end(self, room, start, item, number):
        if number == 5 and item > start:
            # The space before the dot goes with the one after it.
            room += self.gaps.natural[item - 1]
            item -= 1
        return self._adjusted(room, start, item, LINE_END_COST, end_solid=True)

    def _with_hanging(self, room, start, item, number, hyphen):
        if number not in _HANGING or not self.style.hanging or item == start or hyphen:
            return None
        room += self.paragraph.advances[item] + self.gaps.natural[item - 1]
        room -= self.paragraph.over_end.get(item - 1, 0)
        return self._adjusted(room, start, item - 1, HANGING_COST, hanging=True)

    def _adjusted(self, room, start, item, cost, **how):
        """A fit whose spaces between items ``start`` and ``item`` take up ``room``."""
        if abs(room) <= _NEARLY:
            return _Fit(cost, **how)
        if room < 0:
            reduction = self.gaps.reduction_cost(-room, start, item)
            return None if reduction is None else _Fit(cost + reduction, room, **how)
        expansion = self.gaps.expansion_cost(room, start, item)
        if expansion is None:
            return _Fit(cost + _SHORT_COST + room)
        return _Fit(cost + expansion, room, **how)

    def _line(self, start, end, last, indent):
        paragraph, gaps = self.paragraph, self.gaps
        fit = self._fit(start, end, last, indent)
        overfull = fit is None
        fit = fit or _Fit(0)
        visible = self._visible(start, end)
        item = visible - 1 - fit.hanging
        dot = fit.end_solid and paragraph.classes[item] == 5 and item > start
        adjusted = item - 1 if dot else item
        if fit.adjustment < 0:
            spaces = gaps.reduced(-fit.adjustment, start, adjusted)
        elif fit.adjustment > 0:
            spaces = gaps.expanded(fit.adjustment, start, adjusted)
        else:
            spaces = gaps.natural[start:adjusted]
        if dot:
            spaces = [*spaces, 0.]
        advances, starts = paragraph.advances[start:end], paragraph.starts[start:end]
        parts = self._parts(start, end)
        for part in parts:
            advances[part.first - start:part.end - start] = part.advances
            starts[part.first - start:part.end - start] = part.starts
        head, tail = self._margins(start, item, parts)
        positions = list(accumulate(
            (advance + space for advance, space in zip(advances, spaces)),
            initial=indent + head))
        length = positions[item - start] + advances[item - start] + tail
        if fit.hanging:
            positions.append(length)
        hyphenated = not last and bool(paragraph.hyphens[end - 1])
        positions += [positions[-1] + advances[visible - 1 - start]] * (end - visible)
        return Line(
            start, end, visible, positions, advances, starts, length, fit.adjustment, fit.hanging,
            hyphenated, overfull)
