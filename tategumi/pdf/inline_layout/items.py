"""A WeasyPrint line box before layout → a kumihan paragraph and its pieces."""

from functools import cache
from itertools import pairwise
from math import inf

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import split_first_line

from ...kumihan import Reading, Ruby, Warichu, class_of, fit_ruby
from ...kumihan.breaks import break_table
from ...kumihan.spacing import WORD_SPACE_EM
from ...messages import Message
from .orientation import spans_of
from .pieces import Contents, Piece, RubyWord, Unsettable, has_class
from .properties import keywords
from .western import divide, divide_code

#: Letters of a word that is measured whole.
_LONGEST_WORD = 400


class Itemizer:
    """Reads the inline contents of one line box.

    With ``strict`` small kana and ー may not begin a line.
    """

    def __init__(self, context, containing_block, strict):
        self.context = context
        self.containing_block = containing_block
        self.strict = strict
        self.measure = containing_block.width if containing_block else inf
        self.contents = Contents()
        self.paragraph = self.contents.paragraph

    def read(self, linebox):
        """The ``Contents`` of ``linebox``."""
        self._children(linebox, ())
        words = [word.ruby for word in self.contents.words]
        fit_ruby(self.paragraph, words, linebox.text_indent)
        return self.contents

    def _children(self, parent, path):
        for index, child in enumerate(parent.children):
            self._box(child, (*path, index))

    def _box(self, box, path):
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
            self._text(box, path)
        elif box.is_leader:
            self._add('leader', path, box, 19, 0, box.style['font_size'])
        elif isinstance(box, boxes.InlineBox):
            if box.element is not None and box.element.tag == 'ruby':
                self._ruby(box, path)
            elif has_class(box, 'noteref'):
                self._reference_mark(box, path)
            elif has_class(box, 'warichu'):
                self._warichu(box, path)
            elif box.children:
                self._children(box, path)
            else:
                count = len(self.paragraph)
                self.contents.pieces.append(Piece('empty', count, count, path, box))
        else:
            self._atomic(box, path)

    def _atomic(self, box, path):
        resolve_percentages(box, self.containing_block)
        laid_out = atomic_box(self.context, box, 0, None, self.containing_block, [], [])
        if not isinstance(laid_out, boxes.InlineBlockBox):
            laid_out.position_x = laid_out.position_y = 0
        self._add('atomic', path, laid_out, 19, laid_out.margin_width(), box.style['font_size'])

    def _add(self, kind, path, box, number, advance, size, added=None, **more):
        first = len(self.paragraph)
        self.paragraph.append(number, advance, size, added)
        piece = Piece(kind, first, first + 1, path, box, width=advance, **more)
        self.contents.pieces.append(piece)
        return piece

    def _text(self, box, path):
        style = box.style
        if not style['font_size'] or not box.text:
            return
        combine = keywords(style, 'text-combine-upright')
        if combine and combine[0] == 'all' and box.text.strip():
            size = style['font_size']
            self._add('tate-chu-yoko', path, box, 30, size, size, text=box.text)
        elif keywords(style, 'text-orientation') == ('upright',):
            self._upright(box, path, box.text, 0, together=True)
        elif keywords(style, 'text-spacing') == ('none',):
            self._unspaced(box, path)
        else:
            for kind, text, offset in spans_of(box.text):
                if kind == 'upright':
                    self._upright(box, path, text, offset)
                elif kind == 'break':
                    if len(self.paragraph):
                        self.paragraph.force_break()
                elif kind == 'space':
                    size = style['font_size']
                    self._add(
                        'space',
                        path,
                        box,
                        26,
                        size * WORD_SPACE_EM,
                        size,
                        text=text,
                        offset=offset,
                    )
                else:
                    self._western(box, path, text, offset)

    def _unspaced(self, box, path):
        """A program: its characters, marks and spaces keep their own widths."""
        first, classes = len(self.paragraph), []
        for kind, text, offset in spans_of(box.text):
            start = len(self.paragraph)
            if kind == 'upright':
                self.paragraph.append_unspaced(text, box.style['font_size'])
                self._add_upright(start, path, box, text, offset)
                classes += map(class_of, text)
            elif kind != 'break':
                self._western(box, path, text, offset)
                classes += [27] * (len(self.paragraph) - start)
            elif start:
                self.paragraph.force_break()
        breaks = break_table(self.strict)
        for item, (before, after) in enumerate(pairwise(classes), first):
            may_end = before == after == 27 or breaks[before][after]
            self.paragraph.hyphens[item] = 0 if may_end else None

    def _upright(self, box, path, text, offset, together=False):
        first = len(self.paragraph)
        size = box.style['font_size']
        if together:
            self.paragraph.append_upright(text, size, len(text) * size > self.measure)
        else:
            self.paragraph.append_text(text, size)
        self._add_upright(first, path, box, text, offset)

    def _add_upright(self, first, path, box, text, offset):
        self.contents.pieces.append(
            Piece('upright', first, len(self.paragraph), path, box, text, offset)
        )

    def _western(self, box, path, word, offset):
        size, done = box.style['font_size'], 0
        pieces = self._divided(word, box.style)
        for (text, hyphenated), width in zip(pieces, self._widths(word, pieces, box.style)):
            hyphen = box.style['hyphenate_character'] if hyphenated else ''
            done += len(text)
            added = None
            if done < len(word):
                added = self._measure(hyphen, box.style) if hyphenated else 0
            self._add(
                'sideways',
                path,
                box,
                27,
                width,
                size,
                added,
                text=text,
                offset=offset,
                hyphen=hyphen,
            )
            offset += len(text)

    def _widths(self, word, pieces, style):
        """The width of each of the ``pieces``, with the kerning to what is before it in ``word``.

        In a word longer than any is, that is no more than the letter before.
        """
        measure = cache(lambda text: self._measure(text, style))
        done = 0
        for text, _ in pieces:
            before = word[:done] if len(word) <= _LONGEST_WORD else word[max(0, done - 1) : done]
            yield measure(before + text) - (measure(before) if before else 0)
            done += len(text)

    def _divided(self, word, style):
        """``word`` in pieces, those that no line holds letter by letter."""
        pieces = (
            divide_code(word)
            if style['hyphens'] == 'none'
            else divide(word, style['lang'] or 'ja')
        )
        found = []
        for text, hyphenated in pieces:
            # Few letters are broader than their em.
            may_exceed = len(text) > 1 and len(text) * style['font_size'] > self.measure
            if may_exceed and (
                len(text) > _LONGEST_WORD or self._measure(text, style) > self.measure
            ):
                self.contents.broken.append(text)
                found += [(letter, False) for letter in text[:-1]]
                text = text[-1]
            found.append((text, hyphenated))
        return found

    def _measure(self, text, style):
        return split_first_line(text, style, self.context, None, 0)[3]

    def _ruby(self, box, path):
        """A ``ruby`` element: stretches of base text, each followed by its reading."""
        pairs, base = [], []
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
            lies_over = keywords(box.style, 'ruby-merge') == ('auto',)
            word = RubyWord(
                Ruby(readings, lies_over), {base[0].first: texts for base, texts in pairs}
            )
            self.contents.words.append(word)
            for base, texts in pairs:
                base[-1].word = word
                for piece in base:
                    piece.ruby_size = texts[0].style['font_size']

    def _reference_mark(self, box, path):
        """The call of a note 合印: never parted, nor from what it follows (JLReq §3.1.10)."""
        first = len(self.paragraph)
        self._children(box, path)
        for item in range(first, len(self.paragraph)):
            self.paragraph.classes[item] = 20
            self.paragraph.bound[item] = item + 1 < len(self.paragraph)

    def _warichu(self, box, path):
        """A ``span.warichu``: the note between its two brackets."""
        opening, *inside, closing = enumerate(box.children)
        self._bracket(opening, path, 28)
        self.paragraph.bound[-1] = True
        note = Itemizer(self.context, self.containing_block, self.strict)
        for index, child in inside:
            note._box(child, (*path, index))
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

    def _bracket(self, child, path, number):
        index, box = child
        self._box(box, (*path, index))
        self.paragraph.classes[-1] = number


def _reading(base, texts):
    count = sum(len(text.text) for text in texts)
    return Reading(base[0].first, base[-1].end, count, texts[0].style['font_size'])
