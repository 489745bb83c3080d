"""The cutter: tokens of a page → its pieces, each with what it says in Markdown."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from ...messages import Message
from ..elements import OF_PAGES_ALONE
from ..losses import Loss, picture_loss
from .about import address_of
from .aozora_pages import character_of, is_gaiji
from .blocks import VOID
from .forms import HEADS
from .formulas import formula
from .left_out import shown_loss
from .missing import SOURCES, Missing, is_character, is_dot, is_sign, name_of, words_of
from .notes import NoteBlocks, notes_of
from .open_piece import ONE_LINE, OpenPiece
from .piece import Element, Piece
from .tokens import Token, tokens_of, unescape
from .unclosed import STRIKING, unclosed_of

_BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li
    main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul br
""".split()
)
# The full-width space is text: it parts what stands on one line (CSS Text §4.1.1).
_SPACE = re.compile(r'[^\S\u3000]+')
_BLANK = re.compile('[\xa0\u3000\u2002\u2003]')
_CODE = re.compile(r'\s*<code\b[^<>]*>', re.IGNORECASE)
_LANGUAGE = re.compile(r'(?:\blang(?:uage)?-|\bbrush:\s*)([A-Za-z][A-Za-z0-9+#-]{0,30})')
_WORD = re.compile('[A-Za-z][A-Za-z0-9+#-]{0,30}')
_FORMULA = Loss('formula', Message('a formula, of which the text alone is left'))


