"""No chapter ends on a page with a line or two of it: which paragraphs to set in other lines.

A page with so little looks like a leaf too much. An editor has a paragraph or two of the last
pages set in a line less, so that the page goes, or in a line more, so that it has company; no
page is longer or shorter for that, and those of a spread stay alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox

#: Pages back from the end whose paragraphs are looked at.
_PAGES = 8

#: px.
_NEARLY = 0.5


@dataclass
class _Page:
    """What a chapter has on one page: its paragraphs, and how full it is (px)."""

    bottom: float
    room: float
    paragraphs: list[Any] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        return self.bottom > self.room - self.paragraphs[-1].pitch + _NEARLY


@dataclass(frozen=True)
class _Option:
    """A paragraph, by its number, in ``more`` lines (-1 or 1) at a ``cost``."""

    number: int
    more: int
    cost: float


def changes_of(
    page_boxes: Sequence[Any], numbers: Mapping[Any, int], least: int
) -> dict[int, int]:
    """How many lines more (or less) paragraphs are to take, by their elements' ``numbers``.

    ``page_boxes`` are WeasyPrint's, laid out; ``numbers`` has every element of the document.
    Each chapter should have ``least`` lines on its last page. Empty where all do, or where no
    paragraph can help.
    """
    changes: dict[int, int] = {}
    for pages in _chapters(page_boxes):
        changes |= _changes(pages, numbers, least)
    return changes


def short_ends(page_boxes: Sequence[Any], least: int) -> int:
    """How many chapters have fewer than ``least`` lines on their last page."""
    return sum(bool(_lines_short(pages, least)) for pages in _chapters(page_boxes))


def _chapters(page_boxes: Sequence[Any]) -> Iterable[list[_Page]]:
    """The pages of each chapter that has text on two or more."""
    chapters: dict[Any, list[_Page]] = {}
    for page_box in page_boxes:
        top = page_box.content_box_y()
        for block in _blocks(page_box):
            lines = list(_lines(block))
            if lines:
                bottom = max(line.position_y + line.height for line in lines)
                page = _Page(bottom - top, _room(page_box))
                page.paragraphs = list(dict.fromkeys(line.composed for line in lines))
                chapters.setdefault(block.element, []).append(page)
    return [pages for pages in chapters.values() if len(pages) > 1]


def _room(page_box: Any) -> float:
    # Laid out, it has its physical size again: lines follow one another over its width.
    return page_box.width


def _blocks(page_box: Any) -> Iterator[Any]:
    """The chapters on a page."""
    for body in (box for box in page_box.children[0].children if box.element_tag == 'body'):
        for block in body.children:
            names = block.element.get('class', '').split() if block.element is not None else ()
            if 'chapter' in names or 'part' in names:
                yield block


def _lines(block: Any) -> Iterator[Any]:
    return (
        box
        for box in block.descendants(placeholders=True)
        if isinstance(box, LineBox) and hasattr(box, 'composed')
    )


def _lines_short(pages: Sequence[_Page], least: int) -> tuple[int, ...]:
    """``(lines there are, lines wanting)`` on the last page; ``()`` where it has enough."""
    last = pages[-1]
    count = round(last.bottom / last.paragraphs[-1].pitch)
    return (count, least - count) if count < least and pages[-2].is_full else ()


def _changes(pages: Sequence[_Page], numbers: Mapping[Any, int], least: int) -> dict[int, int]:
    short = _lines_short(pages, least)
    if not short:
        return {}
    paragraphs = _movable(pages)
    ways = [
        chosen
        for more, count in zip((-1, 1), short)
        if (chosen := _cheapest(paragraphs, numbers, more, count))
    ]
    best = min(ways, key=lambda way: sum(option.cost for option in way), default=[])
    return {option.number: option.more for option in best}


def _movable(pages: Sequence[_Page]) -> list[Any]:
    """The paragraphs that may move the end: from the last page back to one not full."""
    found: dict[Any, None] = dict.fromkeys(pages[-1].paragraphs)
    for page in pages[-2 : -2 - _PAGES : -1]:
        if not page.is_full:
            break
        found |= dict.fromkeys(page.paragraphs)
    return list(found)


def _cheapest(
    paragraphs: Iterable[Any], numbers: Mapping[Any, int], more: int, count: int
) -> list[_Option]:
    """The ``count`` paragraphs that cost least in ``more`` lines; ``[]`` without so many."""
    options = []
    for paragraph in paragraphs:
        number = numbers.get(paragraph.linebox.element, -1)
        other = paragraph.with_more(more) if number >= 0 else None
        if other is not None:
            options.append(_Option(number, more, other.cost))
    options.sort(key=lambda option: option.cost)
    return options[:count] if len(options) >= count else []
