"""A WeasyPrint line box before layout → a kumihan paragraph and its pieces."""

from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages

from ...kumihan import OVERHANGS, Reading, Ruby, Warichu, fit_ruby
from ...messages import Message
from .line_gap import ruby_side
from .pieces import Contents, Piece, RubyWord, Unsettable, has_class
from .properties import keywords
from .text_items import TextItemizer


class Itemizer(TextItemizer):
    """Reads the inline contents of one line box.

    With ``strict`` small kana and ー may not begin a line; ``faces`` are those of the document.
    """

    def __init__(
        self, context: Any, containing_block: Any, strict: bool, faces: Any = None
    ) -> None:
        measure = containing_block.width if containing_block else inf
        super().__init__(context, measure, strict, faces)
        self.containing_block = containing_block

    def read(self, linebox: Any) -> Contents:
        """The ``Contents`` of ``linebox``."""
        self._children(linebox, ())
        self.keep_together()
        words = [word.ruby for word in self.contents.words]
        fit_ruby(self.paragraph, words, linebox.text_indent)
        return self.contents

    def _children(self, parent: Any, path: tuple[int, ...]) -> None:
        for index, child in enumerate(parent.children):
            self._box(child, (*path, index))

    def _box(self, box: Any, path: tuple[int, ...]) -> None:
        if box.is_floated():
            raise Unsettable(
                Message(
                    '<{element}> is a float inside a paragraph, and has no place in a vertical '
                    'line',
                    element=box.element_tag,
                )
            )
        if not box.is_in_normal_flow():
            self.contents.outside.append((len(self.paragraph), path, box))
        elif isinstance(box, boxes.TextBox):
            self.text(box, path)
        elif box.is_leader:
            self.add_item('leader', path, box, 19, 0, box.style['font_size'])
        elif isinstance(box, boxes.InlineBox):
            if box.element is not None and box.element.tag == 'ruby':
                self._ruby(box, path)
            elif has_class(box, 'noteref'):
                self._reference_mark(box, path)
            elif has_class(box, 'warichu'):
                self._warichu(box, path)
            elif box.children:
                first = len(self.paragraph)
                self._children(box, path)
                if box.element is not None and box.element.tag in ('sup', 'sub'):
                    self._bind(first)
            else:
                count = len(self.paragraph)
                self.contents.pieces.append(Piece('empty', count, count, path, box))
        else:
            self._atomic(box, path)

    def _atomic(self, box: Any, path: tuple[int, ...]) -> None:
        resolve_percentages(box, self.containing_block)
        laid_out = atomic_box(self.context, box, 0, None, self.containing_block, [], [])
        if not isinstance(laid_out, boxes.InlineBlockBox):
            laid_out.position_x = laid_out.position_y = 0
        self.add_item(
            'atomic', path, laid_out, 19, laid_out.margin_width(), box.style['font_size']
        )

    def _ruby(self, box: Any, path: tuple[int, ...]) -> None:
        """A ``ruby`` element: stretches of base text, each followed by its reading."""
        pairs: list[tuple[list[Piece], list[Any]]] = []
        base: list[Piece] = []
        for index, child in enumerate(box.children):
            if child.element is not None and child.element.tag == 'rt':
                texts = [text for text in child.descendants() if isinstance(text, boxes.TextBox)]
                if base and texts:
                    pairs.append((base, texts))
                base = []
            else:
                start = len(self.contents.pieces)
                self._box(child, (*path, index))
                base += [p for p in self.contents.pieces[start:] if p.end > p.first]
        if pairs:
            readings = [_reading(*pair) for pair in pairs]
            ruby = Ruby(readings, **_choices(box.style))
            word = RubyWord(ruby, {base[0].first: texts for base, texts in pairs})
            self.contents.words.append(word)
            for base, texts in pairs:
                base[-1].words += (word,)
                side = f'ruby_{ruby_side(texts[0].style)}'
                for piece in base:
                    setattr(piece, side, texts[0].style['font_size'])

    def _reference_mark(self, box: Any, path: tuple[int, ...]) -> None:
        """The call of a note 合印: never parted, nor from what it follows (JLReq §3.1.10)."""
        first = len(self.paragraph)
        self._children(box, path)
        for item in range(first, len(self.paragraph)):
            self.paragraph.classes[item] = 20
            self.paragraph.bound[item] = item + 1 < len(self.paragraph)

    def _bind(self, first: int) -> None:
        """What is set high or low from item ``first`` on is with what is before (§3.7.1)."""
        for item in range(max(first - 1, 0), len(self.paragraph) - 1):
            self.paragraph.bound[item] = self.paragraph.classes[item] != 26

    def _warichu(self, box: Any, path: tuple[int, ...]) -> None:
        """A ``span.warichu``: the note between its two brackets."""
        opening, *inside, closing = enumerate(box.children)
        self._bracket(opening, path, 28)
        self.paragraph.bound[-1] = True
        note = Itemizer(self.context, self.containing_block, self.strict, self.faces)
        for index, child in inside:
            note._box(child, (*path, index))
        note.keep_together()
        shift = len(self.paragraph)
        if len(note.paragraph):
            warichu = Warichu(shift, note.paragraph, self.strict)
            warichu.append_to(self.paragraph)
            for piece in note.contents.pieces:
                piece.first, piece.end = piece.first + shift, piece.end + shift
                piece.note = warichu
        self.contents.pieces += note.contents.pieces
        self.contents.broken += note.contents.broken
        self.contents.outside += [
            (item + shift, path, box) for item, path, box in note.contents.outside
        ]
        self._bracket(closing, path, 29)

    def _bracket(self, child: tuple[int, Any], path: tuple[int, ...], number: int) -> None:
        index, box = child
        self._box(box, (*path, index))
        self.paragraph.classes[-1] = number


def _reading(base: list[Piece], texts: list[Any]) -> Reading:
    count = sum(len(text.text) for text in texts)
    return Reading(base[0].first, base[-1].end, count, texts[0].style['font_size'])


def _choices(style: Any) -> dict[str, Any]:
    """What a house chooses of ruby under ``style``, for ``Ruby``."""
    align, over = keywords(style, 'ruby-align'), keywords(style, 'ruby-overhang')
    return {
        'lies_over': keywords(style, 'ruby-merge') == ('auto',),
        'at_head': align == ('start',),
        'flush': align == ('space-between',),
        'over': over[0] if over and over[0] in OVERHANGS else 'kana',
    }
