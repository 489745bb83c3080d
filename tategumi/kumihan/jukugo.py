"""Jukugo-ruby whose readings lie over one another's characters (JLReq §3.3.7, appendix F)."""

from collections.abc import Sequence
from itertools import accumulate

_NEARLY = 1e-6


def lie_over(
    bases: Sequence[float],
    readings: Sequence[float],
    size: float,
    room_before: float,
    room_after: float,
    at_head: bool = False,
) -> list[float] | None:
    """Where each of ``readings`` begins, from the head of its word, or ``None``.

    ``bases`` and ``readings`` are the lengths of the word's characters, which are
    set solid, and of their readings, ``size`` that of a ruby character. A reading
    may lie over the characters of the word beside its own by one ruby character,
    over what stands before and after the word by the two rooms: rather within the
    word than without, and rather over what follows than over what precedes. There
    are no such places where the word would have to be spaced out. A short reading stands in
    the middle of its character, or ``at_head``.
    """
    heads = [0.0, *accumulate(bases)]
    for before, after in ((0, 0), (0, room_after), (room_before, 0), (room_before, room_after)):
        starts = _starts(heads, readings, size, before, after, at_head)
        if starts is not None:
            return starts
    return None


def make_room(
    bases: Sequence[float],
    readings: Sequence[float],
    size: float,
    room_before: float,
    room_after: float,
    at_head: bool = False,
) -> tuple[list[float], list[float]] | None:
    """Where readings begin that ``lie_over`` finds no place for, and how far bases are spaced out.

    ``(places, more)``, of the same arguments. The characters whose readings are longer than they
    are get what is needed, in proportion to their readings, half before and half after each
    (appendix F, "Inter-Character Space Expansion"). ``None`` where that does not do.
    """
    long = [reading if reading > base + _NEARLY else 0 for base, reading in zip(bases, readings)]
    total = sum(long)
    needed = max(sum(readings) - sum(bases) - room_before - room_after, size / 2)
    while total and needed <= total + size:
        more = [needed * reading / total for reading in long]
        wide = [base + room for base, room in zip(bases, more)]
        places = lie_over(wide, readings, size, room_before, room_after, at_head)
        if places is not None:
            return places, more
        needed += size / 2
    return None


def _starts(
    heads: Sequence[float],
    readings: Sequence[float],
    size: float,
    before: float,
    after: float,
    at_head: bool,
) -> list[float] | None:
    latest = _latest(heads, readings, size, after)
    starts, done = [], -before
    for index, length in enumerate(readings):
        head, end = heads[index : index + 2]
        lead = 0 if at_head else max(0, end - head - length) / 2
        start = min(max(head + lead, done), latest[index])
        if start < max(done, head - (size if index else before)) - _NEARLY:
            return None
        starts.append(start)
        done = start + length
    return starts


def _latest(
    heads: Sequence[float], readings: Sequence[float], size: float, after: float
) -> list[float]:
    """The last place at which each reading may begin so that those after it find theirs."""
    latest, limit = [], heads[-1] + after
    for index in reversed(range(len(readings))):
        over = size if index + 1 < len(readings) else after
        limit = min(heads[index + 1] + over, limit) - readings[index]
        latest.append(limit)
    return latest[::-1]
