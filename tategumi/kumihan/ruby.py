"""Ruby: readings beside their base characters (JLReq §3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .breaks import break_table
from .jukugo import lie_over, make_room
from .paragraph import Paragraph
from .sharing import share_out, spread

_NEARLY = 1e-6

#: An ideograph, which may begin lines and end them.
_IDEOGRAPH = 19


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


def _may_stand(number: int, at_end: bool) -> int:
    """May a character of class ``number`` stand at a line end, or else at a line head?"""
    table = break_table(True)
    return table[number][_IDEOGRAPH] if at_end else table[_IDEOGRAPH][number]


class Ruby:
    """A word with its ``readings`` (``Reading``, in order, one beside the other).

    Of one reading: mono- or group-ruby (JLReq §3.3.5, §3.3.6), never parted. Of
    more: jukugo-ruby (§3.3.7), which is composed as a whole where it stands on
    one line, and by its parts where a line ends between two of its base characters.
    With ``lies_over`` long readings lie over one another's characters, which are spaced
    out where that gives them no room (appendix F); otherwise they are one, as in group-ruby.

    ``at_head``: one ruby character stands at the head of its base 肩付き, not in its middle
    (§3.3.5). ``flush``: of group-ruby the shorter of reading and base is spaced between
    its characters alone, not at its ends (§3.3.6). ``over``: what long readings lie over, one
    of ``OVERHANGS``.
    """

    def __init__(
        self,
        readings: list[Reading],
        lies_over: bool = False,
        at_head: bool = False,
        flush: bool = False,
        over: str = 'kana',
    ) -> None:
        self.readings = tuple(readings)
        self.lies_over, self.at_head, self.flush, self.over = lies_over, at_head, flush, over
        self.first, self.end = self.readings[0].first, self.readings[-1].end
        self._fitted: dict[tuple[int, int], Fitted] = {}

    def prepare(self, paragraph: Paragraph) -> None:
        """Make the items of the word a ruby base, parted nowhere within a reading.

        What may not begin or end a line (々) may not as a base either (§3.1.7, §3.1.8).
        """
        paragraph.kept |= {
            item if at_end else item - 1
            for item in range(self.first, self.end)
            for at_end in (False, True)
            if not _may_stand(paragraph.classes[item], at_end)
        }
        bodies = slice(self.first, self.end)
        self._own = list(zip(paragraph.advances[bodies], paragraph.starts[bodies]))
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
        self._fitted.clear()
        whole = self.between(self.first, self.end)
        paragraph.advances[self.first : self.end] = whole.advances
        paragraph.starts[self.first : self.end] = whole.starts
        if whole.over_head > _NEARLY:
            before = paragraph.over_head.get(self.first, 0)
            paragraph.over_head[self.first] = max(before, whole.over_head)
        if whole.over_end > _NEARLY:
            before = paragraph.over_end.get(self.end - 1, 0)
            paragraph.over_end[self.end - 1] = max(before, whole.over_end)
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
            places = self._lie_over(readings, advances, starts, (room_before, room_after))
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
                    before, inner, after = share_out(
                        excess, count, room_before, room_after, self.flush
                    )
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
                lead = starts[reading.first - start] - over_head
                fitted.append(replace(reading, lead=lead))
            else:
                length, head = _length(reading, advances, start), starts[reading.first - start]
                fitted.append(self._spread(reading, length, head))
        return Fitted(
            start, end, tuple(fitted), advances, starts, over_head=over_head, over_end=over_end
        )

    def _lie_over(
        self,
        readings: Sequence[Reading],
        advances: list[float],
        starts: list[float],
        rooms: tuple[float, float],
    ) -> list[float] | None:
        """Where jukugo-ruby begins from the head of its word, which is spaced out in place."""
        start, size = readings[0].first, readings[0].size
        bases = [_length(reading, advances, start) for reading in readings]
        lengths = [reading.count * reading.size for reading in readings]
        places = lie_over(bases, lengths, size, *rooms, self.at_head)
        if places is None and (made := make_room(bases, lengths, size, *rooms, self.at_head)):
            places, more = made
            for reading, room in zip(readings, more):
                first, end = reading.first - start, reading.end - start
                _widen(advances, starts, first, end, 0, room / 2, room / 2)
        return places

    def _spread(self, reading: Reading, base: float, head: float) -> Reading:
        """``reading`` beside a base as long as it or longer, which begins at ``head``.

        Beside one character it keeps to that, though what is on its other side may space it out.
        """
        spare = base - reading.count * reading.size
        if reading.end - reading.first == 1:
            own, own_head = self._own[reading.first - self.first]
            out = reading.count * reading.size - own
            if out > _NEARLY:
                lead = min(max(own_head - out / 2, head), head + spare)
                return replace(reading, lead=lead)
            base, head = own, own_head
            if self.at_head:
                return replace(reading, lead=head)
        elif self.flush:
            return replace(reading, lead=head, gap=spare / max(1, reading.count - 1))
        lead, gap = spread(base, reading.count, reading.size)
        return replace(reading, lead=head + lead, gap=gap)


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
        fitted.append(replace(reading, lead=place - head + starts[reading.first - start]))
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
