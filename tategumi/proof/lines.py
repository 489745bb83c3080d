"""What was done to each line of a page, and where on the paper."""

from dataclasses import dataclass

from ..frames.frame import BookPage
from ..kumihan.ladder import Stage
from ..page.kihon_hanmen import Rectangle

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


def lines_of(page: BookPage) -> list[ProofLine]:
    """The ``ProofLine`` of every composed line of a page, in the order they are laid out.

    ``page`` is one of ``BuiltPdf.frames``, set ``with_lines``. Running heads and folios are
    not composed and not among them.
    """
    a, b, c, d, e, f = page.paper.turn

    def turned(box: tuple[float, ...]) -> Rectangle:
        # A quarter clockwise: the end of what is across comes first.
        x1, y1, x2, y2 = box
        return (
            _PT * (a * x1 + c * y2 + e),
            _PT * (b * x1 + d * y2 + f),
            _PT * (a * x2 + c * y1 + e),
            _PT * (b * x2 + d * y1 + f),
        )

    return [
        ProofLine(
            line.text,
            Stage[line.stage],
            line.amount,
            turned(line.band),
            turned(line.hung) if line.hung else None,
            turned(line.solid) if line.solid else None,
            tuple(map(turned, line.reaches)),
        )
        for line in page.frame.lines
    ]
