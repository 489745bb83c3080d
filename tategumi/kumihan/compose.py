"""Choosing where lines end: over the whole paragraph, or line by line."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from math import inf

from .adjustment import LEAST_EXPANSION_COST, Gaps
from .filling import VANISHING, Line, LineFiller
from .paragraph import CompositionStyle, Paragraph

#: More than any line that ends where it may.
_OVERFULL_COST = 1e7

#: How many breaks too early to fill the line are weighed beside the last that fits.
_EARLIER_BREAKS = 3

_NEARLY = 1e-4


def compose(
    paragraph: Paragraph,
    measure: float,
    style: CompositionStyle,
    indent: float = 0,
    start: int = 0,
) -> list[Line]:
    """Compose ``paragraph`` from item ``start`` on into lines of length ``measure``.

    ``indent`` is the first line's (JLReq §3.5.1), in the paragraph's unit.
    The breaks are those whose sum of adjustment costs is least, or by the style
    those that are least for each line by itself; where the line-by-line choice
    needs no adjustment at all, it is both. Where none may end within the measure, a line is
    broken anyway (CSS Text 3, ``overflow-wrap: anywhere``), but no construct is parted. Returns a
    list of ``Line``; of an empty paragraph, an empty list.
    """
    gaps = Gaps(paragraph)
    composer = Composer(paragraph, gaps, measure, style)
    lines = []
    for end in [*sorted(item + 1 for item in paragraph.forced), len(paragraph)]:
        if end > start:
            lines += composer.compose(start, end, indent)
        start, indent = end, 0
    return lines


def balanced(
    paragraph: Paragraph,
    measure: float,
    style: CompositionStyle,
    indent: int = 0,
    phrases: Callable[[], Iterable[Iterable[int]]] = tuple,
) -> list[Line]:
    """Compose as ``compose`` does, but into lines as even as their number allows.

    For headings: the lines are those of the shortest measure that does not
    need one line more (CSS Text 4, ``text-wrap: balance``). They end with phrases,
    and rather take one line more than part one. ``phrases()``, asked only where there is
    more than one line, gives sets of items that end a phrase, the best first; the
    first holds only where no line is then shorter than half of another.
    """
    lines = compose(paragraph, measure, style, indent)
    if len(lines) < 2:
        return lines
    styles = [replace(style, ends=frozenset(ends)) for ends in phrases()]
    for count in (len(lines), len(lines) + 1):
        for phrased in styles:
            evened = _evened(paragraph, measure, phrased, indent, count)
            if evened and (phrased is not styles[0] or _are_alike(evened)):
                return evened
    return _evened(paragraph, measure, style, indent, len(lines)) or lines


def by_phrase(
    paragraph: Paragraph,
    measure: float,
    style: CompositionStyle,
    indent: float = 0,
    phrases: Callable[[], Iterable[Iterable[int]]] = tuple,
) -> list[Line]:
    """Compose as ``compose`` does, the lines ending with phrases where they can.

    As in ``balanced`` for one line more, but each line is as long as there is room for.
    """
    lines = compose(paragraph, measure, style, indent)
    for ends in phrases() if len(lines) > 1 else ():
        phrased = compose(paragraph, measure, replace(style, ends=frozenset(ends)), indent)
        if len(phrased) <= len(lines) + 1 and not any(line.overfull for line in phrased):
            return phrased
    return lines


def _are_alike(lines: Sequence[Line]) -> bool:
    lengths = [line.length for line in lines]
    return min(lengths) * 2 >= max(lengths)


def _evened(
    paragraph: Paragraph, measure: float, style: CompositionStyle, indent: float, count: int
) -> list[Line]:
    """At most ``count`` lines of the shortest measure that gives them, or ``[]``."""
    shortest: list[Line] = []
    step = min(paragraph.sizes) / 2
    while measure > step:
        lines = compose(paragraph, measure, style, indent)
        if len(lines) > count or any(line.overfull for line in lines):
            break
        shortest = lines
        measure -= step
    return shortest


class Composer(LineFiller):
    """Chooses where the lines of a paragraph end."""

    def compose(self, start: int, end: int, indent: float) -> list[Line]:
        ends = self._exact_ends(start, end, indent)
        if ends is None:
            by_line = self._ends_by_line(start, end, indent)
            if self.style.by_paragraph:
                ends = self._best_ends_between(start, end, indent, by_line)
            else:
                ends = [line_end for line_end, _ in by_line]
        lines = []
        for line_end in ends:
            lines.append(self.line(start, line_end, line_end == end, indent))
            start, indent = line_end, 0
        return lines

    def _exact_ends(self, start: int, end: int, indent: float) -> list[int] | None:
        """The line ends of the fast road, or ``None`` if a line needs adjusting."""
        positions = self.gaps.positions
        ends: list[int] = []
        while True:
            if self.head_space(start):
                return None
            reach = positions[start] + self.measure - indent
            if positions[end] <= reach + _NEARLY:
                if self.style.justify_last and positions[end] < reach - _NEARLY:
                    return None
                if self.is_lone(start, end) and ends or self.reaches_out(start, end):
                    return None
                return [*ends, end]
            line_end = bisect_right(positions, reach + _NEARLY, start, end) - 1
            if line_end <= start or abs(positions[line_end] - reach) > _NEARLY:
                return None
            if not self.may_end(line_end - 1) or self.paragraph.classes[line_end - 1] == 26:
                return None
            if line_end - 1 in self.paragraph.parted:
                return None
            if self.paragraph.classes[line_end] in VANISHING:
                return None
            if self.reaches_out(start, line_end):
                return None
            ends.append(line_end)
            start, indent = line_end, 0

    def _ends_by_line(self, start: int, end: int, indent: float) -> list[tuple[int, float]]:
        """``(line end, cost)`` of the lines of which each is the best for itself."""
        ends, node = [], start
        while node != end:
            node, cost = min(
                self.candidates(node, end, indent if node == start else 0, inf),
                key=lambda candidate: candidate[1],
            )
            ends.append((node, cost))
        return ends

    def _best_ends_between(
        self, start: int, end: int, indent: float, by_line: list[tuple[int, float]]
    ) -> list[int]:
        """The best line ends of each stretch between lines that have no good end, and theirs.

        Where a line has none, there is nothing to choose, and its cost would make every
        other choice look cheap.
        """
        ends, bound, before = [], 0.0, start
        for line_end, cost in by_line:
            if cost >= _OVERFULL_COST:
                ends += [*self._best_ends(start, before, end, indent, bound), line_end]
                start, indent, bound = line_end, 0, 0.0
            else:
                bound += cost
            before = line_end
        return ends + self._best_ends(start, before, end, indent, bound)

    def _best_ends(
        self, start: int, goal: int, end: int, indent: float, bound: float
    ) -> list[int]:
        """The ends of lines from ``start`` to ``goal`` whose costs add up to the least.

        That is not more than ``bound``.
        """
        # The first has none before it.
        best, done = {start: (0.0, -1)}, set()
        waiting = [(0.0, start)]
        while True:
            cost, node = heappop(waiting)
            if node == goal:
                break
            if node in done:
                continue
            done.add(node)
            room = bound - cost + _NEARLY
            for line_end, fit_cost in self.candidates(
                node, end, indent if node == start else 0, room
            ):
                if fit_cost > room or line_end > goal:
                    continue
                # Of several ways that cost the same, the one whose last line is the longest.
                total = cost + fit_cost, node
                if line_end not in best or total < best[line_end]:
                    best[line_end] = total
                    heappush(waiting, (cost + fit_cost, line_end))
        ends = []
        node = goal
        while node != start:
            ends.append(node)
            node = best[node][1]
        return ends[::-1]

    def candidates(
        self, start: int, end: int, indent: float, most: float = inf
    ) -> list[tuple[int, float]]:
        """``(line end, cost)`` of the lines from ``start`` worth weighing.

        Lines that would have to be expanded are looked at only where ``most``
        allows their cost. There is always one, if need be too long.
        """
        positions, shortest = self.gaps.positions, self.gaps.shortest
        room = self.measure - indent
        if self.paragraph.parted:
            room -= self.split_growth(self.paragraph.parts_of(start, end))
        reach = positions[start] + room
        fitting = max(bisect_right(positions, reach + _NEARLY, start, end + 1) - 1, start + 1)
        # The last mark may lose the space after it, or hang.
        last = shortest[start] + room + self.paragraph.sizes[fitting - 1]
        candidates = []
        later = fitting + 1
        while later <= end and shortest[later] <= last + _NEARLY:
            if later == end or self.may_end(later - 1):
                fit = self.fit(start, later, later == end, indent)
                if fit is not None:
                    candidates.append((later, fit[0]))
            later += 1
        earlier, seen = fitting, 0
        while earlier > start and seen < max(_EARLIER_BREAKS, self.style.last_line):
            if earlier == end or self.may_end(earlier - 1):
                fit = self.fit(start, earlier, earlier == end, indent)
                if fit is not None:
                    cost, adjustment, *_ = fit
                    candidates.append((earlier, cost))
                    seen += 1
                    if most < LEAST_EXPANSION_COST and adjustment > 0:
                        break
            earlier -= 1
        return candidates or [self._broken(start, fitting, end, indent)]

    def _broken(self, start: int, fitting: int, end: int, indent: float) -> tuple[int, float]:
        """``(line end, cost)`` of a line from ``start`` that nowhere may end as it should.

        It is broken at ``fitting`` or before, if need be it is too long.
        """
        if self.style.ends is None:
            for line_end in range(fitting, start, -1):
                fit = None
                if line_end < end and not self.paragraph.bound[line_end - 1]:
                    fit = self.fit(start, line_end, False, indent)
                if fit is not None:
                    return line_end, _OVERFULL_COST + fit[0]
        line_end = fitting
        while line_end < end and not self.may_end(line_end - 1):
            line_end += 1
        excess = self.gaps.positions[line_end] - self.gaps.positions[start] - self.measure
        return line_end, _OVERFULL_COST + max(0, excess)
