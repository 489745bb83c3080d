"""Warichu 割注: a note in two small lines within the line (JLReq §3.4)."""

from dataclasses import dataclass

from .adjustment import Gaps
from .breaks import break_table
from .filling import VANISHING
from .paragraph import Paragraph

#: What it costs that the second small line of a part that goes on is an em shorter.
_UNEVEN_COST = 12

_NEARLY = 1e-6


@dataclass(frozen=True)
class WarichuPart:
    """Items ``first`` to ``end - 1`` of a note, as they stand on one line of the text.

    ``advances`` and ``starts`` are the items' as the line sees them: the first is
    as long as the part, the others have no length. Of the part's two small lines
    the second begins with item ``split``, which is ``end`` where there is but one.
    ``cost`` is what it costs that they differ where the note goes on.
    """

    first: int
    end: int
    split: int
    advances: list
    starts: list
    cost: float
    over_head: float = 0
    over_end: float = 0


class Warichu:
    """A note whose items are ``first`` to ``end - 1`` of the paragraph it stands in.

    ``note`` is the ``Paragraph`` of the note alone. Where a line ends within the
    note, each line has a part of it in two small lines (§3.4.3).
    """

    def __init__(self, first: int, note: Paragraph, strict_line_start: bool) -> None:
        self.first, self.end = first, first + len(note)
        self.note, self._gaps = note, Gaps(note)
        table = break_table(strict_line_start)
        self._may_end = [
            not note.bound[item]
            and item not in note.parted
            and item not in note.kept
            and bool(table[note.classes[item]][note.classes[item + 1]])
            for item in range(len(note) - 1)
        ] + [True]
        self._parts: dict[tuple[int, int], WarichuPart] = {}

    def append_to(self, paragraph: Paragraph) -> None:
        """Add the note's items to ``paragraph``, which is ``first`` items long.

        The line may part the note where its small lines may end, and is
        adjusted by both of them growing at once.
        """
        whole = self.between(self.first, self.end)
        share = whole.advances[0] / (sum(self.note.advances) or 1)
        for item in range(len(self.note)):
            size = self.note.sizes[item]
            paragraph.append(19, self.note.advances[item] * share, size)
            paragraph.starts[-1] = self.note.starts[item]
            last = self.first + item
            if last + 1 == self.end or not self._may_end[item]:
                paragraph.bound[-1] = True
            else:
                paragraph.parted[last] = self
                paragraph.stretch[last] = size / 8

    def between(self, start: int, end: int) -> WarichuPart:
        """What of the note stands on a line of items ``start`` to ``end - 1``: ``WarichuPart``.

        It is parted where both small lines are nearest to one length and the
        second is not the longer (§3.4.2).
        """
        start, end = max(start, self.first), min(end, self.end)
        if (start, end) not in self._parts:
            splits = (
                split for split in range(start + 1, end) if self._may_end[split - 1 - self.first]
            )
            split = next(
                (
                    split
                    for split in splits
                    if self._length(start, split) >= self._length(split, end) - _NEARLY
                ),
                end,
            )
            length = self._length(start, split)
            starts = self.note.starts[start - self.first : end - self.first]
            advances = [length] + [0.0] * (end - start - 1)
            shorter = length - self._length(split, end) if split < end else length
            cost = _UNEVEN_COST * shorter / self.note.sizes[0] if end < self.end else 0
            self._parts[start, end] = WarichuPart(start, end, split, advances, starts, cost)
        return self._parts[start, end]

    def place(self, part: WarichuPart, length: float) -> list[float]:
        """Where the bodies of the part's items begin, from its head, ``length`` long in all.

        The first small line is as long as the part; the second too where the
        note goes on, otherwise it keeps its natural length.
        """
        goes_on = part.end < self.end
        return [
            *self._row(part.first, part.split, length),
            *self._row(part.split, part.end, length if goes_on else 0),
        ]

    def _row(self, start: int, end: int, length: float) -> list[float]:
        if start == end:
            return []
        spare = length - self._length(start, end)
        first, last = start - self.first, self._visible(start, end) - 1 - self.first
        if spare > _NEARLY and self._gaps.expansion_cost(spare, first, last) is not None:
            spaces = self._gaps.expanded(spare, first, last)
        else:
            spaces = self._gaps.natural[first:last]
        places = [0.0]
        for item, space in enumerate(spaces, first):
            places.append(places[-1] + self.note.advances[item] + space)
        return places + [places[-1] + self.note.advances[last]] * (end - start - len(places))

    def _length(self, start: int, end: int) -> float:
        first, last = start - self.first, self._visible(start, end) - 1 - self.first
        positions = self._gaps.positions
        return positions[last] + self.note.advances[last] - positions[first]

    def _visible(self, start: int, end: int) -> int:
        """``end`` without the spaces that vanish at the end of a line."""
        while end > start + 1 and self.note.classes[end - 1 - self.first] in VANISHING:
            end -= 1
        return end
