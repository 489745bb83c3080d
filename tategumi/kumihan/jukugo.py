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
) -> list[float] | None:
    """Where each of ``readings`` begins, from the head of its word, or ``None``.

    ``bases`` and ``readings`` are the lengths of the word's characters, which are
    set solid, and of their readings, ``size`` that of a ruby character. A reading
    may lie over the characters of the word beside its own by one ruby character,
    over what stands before and after the word by the two rooms: rather within the
    word than without, and rather over what follows than over what precedes. There
    are no such places where the word would have to be spaced out.
    """
    heads = [0.0, *accumulate(bases)]
    for before, after in ((0, 0), (0, room_after), (room_before, 0), (room_before, room_after)):
        starts = _starts(heads, readings, size, before, after)
        if starts is not None:
            return starts
    return None


def _starts(
    heads: Sequence[float], readings: Sequence[float], size: float, before: float, after: float
) -> list[float] | None:
    latest = _latest(heads, readings, size, after)
    starts, done = [], -before
    for index, length in enumerate(readings):
        head, end = heads[index : index + 2]
        start = min(max(head + max(0, end - head - length) / 2, done), latest[index])
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
