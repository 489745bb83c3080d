"""What the content of pages calls by name: a dictionary of all the book, and some of segments."""

from collections.abc import Sequence
from typing import Any

from fontTools.misc.transform import Identity, Transform

from ..frames.drawing import Drawing, Group, Matrix, Pattern, Picture, Shading, State
from ..frames.frame import Segment
from .ahead import name_of_called, name_of_font
from .content import Content
from .file import File, stream
from .fonts import WrittenFont
from .objects import Ref, name, serialized

#: The white of the CIE's lightness of daylight, and how far its colours reach.
WHITES = {'lab-d50': (0.9642, 1, 0.8251), 'lab-d65': (0.9504, 1, 1.0888)}
_LAB_RANGE = (-125, 125, -125, 125)

#: All inks at once, in which printer's marks are (ISO 32000-1, 8.6.6.4).
REGISTRATION = 'registration'
_ALL_INKS = [
    '/Separation',
    '/All',
    '/DeviceCMYK',
    {'FunctionType': 2, 'Domain': [0, 1], 'C0': [0, 0, 0, 0], 'C1': [1, 1, 1, 1], 'N': 1},
]

#: The colour spaces that are no names of PDF's own.
_COLOUR_SPACES: dict[str, list[Any]] = {
    **{
        space: ['/Lab', {'WhitePoint': white, 'Range': _LAB_RANGE}]
        for space, white in WHITES.items()
    },
    REGISTRATION: _ALL_INKS,
}


