"""The paragraph seam: WeasyPrint asks for lines, kumihan composes them.

``iter_line_boxes`` stands in for WeasyPrint's function of that name. Lines run
along x and follow one another along y, as WeasyPrint lays out; the page is
turned when it is drawn.
"""

from collections.abc import Callable, Iterable, Iterator
from math import inf
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout.percent import resolve_one_percentage

from ...messages import Message
from .composed import ComposedParagraph
from .line_box import LineBuilder

#: px.
_NEARLY = 0.05
#: Characters of a text that a warning shows.
_LONGEST_SHOWN = 60


class LineComposer:
    """Composes the line boxes of one document.

    ``count(items)`` is told of every paragraph composed.
    """

    def __init__(self, faces: Any, count: Callable[[int], None] | None = None) -> None:
        self.faces = faces
        self.count = count or (lambda characters: None)
        self._is_strained = False
        # The clearances of the lines of the page last set, by where they end (px); lines may be
        # set more than once, as WeasyPrint looks for the end of the page.
        self._page: int | None = None
        self._clearances: dict[int, float] = {}

    def warnings(self, page_boxes: Iterable[Any]) -> list[Message]:
        """What lines of the finished pages do not hold; how they were before nobody reads."""
        if not self._is_strained:
            return []
        overfull: list[str] = []
        broken: dict[tuple[int, str], str] = {}
        for page in page_boxes:
            for box in page.descendants(placeholders=True):
                if not isinstance(box, LineBox) or 'line' not in box.__dict__:
                    continue
                if box.line.overfull:
                    overfull.append(box.composed.text_of(box.line))
                # A paragraph may go on over the page, composed anew.
                broken |= {(id(box.element), text): text for text in box.composed.broken()}
        return [
            *(
                Message('this line is longer than the measure: {text}', text=_shown(text))
                for text in overfull
            ),
            *(
                Message(
                    'no line holds this text, so lines end anywhere in it: {text}',
                    text=_shown(text),
                )
                for text in broken.values()
            ),
        ]

    def iter_line_boxes(
        self,
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:
        """Yield ``(line, resume_at)`` as WeasyPrint's own function does.

        A paragraph is composed once, whole; when it goes on over a page break,
        ``skip_stack`` finds the line to go on with. Of a note set in parts
        ``box.span`` says which lines to yield.
        """
        composed = self._composed(context, box, containing_block)
        start, end = box.__dict__.get('span', (0, None))
        lines = composed.lines[start:end]
        if context.current_page != self._page:
            self._page, self._clearances = context.current_page, {}
        if skip_stack is not None:
            lines = composed.lines_from(skip_stack, end)
        for line in lines:
            builder = LineBuilder(
                box,
                composed,
                line,
                containing_block.content_box_x(),
                position_y,
                context,
                self._clearances.get(_place(position_y), inf),
            )
            linebox = builder.build(absolute_boxes, fixed_boxes)
            position_y = linebox.position_y + linebox.height
            self._clearances[_place(position_y)] = builder.clear
            yield linebox, None if line is lines[-1] else composed.resume_at(line)

    def _composed(self, context: Any, box: Any, containing_block: Any) -> ComposedParagraph:
        measure = containing_block.width
        composed = box.__dict__.get('composed')
        if composed is None or composed.measure != measure or composed.changes:
            resolve_one_percentage(box, 'text_indent', measure)
            composed = box.composed = ComposedParagraph(self.faces, context, box, containing_block)
            self._is_strained = self._is_strained or composed.is_strained()
            self.count(len(composed.paragraph))
        return composed


def _place(position_y: float) -> int:
    """A place on the page that sums of lengths come back to."""
    return round(position_y / _NEARLY)


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f'{text[:_LONGEST_SHOWN]}…'
