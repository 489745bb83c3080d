"""Ruby: readings beside their base characters (JLReq §3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .jukugo import lie_over
from .paragraph import Paragraph
from .sharing import share_out, spread

#: What a reading longer than its base may lie over, by the class of the
#: character beside the base (§3.3.8, appendix B): its own size; half of it;
#: or the half-em space that the character has on that side.
_OVER_CHARACTER = frozenset((5, 8, 10, 11, 14, 15, 16))
_OVER_WESTERN_SPACE = frozenset((24, 25, 27))
_OVER_SPACE_BEFORE = frozenset((2, 6, 7))
_OVER_SPACE_AFTER = frozenset((1,))
_BEFORE = _OVER_CHARACTER | {1}
_AFTER = _OVER_CHARACTER | {2, 6, 7}

_NEARLY = 1e-6


@dataclass(frozen=True)
class Reading:
    """A reading of ``count`` characters of ``size`` over items ``first`` to ``end - 1``.

    ``lead`` is where it begins, from the head of the first base character
    (negative: it reaches out over what stands before); ``gap`` the space
    between its characters.
    """

    first: int
    end: int
    count: int
    size: float
    lead: float = 0
    gap: float = 0


@dataclass(frozen=True)
class Fitted:
    """Items ``first`` to ``end - 1`` of a word and its readings, fitted to one another.

    ``advances`` and ``starts`` are the items' (as in ``Paragraph``), spaced out
    where a reading is longer than its base. ``over_head`` and ``over_end`` are how
    far the first and the last reading reach out over the neighbours; to part the word
    has no ``cost``.
    """

    first: int
    end: int
    readings: tuple
    advances: list
    starts: list
    cost: float = 0
    over_head: float = 0
    over_end: float = 0


class Ruby:
    """A word with its ``readings`` (``Reading``, in order, one beside the other).

    Of one reading: mono- or group-ruby (JLReq §3.3.5, §3.3.6), never parted. Of
    more: jukugo-ruby (§3.3.7), which is composed as a whole where it stands on
    one line, and by its parts where a line ends between two of its base characters.
    With ``lies_over`` long readings lie over one another's characters where that
    gives all of them room (appendix F); otherwise they are one, as in group-ruby.
    """

    def __init__(self, readings: list[Reading], lies_over: bool = False) -> None:
        self.readings = tuple(readings)
        self.lies_over = lies_over
        self.first, self.end = self.readings[0].first, self.readings[-1].end
        self._fitted: dict[tuple[int, int], Fitted] = {}

    def prepare(self, paragraph: Paragraph) -> None:
        """Make the items of the word a ruby base, parted nowhere within a reading."""
        number = 22 if len(self.readings) == 1 else 23
        for reading in self.readings:
            for item in range(reading.first, reading.end):
                if paragraph.classes[item] not in (26, 27):
                    paragraph.classes[item] = number
                paragraph.bound[item] = item < reading.end - 1
            if reading.end < self.end:
                paragraph.parted[reading.end - 1] = self

    def fit(self, paragraph: Paragraph, room_before: float, room_after: float) -> None:
        """Make room for the readings, which may reach out as far as the two rooms."""
        self._advances = paragraph.advances[self.first : self.end]
        self._starts = paragraph.starts[self.first : self.end]
        self._rooms = room_before, room_after
        whole = self.between(self.first, self.end)
        paragraph.advances[self.first : self.end] = whole.advances
        paragraph.starts[self.first : self.end] = whole.starts
        if whole.over_head > _NEARLY:
            paragraph.over_head[self.first] = whole.over_head
        if whole.over_end > _NEARLY:
            paragraph.over_end[self.end - 1] = whole.over_end
        cuts = [reading.end for reading in self.readings]
        if self.first and any(self.between(self.first, cut).over_head > _NEARLY for cut in cuts):
            paragraph.rigid.add(self.first - 1)
        if any(self.between(cut, self.end).over_end > _NEARLY for cut in (self.first, *cuts[:-1])):
            paragraph.rigid.add(self.end - 1)

    def between(self, start: int, end: int) -> Fitted:
        """What of the word stands on a line of items ``start`` to ``end - 1``: ``Fitted``.

        Where the line parts the word, the readings are flush with its head or
        end (§3.3.8).
        """
        start, end = max(start, self.first), min(end, self.end)
        if (start, end) not in self._fitted:
            self._fitted[start, end] = self._fit_between(start, end)
        return self._fitted[start, end]

    def _fit_between(self, start: int, end: int) -> Fitted:
        base = slice(start - self.first, end - self.first)
        advances, starts = self._advances[base], self._starts[base]
        readings = [reading for reading in self.readings if start <= reading.first < end]
        room_before = self._rooms[0] if start == self.first else 0
        room_after = self._rooms[1] if end == self.end else 0
        if self.lies_over and len(readings) > 1:
            places = lie_over(
                [_length(reading, advances, start) for reading in readings],
                [reading.count * reading.size for reading in readings],
                readings[0].size,
                room_before,
                room_after,
            )
            if places is not None:
                return _solid(start, end, readings, places, advances, starts)
        if len(readings) > 1 and any(
            _excess(reading, advances, start) > _NEARLY for reading in readings
        ):
            # One long reading makes the readings one, over all of their bases (§3.3.7).
            readings = [
                replace(
                    readings[0],
                    end=readings[-1].end,
                    count=sum(reading.count for reading in readings),
                )
            ]
        fitted, over_head, over_end = [], 0.0, 0.0
        for reading in readings:
            excess = _excess(reading, advances, start)
            if excess > _NEARLY:
                count = reading.end - reading.first
                if len(self.readings) == count == 1:
                    # Over a single character a reading stays in the middle (§3.3.5).
                    before, inner, after = excess / 2, 0.0, excess / 2
                else:
                    before, inner, after = share_out(excess, count, room_before, room_after)
                over_head, over_end = min(before, room_before), min(after, room_after)
                _widen(
                    advances,
                    starts,
                    reading.first - start,
                    reading.end - start,
                    inner,
                    before - over_head,
                    after - over_end,
                )
                fitted.append(replace(reading, lead=-before))
            else:
                lead, gap = spread(_length(reading, advances, start), reading.count, reading.size)
                fitted.append(replace(reading, lead=lead, gap=gap))
        return Fitted(
            start, end, tuple(fitted), advances, starts, over_head=over_head, over_end=over_end
        )


def _solid(
    start: int,
    end: int,
    readings: Sequence[Reading],
    places: Sequence[float],
    advances: list[float],
    starts: list[float],
) -> Fitted:
    """The ``Fitted`` of a word set solid, whose readings begin at ``places`` from its head."""
    fitted, head = [], 0.0
    for reading, place in zip(readings, places):
        fitted.append(replace(reading, lead=place - head))
        head += _length(reading, advances, start)
    over_end = places[-1] + readings[-1].count * readings[-1].size - head
    return Fitted(
        start,
        end,
        tuple(fitted),
        advances,
        starts,
        over_head=max(0, -places[0]),
        over_end=max(0, over_end),
    )


def fit_ruby(paragraph: Paragraph, words: Sequence[Ruby], indent: float = 0) -> None:
    """Make room for ``words`` (``Ruby``, in order) in ``paragraph``.

    A base shorter than its reading is spaced out, as far as the reading may
    not lie over the characters beside it. ``indent`` is the paragraph's
    first-line indent, which a reading may lie over too (appendix B, note 8).
    """
    for word in words:
        word.prepare(paragraph)
    firsts, ends = {word.first for word in words}, {word.end for word in words}
    for word in words:
        word.fit(
            paragraph,
            _room_before(paragraph, word, ends, indent),
            _room_after(paragraph, word, firsts),
        )


def _length(reading: Reading, advances: list[float], start: int) -> float:
    return sum(advances[reading.first - start : reading.end - start])


def _excess(reading: Reading, advances: list[float], start: int) -> float:
    return reading.count * reading.size - _length(reading, advances, start)


def _widen(
    advances: list[float],
    starts: list[float],
    first: int,
    end: int,
    inner: float,
    before: float,
    after: float,
) -> None:
    """``inner`` goes between two base characters, what is not reached over to the ends."""
    for item in range(first, end - 1):
        advances[item] += inner
    advances[first] += before
    starts[first] -= before
    advances[end - 1] += after


def _room_before(paragraph: Paragraph, word: Ruby, ends: set[int], indent: float) -> float:
    item, size = word.first - 1, word.readings[0].size
    if item < 0:
        return min(indent, size)
    if _is_broader(paragraph, item, word.first):
        return 0
    number = paragraph.classes[item]
    if number in _BEFORE:
        return size / 2 if item in ends else size
    if number in _OVER_SPACE_BEFORE:
        return min(paragraph.sizes[item] / 2, size)
    return size / 2 if number in _OVER_WESTERN_SPACE else 0


def _room_after(paragraph: Paragraph, word: Ruby, firsts: set[int]) -> float:
    item, size = word.end, word.readings[-1].size
    if item >= len(paragraph) or _is_broader(paragraph, item, item - 1):
        return 0
    number = paragraph.classes[item]
    if number in _AFTER:
        # Two readings over one character would be read as one (§3.3.8, note).
        return size / 2 if item + 1 in firsts else size
    if number in _OVER_SPACE_AFTER:
        return min(paragraph.sizes[item] / 2, size)
    return size / 2 if number in _OVER_WESTERN_SPACE else 0


def _is_broader(paragraph: Paragraph, item: int, base: int) -> bool:
    """Is ``item`` larger than ``base``, so that ruby close to the one is upon the other?"""
    return paragraph.sizes[item] > paragraph.sizes[base] + _NEARLY
