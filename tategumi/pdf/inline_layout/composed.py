"""One paragraph, composed: kumihan's lines and what of WeasyPrint's boxes is on each."""

from bisect import bisect_right
from itertools import islice
from typing import Any

from weasyprint.text.line_break import strut

from ...kumihan import (
    CompositionStyle,
    Line,
    Recounted,
    balanced,
    by_phrase,
    compose,
    recounted,
)
from ...messages import Message
from .items import Itemizer
from .line_gap import is_plain
from .phrases import phrase_ends
from .pieces import Piece, Unsettable
from .properties import keywords, last_line_of

#: Below this (em) a measure is none: of a text in lines of it nobody reads anything.
_LEAST_MEASURE = 0.01


class ComposedParagraph:
    """The lines of one line box before layout, and the way back to its contents.

    ``lines`` are kumihan's; ``pieces_of`` gives what stands on each. ``measure``
    is the length they were composed to (px); ``changes`` is true where the
    contents may differ at the next layout. ``size`` and ``pitch`` are the lines' own (px);
    all pieces are plain where it ``is_plain``.
    """

    def __init__(self, faces: Any, context: Any, linebox: Any, containing_block: Any) -> None:
        self.faces = faces
        self.measure = containing_block.width
        style = linebox.style
        # Generated contents (a page number) may change from one layout to the next.
        self.changes = any(box.missing_link for box in linebox.descendants())
        self.align = style['text_align_all']
        align_last = style['text_align_last']
        self.align_last = self.align if align_last == 'auto' else align_last
        wrapping = keywords(style, 'text-wrap')
        composition = CompositionStyle(
            justify=self.align == 'justify',
            justify_last=self.align_last == 'justify' and align_last != 'auto',
            hanging='none' not in keywords(style, 'hanging-punctuation'),
            strict_line_start=keywords(style, 'line-break') == ('strict',),
            by_paragraph='stable' not in wrapping,
            bracket_space=bool({'normal', 'space-all'} & {*keywords(style, 'text-spacing-trim')}),
            rigid_end_stop='space-end' in keywords(style, 'text-spacing'),
            last_line=last_line_of(style),
        )
        strict = composition.strict_line_start
        contents = Itemizer(context, containing_block, strict, faces).read(linebox)
        self.paragraph, self.pieces = contents.paragraph, contents.pieces
        self.outside, self._broken = contents.outside, contents.broken
        self.size, self.pitch = style['font_size'], strut(style)[0]
        self.is_plain = all(is_plain(piece, self.size) for piece in self.pieces)
        self.firsts = [piece.first for piece in self.pieces]
        self.composition, self._is_prose = composition, False
        self._indent = linebox.text_indent
        paragraph = self.paragraph, self.measure, composition, self._indent
        if 'balance' in wrapping:
            self.lines = balanced(*paragraph, lambda: phrase_ends(self.pieces))
        elif keywords(style, 'word-break') == ('auto-phrase',):
            self.lines = by_phrase(*paragraph, lambda: phrase_ends(self.pieces)[1:])
        else:
            self.lines = compose(*paragraph)
            self._is_prose = composition.justify and composition.by_paragraph
        if len(self.lines) > 1 and not self.measure >= _LEAST_MEASURE * self.size:
            raise Unsettable(Message('lines have no length for the text on them'))
        self._own_lines = self.lines
        self._numbers: dict[tuple[int, ...], int] = {}
        self._rests: dict[tuple[int, ...], list[Line]] = {}

    def with_more(self, more: int) -> Recounted | None:
        """Its lines, if there were ``more`` of them; ``None`` where they would not be good."""
        if not self._is_prose:
            return None
        lines, indent = self._own_lines, self._indent
        count = len(lines) + more
        return recounted(self.paragraph, self.measure, self.composition, indent, lines, count)

    def take(self, more: int) -> None:
        """Take ``more`` lines than it is composed to by itself, where that can be done well."""
        other = self.with_more(more) if more else None
        self.lines = other.lines if other else self._own_lines
        self._numbers.clear()
        self._rests.clear()

    def is_strained(self) -> bool:
        """Could a line not keep the measure, or end where one may?"""
        return bool(self._broken) or any(line.overfull or line.broken for line in self.lines)

    def broken(self) -> list[str]:
        """The texts that no line holds and that no line may end in, the first of each kind."""
        lines = (self.text_of(line) for line in self.lines if line.broken)
        return [*self._broken[:1], *islice(lines, 1)]

    def text_of(self, line: Line) -> str:
        """The text on ``line``, with what is said in the place of its pictures."""
        return ''.join(piece.text or _words_of(piece) for piece in self.pieces_of(line))

    def lines_from(self, skip_stack: Any, end: int | None = None) -> list[Line]:
        """The lines from where ``skip_stack`` resumes, up to line ``end - 1``.

        Where none begins there, because the lines before have another measure,
        the rest of the paragraph is composed by itself.
        """
        if not self._numbers:
            self._numbers |= {self._key_of(line.start): at for at, line in enumerate(self.lines)}
        key = _key(skip_stack)
        if key in self._numbers:
            return self.lines[self._numbers[key] : end]
        if key not in self._rests:
            start = next(item for item in range(len(self.paragraph)) if self._key_of(item) == key)
            self._rests[key] = compose(self.paragraph, self.measure, self.composition, start=start)
        return self._rests[key]

    def _key_of(self, item: int) -> tuple[int, ...]:
        return _key(self._skip_to(item))

    def resume_at(self, line: Line) -> Any:
        """WeasyPrint's skip stack to what comes after ``line``; ``None`` at the end."""
        return self._skip_to(line.end) if line.end < len(self.paragraph) else None

    def _skip_to(self, item: int) -> Any:
        """WeasyPrint's skip stack to ``item``: nested child indices, then bytes."""
        piece = next(
            piece
            for piece in self.pieces[self._at(item) :]
            if piece.end > item and piece.first <= item
        )
        position = piece.offset + (item - piece.first if piece.kind == 'upright' else 0)
        skip: Any = {len(piece.box.text[:position].encode()): None} if piece.text else None
        for index in reversed(piece.path):
            skip = {index: skip}
        return skip

    def _at(self, item: int) -> int:
        """Index of the first piece that may hold ``item``."""
        index = bisect_right(self.firsts, item) - 1
        while index > 0 and self.pieces[index - 1].end > item:
            index -= 1
        return max(0, index)

    def pieces_of(self, line: Line) -> list[Piece]:
        """The pieces with something on ``line``."""
        last = line.end == len(self.paragraph)
        index = self._at(line.start)
        while (
            index > 0
            and self.pieces[index - 1].kind == 'empty'
            and (self.pieces[index - 1].first == line.start)
        ):
            index -= 1
        found = []
        for piece in self.pieces[index:]:
            if piece.first >= line.end and not (last and piece.kind == 'empty'):
                break
            if piece.end > line.start or piece.kind == 'empty' and piece.first >= line.start:
                found.append(piece)
        return found

    def shift(self, line: Line) -> float:
        """How far ``line`` is moved along by its alignment (px)."""
        last = line.end == len(self.paragraph) or line.end - 1 in self.paragraph.forced
        align = self.align_last if last else self.align
        room = max(0, self.measure - line.length)
        return {'center': room / 2, 'end': room, 'right': room}.get(align, 0)


def _key(skip_stack: Any) -> tuple[int, ...]:
    """A skip stack as a hashable tuple."""
    key = []
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        key.append(index)
    return tuple(key)


def _words_of(piece: Piece) -> str:
    """What is said in the place of a picture or a formula."""
    element = piece.box.element if piece.kind == 'atomic' else None
    return '' if element is None else element.get('alt') or ''
