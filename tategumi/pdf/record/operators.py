"""The operators that WeasyPrint draws with, as data: paths, colours, states."""

from collections.abc import Callable, Iterable
from typing import Any

from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream


class Inside:
    """A context that calls ``enter`` first and ``leave`` last."""

    __slots__ = ('enter', 'leave')

    def __init__(self, enter: Callable[[], object], leave: Callable[[], object]) -> None:
        self.enter, self.leave = enter, leave

    def __enter__(self) -> None:
        self.enter()

    def __exit__(self, *exception: object) -> None:
        self.leave()


#: A context that does nothing.
NOTHING = Inside(lambda: None, lambda: None)


class Operators(Stream):
    """WeasyPrint's content stream, of which every operator goes to ``drawing``, a list.

    That has ``None`` where an operator turned out to be needless.
    """

    def __init__(self, *arguments: Any) -> None:
        self.drawing: list[Any] = []
        super().__init__(*arguments)
        # Where each state was saved, and the colours and opacities set there.
        self._states: list[tuple[Any, ...]] = []
        # Where the state was saved that the last ``Q`` restored.
        self._restored: int | None = None

    def push_state(self) -> None:
        """Save the graphics state."""
        self._states.append(
            (
                len(self.drawing),
                self._current_color,
                self._current_color_stroke,
                self._current_alpha,
                self._current_alpha_stroke,
            )
        )
        self._ctm_stack.append(self.ctm)
        self.drawing.append(('q',))

    def pop_state(self) -> None:
        """Restore the graphics state, and what is known of it."""
        start, *known = self._states.pop()
        (
            self._current_color,
            self._current_color_stroke,
            self._current_alpha,
            self._current_alpha_stroke,
        ) = known
        self._ctm_stack.pop()
        drawing, inner, self._restored = self.drawing, self._restored, start
        if drawing[-1] == ('q',):
            drawing.pop()
        elif drawing[-1] == ('Q',) and inner == start + 1:
            # A state saved in another's place serves both.
            drawing[start] = None
        else:
            drawing.append(('Q',))

    def transform(
        self, a: float = 1, b: float = 0, c: float = 0, d: float = 1, e: float = 0, f: float = 0
    ) -> None:
        """Lead what is drawn by a matrix."""
        self.drawing.append(('cm', a, b, c, d, e, f))
        self._ctm_stack[-1] = Matrix(a, b, c, d, e, f) @ self.ctm

    def stacked(self) -> Inside:
        """Save the state, and restore it when the context ends."""
        return Inside(self.push_state, self.pop_state)

    def set_alpha(self, alpha: float, stroke: bool = False, fill: bool | None = None) -> None:
        """Set the opacity, from 0 to 1."""
        alpha = float(alpha)
        if stroke and alpha != self._current_alpha_stroke:
            self._current_alpha_stroke = alpha
            self.drawing.append(('CA', alpha))
        if (not stroke if fill is None else fill) and alpha != self._current_alpha:
            self._current_alpha = alpha
            self.drawing.append(('ca', alpha))

    def set_dash(self, dash_array: Iterable[float], dash_phase: float) -> None:
        """Set the dashes of strokes."""
        self.drawing.append(('d', [*dash_array], dash_phase))


def _records(operator: str) -> Callable[..., None]:
    """A method that adds ``operator`` with its operands, numbers."""

    def record(self: Operators, *operands: Any) -> None:
        self.drawing.append((operator, *operands))

    return record


def _records_filling(operator: str) -> Callable[..., None]:
    """A method that adds ``operator``, or the one that goes by the even-odd rule."""

    def record(self: Operators, even_odd: bool = False) -> None:
        self.drawing.append((f'{operator}*',) if even_odd else (operator,))

    return record


def _records_colour(operator: str) -> Callable[..., None]:
    """A method that adds ``operator``, or in capitals the one for strokes."""

    def record(self: Operators, *operands: Any, stroke: bool = False) -> None:
        if operands and isinstance(operands[-1], bool):
            operands, stroke = operands[:-1], operands[-1]
        self.drawing.append((operator.upper() if stroke else operator, *operands))

    return record


for _name, _operator in {
    'close': 'h',
    'curve_end_to': 'y',
    'curve_start_to': 'v',
    'curve_to': 'c',
    'end': 'n',
    'line_to': 'l',
    'move_to': 'm',
    'rectangle': 're',
    'set_line_cap': 'J',
    'set_line_join': 'j',
    'set_line_width': 'w',
    'set_miter_limit': 'M',
    'set_text_rendering': 'Tr',
    'stroke': 'S',
    'stroke_and_close': 's',
}.items():
    setattr(Operators, _name, _records(_operator))
for _name, _operator in {
    'clip': 'W',
    'fill': 'f',
    'fill_and_stroke': 'B',
    'fill_stroke_and_close': 'b',
}.items():
    setattr(Operators, _name, _records_filling(_operator))
for _name, _operator in {'set_color_rgb': 'rg', 'set_color_space': 'cs'}.items():
    setattr(Operators, _name, _records_colour(_operator))
