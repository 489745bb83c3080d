"""The text boxes of a vertical line.

WeasyPrint's own ``TextBox`` draws sideways text as it stands: the page is
turned as a whole. These two are what it has no notion of. ``side_lines`` of any
text box are the ``SideLine``s drawn with it; sideways text that is ``slanted`` leans.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import TextBox

from ...fonts.faces import Face

#: Emphasis marks are half as large as their base (JLReq §3.3.9).
EMPHASIS_SIZE = 0.5
#: Outside of ruby there is little room to the line beside.
EMPHASIS_BESIDE_RUBY = 0.3


class GlyphRun(NamedTuple):
    """Glyphs of one ``face``, one below the other.

    ``texts`` has the character, or the pair, that each of ``glyphs`` stands for, ``positions``
    where the top of its em square is along the line (px). All are just an em apart if they
    are ``even``.
    """

    face: Face
    glyphs: list
    texts: Sequence
    positions: list
    even: bool = False


class Emphasis(NamedTuple):
    """Emphasis marks beside a text box: each is character ``mark`` of ``face``.

    ``size`` is theirs, of the text's; ``out`` how far their middle is from the em squares, and
    ``squares`` where those that have one begin along the line, from the box's head (px).
    """

    face: Face
    mark: str
    size: float
    out: float
    squares: Sequence[float]


class UprightText(TextBox):
    """Characters one below the other.

    ``runs`` are its ``GlyphRun``s; positions are from the box's ``position_x``.
    ``begins`` is true where its paragraph begins with it below the line
    head, ``ends_line`` where its line ends with it; both are of the small lines of warichu.
    ``broad`` is how many times as broad as others the characters are. ``spoken`` is what the
    text is to be copied and read aloud as, where that is not itself.
    """

    runs = ()
    emphasis: Emphasis | None = None
    ends_line = begins = False
    broad = 1
    spoken = ''


class TateChuYoko(TextBox):
    """A few characters side by side in one em square (JLReq §3.2.5).

    ``row`` is a list of ``(face, glyph, text, position)``: positions run to the
    right from the middle of the line; ``squeeze`` scales the row's width.
    """

    row = ()
    squeeze = 1
    emphasis: Emphasis | None = None


_UNDECORATED = {
    f'{kind}_{side}{suffix}': 0
    for kind, suffix in (('margin', ''), ('padding', ''), ('border', '_width'))
    for side in ('top', 'right', 'bottom', 'left')
}


def place(box: Any, x: float, y: float, width: float, height: float, baseline: float = 0) -> Any:
    """Give ``box`` its rectangle in the page's logical space, without decoration (px)."""
    box.__dict__.update(
        _UNDECORATED, position_x=x, position_y=y, width=width, height=height, baseline=baseline
    )
    return box


def text_box_of(kind: type, box: Any, text: str) -> Any:
    """A copy of text box ``box`` as a box of another ``kind``, with ``text``."""
    new: Any = object.__new__(kind)
    new.__dict__.update(box.__dict__)
    new.text = text
    return new
