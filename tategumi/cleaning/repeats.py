"""What recurs in a text: numbers of pages, running heads, a title said twice, doubled prose."""

import re
from collections.abc import Iterable, Sequence

from .numerals import number_of
from .rules import EDGE

_SENTENCE_END = re.compile(r'[。．！？!?…」』）)】.]["”\'’*]*$')
#: So many pages are a book's; fewer numbers may be anything.
_PAGES = 3


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
