"""Boxes of text that lies in a vertical line, and of characters side by side in it."""

from typing import Any

from weasyprint.layout.inline import split_text_box

from ...kumihan import class_of
from .boxes import TateChuYoko, place, text_box_of
from .glyph_runs import tate_chu_yoko_row
from .line_gap import emphasis_beside
from .pieces import Piece
from .side_lines import is_lined

#: Classes of marks that are lines along the line when they are turned: hyphens, dashes,
#: signs of mathematics.
_ALONG = frozenset((3, 8, 17, 18))

#: What a hyphen at the line end is copied as (PDF 32000-1, 14.8.2.2.3).
SOFT_HYPHEN = '\u00ad'


class SidewaysBoxes:
    """Makes them with the ``faces`` of a document; lengths are in px.

    ``x`` is where a box begins along the line, ``middle`` the middle of the line.
    """

    def __init__(self, faces: Any, context: Any) -> None:
        self.faces, self.context = faces, context

    def text(self, box: Any, text: str, x: float, middle: float, width: float) -> Any:
        """Western ``text`` under the style of text box ``box``, ``width`` long."""
        sideways = self._shaped(box, text)
        face = self.faces.of(box.style)[text[0]]
        sideways.slanted = box.style['font_style'] != 'normal' and not face.is_italic
        size = box.style['font_size']
        return place(sideways, x, middle - size / 2, width, size, face.ascent / 1000 * size)

    def mark(self, piece: Piece, x: float, middle: float) -> Any:
        """A mark turned as the line is, its ink in the middle where it is one along the line."""
        box, mark = self._shaped(piece.box, piece.text), piece.text[0]
        size = piece.box.style['font_size']
        face = self.faces.of(piece.box.style)[mark]
        baseline = face.ascent / 1000 * size
        if class_of(mark) in _ALONG:
            baseline = size / 2 + face.ink_middle(mark) / 1000 * size
        before = (box.width - piece.width) / 2
        return place(box, x - before, middle - size / 2, box.width, size, baseline)

    def tate_chu_yoko(self, piece: Piece, x: float, middle: float) -> Any:
        """The characters of ``piece`` side by side in one em square."""
        style = piece.box.style
        size = style['font_size']
        faces = self.faces.of(style)
        face = faces[piece.text[0]]
        box: Any = text_box_of(TateChuYoko, piece.box, piece.text)
        box.row, box.squeeze = tate_chu_yoko_row(face, piece.text, size)
        box.emphasis = emphasis_beside(piece, faces, [(piece.text, 0)])
        return place(box, x, middle - size / 2, size, size, face.ascent / 1000 * size)

    def _shaped(self, box: Any, text: str) -> Any:
        sideways, _, _ = split_text_box(self.context, box.copy_with_text(text), None, 0)
        if is_lined(box.style):
            # Side lines are the whole line's; WeasyPrint would draw its own.
            sideways.style = box.style.copy()
            sideways.style['text_decoration_line'] = 'none'
        return sideways
