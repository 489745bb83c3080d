"""What was done to each line of a page, from its composition, and where on the paper."""

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox

from ..kumihan.ladder import Ladder, Stage
from ..page.kihon_hanmen import Rectangle
from ..pdf.layout.turning import turn

_PT = 0.75


@dataclass(frozen=True)
class ProofLine:
    """One line as set.

    ``amount`` is what its spaces grew by, in em (negative: shrank); of an
    overfull line, what it is longer by than the measure.

    Rectangles are ``(left, top, right, bottom)`` in pt from the paper's upper
    left corner: ``band`` the line from its first body to its last; ``hung`` and
    ``solid`` the last mark, where it hangs or lost the space after it, else
    ``None``; ``reaches`` where ruby lies beyond its base.
    """

    text: str
    stage: Stage
    amount: float
    band: Rectangle
    hung: Rectangle | None = None
    solid: Rectangle | None = None
    reaches: tuple[Rectangle, ...] = ()


def lines_of(page_box: Any) -> list[ProofLine]:
    """The ``ProofLine`` of every composed line of a page, in the order they are laid out.

    ``page_box`` is one of ``BuiltPdf.page_boxes``. Running heads and folios are
    not composed and not among them.
    """
    paper = turn(page_box)
    ladders: dict[int, Ladder] = {}
    lines = []
    for child in page_box.children:
        if isinstance(child, MarginBox):
            continue
        for box in child.descendants(placeholders=True):
            if isinstance(box, LineBox) and 'line' in box.__dict__:
                composed = box.composed
                ladder = ladders.setdefault(
                    id(composed), Ladder(composed.paragraph, composed.measure)
                )
                lines.append(_proof_line(box, ladder, paper))
    return lines


def _proof_line(box: Any, ladder: Ladder, paper: Any) -> ProofLine:
    line = box.line
    size = box.style['font_size']
    middle = box.position_y + box.height / 2

    def rectangle(
        start: float, end: float, top: float = middle - size / 2, bottom: float = middle + size / 2
    ) -> Rectangle:
        x1, y1 = paper.transform_point(box.position_x + start, bottom)
        x2, y2 = paper.transform_point(box.position_x + end, top)
        return _PT * x1, _PT * y1, _PT * x2, _PT * y2

    reaches = [
        rectangle(start, end, middle - size, middle - size / 2)
        for start, end in ladder.reaches(line)
    ]
    at = line.visible - 1 - line.start
    last = line.positions[at]
    mark = rectangle(last, last + line.advances[at])
    amount = line.length - ladder.measure if line.overfull else line.adjustment
    return ProofLine(
        _text(box),
        ladder.stage(line),
        round(amount / size, 3) + 0.0,
        rectangle(line.positions[0], line.length),
        mark if line.hanging else None,
        mark if ladder.ends_solid(line) else None,
        tuple(reaches),
    )


def _text(linebox: Any) -> str:
    """The text of a line without the readings beside it."""
    return ''.join(
        box.text
        for box in linebox.descendants()
        if isinstance(box, TextBox) and box.element_tag.partition('::')[0] != 'rt'
    )
