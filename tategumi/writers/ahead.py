"""The frames of a segment written before the rest of the book is known.

Whichever process drew them can do it, and what is kept of them need not be written again. What
their operators call by name has names of the segment's own; ``Resources`` gives it to a file.
"""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..frames.drawing import MISSING, Drawing, Group, Pattern, Picture, Shading, State
from ..frames.drawing import glyphs as numbers_of
from ..frames.frame import FontUse, Frame, Segment, Written
from .codes import Codes
from .content import Content, texts_of
from .fonts import drawn_of
from .objects import name


def write_ahead(segment: Segment, codes_of: Callable[[FontUse], Codes | None]) -> Segment:
    """``segment`` with frames that are ``written``, in the place of their drawings.

    ``codes_of`` gives the codes of a font. Where those depend on the rest of the book, or a
    character has no glyph, frames are left as they are; and so is one with a pattern, which
    depends on where the page is turned to.
    """
    fonts = _own_fonts(segment.fonts, codes_of)
    if fonts is None:
        return segment
    names, frames = Names(), list[Frame]()
    drawn: dict[tuple[int, bool], set[int]] = {}
    for frame in segment.frames:
        if not frame.drawing or _has_pattern(frame.drawing):
            frames.append(frame)
            continue
        for key, glyphs in drawn_of(texts_of(frame.drawing)).items():
            drawn.setdefault(key, set()).update(glyphs)
        content = Content(names, frame.spoken)
        content.draw(frame.drawing, fonts)
        written = Written(content.operators(), content.marks)
        frames.append(replace(frame, drawing=[], written=written))
    return replace(
        segment,
        frames=frames,
        called=names.called,
        drawn=[(*key, numbers_of(sorted(glyphs))) for key, glyphs in sorted(drawn.items())],
    )


@dataclass(frozen=True)
class OwnFont:
    """A font by its ``number`` in the segment, and the ``codes`` of its glyphs."""

    number: int
    codes: Codes


class Names:
    """Names what is drawn, the same always the same; ``called`` lists what has a name.

    What it is must be added to the file later, by ``Resources``.
    """

    def __init__(self) -> None:
        self.called: Drawing = []
        self._names: dict[bytes, bytes] = {}

    def font(self, font: OwnFont, vertical: bool) -> bytes:
        """The name of an ``OwnFont``, or of its vertical twin."""
        return b'/' + name_of_font(font.number, vertical).encode()

    def opacity(self, kind: str, value: float) -> bytes:
        """The name of a state of opacity."""
        return self._name(kind, value)

    def state(self, state: State, fonts: Sequence[OwnFont]) -> bytes:
        """The name of a ``State``."""
        return self._name('gs', state)

    def drawn(self, drawn: Picture | Group, fonts: Sequence[OwnFont]) -> bytes:
        """The name of a ``Picture`` or a ``Group``."""
        return self._name('Do', drawn)

    def shading(self, shading: Shading) -> bytes:
        """The name of a ``Shading``."""
        return self._name('sh', shading)

    def colour_space(self, space: str) -> bytes:
        """The name of a colour space, which is always the same."""
        if not space.startswith('Device'):
            self._name('cs', space)
        return name(space).encode()

    def _name(self, *operator: Any) -> bytes:
        key = pickle.dumps(operator)
        if key not in self._names:
            self._names[key] = b'/' + name_of_called(len(self.called)).encode()
            self.called.append(operator)
        return self._names[key]


def name_of_font(number: int, vertical: bool) -> str:
    """What written frames call a font of their segment, or its vertical twin."""
    return f'f{number}v' if vertical else f'f{number}'


def name_of_called(number: int) -> str:
    """What written frames call the operand of one of the operators that their segment lists."""
    return f'n{number}'


def _own_fonts(
    uses: Sequence[FontUse], codes_of: Callable[[FontUse], Codes | None]
) -> list[OwnFont] | None:
    fonts = []
    for number, use in enumerate(uses):
        codes = codes_of(use)
        if codes is None or any(glyph >= MISSING for glyph in use.widths):
            return None
        fonts.append(OwnFont(number, codes))
    return fonts


def _has_pattern(drawing: Drawing) -> bool:
    return any(type(item) is tuple and type(item[-1]) is Pattern for item in drawing)
