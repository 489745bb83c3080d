"""Filling one line: what it costs to end it at an item, and where its items then stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from operator import add, itemgetter
from typing import Any

from .adjustment import HANGING_COST, LINE_END_COST, Gaps
from .breaks import break_table
from .paragraph import CompositionStyle, Paragraph

#: Space after a mark at the line end, in em, that may be there or not but not
#: be halved (JLReq §3.1.9, table 3); for a middle dot both its sides go.
_END_SPACE = {2: 0.5, 6: 0.5, 7: 0.5, 5: 0.25}

_HANGING = frozenset((6, 7))
#: What vanishes at a line end: spaces.
VANISHING = frozenset((14, 26))
_MARKS = frozenset((2, 4, 5, 6, 7))

_HYPHEN_COST = 12
#: What a line costs whose spaces grow by a sixth of an em.
_LONE_CHARACTER_COST = 183
_FORBIDDEN_COST = 1e4
_SHORT_COST = 1e5

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
    true where the text allows no line that keeps the measure, ``broken`` where the line ends
    at a place where none may. ``even`` is true where the em
    squares of characters without ruby stand just one behind the other.
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
    even: bool = False
    broken: bool = False

    def has_bracket_at_head(self, classes: Sequence[int]) -> bool:
        """Is its first item an opening bracket whose em square begins at the line head or before?

        ``classes`` are the paragraph's.
        """
        square = self.positions[0] - self.starts[0]
        return classes[self.start] == 1 and square < _NEARLY


_cost = itemgetter(0)


class LineFiller:
    """Fills lines of ``measure`` with items of ``paragraph``, whose spaces are ``gaps``."""

    def __init__(
        self, paragraph: Paragraph, gaps: Gaps, measure: float, style: CompositionStyle
    ) -> None:
        self.paragraph = paragraph
        self.gaps = gaps
        self.measure = measure
        self.style = style
        self.breaks = break_table(style.strict_line_start)
        self._fits: dict[tuple[int, int], tuple[float, float, bool, bool] | None] = {}

    def may_end(self, item: int) -> bool | int:
        """May a line end after ``item``? Not asked of the paragraph's last item."""
        paragraph = self.paragraph
        ends = self.style.ends
        if paragraph.bound[item] or ends is not None and item not in ends:
            return False
        if item in paragraph.kept:
            return False
        if paragraph.hyphens[item] is not None:
            return True
        return self.breaks[paragraph.classes[item]][paragraph.classes[item + 1]]

    def reaches_out(self, start: int, end: int) -> bool:
        """Does ruby at the line head or line end reach beyond its base?"""
        return start in self.paragraph.over_head or end - 1 in self.paragraph.over_end

    def _margins(self, start: int, item: int, parts: Sequence[Any]) -> tuple[float, float]:
        """Length that ruby reaching out needs at the line head, and at the line end.

        The reading, not the base, is set flush (JLReq §3.3.8). The indent of
        a paragraph is not the line head: there the reading lies over it.
        """
        paragraph = self.paragraph
        head, end = paragraph.over_head.get(start, 0.0), paragraph.over_end.get(item, 0.0)
        for part in parts:
            head = part.over_head if part.first == start else head
            end = part.over_end if part.end == item + 1 else end
        return head + self.head_space(start) if start else 0, end

    def head_space(self, start: int) -> float:
        """The space at the head of a line before an opening bracket, by the style."""
        is_bracket = start and self.paragraph.classes[start] == 1
        return self.paragraph.sizes[start] / 2 if is_bracket and self.style.bracket_space else 0.0

    def split_growth(self, parts: Sequence[Any]) -> float:
        """How much longer the constructs that the line splits are than whole ones."""
        advances = self.paragraph.advances
        return sum(sum(part.advances) - sum(advances[part.first : part.end]) for part in parts)

    def is_lone(self, start: int, end: int) -> bool:
        """Would the last line be too short: of one character, or by the style (JLReq §3.5.4)?"""
        paragraph, classes, least = self.paragraph, self.paragraph.classes, self.style.last_line
        if least:
            items = (item for item in range(start, min(end, start + 4 * least)))
            length = sum(paragraph.advances[i] for i in items if classes[i] not in _MARKS)
            return length < least * paragraph.sizes[start] - _NEARLY
        characters = sum(classes[item] not in _MARKS for item in range(start, min(end, start + 4)))
        return characters <= 1 and classes[start] in (9, 10, 11, 15, 16, 19)

    def _visible(self, start: int, end: int) -> int:
        classes = self.paragraph.classes
        while end > start + 1 and classes[end - 1] in VANISHING:
            end -= 1
        return end

    def fit(
        self, start: int, end: int, last: bool, indent: float
    ) -> tuple[float, float, bool, bool] | None:
        """How items ``start`` to ``end - 1`` fill a line, or ``None`` if they are too long.

        ``(cost, adjustment, end_solid, hanging)``: what it costs, what is added to the
        spaces or taken out, whether the space after the last mark goes, whether that hangs.
        ``last`` says that the paragraph ends with it; ``indent`` is the line's. Both are
        always the same for the same items.
        """
        key = start, end
        if key not in self._fits:
            self._fits[key] = self._fit(start, end, last, indent)
        return self._fits[key]

    def _fit(
        self, start: int, end: int, last: bool, indent: float
    ) -> tuple[float, float, bool, bool] | None:
        paragraph, positions = self.paragraph, self.gaps.positions
        visible = self._visible(start, end)
        item = visible - 1
        number = paragraph.classes[item]
        room = (
            self.measure - indent - (positions[item] + paragraph.advances[item] - positions[start])
        )
        extra = 0.0
        if not last and paragraph.hyphens[end - 1] is not None:
            room -= paragraph.hyphens[end - 1]
            extra = _HYPHEN_COST
        is_moved = self.head_space(start) or paragraph.over_head or paragraph.over_end
        if is_moved or paragraph.parted:
            parts = self.paragraph.parts_of(start, end)
            room -= self.split_growth(parts) + sum(self._margins(start, item, parts))
            extra += sum(part.cost for part in parts)
        if last:
            if self.is_lone(start, end) and start:
                extra += _FORBIDDEN_COST if self.style.last_line else _LONE_CHARACTER_COST
            if room >= -_NEARLY and not self.style.justify_last:
                return extra, 0, False, False
        elif not self.style.justify:
            if room < -_NEARLY:
                return None
            return extra + (room / (self.measure or 1)) ** 2, 0, False, False
        space = _END_SPACE.get(number, 0) * paragraph.sizes[item]
        if number == 4 and visible < end and paragraph.classes[visible] == 14:
            # §3.1.6: the em after ！ and ？ may fill the line; it never begins one.
            space = paragraph.advances[visible]
        cost, adjustment = self._adjusted(room - space, start, item)
        if not cost:
            return extra, 0, False, False
        best = cost + extra, adjustment, False, False
        if space and not (number == 6 and self.style.rigid_end_stop):
            cost, adjustment = self._with_solid_end(room, start, item, number)
            best = min(best, (cost + extra, adjustment, True, False), key=_cost)
        if number in _HANGING and not extra:
            cost, adjustment = self._with_hanging(room, start, item)
            best = min(best, (cost, adjustment, False, True), key=_cost)
        return None if best[0] == inf else best

    def _with_solid_end(
        self, room: float, start: int, item: int, number: int
    ) -> tuple[float, float]:
        if number == 5 and item > start:
            # The space before the dot goes with the one after it, and that alone: what the
            # mark before it has is left (appendix D, notes 2 and 3).
            room += self.gaps.dot_space(item - 1)
            cost, adjustment = self._adjusted(room, start, item, ends_with_dot=True)
        else:
            cost, adjustment = self._adjusted(room, start, item)
        return cost + LINE_END_COST, adjustment

    def _with_hanging(self, room: float, start: int, item: int) -> tuple[float, float]:
        if not self.style.hanging or item == start:
            return inf, 0
        room += self.paragraph.advances[item] + self.gaps.natural[item - 1]
        room -= self.paragraph.over_end.get(item - 1, 0)
        cost, adjustment = self._adjusted(room, start, item - 1)
        return cost + HANGING_COST, adjustment

    def _adjusted(
        self, room: float, start: int, item: int, ends_with_dot: bool = False
    ) -> tuple[float, float]:
        """``(cost, adjustment)`` of spaces from item ``start`` to ``item`` that take up ``room``.

        The cost is infinite where they cannot give so much. ``ends_with_dot`` as in ``Gaps``.
        """
        if room < -_NEARLY:
            cost = self.gaps.reduction_cost(-room, start, item, ends_with_dot)
            return (inf, 0) if cost is None else (cost, room)
        if room <= _NEARLY:
            return 0.0, 0
        cost = self.gaps.expansion_cost(room, start, item - ends_with_dot)
        return (_SHORT_COST + room, 0) if cost is None else (cost, room)

    def line(self, start: int, end: int, last: bool, indent: float) -> Line:
        """The ``Line`` of items ``start`` to ``end - 1``, as ``fit`` has it."""
        paragraph, gaps = self.paragraph, self.gaps
        fit = self.fit(start, end, last, indent)
        overfull = fit is None
        _, adjustment, end_solid, hanging = fit or (0, 0, False, False)
        visible = self._visible(start, end)
        item = visible - 1 - hanging
        dot = end_solid and paragraph.classes[item] == 5 and item > start
        if adjustment > 0:
            spaces = gaps.expanded(adjustment, start, item - dot)
            if dot:
                spaces.append(gaps.natural[item - 1] - gaps.dot_space(item - 1))
        elif adjustment or dot:
            spaces = gaps.reduced(-adjustment, start, item, dot)
        else:
            spaces = gaps.natural[start:item]
        advances, starts = paragraph.advances[start:end], paragraph.starts[start:end]
        parts = self.paragraph.parts_of(start, end)
        for part in parts:
            advances[part.first - start : part.end - start] = part.advances
            starts[part.first - start : part.end - start] = part.starts
        head, tail = self._margins(start, item, parts)
        positions = list(accumulate(map(add, advances, spaces), initial=indent + head))
        length = positions[item - start] + advances[item - start] + tail
        if hanging:
            positions.append(length)
        hyphenated = not last and bool(paragraph.hyphens[end - 1])
        broken = not (last or overfull or self.may_end(end - 1))
        positions += [positions[-1] + advances[visible - 1 - start]] * (end - visible)
        return Line(
            start,
            end,
            visible,
            positions,
            advances,
            starts,
            length,
            adjustment,
            hanging,
            hyphenated,
            overfull,
            not (adjustment or hanging or dot or parts) and gaps.are_even(start, visible),
            broken,
        )
