"""No chapter ends on a page with a line or two of it: which paragraphs to set in other lines.

A page with so little looks like a leaf too much. An editor has a paragraph or two of the last
pages set in a line less, so that the page goes, or in a line more, so that it has company; no
page is longer or shorter for that, and those of a spread stay alike.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout.page import make_all_pages

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
    """A composed paragraph in ``more`` lines (-1 or 1) at a ``cost``."""

    paragraph: Any
    more: int
    cost: float


def make_pages_with_good_ends(
    context: Any, root_box: Any, html: Any, pages: Sequence[Any], least: int
) -> list[Any]:
    """The pages of WeasyPrint's ``make_all_pages``, some chapters with better ends.

    Each chapter should have ``least`` lines on its last page; where one has fewer, the pages
    that another way of setting its paragraphs concerns are made again.
    """
    footnotes = context.footnotes.copy()
    made = list(make_all_pages(context, root_box, html, pages))
    options = _options(made, least)
    if not options:
        return made
    concerned = _pages_with(made, {option.paragraph for option in options})
    if footnotes or any(box.is_floated() for box in root_box.descendants()):
        # What a page takes over from those before is known at the first alone.
        concerned = list(range(len(made)))

    def make_again() -> list[Any]:
        context.footnotes = footnotes.copy()
        for index in concerned:
            context.page_maker[index][-1]['content_changed'] = True
        return list(make_all_pages(context, root_box, html, made))

    for option in options:
        option.paragraph.take(option.more)
    others = make_again()
    if short_ends(others, least) < short_ends(made, least):
        return others
    for option in options:
        option.paragraph.take(0)
    return make_again()


def _options(page_boxes: Sequence[Any], least: int) -> list[_Option]:
    """Which paragraphs are to take more lines, or fewer; ``[]`` where all ends are good.

    ``page_boxes`` are WeasyPrint's, laid out and turned.
    """
    return [option for pages in _chapters(page_boxes) for option in _changes(pages, least)]


def _pages_with(page_boxes: Sequence[Any], paragraphs: Container[Any]) -> list[int]:
    """The indices of the pages with a line of one of ``paragraphs``."""
    return [
        index
        for index, page_box in enumerate(page_boxes)
        if any(line.composed in paragraphs for line in _all_lines(page_box))
    ]


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
    return page_box.height


def _blocks(page_box: Any) -> Iterator[Any]:
    """The chapters on a page."""
    for body in (box for box in page_box.children[0].children if box.element_tag == 'body'):
        for block in body.children:
            names = block.element.get('class', '').split() if block.element is not None else ()
            if 'chapter' in names or 'part' in names:
                yield block


def _all_lines(page_box: Any) -> Iterator[Any]:
    return (line for block in _blocks(page_box) for line in _lines(block))


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


def _changes(pages: Sequence[_Page], least: int) -> list[_Option]:
    short = _lines_short(pages, least)
    if not short:
        return []
    paragraphs = _movable(pages)
    ways = [
        chosen
        for more, count in zip((-1, 1), short)
        if (chosen := _cheapest(paragraphs, more, count))
    ]
    return min(ways, key=lambda way: sum(option.cost for option in way), default=[])


def _movable(pages: Sequence[_Page]) -> list[Any]:
    """The paragraphs that may move the end: from the last page back to one not full."""
    found: dict[Any, None] = dict.fromkeys(pages[-1].paragraphs)
    for page in pages[-2 : -2 - _PAGES : -1]:
        if not page.is_full:
            break
        found |= dict.fromkeys(page.paragraphs)
    return list(found)


def _cheapest(paragraphs: Iterable[Any], more: int, count: int) -> list[_Option]:
    """The ``count`` paragraphs that cost least in ``more`` lines; ``[]`` without so many."""
    options = []
    for paragraph in paragraphs:
        other = paragraph.with_more(more)
        if other is not None:
            options.append(_Option(paragraph, more, other.cost))
    options.sort(key=lambda option: option.cost)
    return options[:count] if len(options) >= count else []
