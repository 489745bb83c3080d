"""What WeasyPrint draws on in the place of a PDF's content stream: all of it becomes data."""

import re
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from weasyprint.matrix import Matrix

from ...frames.drawing import Drawing, Group, Pattern, Shading, State, Text, glyphs
from .fonts import FontUses
from .operators import NOTHING, Inside, Operators
from .pictures import picture_of, plain

#: What a page begins with (ISO 32000-1, table 52): black, and opaque.
_BLACK = 'srgb', 0, 0, 0
_OPAQUE = 1.0

#: Glyphs in hexadecimal digits, or a move between them.
_SHOWN = re.compile(r'<([0-9a-f]+)>|([-+\d.e]+)')


class Recorder(Operators):
    """Stands for WeasyPrint's content stream, of a page or of a group on one.

    ``fonts`` (``FontUses``) are those of the segment, ``rectangle`` is the page's. With
    ``marks``, box → its content, what is drawn is that or an artifact.
    """

    def __init__(
        self, fonts: FontUses, rectangle: tuple[float, ...], marks: Mapping[Any, int] | None = None
    ) -> None:
        super().__init__({}, rectangle, {'ColorSpace': None}, {}, None, {}, None)
        self.fonts, self._marks = fonts, marks
        self._mark: int | None = None
        self._names: dict[str, Any] = {}
        # The contents that WeasyPrint came to, and whether it came to some within a group.
        self.marked_contents: set[int] = set()
        self.has_grouped_contents = False
        self._around: Recorder | None = None
        self._text_matrix, self._font = Matrix(), ''
        self._size, self._rise = 1.0, 0.0

    @classmethod
    def of_page(cls, *arguments: Any) -> 'Recorder':
        """The ``Recorder`` of a page, of which it is known how it begins."""
        page = cls(*arguments)
        page._current_color, page._current_alpha = _BLACK, _OPAQUE
        return page

    def taken(self) -> Drawing:
        """All that was drawn so far; what is to come begins anew."""
        drawing = [item for item in self.drawing if item is not None]
        for item in drawing:
            if type(item) is tuple and item[0] in _WITHIN:
                _finish(item[-1])
        self.drawing, self._restored = [], None
        return drawing

    def draw_text(self, text: Text) -> None:
        """Draw ``text``, a ``Text`` but for its mark."""
        text.mark = self._mark
        self.drawing.append(text)

    # What WeasyPrint calls.

    @property
    def stream(self) -> tuple[()]:
        """Its operators, which WeasyPrint only ever sets: to one shading."""
        return ()

    @stream.setter
    def stream(self, operators: list[str]) -> None:
        self.drawing = [('sh', self._names[part[1:].split()[0]]) for part in operators]

    def clone(self, **options: Any) -> 'Recorder':
        """A stream of a group on this one."""
        recorder = Recorder(self.fonts, self.page_rectangle)
        recorder._around = self
        return recorder

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        """``(font, its size)``: WeasyPrint's font."""
        return self.fonts.of(pango_font)

    def marked(self, box: Any, tag: str) -> Inside:
        """What is drawn inside is the content of ``box``."""
        mark = None if self._marks is None else self._marks.get(box)
        if self._around:
            self._around.marked_within(box)
        if mark is None:
            return self.artifact()
        self.marked_contents.add(mark)
        if tag == 'Span':
            return Inside(lambda: self._set_mark(mark), lambda: self._set_mark(None))
        return Inside(lambda: self.drawing.append(('content', mark)), self._end)

    def marked_within(self, box: Any) -> None:
        """What is drawn inside a group is the content of ``box``."""
        if self._around:
            self._around.marked_within(box)
        elif self._marks and box in self._marks:
            self.has_grouped_contents = True

    def artifact(self) -> Inside:
        """What is drawn inside is no content."""
        if self._marks is None:
            return NOTHING
        return Inside(self._begin_artifact, self._end)

    def set_alpha_state(
        self, x: float, y: float, width: float, height: float, mode: str = 'luminosity'
    ) -> 'Recorder':
        """What is drawn on the stream returned hides what comes, or lets it be seen."""
        recorder, group = self._group((x, y, width, height))
        self.drawing.append(('gs', State({'ca': 1, 'AIS': False}, group, f'/{mode.capitalize()}')))
        return recorder

    def set_state(self, state: Any) -> None:
        """Set entries of the graphics state."""
        self.drawing.append(('gs', State(plain(state))))

    def add_group(self, x: float, y: float, width: float, height: float) -> 'Recorder':
        """The stream of a group, to be drawn by its ``id``."""
        recorder, group = self._group((x, y, width, height))
        recorder.id = self._name(group)
        return recorder

    def add_pattern(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        repeat_width: float,
        repeat_height: float,
        matrix: Any,
    ) -> 'Recorder':
        """The stream of a pattern, to be set as a colour by its ``id``."""
        recorder = self.clone()
        pattern = Pattern(
            [x, y, x + width, y + height], (repeat_width, repeat_height), tuple(matrix.values)
        )
        pattern.drawing = recorder  # type: ignore[assignment]
        recorder.id = self._name(pattern)
        return recorder

    def add_shading(
        self,
        shading_type: int,
        domain: Iterable[float],
        coords: Iterable[float],
        extend: bool,
        function: Any,
        color_space: str | None = None,
    ) -> SimpleNamespace:
        """A shading, to be painted by its ``id``."""
        entries = {
            'ShadingType': shading_type,
            'ColorSpace': f'/{color_space or "DeviceRGB"}',
            'Domain': [*domain],
            'Coords': [*coords],
            'Function': plain(function),
        }
        if extend:
            entries['Extend'] = [True, True]
        return SimpleNamespace(id=self._name(Shading(entries)))

    def add_image(self, image: Any, interpolate: bool, ratio: float) -> str:
        """The name of a picture, to be drawn by it."""
        return self._name(picture_of(image, interpolate, ratio))

    def draw_x_object(self, reference: str) -> None:
        """Draw a group or picture."""
        inside = self._mark is not None
        if inside:
            self.drawing.append(('content', self._mark))
        self.drawing.append(('Do', self._names[reference]))
        if inside:
            self.drawing.append(('end',))

    def paint_shading(self, name: str) -> None:
        """Paint a shading."""
        self.drawing.append(('sh', self._names[name]))

    def set_color_special(self, name: str | None, stroke: bool = False, *operands: Any) -> None:
        """Set a colour of the space set, or a pattern."""
        if name:
            operands = (*operands, self._names[name])
        self.drawing.append(('SCN' if stroke else 'scn', *operands))

    def begin_text(self) -> None:
        """Text is data of its own."""

    def end_text(self) -> None:
        """Text is data of its own."""

    def set_text_matrix(self, *matrix: float) -> None:
        """Go to where text begins."""
        self._text_matrix = Matrix(*matrix)

    def set_font_size(self, font: str, size: float) -> None:
        """Set the font of ``name`` in ``size``."""
        self._font, self._size = font, size

    def set_text_rise(self, height: float) -> None:
        """Go ``height`` above the line."""
        self._rise = height

    def show_text(self, text: str) -> None:
        """Show glyphs with moves between them, as WeasyPrint's horizontal text has them."""
        use = self.fonts.named(self._font)
        shown: list[int] = []
        moves: list[tuple[int, float]] = []
        advance = 0.0
        for codes, move in _SHOWN.findall(text):
            if move:
                moves.append((len(shown), float(move)))
                advance -= float(move)
            for at in range(0, len(codes), 4):
                glyph = use.told(int(codes[at : at + 4], 16))
                shown.append(glyph)
                advance += use.width(glyph)
        at = Matrix(f=self._rise) @ self._text_matrix
        if shown:
            self.draw_text(
                Text(use.number, self._size, at.values, glyphs(shown), moves=tuple(moves))
            )
        self._text_matrix = Matrix(e=advance * self._size / 1000) @ self._text_matrix

    def begin_marked_content(self, tag: str, property_list: Any = None) -> None:
        """Only WeasyPrint's tags call this, through ``marked`` and ``artifact``."""
        raise NotImplementedError

    def _set_mark(self, mark: int | None) -> None:
        self._mark = mark

    def _begin_artifact(self) -> None:
        self.drawing.append(('artifact',))

    def _end(self) -> None:
        last = self.drawing[-1]
        if type(last) is tuple and last[0] in ('artifact', 'content'):
            self.drawing.pop()
        else:
            self.drawing.append(('end',))

    def _group(self, box: tuple[float, ...]) -> tuple['Recorder', Group]:
        x, y, width, height = box
        recorder = self.clone()
        group = Group([x, y, x + width, y + height])
        # WeasyPrint tells some groups how large they are when they are drawn.
        group.drawing, recorder.extra = recorder, {'BBox': group.box}  # type: ignore[assignment]
        return recorder, group

    def _name(self, drawn: Any) -> str:
        name = f'{type(drawn).__name__}{len(self._names)}'
        self._names[name] = drawn
        return name


#: Operators that may have a drawing of their own as their last operand.
_WITHIN = ('Do', 'gs', 'scn', 'SCN')


def _finish(drawn: Any) -> None:
    """Put what was drawn on its own stream into ``drawn``, if that is a group or a pattern."""
    if isinstance(drawn, State):
        drawn = drawn.mask
    if isinstance(drawn, (Group, Pattern)) and isinstance(drawn.drawing, Recorder):
        drawn.drawing = drawn.drawing.taken()
        if isinstance(drawn, Pattern) and _is_gradient(drawn):
            # A gradient fills its object once. Poppler draws no tile of less than a pixel (one of
            # the unit square, made as large as the object), unless the next is out of sight.
            drawn.steps = 2 * drawn.steps[0], 2 * drawn.steps[1]


def _is_gradient(pattern: Pattern) -> bool:
    """Is ``pattern`` no more than a shading, as SVG's gradients are?"""
    drawn = pattern.drawing[-1] if pattern.drawing else None
    group = drawn[-1] if type(drawn) is tuple else None
    last = group.drawing[-1] if isinstance(group, Group) and group.drawing else None
    return type(last) is tuple and last[0] == 'sh'
