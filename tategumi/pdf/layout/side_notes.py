"""Side notes 傍注: behind the text of the left page of the spread that calls them (JLReq §4.2.6).

Notes leave the end of their chapter and hang on their calls. Those called on
a right page wait for the left one of their spread. There they stand in the
order of their calls, their last line at the edge of the kihon-hanmen; what
the page has no room for goes on in the next spread, line by line. What is
left where the chapter ends stands there, behind its text.
"""

from math import inf
from typing import Any

from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout
from weasyprint.layout.block import block_level_layout_switch as lay_out_block
from weasyprint.layout.page import remake_page as remake_page_alone

from . import images, note_lines

#: Of a page, the share that notes called before it may fill.
_LARGEST_SHARE = 2 / 3


def hang_notes(root: Any, notes: list[Any]) -> None:
    """Take the notes below box ``root`` from the ends of their chapters, in place.

    Each hangs on the box that calls it first, as its ``footnote``, and is added
    to ``notes``; one that nothing calls, or another note alone, stays.
    """
    ends = [box for box in root.descendants() if _is_of_class(box, 'footnotes')]
    inside = {id(box) for end in ends for box in end.descendants()}
    calls = [
        box for box in root.descendants() if _is_of_class(box, 'noteref') and id(box) not in inside
    ]
    for end in ends:
        waiting = {
            note.element.get('id'): note for note in end.children if _is_of_class(note, 'footnote')
        }
        # What stands before the notes, the rule, stands before them on every page.
        end.before_notes = [box for box in end.children if box not in waiting.values()]
        for call in calls:
            note = waiting.pop(call.element.get('href')[1:], None)
            if note is not None:
                note.before_notes, call.footnote = end.before_notes, note
                notes.append(note)
        end.uncalled, end.children = list(waiting.values()), []


def _is_of_class(box: Any, name: str) -> bool:
    element = box.element
    return (
        element is not None
        and box.element_tag == element.tag
        and name in (element.get('class') or '').split()
    )


