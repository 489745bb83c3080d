"""What was done to each line of a page, from its composition."""

from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox

from ...frames.frame import LineInfo
from ...kumihan.ladder import Ladder


def lines_of(page: Any) -> list[LineInfo]:
    """The ``LineInfo`` of every composed line of ``page``, in the order they are laid out.

    Running heads and folios are not composed and not among them.
    """
    ladders: dict[int, Ladder] = {}
    lines = []
    for child in page.children:
        if isinstance(child, MarginBox):
            continue
        for box in child.descendants(placeholders=True):
            if isinstance(box, LineBox) and 'line' in box.__dict__:
                composed = box.composed
                if id(composed) not in ladders:
                    ladders[id(composed)] = Ladder(composed.paragraph, composed.measure)
                lines.append(_line_info(box, ladders[id(composed)]))
    return lines


def _line_info(box: Any, ladder: Ladder) -> LineInfo:
    line = box.line
    size = box.style['font_size']
    middle = box.position_y + box.height / 2

    def place(
        start: float, end: float, top: float = middle - size / 2, bottom: float = middle + size / 2
    ) -> tuple[float, ...]:
        return box.position_x + start, top, box.position_x + end, bottom

    at = line.visible - 1 - line.start
    last = line.positions[at]
    mark = place(last, last + line.advances[at])
    amount = line.length - ladder.measure if line.overfull else line.adjustment
    return LineInfo(
        _text(box),
        ladder.stage(line).name,
        round(amount / size, 3) + 0.0,
        place(line.positions[0], line.length),
        mark if line.hanging else (),
        mark if ladder.ends_solid(line) else (),
        tuple(
            place(start, end, middle - size, middle - size / 2)
            for start, end in ladder.reaches(line)
        ),
    )


def _text(linebox: Any) -> str:
    """The text of a line without the readings beside it."""
    return ''.join(
        box.text
        for box in linebox.descendants()
        if isinstance(box, TextBox) and box.element_tag.partition('::')[0] != 'rt'
    )
