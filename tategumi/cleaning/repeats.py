"""Finds recurring lines: page numbers, running heads, doubled prose, timecodes."""

import re
from collections.abc import Iterable, Sequence

from .numerals import number_of
from .rules import EDGE

_SENTENCE_END = re.compile(r'[。．！？!?…」』）)】.][ 　"”\'’*_]*$')
#: So many pages are a book's; fewer numbers may be anything.
_PAGES = 3
_TIME = re.compile(r'(?:(\d{1,2}):)?(\d{1,2}):(\d{2})')
_SOUND = re.compile(r'\[[^\[\]]{1,12}\]|【[^【】]{1,12}】')
#: So many times are a transcript's; fewer may be a timetable.
_TIMES = 4
#: In seconds: nobody waits longer to speak.
_BEGINNING = 60


def is_sentence(text: str) -> bool:
    """Whether a line reads like prose: it ends as a sentence does, or is long."""
    text = text.strip(EDGE)
    return bool(_SENTENCE_END.search(text)) or len(text) > 100


def page_numbers(lines: Sequence[str], numbers: Sequence[str]) -> list[int]:
    """Which of ``lines`` count pages: indexes of a run of ``numbers`` that grows by one.

    ``numbers`` has for each line the numeral it consists of, or ''. Such a
    line parts a sentence at least once; the numeral of a chapter never does, nor is it
    one that is written 01. Numbers with no line between them are those of a bar to turn
    pages with.
    """
    run: list[int] = []
    best: list[int] = []
    before = 0
    for index, numeral in enumerate(numbers):
        value = number_of(numeral) if numeral else None
        if value is None or numeral[0] in '0０':
            continue
        goes_on = (
            bool(run)
            and value == before + 1
            and any(line.strip(EDGE) for line in lines[run[-1] + 1 : index])
        )
        run, before = [*run, index] if goes_on else [index], value
        best = max(best, run, key=len)
    parted = [index for index in best if _parts_a_sentence(lines, index)]
    return best if len(best) >= _PAGES and parted else []


def running_heads(lines: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Indexes of short lines that stand, in the same words, beside most numbers of ``pages``."""
    beside: dict[str, list[int]] = {}
    for page in pages:
        for step in (-1, 1):
            index = _next_line(lines, page, step)
            if index is not None and not is_sentence(lines[index]):
                beside.setdefault(lines[index].strip(EDGE), []).append(index)
    return sorted(
        index
        for indexes in beside.values()
        if len(indexes) >= max(2, len(pages) // 2)
        for index in indexes
    )


def doubled(lines: Iterable[str]) -> list[int]:
    """Indexes of long lines that only repeat the line of text before them."""
    found, before = [], None
    for index, line in enumerate(lines):
        text = line.strip(EDGE)
        if text and text == before and len(text) >= 20 and is_sentence(text):
            found.append(index)
        before = text or before
    return found


def _parts_a_sentence(lines: Sequence[str], index: int) -> bool:
    before = _next_line(lines, index, -1)
    return before is not None and not is_sentence(lines[before]) and len(lines[before]) > 10


def _next_line(lines: Sequence[str], index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(lines) and not lines[index].strip(EDGE):
        index += step
    return index if 0 <= index < len(lines) else None


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
