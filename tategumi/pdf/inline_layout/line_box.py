"""One composed line → a WeasyPrint ``LineBox`` with its boxes in place."""

from collections.abc import Sequence
from itertools import chain, groupby
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from ...kumihan import Line
from .arrangement import broaden_brackets, part_notes, place_notes
from .boxes import UprightText, place, text_box_of
from .glyph_runs import even_squares, glyph_runs, squares_of
from .line_gap import (
    baseline_shift,
    breadth_of,
    clearance,
    emphasis_beside,
    is_clear,
    ruby_side,
)
from .pieces import Piece, RubyWord
from .side_lines import is_lined, reach, side_lines
from .sideways import SOFT_HYPHEN, SidewaysBoxes


class LineBuilder:
    """Builds the box of ``line``, whose head is at ``origin`` and whose top at ``top`` (px).

    ``linebox`` is that before layout, ``composed`` its ``ComposedParagraph``; ``clear`` the
    ``clearance`` of the line before.
    """

    def __init__(
        self,
        linebox: Any,
        composed: Any,
        line: Line,
        origin: float,
        top: float,
        context: Any,
        clear: float,
    ) -> None:
        self.linebox, self.composed, self.line, self.context = linebox, composed, line, context
        self.faces, self.paragraph = composed.faces, composed.paragraph
        self.sideways = SidewaysBoxes(self.faces, context)
        self.pieces: Sequence[Piece] = composed.pieces_of(line)
        self.x, self.top = origin + composed.shift(line), top
        # A line is as high as the grid says; only what has no room in it, an image or a
        # large character with ruby, makes it higher, by whole lines.
        size, pitch = composed.size, composed.pitch
        is_plain = composed.is_plain and is_clear(size, pitch, clear)
        beside = () if is_plain else self.pieces
        breadth = (
            size
            if is_plain
            else max((breadth_of(piece, size, pitch, clear) for piece in beside), default=0)
        )
        self.height = pitch * max(1, ceil(breadth / pitch - 0.01))
        self.clear = clearance(beside, size, self.height)
        self.middle = top + self.height / 2
        self.positions: Sequence[float] = line.positions
        self.shifts: dict[int, float] = {}
        self.room, self.leader_item = 0.0, len(self.paragraph)
        if not is_plain:
            self._arrange()

    def _arrange(self) -> None:
        """Place what stands otherwise than one piece behind the other."""
        line = self.line
        if any(piece.note for piece in self.pieces):
            self.pieces = part_notes(self.pieces, line)
            self.positions, self.shifts = place_notes(self.pieces, line)
        for piece in self.pieces:
            shift = baseline_shift(piece.box.style)
            if shift and not piece.note:
                items = range(max(piece.first, line.start), min(piece.end, line.end))
                self.shifts |= dict.fromkeys(items, shift)
        for piece in self.pieces:
            if piece.kind == 'leader':
                self.room, self.leader_item = self.composed.measure - line.length, piece.first
                break
        if any(piece.kind == 'atomic' for piece in self.pieces):
            self.pieces = broaden_brackets(self.pieces, line, self.paragraph.classes)

    def build(self, absolute_boxes: list[Any], fixed_boxes: list[Any]) -> Any:
        """The ``LineBox``; boxes out of flow go where WeasyPrint waits for them."""
        line, linebox = self.line, self.linebox
        box = linebox.copy_with_children(self._build(linebox, self.pieces, 0))
        self._draw_side_lines(box)
        place(box, self.x, self.top, line.length, self.height, self.height / 2)
        # The proof reads from these what was done to the line.
        box.composed, box.line = self.composed, line
        for item, _, child in self.composed.outside:
            if line.start <= item < line.end or item == line.end == len(self.paragraph):
                self._lay_outside(box, child, item, absolute_boxes, fixed_boxes)
        return box

    def _draw_side_lines(self, box: Any) -> None:
        """Give the first text of ``box`` the side lines of the line to draw with it."""
        if self.composed.is_plain or not any(is_lined(piece.box.style) for piece in self.pieces):
            return
        stretches = []
        for piece in self.pieces:
            first, end = max(piece.first, self.line.start), min(piece.end, self.line.visible)
            if first < end:
                last = self._position(end - 1) + self._advance(piece, end - 1)
                breadth = piece.box.style['font_size'] * (2 if piece.note else 1)
                middle = self.middle if piece.note else self._middle(first)
                stretches.append((piece.box.style, self._position(first), last, middle, breadth))
        for text in box.descendants():
            if isinstance(text, TextBox):
                text.side_lines = side_lines(stretches)
                break

    def _lay_outside(
        self, box: Any, child: Any, item: int, absolute_boxes: list[Any], fixed_boxes: list[Any]
    ) -> None:
        if child.is_running() or child.is_note():
            self.context.add_running_element(child)
        elif child.is_absolutely_positioned():
            child.position_x = self._position(item) if item < self.line.end else self.x
            child.position_y = box.position_y
            placeholder = AbsolutePlaceholder(child)
            (absolute_boxes if child.style['position'] == 'absolute' else fixed_boxes).append(
                placeholder
            )
            box.children = [*box.children, placeholder]

    def _position(self, item: int) -> float:
        """Where the body of ``item`` begins, on the page (px)."""
        position = self.x + self.positions[item - self.line.start]
        return position + self.room if item > self.leader_item else position

    def _advance(self, piece: Piece, item: int) -> float:
        """The length of the body of ``item``, which belongs to ``piece`` (px)."""
        if piece.note:
            return piece.note.note.advances[item - piece.note.first]
        return self.line.advances[item - self.line.start]

    def _middle(self, item: int) -> float:
        """The middle of the line, or of the small line of warichu, that ``item`` stands on."""
        return self.middle + self.shifts.get(item, 0)

    def _build(self, parent: Any, pieces: Sequence[Piece], depth: int) -> list[Any]:
        if len(pieces) == 1 and len(pieces[0].path) == depth + 1:
            return self._leaves(pieces)
        children = []
        for index, group in groupby(pieces, key=lambda piece: piece.path[depth]):
            own, child = list(group), parent.children[index]
            if len(own[0].path) == depth + 1:
                children += self._leaves(own)
            else:
                children.append(self._inline_box(child, self._build(child, own, depth + 1)))
        return children

    def _inline_box(self, inline: Any, children: list[Any]) -> Any:
        size = inline.style['font_size']
        x = children[0].position_x if children else self.x
        end = max((child.position_x + child.width for child in children), default=x)
        top, height = self.middle - size / 2, size
        if self.shifts and children:
            # Warichu is as broad as its small lines together.
            x = min(child.position_x for child in children)
            top = min(child.position_y for child in children)
            height = max(child.position_y + child.height for child in children) - top
        return place(inline.copy_with_children(children), x, top, end - x, height)

    def _leaves(self, pieces: Sequence[Piece]) -> list[Any]:
        children: list[Any] = []
        waiting = [*pieces]
        while waiting:
            piece = waiting.pop(0)
            if piece.kind == 'upright':
                children.append(self._upright_text(piece))
            elif piece.kind == 'sideways':
                run = [piece]
                while (
                    waiting
                    and waiting[0].kind in ('sideways', 'space')
                    and waiting[0].first < self.line.visible
                    and self._middle(waiting[0].first) == self._middle(run[0].first)
                ):
                    run.append(waiting.pop(0))
                    if run[-1].kind == 'space':
                        break
                children += self._sideways_texts(run)
            elif piece.kind == 'turned':
                x, middle = self._position(piece.first), self._middle(piece.first)
                children.append(self.sideways.mark(piece, x, middle))
            elif piece.kind == 'tate-chu-yoko':
                x, middle = self._position(piece.first), self._middle(piece.first)
                children.append(self.sideways.tate_chu_yoko(piece, x, middle))
            elif piece.kind == 'leader':
                children.append(self._leader(piece))
            elif piece.kind == 'atomic':
                x = self._position(piece.first)
                y = self._middle(piece.first) - piece.box.margin_height() / 2
                piece.box.translate(x - piece.box.position_x, y - piece.box.position_y)
                children.append(piece.box)
            elif piece.kind == 'empty':
                item = min(max(piece.first, self.line.start), self.line.visible - 1)
                place(piece.box, self._position(item), self.middle, 0, 0)
                children.append(piece.box)
            for word in piece.words if piece.end <= self.line.end else ():
                children += self._reading(piece, word)
        return children

    def _upright_text(self, piece: Piece) -> Any:
        first = max(piece.first, self.line.start)
        # Of spaces at the line end that vanish, all of the piece may be.
        end = max(first, min(piece.end, self.line.visible))
        text = piece.text[first - piece.first : end - piece.first]
        box = piece.box
        size = box.style['font_size']
        x = self._position(first)
        even = self.line.even and self.composed.is_plain and not piece.ruby_size
        if even:
            squares = even_squares(self.line, first, end, size)
        else:
            squares = squares_of(self.line, self.positions, first, end, x)
        upright = text_box_of(UprightText, box, text)
        upright.runs = glyph_runs(self.faces.of(box.style), text, squares, even)
        if not self.composed.is_plain:
            squares_of_runs = chain.from_iterable(
                zip(run.texts, run.positions) for run in upright.runs
            )
            upright.emphasis = emphasis_beside(piece, self.faces.of(box.style), squares_of_runs)
        upright.broad = piece.broad
        upright.ends_line = end == self.line.visible or piece.note is not None
        is_head = piece.note is None and self.line.has_bracket_at_head(self.paragraph.classes)
        upright.begins = piece.note is not None or first == 0 and not is_head
        width = squares[-1] + size if squares else 0
        return place(upright, x, self._middle(first) - size / 2, width, size)

    def _sideways_texts(self, run: list[Piece]) -> list[Any]:
        """The text box of ``run``, and that of the hyphen a line ends with."""
        x = self._position(run[0].first)
        end = self._position(run[-1].first) + run[-1].width
        middle = self._middle(run[0].first)
        text = ''.join(piece.text for piece in run)
        children = [self.sideways.text(run[0].box, text, x, middle, end - x)]
        if self.line.hyphenated and run[-1].end == self.line.end:
            width = self.paragraph.hyphens[self.line.end - 1]
            hyphen = self.sideways.text(run[0].box, run[-1].hyphen, end, middle, width)
            hyphen.spoken = SOFT_HYPHEN
            children.append(hyphen)
        return children

    def _reading(self, piece: Piece, word: RubyWord) -> list[Any]:
        ending = word.ending_with(piece.end - 1, self.line)
        if ending is None:
            return []
        reading, texts = ending
        base = piece.box.style['font_size']
        start = self._position(reading.first) - self.line.starts[reading.first - self.line.start]
        position = start + reading.lead
        children = []
        for text in texts:
            size = text.style['font_size']
            step = size + reading.gap
            squares = [index * step for index in range(len(text.text))]
            box = text_box_of(UprightText, text, text.text)
            box.runs = glyph_runs(self.faces.of(text.style), text.text, squares)
            box.spoken = f'（{text.text}）'
            side = ruby_side(text.style)
            out = base / 2 + reach(piece.box.style, side)
            top = self._middle(reading.first) + (out if side == 'left' else -out - size)
            place(box, position, top, squares[-1] + size, size)
            children.append(box)
            position += len(text.text) * step
        return children

    def _leader(self, piece: Piece) -> Any:
        (text,) = piece.box.children
        size = text.style['font_size']
        count = max(0, int(self.room / size + 1e-6) - 1)
        x = self._position(piece.first)
        # Leaders stand on one grid, counted from the line end, on every line.
        first = self.room - (count + 0.5) * size
        leader = text_box_of(UprightText, text, '…' * max(1, count))
        squares = [first + index * size for index in range(count)]
        leader.runs = glyph_runs(self.faces.of(text.style), text.text * count, squares)
        place(leader, x, self.middle - size / 2, self.room, size)
        return self._inline_box(piece.box, [leader])
