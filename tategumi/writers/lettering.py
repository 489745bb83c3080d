"""Letters that no layout has set: figures beside a bar code, folios in the gutter."""

import uharfbuzz

from ..frames.drawing import Text, glyphs
from ..frames.frame import FontUse
from .fonts import Load
from .outlines import location_of


class Lettering:
    """Sets plain text in the font of ``use``; ``load`` is as in ``write_book``.

    Its ``use`` is of what it has set alone, and is the only font of its texts.
    """

    def __init__(self, use: FontUse, load: Load) -> None:
        self.use = FontUse(use.description, use.size, use.name, use.digest, use.face)
        face = uharfbuzz.Face(load(use), use.face.index)
        self._font, self._em = uharfbuzz.Font(face), face.upem
        if location := location_of(face, use.face, use.size):
            self._font.set_variations(location)

    def width(self, text: str, size: float) -> float:
        """How long ``text`` is in ``size``, in the unit of that."""
        return sum(self._width(glyph) for glyph in self._glyphs(text)) * size / 1000

    def set(self, text: str, size: float, x: float, y: float, turn: bool = False) -> Text:
        """``text`` from ``x``, ``y`` on, in a space whose y runs up.

        With ``turn`` it is on its side, read from the right.
        """
        found = self._glyphs(text)
        for glyph, character in zip(found, text):
            self.use.widths.setdefault(glyph, self._width(glyph))
            self.use.texts.setdefault(glyph, character)
        direction = (0, -1, 1, 0) if turn else (1, 0, 0, 1)
        return Text(0, size, (*direction, x, y), glyphs(found))

    def _glyphs(self, text: str) -> list[int]:
        return [self._font.get_nominal_glyph(ord(character)) or 0 for character in text]

    def _width(self, glyph: int) -> float:
        return round(self._font.get_glyph_h_advance(glyph) * 1000 / self._em)
