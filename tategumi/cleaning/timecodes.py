"""The times at which the lines of a transcript were spoken, as sites of videos set them."""

import re
from collections.abc import Iterable

from .rules import EDGE

_TIME = re.compile(r'(?:(\d{1,2}):)?(\d{1,2}):(\d{2})')
_SOUND = re.compile(r'\[[^\[\]]{1,12}\]|【[^【】]{1,12}】')
#: So many times are a transcript's; fewer may be a timetable.
_TIMES = 4
#: In seconds: nobody waits longer to speak.
_BEGINNING = 60


def timecodes(lines: Iterable[str]) -> list[int]:
    """Indexes of the times that stand alone in ``lines``, and of marks of sounds among them.

    The times of a transcript begin at its start and never go back, and something
    is said between two of them; where one does not, none is taken: it may be the
    hours of a day.
    """
    lines = [line.strip(EDGE) for line in lines]
    times = {
        index: _seconds(time) for index, time in enumerate(map(_TIME.fullmatch, lines)) if time
    }
    found, order = list(times), list(times.values())
    if len(found) < _TIMES or order[0] > _BEGINNING or order != sorted(order):
        return []
    if not all(any(lines[before + 1 : after]) for before, after in zip(found, found[1:])):
        return []
    sounds = [index for index in range(found[0], len(lines)) if _SOUND.fullmatch(lines[index])]
    return sorted([*found, *sounds])


def _seconds(time: re.Match[str]) -> int:
    hours, minutes, seconds = time.groups()
    return (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
