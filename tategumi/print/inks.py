"""Drawings of the screen → drawings in inks: black alone for what is grey."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from fontTools.misc.transform import Transform

from ..frames.drawing import Drawing, Group, Matrix, Names, Pattern, Picture, Shading, State, Text
from ..messages import Message
from ..settings import Print
from .colours import Colours, NoProfile, is_seen_through
from .report import Report

#: Of 1, how far the parts of a grey may be apart: half a step of 255.
_SAME = 1 / 510

#: What tags need alone.
OF_TAGS = ('artifact', 'content', 'end')

#: Entries of a graphics state by which nothing is seen through.
_OPAQUE = {'Type': '/ExtGState', 'ca': 1, 'CA': 1, 'BM': '/Normal', 'AIS': False}


class InkSetter:
    """Makes drawings one after the other; ``colours`` (``Colours``) become inks as ``asked``.

    What is amiss is said to ``report`` (``Report``), which is told of the page before.
    """

    def __init__(self, colours: Colours, asked: Print) -> None:
        self._colours, self._asked = colours, asked
        self._is_transparent = asked.profile != 'pdf/x-1a'
        self.report, self.is_coloured = Report(asked), False

    def set(self, drawing: Drawing, matrix: Matrix) -> Drawing:
        """``drawing`` in inks; ``matrix`` leads it to the page (pt)."""
        return [*self._items(drawing, Transform(*matrix))]

    def _items(self, drawing: Drawing, matrix: Transform) -> Iterator[Any]:
        saved: list[tuple[Transform, dict[str, str]]] = []
        spaces: dict[str, str] = {}
        for item in drawing:
            if type(item) is Text:
                yield replace(item, mark=None)
                continue
            operator, *operands = item
            if operator == 'q':
                saved.append((matrix, {**spaces}))
            elif operator == 'Q':
                matrix, spaces = saved.pop()
            elif operator == 'cm':
                matrix = matrix.transform(operands)
            if operator in OF_TAGS:
                continue
            if operator in ('cs', 'CS'):
                spaces[operator] = operands[0]
            yield from self._operator(operator, operands, matrix, spaces)

    def _operator(
        self, operator: str, operands: list[Any], matrix: Transform, spaces: dict[str, str]
    ) -> Iterator[Any]:
        match operator:
            case 'rg' | 'RG':
                yield self._colour(operands, operator.isupper())
            case 'cs' | 'CS':
                if operands[0].lstrip('/') == 'Pattern':
                    yield operator, *operands
            case 'scn' | 'SCN':
                space = spaces.get('CS' if operator.isupper() else 'cs', '')
                yield from self._special(operator, operands, space.lstrip('/'), matrix)
            case 'ca' | 'CA':
                if self._is_transparent:
                    yield operator, *operands
                elif operands[0] < 1:
                    self._refuse_opacity()
            case 'gs':
                yield from self._state(operands[0], matrix)
            case 'Do':
                yield operator, self._drawn(operands[0], matrix)
            case 'sh':
                yield operator, self._shading(operands[0])
            case _:
                yield operator, *operands

    def _colour(self, rgb: list[float], is_stroke: bool) -> tuple[Any, ...]:
        """The operator that sets a colour of sRGB."""
        if _is_grey(rgb):
            return 'G' if is_stroke else 'g', rgb[0]
        return 'K' if is_stroke else 'k', *self._inks(rgb)

    def _inks(self, rgb: list[float]) -> tuple[float, ...]:
        if _is_grey(rgb):
            return 0, 0, 0, 1 - rgb[0]
        self.is_coloured = True
        try:
            inks = self._colours.inks(*rgb)
        except NoProfile:
            shown = '#' + ''.join(f'{round(255 * part):02x}' for part in rgb)
            self.report.refuse(
                Message(
                    "page {page}: the colour {colour} becomes ink by the printer's profile alone; "
                    'name it under "icc" of print, or make it grey',
                    page=self.report.page,
                    colour=shown,
                )
            )
            return 0, 0, 0, 1
        self.report.weigh(sum(inks))
        return inks

    def _special(
        self, operator: str, operands: list[Any], space: str, matrix: Transform
    ) -> Iterator[Any]:
        *parts, last = operands
        if isinstance(last, Pattern):
            within = matrix.transform(last.matrix)
            tile = replace(last, drawing=[*self._items(last.drawing, within)])
            yield operator, *parts, tile
        elif space == 'DeviceCMYK':
            self.is_coloured = self.is_coloured or any(operands[:3])
            self.report.weigh(sum(operands))
            yield 'K' if operator.isupper() else 'k', *operands
        else:
            self.report.refuse(
                Message(
                    'page {page}: a colour of {space}, which is neither rgb() nor device-cmyk()',
                    page=self.report.page,
                    space=space,
                )
            )

    def _state(self, state: State, matrix: Transform) -> Iterator[Any]:
        is_plain = not state.mask and all(
            _OPAQUE.get(key) == value for key, value in state.entries.items()
        )
        if self._is_transparent:
            mask = state.mask and self._group(state.mask, matrix)
            yield 'gs', replace(state, mask=mask)
        elif not is_plain:
            self._refuse_opacity()

    def _group(self, group: Group, matrix: Transform) -> Group:
        return replace(group, drawing=[*self._items(group.drawing, matrix)])

    def _drawn(self, drawn: Picture | Group, matrix: Transform) -> Picture | Group:
        if isinstance(drawn, Group):
            return self._group(drawn, matrix)
        self.report.measure(drawn, matrix)
        self.report.reach(matrix)
        if not self._is_transparent and is_seen_through(drawn):
            self.report.put_on_white()
        try:
            made, most = self._colours.picture(drawn, self._is_transparent)
        except NoProfile:
            self.is_coloured = True
            self.report.refuse(
                Message(
                    'page {page}: a picture in colour ({width} × {height} pixels) becomes ink by '
                    'the printer\'s profile alone; name it under "icc" of print, or make it grey',
                    page=self.report.page,
                    width=drawn.entries['Width'],
                    height=drawn.entries['Height'],
                )
            )
            return drawn
        self.is_coloured = self.is_coloured or made.entries['ColorSpace'] != '/DeviceGray'
        self.report.weigh(most)
        return made

    def _shading(self, shading: Shading) -> Shading:
        entries = shading.entries
        if entries['ColorSpace'] != '/DeviceRGB':
            return shading
        colours = [*_ends(entries['Function'])]
        is_grey = all(map(_is_grey, colours))
        change: Callable[[list[float]], list[float]] = (
            (lambda rgb: [rgb[0]]) if is_grey else (lambda rgb: [*self._inks(rgb)])
        )
        return Shading(
            {
                **entries,
                'ColorSpace': '/DeviceGray' if is_grey else '/DeviceCMYK',
                'Function': _with_ends(entries['Function'], change),
            }
        )

    def _refuse_opacity(self) -> None:
        self.report.refuse(
            Message(
                'page {page}: something is not opaque, which pdf/x-1a has not; take pdf/x-4, or '
                'make it opaque',
                page=self.report.page,
            )
        )


def _is_grey(rgb: list[float]) -> bool:
    return max(rgb) - min(rgb) <= _SAME


def _ends(function: Names) -> Iterator[list[float]]:
    """The colours between which ``function`` leads (ISO 32000-1, 7.10.3, 7.10.4)."""
    if function['FunctionType'] == 2:
        yield function['C0']
        yield function['C1']
    else:
        for part in function['Functions']:
            yield from _ends(part)


def _with_ends(function: Names, change: Callable[[list[float]], list[float]]) -> Names:
    """``function`` between the colours that ``change`` makes of its own."""
    if function['FunctionType'] == 2:
        return {**function, 'C0': change(function['C0']), 'C1': change(function['C1'])}
    parts = [_with_ends(part, change) for part in function['Functions']]
    return {**function, 'Functions': parts}