class Cutter:
    """Takes the tokens of a page in order, and has its pieces in the end.

    ``cut`` it, then ask for them.
    """

    def __init__(
        self, text: str, tokens: Sequence[Token], silent: Set[str], pictures: Mapping[str, str]
    ) -> None:
        self._text, self._tokens, self._silent = text, tokens, silent
        self._pictures, self._notes, self._way_ends = pictures, notes_of(text, tokens), 0
        self._unclosed = unclosed_of(tokens)
        self._piece = OpenPiece(tokens, text, address_of(tokens), self._notes.marks)
        self._gathered, self._blocks = self._piece.gathered, self._piece.blocks
        # The silent elements that are open, each as its start tag.
        self._silenced: list[Token] = []
        self._pre, self._fence, self._unclosed_head = False, '', ''

    def cut(self) -> str:
        """Make the pieces. The outermost silent element that was never closed, or ''."""
        take = {'start': self._start_tag, 'end': self._end_tag, 'text': self._take_text}
        for token in self._tokens:
            self._piece.follow(token.start)
            take[token.kind](token)
        self._piece.end(len(self._text))
        self._gathered.add_markup(len(self._text))
        return self._silenced[0].tag if self._silenced else ''

    @property
    def elements(self) -> list[Element]:
        """The blocks of the page."""
        return self._blocks.elements

    def pieces_with_links(self) -> list[Piece]:
        """The pieces, their links to places of the page leading to heads by their words."""
        return self._gathered.with_links()

    # Tags and text.

    def _start_tag(self, token: Token) -> None:
        tag, here = token.tag, token.start
        if tag in self._silent:
            self._silenced.append(token)
            return
        if self._silenced or self._pre:
            return
        if tag in _BLOCKS:
            self._start_block(token)
        elif tag == 'img':
            self._take_picture(token)
        elif tag == 'a' and here in self._notes.ends:
            self._take_way(here)
        elif tag in STRIKING and here in self._unclosed:
            # What is never closed would strike out the rest of the page.
            self._piece.touch(here)
        elif tag not in VOID and tag not in OF_PAGES_ALONE:
            self._piece.touch(here)
            self._piece.inline.open(tag, token.attributes)
        # The block before has its own names, and has ended by now.
        names = [*filter(None, map(token.attributes.get, ('id', 'name')))]
        self._gathered.names += names
        self._begin_note(names)

    def _take_way(self, here: int) -> None:
        """A link from a note's call to the note, or back: what it says is no text."""
        self._piece.touch(here)
        self._way_ends = self._notes.ends[here]
        if here in self._notes.calls:
            self._piece.inline.add_call(self._notes.calls[here])

    def _begin_note(self, names: Sequence[str]) -> None:
        label = next(filter(None, map(self._notes.places.get, names)), None)
        if label and not self._blocks.holds(HEADS):
            self._piece.note = NoteBlocks(label, self._blocks.container)

    def _end_tag(self, token: Token) -> None:
        tag = token.tag
        if self._silenced:
            tags, outermost = [opening.tag for opening in self._silenced], self._silenced[0]
            if tag in tags:
                del self._silenced[tags.index(tag) :]
                if not self._silenced:
                    self._end_silence(outermost, token.end)
        elif self._pre and tag != 'pre':
            return
        elif tag in _BLOCKS:
            self._end_block(token)
        else:
            self._piece.inline.close(tag)

    def _end_silence(self, opening: Token, end: int) -> None:
        if self._pre:
            return
        source = self._text[opening.start : end]
        inside = self._text[opening.end : end].rpartition('<')[0]
        loss = shown_loss(opening.tag, opening.attributes, inside)
        if opening.tag == 'math':
            markdown, text, is_whole = formula(source)
            self._piece.touch(opening.start)
            self._piece.inline.add_formula(markdown, text)
            loss = None if is_whole else replace(_FORMULA, found=text)
        if loss:
            self._piece.touch(opening.start)
            self._gathered.losses.append(loss)

    def _take_text(self, token: Token) -> None:
        source = self._text[token.start : token.end]
        if self._silenced:
            return
        if self._pre:
            self._piece.add_code(source, token.start)
        elif source.strip() or self._piece.is_begun or _BLANK.search(source):
            self._piece.has_space |= bool(_BLANK.search(unescape(source)))
            if source.strip() and (self._piece.source or self._piece.has_captions_alone):
                self._piece.end(token.start)
            self._piece.touch(token.start + len(source) - len(source.lstrip()))
            inline = self._piece.inline
            take = inline.add_silent if token.start < self._way_ends else inline.add
            take(_SPACE.sub(' ', unescape(source)))

    def _take_picture(self, token: Token) -> None:
        here, attributes = token.start, token.attributes
        words, is_small = words_of(attributes), is_sign(attributes)
        source = next(
            (attributes[key] for key in SOURCES if attributes.get(key) in self._pictures), ''
        )
        has_room = not (self._piece.rows.is_open or self._blocks.holds(ONE_LINE))
        is_alone = bool(source) and has_room and not is_small
        if is_alone and (self._piece.source or self._piece.inline.plain.strip()):
            self._piece.end(here)
        self._piece.touch(here)
        if source:
            self._piece.source = source if is_alone else ''
            self._piece.inline.add_picture(words, self._pictures[source])
        elif is_character(words) or is_gaiji(words):
            # A character as a picture: it is part of the text.
            character = character_of(words) or words
            self._piece.inline.add(character)
            self._piece.signs += character
        elif not is_dot(attributes) and (words or name_of(attributes)):
            self._gathered.losses.append(picture_loss(name_of(attributes) or words))
            if self._piece.rows.is_open and not is_small:
                self._piece.inline.add(words)
            elif words and not (is_small and self._piece.inline.plain.strip()):
                self._piece.missing.append(
                    Missing(here, words, name_of(attributes), self._piece.inline.is_in_link)
                )

    # Blocks.

    def _start_block(self, token: Token) -> None:
        tag, here = token.tag, token.start
        if self._piece.rows.is_open and tag not in ('td', 'th', 'tr', 'table', 'br', 'tbody'):
            return
        if tag in ('td', 'th') and self._piece.rows.is_open:
            self._piece.end_cell()
            self._piece.touch(here)
            self._piece.rows.cells.append('')
            return
        if tag == 'br' and (self._piece.rows.is_open or self._blocks.holds((*HEADS, 'dt', 'li'))):
            self._piece.inline.add(' ' if self._piece.inline.plain[-1:].isascii() else '　')
            return
        if tag == 'br':
            self._gathered.blank += not self._piece.inline.plain.strip() and not self._piece.source
        self._piece.end(here)
        if self._unclosed_head and tag != 'br':
            self._ended(self._blocks.end(self._unclosed_head))
            self._unclosed_head = ''
        if here in self._unclosed:
            if tag not in HEADS:
                return
            self._unclosed_head = tag
        if tag == 'hr':
            self._piece.add(here, token.end, '* * *')
        elif tag == 'table':
            self._piece.rows.begin_table()
        elif tag == 'tr' and self._blocks.holds(['table']):
            self._piece.rows.begin()
        elif tag in ('ul', 'ol'):
            self._piece.lists.begin(tag, token.attributes)
        elif tag == 'li':
            self._piece.lists.begin_item()
        elif tag == 'pre':
            self._pre = True
            # Longer than any the code itself may hold.
            self._fence = '`' * (5 if '```' in self._text else 3)
            self._piece.add(here, token.end, self._fence + self._language(token))
        if tag not in VOID:
            self._ended(self._blocks.begin(tag, token.attributes))

    def _language(self, token: Token) -> str:
        """The language that ``<pre>`` or the ``<code>`` in it says its text is in."""
        code = _CODE.match(self._text, token.end)
        inside = next(tokens_of(code[0])).attributes if code else {}
        for attributes in (token.attributes, inside):
            match = _LANGUAGE.search(attributes.get('class') or '')
            language = attributes.get('data-lang') or attributes.get('data-language') or ''
            if match or _WORD.fullmatch(language):
                return match[1] if match else language
        return ''

    def _end_block(self, token: Token) -> None:
        tag, here = token.tag, token.start
        if self._piece.rows.is_open and tag not in ('tr', 'table', 'tbody', 'thead', 'tfoot'):
            return
        if tag in HEADS and not self._blocks.holds([tag]):
            tag = min(HEADS.keys() & self._blocks.tags, default=tag)
        if not self._piece.rows.is_open:
            self._piece.end(here)
        else:
            self._piece.end_row(here, token.end)
        if tag in ('ul', 'ol'):
            self._piece.lists.end()
        elif tag == 'table':
            self._piece.rows.end_table()
        elif tag == 'pre' and self._pre:
            self._pre = False
            self._piece.add(here, token.end, self._fence, continues=True)
        self._ended(self._blocks.end(tag))

    def _ended(self, numbers: Sequence[int]) -> None:
        if self._piece.note and self._piece.note.container in numbers:
            self._piece.note = None
