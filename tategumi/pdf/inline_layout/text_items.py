"""Text boxes → items and pieces: upright, turned, sideways, side by side."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, ClassVar

from weasyprint.text.line_break import split_first_line

from ...kumihan import class_of
from ...kumihan.breaks import break_table
from ...kumihan.paragraph import NARROW
from ...kumihan.spacing import WORD_SPACE_EM
from ...kumihan.together import keep_together, pairs_in
from .orientation import Kinds, kinds_of, spans_of
from .pieces import Contents, Piece
from .properties import keywords
from .western import divide, divide_code

#: Letters of a word that is measured whole.
_LONGEST_WORD = 400

#: Of text whose font is not asked.
_KINDS = Kinds()

#: What CSS has words divided with where nobody chose another (CSS Text 4 §6.3).
_HYPHEN = '\u2010'

#: px.
_NEARLY = 0.01


class TextItemizer:
    """Reads text boxes into ``contents``; ``measure`` is the longest line (px).

    With ``strict`` small kana and ー may not begin a line. Without ``faces`` all that may be
    upright is, which is as long.
    """

    def __init__(self, context: Any, measure: float, strict: bool, faces: Any) -> None:
        self.context = context
        self.measure = measure
        self.strict = strict
        self.faces = faces
        self.contents = Contents()
        self.paragraph = self.contents.paragraph

    def add_item(
        self,
        kind: str,
        path: tuple[int, ...],
        box: Any,
        number: int,
        advance: float,
        size: float,
        added: float | None = None,
        **more: Any,
    ) -> Piece:
        """Add one construct, an item and its piece (``Paragraph.append``, ``Piece``)."""
        first = len(self.paragraph)
        self.paragraph.append(number, advance, size, added)
        piece = Piece(kind, first, first + 1, path, box, width=advance, **more)
        self.contents.pieces.append(piece)
        return piece

    def text(self, box: Any, path: tuple[int, ...]) -> None:
        """Add text box ``box``, at the end of ``path`` through the line box."""
        style = box.style
        if not style['font_size'] or not box.text:
            return
        combine = keywords(style, 'text-combine-upright')
        if combine and combine[0] == 'all' and box.text.strip():
            size = style['font_size']
            self.add_item('tate-chu-yoko', path, box, 30, size, size, text=box.text)
        elif keywords(style, 'text-orientation') == ('upright',):
            self._together(box, path)
        elif keywords(style, 'text-spacing') == ('none',):
            self._unspaced(box, path)
        elif keywords(style, 'text-spacing-trim') == ('trim-all',):
            self._in_number(box, path)
        else:
            is_turned = keywords(style, 'text-orientation') == ('sideways',)
            for kind, text, offset in spans_of(box.text, self._kinds(style)):
                if is_turned and kind in ('upright', 'long'):
                    for place, character in enumerate(text, offset):
                        self._turned(box, path, character, place)
                elif kind == 'break':
                    if len(self.paragraph):
                        self.paragraph.force_break()
                else:
                    self._READ[kind](self, box, path, text, offset)

    def _kinds(self, style: Any) -> Kinds:
        return _KINDS if self.faces is None else kinds_of(self.faces.of(style))

    def _space(self, box: Any, path: tuple[int, ...], text: str, offset: int) -> None:
        size = box.style['font_size']
        self.add_item('space', path, box, 26, size * WORD_SPACE_EM, size, text=text, offset=offset)

    def _long(self, box: Any, path: tuple[int, ...], text: str, offset: int) -> None:
        """〱 and 〲, as long as the font has them; marks set with one stand at its head."""
        size, length, character, marks = box.style['font_size'], 2000, text[0], text[1:]
        if self.faces is not None:
            face = self.faces.of(box.style)[character]
            length = face.vertical_advances[face.upright(character)]
        self.add_item(
            'upright', path, box, 8, size * length / 1000, size, text=character, offset=offset
        )
        if marks:
            self._plain(box, path, marks, offset + 1)

    def _turned(self, box: Any, path: tuple[int, ...], text: str, offset: int) -> None:
        """A mark that runs with the line, as long as it is drawn."""
        size, number = box.style['font_size'], class_of(text[0])
        length = width = self._measure(text, box.style)
        if text in NARROW and width > size - _NEARLY:
            length = NARROW[text] * size
        before = self.contents.pieces[-1] if self.contents.pieces else None
        if before and before.kind == 'turned' and before.text == text and number == 8:
            # Two dashes are one.
            self.paragraph.bound[-1] = not (len(self.paragraph) > 1 and self.paragraph.bound[-2])
        self.add_item('turned', path, box, number, length, size, text=text, offset=offset)

    def _unspaced(self, box: Any, path: tuple[int, ...]) -> None:
        """A program: its characters, marks and spaces keep their own widths."""
        classes: list[int] = []
        first = len(self.paragraph)
        for kind, text, offset in spans_of(box.text, self._kinds(box.style)):
            start = len(self.paragraph)
            if kind in ('upright', 'long'):
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

    def _plain(self, box: Any, path: tuple[int, ...], text: str, offset: int) -> None:
        first = len(self.paragraph)
        self.paragraph.append_text(text, box.style['font_size'])
        for place in pairs_in(text):
            self.paragraph.bound[first + place] = True
        self._add_upright(first, path, box, text, offset)

    def _together(self, box: Any, path: tuple[int, ...]) -> None:
        """Characters set upright that are not parted."""
        first, text, size = len(self.paragraph), box.text, box.style['font_size']
        self.paragraph.append_upright(text, size, len(text) * size > self.measure)
        self._add_upright(first, path, box, text, 0)

    def _in_number(self, box: Any, path: tuple[int, ...]) -> None:
        """、 or ・ within a number."""
        for place, mark in enumerate(box.text):
            first = len(self.paragraph)
            self.paragraph.append_in_number(mark, box.style['font_size'])
            self._add_upright(first, path, box, mark, place)

    def _add_upright(
        self, first: int, path: tuple[int, ...], box: Any, text: str, offset: int
    ) -> None:
        self.contents.pieces.append(
            Piece('upright', first, len(self.paragraph), path, box, text, offset)
        )

    def _western(self, box: Any, path: tuple[int, ...], word: str, offset: int) -> None:
        size, done = box.style['font_size'], 0
        pieces = self._divided(word, box.style)
        for (text, hyphenated), width in zip(pieces, self._widths(word, pieces, box.style)):
            hyphen = self._hyphen(text, box.style) if hyphenated else ''
            done += len(text)
            added = None
            if done < len(word):
                added = self._measure(hyphen, box.style) if hyphenated else 0
            self.add_item(
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

    def _widths(
        self, word: str, pieces: Sequence[tuple[str, bool]], style: Any
    ) -> Iterator[float]:
        """The width of each of the ``pieces``, with the kerning to what is before it in ``word``.

        In a word longer than any is, that is no more than the letter before.
        """
        measure = cache(lambda text: self._measure(text, style))
        done = 0
        for text, _ in pieces:
            before = word[:done] if len(word) <= _LONGEST_WORD else word[max(0, done - 1) : done]
            yield measure(before + text) - (measure(before) if before else 0)
            done += len(text)

    def _hyphen(self, text: str, style: Any) -> str:
        """The hyphen behind ``text``: that of its own font, no wider than one of Latin is.

        That of a Japanese font stands in the middle of an em.
        """
        hyphen = style['hyphenate_character']
        if hyphen != _HYPHEN or self.faces is None:
            return hyphen
        faces = self.faces.of(style)
        face, em = faces[text[-1]], style['font_size']
        if face.has(hyphen) and faces[hyphen] is face and self._measure(hyphen, style) < em * 0.6:
            return hyphen
        return '-'

    def _divided(self, word: str, style: Any) -> list[tuple[str, bool]]:
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

    def _measure(self, text: str, style: Any) -> float:
        return split_first_line(text, style, self.context, None, 0)[3]

    def keep_together(self) -> None:
        """See that no line parts what belongs together, where pieces meet."""
        before: Piece | None = None
        own: Piece | None = None
        for piece in self.contents.pieces:
            if piece.end == piece.first:
                continue
            if own is not None and own.end == piece.first:
                # Where a word is divided its division says if a line may end.
                if self.paragraph.hyphens[own.end - 1] is None:
                    texts = before.text if before else '', own.text, piece.text
                    keep_together(self.paragraph, own.end - 1, texts)
            before, own = own, piece

    _READ: ClassVar[dict[str, Callable[..., None]]] = {
        'upright': _plain,
        'long': _long,
        'turned': _turned,
        'sideways': _western,
        'space': _space,
    }
