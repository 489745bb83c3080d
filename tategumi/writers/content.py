"""Drawings → the operators of a PDF, none of which says again what holds already."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from ..frames.drawing import OPERANDS, Drawing, Group, Matrix, Pattern, Text
from .objects import DIGITS, escaped, number, serialized, text_string

#: Colours in inks, which no frame has: what is printed is made of frames.
INKS = {'g': 1, 'G': 1, 'k': 4, 'K': 4}

_OPERANDS = {**OPERANDS, **INKS}

#: What may stand among texts without ending their text object (ISO 32000-1, 8.2).
_AMONG_TEXTS = ('rg', 'RG', 'ca', 'CA', *INKS)

_SPAN, _FIGURE = b'/Span', b'/Figure'


class Font(Protocol):
    """What texts are of: a font with the ``codes`` of its glyphs, glyph → two bytes."""

    @property
    def codes(self) -> Mapping[int, bytes]: ...


def texts_of(drawing: Drawing) -> Iterator[Text]:
    """The texts of ``drawing``, those of groups and patterns too."""
    for item in drawing:
        if type(item) is Text:
            yield item
        elif type(item[-1]) in (Group, Pattern):
            yield from texts_of(item[-1].drawing)
        elif item[0] == 'gs' and item[1].mask:
            yield from texts_of(item[1].mask.drawing)


class Content:
    """Writes the drawings of one content stream, one after the other.

    ``resources`` (``Resources``) has what operators call by name. ``marks`` lists which
    content of the page each marked content is, in order of their MCIDs; ``spoken`` tells what
    they are copied as.
    """

    def __init__(self, resources: Any, spoken: Mapping[int, str] | None = None) -> None:
        self._resources, self._spoken = resources, spoken or {}
        self.marks: list[int] = []
        self._parts: list[bytes] = []
        self._fonts: Sequence[Font] = ()
        self._base: Matrix | None = None
        # The font set, and those set where states were saved.
        self._font: tuple[Font, bool, float] | None = None
        self._saved: list[tuple[Font, bool, float] | None] = []
        self._in_text = False
        self._mark: int | None = None
        self._direction: Sequence[float] | None = None
        self._place: tuple[float, float] = (0, 0)

    def write(self, operators: bytes) -> None:
        """Add ``operators``, bytes, outside of any text."""
        self._end_text()
        self._parts.append(operators)
        self._font = None

    def draw(self, drawing: Drawing, fonts: Sequence[Font], base: Matrix | None = None) -> None:
        """Add ``drawing``, whose texts are of ``fonts`` (``Font``), by number.

        ``base`` is the matrix to the page that patterns are to follow.
        """
        self._fonts, self._base = fonts, base
        for item in drawing:
            if type(item) is Text:
                self._text(item)
            else:
                self._operator(*item)
        self._end_text()

    def operators(self) -> bytes:
        """All operators added."""
        return b'\n'.join(self._parts)

    def _operator(self, operator: str, *operands: Any) -> None:
        if operator not in _AMONG_TEXTS:
            self._end_text()
        if operator == 'q':
            self._saved.append(self._font)
        elif operator == 'Q':
            self._font = self._saved.pop()
        self._parts.append(self._written(operator, operands))

    def _written(self, operator: str, operands: Any) -> bytes:
        resources = self._resources
        match operator:
            case 'ca' | 'CA':
                return b'%b gs' % resources.opacity(operator, *operands)
            case 'gs':
                return b'%b gs' % resources.state(*operands, self._fonts)
            case 'Do':
                return b'%b Do' % resources.drawn(*operands, self._fonts)
            case 'sh':
                return b'%b sh' % resources.shading(*operands)
            case 'cs' | 'CS':
                return b'%b %b' % (resources.colour_space(*operands), operator.encode())
            case 'scn' | 'SCN':
                *parts, last = operands
                if isinstance(last, Pattern):
                    last = resources.pattern(last, self._fonts, self._base)
                return _called(operator, *parts, last)
            case 'd':
                return b'%b %b d' % tuple(map(serialized, operands))
            case 'artifact':
                return b'/Artifact BMC'
            case 'content':
                return self._begin(_FIGURE, *operands)
            case 'end':
                return b'EMC'
        if _OPERANDS.get(operator) != len(operands):
            raise ValueError(f'no operator: {operator}')
        return _called(operator, *operands)

    def _begin(self, tag: bytes, mark: int) -> bytes:
        spoken = self._spoken.get(mark)
        said = b'/ActualText' + escaped(text_string(spoken)) if spoken else b''
        self.marks.append(mark)
        return b'%b <</MCID %d%b>> BDC' % (tag, len(self.marks) - 1, said)

    def _text(self, text: Text) -> None:
        parts = self._parts
        if not self._in_text:
            parts.append(b'BT')
            self._in_text, self._direction = True, None
        if text.mark != self._mark:
            self._set_mark(text.mark)
        font = self._fonts[text.font]
        chosen = font, text.vertical, text.size
        if chosen != self._font:
            self._font = chosen
            name = self._resources.font(font, text.vertical)
            parts.append(b'%b %b Tf' % (name, number(text.size)))
        parts.append(self._line(text.matrix))
        parts.append(_shown(text, font.codes))

    def _set_mark(self, mark: int | None) -> None:
        if self._mark is not None:
            self._parts.append(b'EMC')
        if mark is not None:
            self._parts.append(self._begin(_SPAN, mark))
        self._mark = mark

    def _end_text(self) -> None:
        if self._in_text:
            self._set_mark(None)
            self._parts.append(b'ET')
            self._in_text = False

    def _line(self, matrix: Matrix) -> bytes:
        """What leads to the line of ``matrix``, also where this one begins, which text has left.

        Lines of one direction are steps from one to the next: they begin where they
        would, as nearly as a step can be written.
        """
        direction, x, y = matrix[:4], round(matrix[4], DIGITS), round(matrix[5], DIGITS)
        if direction != self._direction:
            self._direction, self._place = direction, (x, y)
            return b'%b Tm' % b' '.join(map(number, (*direction, x, y)))
        a, b, c, d = direction
        right, up = x - self._place[0], y - self._place[1]
        area = a * d - b * c
        along = round((right * d - up * c) / area, DIGITS)
        across = round((up * a - right * b) / area, DIGITS)
        # Where the steps as they are written lead: what rounding leaves does not add up.
        x, y = self._place
        self._place = x + along * a + across * c, y + along * b + across * d
        return b'%b %b Td' % (number(along), number(across))


def _called(operator: str, *operands: Any) -> bytes:
    """``operator`` with its operands, numbers and names."""
    parts = (part if isinstance(part, bytes) else number(part) for part in operands)
    return b' '.join((*parts, operator.encode()))


def _shown(text: Text, codes: Mapping[int, bytes]) -> bytes:
    """The operators that show the glyphs of ``text`` (ISO 32000-1, 9.4.3)."""
    written = list(map(codes.__getitem__, text.glyphs))
    cut = text.cut or len(written)
    if not text.moves:
        parts = filter(None, (written[:cut], written[cut:]))
        return b'\n'.join([escaped(b''.join(part)) + b' Tj' for part in parts])
    moves = dict(text.moves)
    return b'\n'.join(
        _string(written, moves, first, end)
        for first, end in ((0, cut), (cut, len(written)))
        if first < end
    )


def _string(written: list[bytes], moves: dict[int, float], first: int, end: int) -> bytes:
    own = [at for at in sorted(moves) if first <= at < end or at == end == len(written)]
    if not own:
        return escaped(b''.join(written[first:end])) + b' Tj'
    parts, start = [], first
    for at in own:
        if start < at:
            parts.append(escaped(b''.join(written[start:at])))
        parts.append(number(moves[at]))
        start = at
    if start < end:
        parts.append(escaped(b''.join(written[start:end])))
    return b'[%b] TJ' % b''.join(
        part if part[:1] == b'(' or not at or parts[at - 1][-1:] == b')' else b' ' + part
        for at, part in enumerate(parts)
    )
