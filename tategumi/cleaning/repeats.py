"""Finds recurring lines: page numbers, running heads, doubled prose, timecodes."""

import re
from collections.abc import Iterable, Sequence

from .numerals import number_of
from .rules import EDGE

# Marks of notes may stand behind it: 。[2]
_SENTENCE_END = re.compile(
    r'[。．！？!?…」』）)】.―—─–♪～〜][ 　"”\'’*_]*(?:\\?\[[^\[\]\d\s]{0,3} ?\d{1,3}\\?\])*$'
)
_FULL_STOP = re.compile(r'[。．]|[a-z]\.(?:\s|$)')
#: How a new paragraph begins.
_BEGINS = re.compile('[ 　]|[「『（(“〝―—]')
#: So many pages are a book's; fewer numbers may be anything.
_PAGES = 3
_TIME = re.compile(r'(?:(\d{1,2}):)?(\d{1,2}):(\d{2})')
_SUBTITLE = re.compile(r'(?:\d\d:)?\d\d:\d\d[,.]\d{3} --> (?:\d\d:)?\d\d:\d\d[,.]\d{3}')
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

    ``numbers`` has for each line the numeral it consists of, or ''. Such a run parts two
    sentences at least, or one at every third number; the numeral of a chapter never does, nor
    is it one that is written 01. Numbers with no line between them are those of a bar to turn
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
    if len(best) < _PAGES:
        return []
    parted = sum(_parts_a_sentence(lines, index) for index in best)
    is_paged = parted > 1 or 3 * parted >= len(best)
    return best if is_paged and not _is_verse(lines) else []


def running_heads(lines: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Indexes of short lines that stand, in the same words, beside most numbers of ``pages``."""
    beside: dict[str, set[int]] = {}
    for page in pages:
        for step in (-1, 1):
            index = _next_line(lines, page, step)
            if index is not None and not is_sentence(lines[index]):
                beside.setdefault(lines[index].strip(EDGE), set()).add(index)
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
        if text and text == before and is_sentence(text):
            found.append(index)
        before = text or before
    return found


def _parts_a_sentence(lines: Sequence[str], index: int) -> bool:
    before, after = (_next_line(lines, index, step) for step in (-1, 1))
    if before is None or after is None or _BEGINS.match(lines[after]):
        return False
    return not is_sentence(lines[before]) and len(lines[before]) > 10


def _is_verse(lines: Sequence[str]) -> bool:
    """Whether no line has a full stop: then none of them parts a sentence."""
    return not any(_FULL_STOP.search(line) for line in lines)


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


def subtitles(lines: Sequence[str]) -> list[int]:
    """Indexes of the times of subtitles in ``lines`` (SubRip, WebVTT), and of their numbers."""
    times = [index for index, line in enumerate(lines) if _SUBTITLE.match(line.strip(EDGE))]
    numbers = [index - 1 for index in times if index and lines[index - 1].strip(EDGE).isdecimal()]
    return sorted([*times, *numbers])


def _seconds(time: re.Match[str]) -> int:
    hours, minutes, seconds = time.groups()
    return (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
