"""Which blocks of a long chapter are set anew while a place in it is edited.

Pages before that place stay as they are. So a few pages are enough to see what was typed, from
one that begins with a block of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ..epub.flow import flow
from ..markup import Element, MarkedChapter, fragment, local_name
from .places import PageText

#: In flow units: chapters up to so many are set whole; so far a page may be searched backwards
#: that begins with a block, and so much is set behind the place.
LONG, _BACK, _AHEAD = 12_000, 8_000, 1_500


@dataclass(frozen=True)
class Window:
    """The blocks from ``first`` up to ``last`` of a chapter, which begin ``page``.

    ``start`` is the flow unit they begin with; ``is_end``: no block follows them.
    """

    first: int
    last: int
    start: int
    page: int
    is_end: bool


def window_at(section: Element, texts: Sequence[PageText], unit: int) -> Window | None:
    """The ``Window`` of the chapter ``section`` around the flow ``unit``.

    ``texts`` are those of its pages as they were set last. ``None`` where there is none: the
    chapter is short, or no page near begins with a block.
    """
    blocks = [block for block in section if not _is_notes(block)]
    starts = [0, *accumulate(len(flow(block)) for block in blocks)]
    if starts[-1] <= LONG or len(blocks) < len(section):
        return None
    at = {start: number for number, start in reversed([*enumerate(starts[:-1])])}
    for text in reversed(texts):
        if unit - _BACK <= text.start <= unit and text.start in at:
            first = at[text.start]
            last = next(
                (number for number in range(first, len(blocks)) if starts[number] > unit + _AHEAD),
                len(blocks),
            )
            return Window(first, last, text.start, text.page, last == len(blocks))
    return None


def part_of(chapter: MarkedChapter, window: Window) -> MarkedChapter:
    """``chapter`` with the blocks of the ``window`` alone."""
    section = chapter.copy()
    for number, block in enumerate([*section]):
        if not window.first <= number < window.last:
            section.remove(block)
    # The contents are not made of it.
    return replace(chapter, xhtml=fragment(section), headings=())


def _is_notes(block: Element) -> bool:
    return local_name(block) == 'section'
