"""Where a line of the manuscript is in the text as set, and on which page; and back.

The text as set is counted in flow units, as the PDF's pages count it (``frames.page_starts``).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..manuscript.alignment import aligned

if TYPE_CHECKING:
    from ..frames.frame import BookPage

#: Readings and attributes, which are no text of the line.
_BESIDE = re.compile(r'(?<=[^|{])\|[^{}|]*(?=[|}])|(?<![《])《[^《》]*》(?!》)|\{[:.][^{}]*\}')
#: What house style leaves as it is.
_PLAIN = re.compile('[ぁ-ゖァ-ヺー々〆一-鿿]{2,}')
#: Marks of notation, which are not printed, and what leads a heading, an item or a quotation.
_MARKS = re.compile(r'^[#>+-]+(?=[ 　])|^\d+\.(?= )|[\[\]{}*^`\\|~]|《《|》》|(?<=\])\([^()]*\)')
#: So many characters are looked for, and so far from where they should be.
_LONGEST, _REACH = 16, 3_000


def line_offsets(lines: Sequence[str], flow: str) -> list[int]:
    """For each of the ``lines`` of a chapter, where in its ``flow`` it begins, in units.

    House style and notation make of a line another text; so it is found by its plain Japanese.
    """
    offsets, at = [], 0
    for line in lines:
        run = _PLAIN.search(_BESIDE.sub('', line))
        if not run:
            offsets.append(at)
            continue
        probe = run[0][:_LONGEST]
        found = flow.find(probe, at, at + len(line) + _REACH)
        if found >= 0:
            at = max(at, found - _units(_BESIDE.sub('', line)[: run.start()]))
        offsets.append(at)
        if found >= 0:
            at = found + len(probe)
    return offsets


def _units(text: str) -> int:
    """How many flow units ``text`` of a line has, as near as is known."""
    return len(''.join(_MARKS.sub('', text).split()))


def offset_at(lines: Sequence[str], offsets: Sequence[int], line: int, column: int) -> int:
    """The flow unit at ``column`` of ``line`` (both from 0)."""
    if not lines:
        return 0
    line = min(line, len(lines) - 1)
    return offsets[line] + _units(_BESIDE.sub('', lines[line][:column]))


def place_of(lines: Sequence[str], offsets: Sequence[int], unit: int) -> tuple[int, int]:
    """``(line, column)``, from 0, where the flow ``unit`` stands, as near as is known."""
    line = max(0, bisect_right(offsets, unit) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, min(len(lines[line]), max(0, unit - offsets[line])) if lines else 0


@dataclass(frozen=True)
class PageText:
    """What of the part ``section`` is on a page: the flow units from ``start`` to ``end``."""

    page: int
    section: str
    start: int
    end: int


def page_texts(pages: 'Sequence[BookPage]') -> dict[str, list[PageText]]:
    """By id of a part of the book its ``PageText``s, in order; notes are left out."""
    texts: dict[str, list[PageText]] = {}
    done: dict[str, int] = {}
    for number, page in enumerate(pages):
        for section, note, amount in page.frame.flow:
            if not note:
                start = done.get(section, 0)
                done[section] = start + amount
                texts.setdefault(section, []).append(
                    PageText(number, section, start, start + amount)
                )
    return texts


def page_at(texts: Sequence[PageText], unit: int) -> int | None:
    """The page, from 0, on which flow ``unit`` of a part stands; ``None`` where it has none."""
    if not texts:
        return None
    at = bisect_right([text.start for text in texts], unit) - 1
    return texts[max(0, at)].page


def moved_lines(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """``{line: line}``, both from 1, of lines of a chapter ``before`` and ``now``.

    What was changed is found by what is alike.
    """
    if before == now:
        return {number: number for number in range(1, len(before) + 1)}
    return {old + 1: new + 1 for old, new in aligned(before, now).items()}
