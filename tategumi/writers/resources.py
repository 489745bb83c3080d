"""What the content of pages calls by name: one dictionary for all of a book."""

from collections.abc import Sequence
from typing import Any

from fontTools.misc.transform import Identity, Transform

from ..frames.drawing import Drawing, Group, Matrix, Pattern, Picture, Shading, State
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

    def font(self, font: WrittenFont, vertical: bool) -> bytes:
        """The name of a ``WrittenFont``, or of its vertical twin."""
        reference = font.vertical if vertical else font.horizontal
        called = f'F{font.number}V' if vertical else f'F{font.number}'
        self.entries.setdefault('Font', {})[called] = reference
        return b'/' + called.encode()

    def opacity(self, kind: str, value: float) -> bytes:
        """The name of a state of opacity ``value`` for fills (``ca``) or strokes (``CA``)."""
        return self._name('ExtGState', 'S', {kind: value})

    def state(self, state: State, fonts: Sequence[WrittenFont]) -> bytes:
        """The name of a ``State``; texts in it are of ``fonts``."""
        entries = state.entries
        if state.mask:
            mask = {'Type': '/Mask', 'S': state.kind, 'G': self._group(state.mask, fonts)}
            entries = {'Type': '/ExtGState', 'SMask': mask, **entries}
        return self._name('ExtGState', 'S', entries)

    def drawn(self, drawn: Picture | Group, fonts: Sequence[WrittenFont]) -> bytes:
        """The name of a ``Picture``, or of a ``Group`` whose texts are of ``fonts``."""
        if isinstance(drawn, Picture):
            return self._name('XObject', 'I', self._picture(drawn))
        return self._name('XObject', 'X', self._group(drawn, fonts))

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
        if space in WHITES:
            lab = ['/Lab', {'WhitePoint': WHITES[space], 'Range': _LAB_RANGE}]
            self.entries.setdefault('ColorSpace', {})[space] = lab
        elif space == REGISTRATION:
            self.entries.setdefault('ColorSpace', {})[space] = _ALL_INKS
        return name(space).encode()

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