class SideNoteContext(LayoutContext):
    """Stands for WeasyPrint's layout context, which sets footnotes whole and page by page.

    ``called`` are the notes the page being laid out is to take, as ``(note, its
    first line not yet set)``; ``shown`` of their lines stand on it.
    They are in ``area``, which takes ``taken`` px of the page.
    ``left_over`` tells what came to each page, by its index, from those before.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.left_over: dict[int, list[tuple[Any, float]]] = {0: []}
        self.called: list[tuple[Any, float]] = []
        self.area: Any = None
        self.shown: float = 0
        self.taken: float = 0
        self.reached: float | None = None
        self.page_bottom: float

    def begin_page(self, index: int, is_left: bool) -> None:
        """Page ``index`` is going to be laid out, for the first time or once more."""
        self.called, self.shown = list(self.left_over[index]), 0
        self.has_notes, self.closes = is_left, False
        self.area, self.taken, self.reached = None, 0, None
        # These WeasyPrint sets before the text.
        self.reported_footnotes = [note for note, _ in self.called[:1] if is_left]

    def end_page(self, index: int, page: Any) -> bool:
        """Page ``index`` is laid out as ``page``: is what it leaves to the next one new?"""
        left, shown = [], self.shown
        if not (self.closes and any(hasattr(box, 'uncalled') for box in page.descendants())):
            for note, first in self.called:
                count = note_lines.count(note) - first if shown else inf
                if shown < count:
                    left.append((note, first + shown))
                shown = max(0, shown - count)
        if self.area:
            # Laid out at the page's end, from where it reaches back into it.
            self.area.translate(dy=-self.taken)
            page.children[1] = self.area
        is_new = self.left_over.get(index + 1) != left
        self.left_over[index + 1] = left
        return is_new

    def overflows_page(self, bottom_space: float, position_y: float) -> bool:
        """As WeasyPrint's; how far the text has come is remembered."""
        overflows = super().overflows_page(bottom_space, position_y)
        if not overflows:
            self.reached = position_y + bottom_space
        return overflows

    def layout_footnote(self, footnote: Any) -> bool:
        """Set ``footnote``, or as much of it as there is room for beside the text so far."""
        self.footnotes.remove(footnote)
        if footnote not in [note for note, _ in self.called]:
            self.called.append((footnote, 0))
        self._fit()
        return False

    def unlayout_footnote(self, footnote: Any) -> None:
        """The line that calls ``footnote`` goes to another page."""
        if (footnote, 0) in self.called:
            self.called.remove((footnote, 0))
            self.footnotes.append(footnote)
            self._fit()

    def report_footnote(self, footnote: Any) -> None:
        """Nothing: ``_fit`` has left to the next page what has no room."""

    def notes_at_end(self, end: Any) -> list[Any]:
        """What box ``end`` at a chapter's end holds: all notes not set when the text is.

        Those of this page too, so that they stay in order and the blank comes
        last (JLReq §4.2.6 e).
        """
        self.closes, parts = True, self._parts(0, inf)
        if self.shown:
            # There is room for what stood here already; without, all may go on to the next page.
            self.called = []
            self._fit()
        parts += end.uncalled
        return [*end.before_notes, *parts] if parts else []

    def _fit(self) -> None:
        """Set what there is room for of the notes called, at the end of the page."""
        if not self.has_notes:
            return
        bottom = self.page_bottom + self.taken
        room = (
            bottom - self.reached
            if self.reached is not None
            else (_LARGEST_SHARE * (bottom - self.current_footnote_area.page.content_box_y()))
        )
        self.shown, laid = inf, self._laid_out(self._parts(0, inf))
        if laid.margin_height() > room:
            edge = laid.position_y + room - laid.padding_bottom
            self.shown = sum(end <= edge for end in note_lines.ends(laid))
            laid = self._laid_out(self._parts(0, self.shown))
        self.area = laid if laid.children else None
        self.taken = laid.margin_height() if self.area else 0
        self.page_bottom = bottom - self.taken

    def _parts(self, first: float, end: float) -> list[Any]:
        """Lines ``first`` to ``end - 1`` of the notes called, as boxes to lay out."""
        parts: list[Any] = []
        start: float = 0
        for note, begun in self.called:
            if begun == first == 0 and end == inf:
                parts.append(note)
                continue
            count = note_lines.count(note) - begun
            from_, to = max(0, first - start), min(count, end - start)
            if from_ < to:
                parts.append(note_lines.part(note, begun + from_, begun + to))
            start += count
        return parts

    def _laid_out(self, parts: list[Any]) -> Any:
        """The area of the notes ``parts``, laid out."""
        reached, page = self.reached, self.current_footnote_area.page
        area = self.current_footnote_area.copy_with_children(_behind_rule(parts))
        laid = block_level_layout(self, area, -inf, None, page)[0]
        self.reached = reached
        return laid


def _behind_rule(parts: list[Any]) -> list[Any]:
    return [*parts[0].before_notes, *parts] if parts else []


def build_formatting_structure(*arguments: Any) -> Any:
    """Build the boxes of the page, their notes hung on their calls."""
    root = images.build_formatting_structure(*arguments)
    hang_notes(root, arguments[-1])
    return root


def remake_page(index: int, context: Any, root_box: Any, html: Any) -> tuple[Any, Any]:
    """Lay out page ``index`` with its side notes; stands for WeasyPrint's function."""
    context.begin_page(index, is_left=not context.page_maker[index][2])
    page, resume_at = remake_page_alone(index, context, root_box, html)
    if context.end_page(index, page) and resume_at is not None:
        # The next page is to be laid out once more, whatever else came of this one.
        context.page_maker[index + 1][-1]['content_changed'] = True
    return page, resume_at


def block_level_layout_switch(
    context: Any, box: Any, bottom_space: float, skip_stack: Any, *arguments: Any
) -> Any:
    """Lay out ``box``, the end of a chapter with what is left of its notes."""
    if hasattr(box, 'uncalled'):
        if skip_stack is None:
            box.children = context.notes_at_end(box)
        # The page reaches beyond the kihon-hanmen, and further than the edge of small lines.
        bottom_space += context.current_footnote_area.style['padding_bottom'].value
    return lay_out_block(context, box, bottom_space, skip_stack, *arguments)