class Resources:
    """Names what is drawn, the same always the same, and adds it to ``file`` (``File``).

    ``blending`` is the colour space in which groups are put together; without one they are
    no transparency groups.
    """

    def __init__(self, file: File, blending: str = '/DeviceRGB') -> None:
        self._file, self._blending = file, blending
        self._names: dict[Any, Any] = {}
        self.entries: dict[str, dict[str, Any]] = {}
        self.reference = file.add(self.entries)
        self._of_segments: list[dict[str, dict[str, Any]]] = []

    def of_segment(self, segment: Segment, fonts: Sequence[WrittenFont]) -> Ref:
        """The dictionary of pages of ``segment``, whose frames may be written.

        ``fonts`` (``WrittenFont``) are those of the segment. It has what the book's has too.
        """
        if not segment.drawn and not segment.called:
            return self.reference
        entries: dict[str, dict[str, Any]] = {}
        for number, vertical, _ in segment.drawn:
            called = name_of_font(number, vertical)
            entries.setdefault('Font', {})[called] = fonts[number].reference(vertical)
        for number, (operator, operand) in enumerate(segment.called):
            kind, called, value = self._called(operator, operand, name_of_called(number), fonts)
            entries.setdefault(kind, {})[called] = value
        self._of_segments.append(entries)
        return self._file.add(entries)

    def finish(self) -> None:
        """Let all dictionaries have what the book's has: no more is named."""
        for entries in self._of_segments:
            for kind, named in self.entries.items():
                entries[kind] = named | entries.get(kind, {})

    def font(self, font: WrittenFont, vertical: bool) -> bytes:
        """The name of a ``WrittenFont``, or of its vertical twin."""
        called = f'F{font.number}V' if vertical else f'F{font.number}'
        self.entries.setdefault('Font', {})[called] = font.reference(vertical)
        return b'/' + called.encode()

    def opacity(self, kind: str, value: float) -> bytes:
        """The name of a state of opacity ``value`` for fills (``ca``) or strokes (``CA``)."""
        return self._name('ExtGState', 'S', {kind: value})

    def state(self, state: State, fonts: Sequence[WrittenFont]) -> bytes:
        """The name of a ``State``; texts in it are of ``fonts``."""
        return self._name('ExtGState', 'S', self._state(state, fonts))

    def drawn(self, drawn: Picture | Group, fonts: Sequence[WrittenFont]) -> bytes:
        """The name of a ``Picture``, or of a ``Group`` whose texts are of ``fonts``."""
        letter = 'I' if isinstance(drawn, Picture) else 'X'
        return self._name('XObject', letter, self._drawn(drawn, fonts))

    def pattern(
        self, pattern: Pattern, fonts: Sequence[WrittenFont], base: Matrix | None
    ) -> bytes:
        """The name of a ``Pattern``, which follows ``base``."""
        x, y = pattern.steps
        matrix = Transform(*(base or Identity)).transform(pattern.matrix)
        entries = {
            'Type': '/Pattern',
            'PatternType': 1,
            'BBox': pattern.box,
            'XStep': x,
            'YStep': y,
            'TilingType': 1,
            'PaintType': 1,
            'Matrix': [*matrix],
            'Resources': self.reference,
        }
        return self._name('Pattern', 'P', self._stream(entries, pattern.drawing, fonts))

    def shading(self, shading: Shading) -> bytes:
        """The name of a ``Shading``."""
        return self._name('Shading', 'H', shading.entries)

    def colour_space(self, space: str) -> bytes:
        """The name of a colour space."""
        if value := _COLOUR_SPACES.get(space):
            self.entries.setdefault('ColorSpace', {})[space] = value
        return name(space).encode()

    def _called(
        self, operator: str, operand: Any, called: str, fonts: Sequence[WrittenFont]
    ) -> tuple[str, str, Any]:
        """``(kind, name, value)`` of what written frames call ``called``."""
        match operator:
            case 'Do':
                return 'XObject', called, self._drawn(operand, fonts)
            case 'sh':
                return 'Shading', called, operand.entries
            case 'cs':
                return 'ColorSpace', operand, _COLOUR_SPACES[operand]
            case 'gs':
                return 'ExtGState', called, self._state(operand, fonts)
        return 'ExtGState', called, {operator: operand}

    def _state(self, state: State, fonts: Sequence[WrittenFont]) -> dict[str, Any]:
        if not state.mask:
            return state.entries
        mask = {'Type': '/Mask', 'S': state.kind, 'G': self._group(state.mask, fonts)}
        return {'Type': '/ExtGState', 'SMask': mask, **state.entries}

    def _drawn(self, drawn: Picture | Group, fonts: Sequence[WrittenFont]) -> Ref:
        return self._picture(drawn) if isinstance(drawn, Picture) else self._group(drawn, fonts)

    def _group(self, group: Group, fonts: Sequence[WrittenFont]) -> Ref:
        entries = {
            'Type': '/XObject',
            'Subtype': '/Form',
            'BBox': group.box,
            'Resources': self.reference,
        }
        if self._blending:
            entries['Group'] = {
                'Type': '/Group',
                'S': '/Transparency',
                'I': True,
                'CS': self._blending,
            }
        return self._stream(entries, group.drawing, fonts)

    def _stream(
        self, entries: dict[str, Any], drawing: Drawing, fonts: Sequence[WrittenFont]
    ) -> Ref:
        content = Content(self)
        content.draw(drawing, fonts)
        return self._added(entries, content.operators(), is_packed=False)

    def _picture(self, picture: Picture) -> Ref:
        entries = {'Type': '/XObject', 'Subtype': '/Image', **picture.entries}
        if picture.mask:
            entries['SMask'] = self._picture(picture.mask)
        return self._added(entries, picture.content, is_packed=True)

    def _added(self, entries: dict[str, Any], content: bytes, is_packed: bool) -> Ref:
        key = stream(entries, content)
        if key not in self._names:
            self._names[key] = self._file.add_stream(entries, content, is_packed)
        return self._names[key]

    def _name(self, kind: str, letter: str, value: Any) -> bytes:
        known = self.entries.setdefault(kind, {})
        key = kind, serialized(value)
        if key not in self._names:
            called = f'{letter}{len(known)}'
            known[called], self._names[key] = value, b'/' + called.encode()
        return self._names[key]
