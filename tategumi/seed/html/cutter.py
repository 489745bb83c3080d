"""The cutter: tokens of a page → its pieces, each with what it says in Markdown."""

import re
from collections import Counter
from dataclasses import replace

from ...notation import escape_closing_marks, escape_head_mark
from ...settings import slug_of
from ..links import target_of, turn_links, unlinked
from ..losses import Loss, picture_loss
from .formulas import formula_text
from .inline import Inline
from .lists import Lists
from .missing import SOURCES, Missing, is_character, is_dot, is_sign, name_of, words_of
from .note_blocks import NoteBlocks, bare_calls
from .notes import notes_of
from .piece import Element, Piece
from .references import resolved
from .struck import struck_ends
from .tables import data_tables

_BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li
    main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul br
""".split()
)
_VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr""".split()
)
# Elements without an end tag end where these begin (HTML Standard §13.1.2.4).
_ENDS = {
    'p': ('p',),
    'li': ('p', 'li'),
    'dt': ('p', 'dt', 'dd'),
    'dd': ('p', 'dt', 'dd'),
    'option': ('option',),
}
#: Blocks nested deeper stand beside one another.
_DEEPEST = 64
_ROWS = frozenset(('td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot'))
# The full-width space is text: it parts what stands on one line (CSS Text §4.1.1).
_SPACE = re.compile(r'[^\S\u3000]+')
_BLANK = re.compile('[\xa0\u3000\u2002\u2003]')
_HEADS = {f'h{level}': '#' * level for level in range(1, 7)}
#: Where a paragraph of its own has no place.
_ONE_LINE = (*_HEADS, 'li', 'dt')
#: Elements that show what no text says.
_SHOWN = {
    'audio': 'a sound',
    'canvas': 'a drawing that a program of the page makes',
    'iframe': 'another page within the page',
    'noscript': 'what the page shows without its programs',
    'object': 'an object within the page',
    'svg': 'a drawing within the page',
    'video': 'a film',
}
_STRUCK = Loss('struck-out', 'the page strikes it out')
_FORMULA = Loss('formula', 'a formula, of which the text alone is left')


class Cutter:
    """Takes the tokens of a page in order, and has its pieces in the end.

    ``elements`` are the blocks of the page, by number; number 0 is the page.
    """

    def __init__(self, text, tokens, silent, pictures):
        self._text, self._tokens, self._silent = text, tokens, silent
        self._pictures, self._base = pictures, _address_of(tokens)
        self._names, self._heads = [], {}
        self._notes, self._note, self._way_ends = notes_of(text, tokens), None, 0
        self._data_tables, self._tables = data_tables(tokens), 0
        self._struck, self._struck_end = struck_ends(tokens), 0
        self.pieces, self.elements = [], [Element('', {}, 0)]
        self._silenced, self._silent_start = [], None
        self._stack, self._open, self._lists = [], Counter(), Lists()
        self._row, self._rows, self._plain_row, self._linked_row = None, 0, '', 0
        self._pre, self._fence, self._losses = False, '', []
        self._blank, self._has_space = 0, False
        self._inline, self._start, self._end = Inline(base=self._base), None, None
        self._missing, self._signs, self._source = [], '', ''

    def cut(self):
        """Make the pieces. The outermost silent element that was never closed, or ''."""
        take = {'start': self._start_tag, 'end': self._end_tag, 'text': self._take_text}
        for token in self._tokens:
            if token.start < self._struck_end:
                continue
            if self._end is None and self._start is not None:
                self._end = token.start
            take[token.kind](token)
        self._end_piece(len(self._text))
        self._add_markup(len(self._text))
        return self._silenced[0] if self._silenced else ''

    def pieces_with_links(self):
        """The pieces, their links to places of the page leading to heads by their words."""

        def turn(target):
            if target[0] != '#':
                return target
            return f'#{self._heads[target[1:]]}' if target[1:] in self._heads else ''

        return [
            replace(piece, said=turn_links(piece.said, turn)) if '](#' in piece.said else piece
            for piece in self.pieces
        ]

    # Tags and text.

    def _start_tag(self, token):
        tag, here = token.tag, token.start
        if tag in self._silent:
            if not self._silenced:
                self._silent_start = token
            self._silenced.append(tag)
            return
        if self._silenced or self._pre:
            return
        if here in self._struck:
            self._strike(here, token.end)
        elif tag in _BLOCKS:
            self._start_block(token)
        elif tag == 'img':
            self._take_picture(token)
        elif tag == 'a' and here in self._notes.ends:
            self._take_way(here)
        elif tag not in _VOID:
            self._touch(here)
            self._inline.open(tag, token.attributes)
        # The block before has its own names, and has ended by now.
        names = [*filter(None, map(token.attributes.get, ('id', 'name')))]
        self._names += names
        self._begin_note(names)

    def _strike(self, start, text_start):
        self._touch(start)
        self._struck_end = end = self._struck[start]
        said = re.sub('<[^<>]*>', ' ', self._text[text_start:end])
        self._losses.append(replace(_STRUCK, found=' '.join(resolved(said).split())))

    def _take_way(self, here):
        """A link from a note's call to the note, or back: what it says is no text."""
        self._touch(here)
        self._way_ends = self._notes.ends[here]
        if here in self._notes.calls:
            self._inline.add_call(self._notes.calls[here])

    def _begin_note(self, names):
        label = next(filter(None, map(self._notes.places.get, names)), None)
        if label and not self._holds(_HEADS):
            self._note = NoteBlocks(label, self._container)

    def _end_tag(self, token):
        tag = token.tag
        if self._silenced:
            if tag in self._silenced:
                del self._silenced[self._silenced.index(tag) :]
                if not self._silenced:
                    self._end_silence(self._silent_start, token.end)
        elif self._pre and tag != 'pre':
            return
        elif tag in _BLOCKS:
            self._end_block(token)
        else:
            self._inline.close(tag)

    def _end_silence(self, opening, end):
        source = self._text[opening.start : end]
        if opening.tag == 'math' and not self._pre:
            text, is_whole = formula_text(source)
            self._touch(opening.start)
            self._inline.add(text)
            if not is_whole:
                self._losses.append(replace(_FORMULA, found=text))
        elif opening.tag in _SHOWN and not self._pre and self._is_shown(opening, end):
            self._touch(opening.start)
            found = opening.attributes.get('src') or opening.attributes.get('data') or ''
            self._losses.append(Loss(f'{opening.tag}-left-out', _SHOWN[opening.tag], found))

    def _is_shown(self, opening, end):
        attributes = opening.attributes
        inside = self._text[opening.end : end].rpartition('<')[0].strip()
        return not is_dot(attributes) and (
            bool(inside) and attributes.get('aria-hidden') != 'true'
            if opening.tag in ('svg', 'noscript')
            else bool(inside or attributes)
        )

    def _take_text(self, token):
        source = self._text[token.start : token.end]
        if self._silenced:
            return
        if self._pre:
            self._add_code(source, token.start)
        elif source.strip() or self._start is not None or _BLANK.search(source):
            self._has_space |= bool(_BLANK.search(resolved(source)))
            if source.strip() and (self._source or self._has_captions_alone()):
                self._end_piece(token.start)
            self._touch(token.start + len(source) - len(source.lstrip()))
            take = self._inline.add_silent if token.start < self._way_ends else self._inline.add
            take(_SPACE.sub(' ', resolved(source)))

    def _take_picture(self, token):
        here, attributes = token.start, token.attributes
        words, is_small = words_of(attributes), is_sign(attributes)
        source = next(
            (attributes[key] for key in SOURCES if attributes.get(key) in self._pictures), ''
        )
        has_room = not (self._row is not None or self._holds(_ONE_LINE))
        is_alone = bool(source) and has_room and not is_small
        if is_alone and (self._source or self._inline.plain.strip()):
            self._end_piece(here)
        self._touch(here)
        if source:
            self._source = source if is_alone else ''
            self._inline.add_picture(words, self._pictures[source])
        elif is_character(words):
            # A character as a picture: it is part of the text.
            self._inline.add(words)
            self._signs += words
        elif not is_dot(attributes) and (words or name_of(attributes)):
            self._losses.append(picture_loss(name_of(attributes) or words))
            if self._row is not None and not is_small:
                self._inline.add(words)
            elif words and not (is_small and self._inline.plain.strip()):
                self._missing.append(
                    Missing(here, words, name_of(attributes), self._inline.is_in_link)
                )

    def _has_captions_alone(self):
        return (
            bool(self._missing) and not self._inline.plain.strip() and not self._holds(_ONE_LINE)
        )

    # Pieces.

    def _touch(self, here):
        """Text or an element of the block begins here."""
        if self._start is None:
            self._start = here
        self._end = None

    def _add_markup(self, end):
        start = self.pieces[-1].end if self.pieces else 0
        if end > start:
            self.pieces.append(Piece(start, end))

    def _say(self, start, end, said, plain='', continues=False, source='', linked=0):
        self._add_markup(start)
        self.pieces.append(
            Piece(
                start,
                end,
                said,
                plain,
                self._container,
                frozenset(self._open),
                continues,
                source,
                self._note.label if self._note else '',
                linked,
                self._blank,
                tuple(self._losses),
            )
        )
        self._blank, self._has_space, self._losses = 0, False, []
        if plain:
            if self._holds(_HEADS):
                self._heads.update(dict.fromkeys(self._names, slug_of(plain)))
            self._names = []

    def _end_piece(self, end):
        """Whatever text is open ends here."""
        if self._row is not None:
            self._end_row(end, end)
            return
        inline, source, signs, missing = self._inline, self._source, self._signs, self._missing
        start, stop = self._start, self._end if self._end is not None else end
        self._start = self._end = None
        self._missing, self._signs, self._source = [], '', ''
        if start is None:
            return
        markdown, opened = inline.finish()
        self._losses += inline.losses
        self._inline = Inline(opened, self._base)
        plain = inline.plain.strip()
        said = bare_calls(re.sub('  +', ' ', markdown).strip())
        if said and not plain and not source and not inline.has_picture:
            # A reading of nothing is text as well.
            plain = said
        has_text = plain and said and plain != signs
        if has_text or inline.has_picture and not source:
            missing = [] if self._holds(_ONE_LINE) else missing
            first = missing[0].start if missing else stop
            self._say(start, first, *self._block(said, plain), linked=inline.linked)
        elif source:
            self._say(start, stop, said, source=source)
        elif signs and not missing:
            self._say(start, stop, f'|{signs.replace("|", "｜")}', signs)
        elif not missing:
            self._end_nothing(start, stop)
        for picture, end in zip(missing, [*(each.start for each in missing[1:]), stop]):
            words = picture.words.replace('|', '｜')
            linked = len(words) if picture.is_linked else 0
            self._say(picture.start, end, f'|{words}', words, source=picture.source, linked=linked)

    def _end_nothing(self, start, stop):
        self._blank += self._has_space and not self._holds(_ROWS)
        self._has_space = False
        if self._losses:
            self._add_markup(start)
            self.pieces.append(
                Piece(
                    start,
                    stop,
                    container=self._container,
                    path=frozenset(self._open),
                    losses=tuple(self._losses),
                )
            )
            self._losses = []

    # Blocks.

    @property
    def _container(self):
        return self._stack[-1][1] if self._stack else 0

    def _start_block(self, token):
        tag, here = token.tag, token.start
        if self._row is not None and tag not in ('td', 'th', 'tr', 'table', 'br', 'tbody'):
            return
        if tag in ('td', 'th') and self._row is not None:
            self._end_cell()
            self._touch(here)
            self._row.append('')
            return
        if tag == 'br' and (self._row is not None or self._holds((*_HEADS, 'dt', 'li'))):
            self._inline.add(' ' if self._inline.plain[-1:].isascii() else '　')
            return
        if tag == 'br':
            self._blank += not self._inline.plain.strip() and not self._source
        self._end_piece(here)
        if tag == 'hr':
            self._say(here, token.end, '* * *')
        elif tag == 'table':
            data = self._tables in self._data_tables
            self._tables += 1
            self._rows = 0 if data else None
        elif tag == 'tr' and self._rows is not None and self._holds(['table']):
            self._row = []
        elif tag in ('ul', 'ol'):
            self._lists.begin(tag, token.attributes)
        elif tag == 'li':
            self._lists.begin_item()
        elif tag == 'pre':
            self._pre = True
            # Longer than any the code itself may hold.
            self._fence = '`' * (5 if '```' in self._text else 3)
            self._say(here, token.end, self._fence)
        if tag not in _VOID:
            while self._stack and self._stack[-1][0] in _ENDS.get(tag, ()):
                self._pop()
            around = self._stack[min(len(self._stack), _DEEPEST) - 1] if self._stack else ('', 0)
            self.elements.append(Element(tag, token.attributes, around[1]))
            self._stack.append((tag, len(self.elements) - 1))
            self._open[tag] += 1

    def _end_block(self, token):
        tag, here = token.tag, token.start
        if self._row is not None and tag not in ('tr', 'table', 'tbody', 'thead', 'tfoot'):
            return
        if self._row is None:
            self._end_piece(here)
        else:
            self._end_row(here, token.end)
        if tag in ('ul', 'ol'):
            self._lists.end()
        elif tag == 'table':
            self._rows = None
        elif tag == 'pre' and self._pre:
            self._pre = False
            self._say(here, token.end, self._fence, continues=True)
        if self._holds([tag]):
            while self._pop() != tag:
                pass

    def _pop(self):
        tag, container = self._stack.pop()
        if self._note and self._note.container == container:
            self._note = None
        self._open[tag] -= 1
        if not self._open[tag]:
            del self._open[tag]
        return tag

    def _holds(self, tags):
        return any(tag in self._open for tag in tags)

    def _end_cell(self):
        if self._row:
            markdown, opened = self._inline.finish()
            self._row[-1] = markdown.strip().replace('|', '\\|')
            self._plain_row += self._inline.plain
            self._linked_row += self._inline.linked
            self._losses += self._inline.losses
            self._inline = Inline(opened, self._base)

    def _end_row(self, end, stop):
        self._end_cell()
        row, self._row = self._row, None
        plain, self._plain_row = self._plain_row, ''
        linked, self._linked_row = self._linked_row, 0
        start = self._start
        self._start = self._end = None
        if start is None or not plain.strip():
            return
        said = f'| {" | ".join(row)} |'
        self._say(start, end, said, plain, continues=self._rows > 0, linked=linked)
        self._rows += 1
        if self._rows == 1 and stop > end:
            # The row of marks below the head has no source but the tag that ends the row.
            self._say(end, stop, f'|{" --- |" * len(row)}', continues=True)

    def _block(self, said, plain):
        """What the block says, its plain text, and whether it goes on from the one before."""
        tags = self._open
        head = next((mark for tag, mark in _HEADS.items() if tag in tags), '')
        if head:
            return f'{head} {escape_closing_marks(unlinked(said))}', plain, False
        if self._note:
            return self._note.block(said, self._notes.marks, 'li' in tags), plain, False
        if 'figcaption' in tags and '|' not in plain:
            return f'|{said}', plain, False
        if self._lists and 'li' in tags:
            item, continues = self._lists.item(said)
            return item, plain, continues
        if 'dt' in tags and '*' not in said:
            return f'**{said}**', plain, False
        said = escape_head_mark(said)
        return (f'> {said}' if 'blockquote' in tags else said), plain, False

    def _add_code(self, text, here):
        for line in re.finditer('([^\n]*)(\n?)', text):
            if line.group():
                said = resolved(line[1]).replace('\n', ' ')
                self._say(here + line.start(), here + line.end(), said, said, True)


def _address_of(tokens):
    """The address of the page, as it gives it itself, or ''."""
    found = {}
    for token in tokens:
        if token.kind == 'start' and token.tag in ('base', 'link'):
            kind = 'canonical' if token.tag == 'link' else 'base'
            href = token.attributes.get('href', '')
            if kind == 'base' or token.attributes.get('rel', '').lower() == kind:
                found.setdefault(kind, target_of(resolved(href)))
    return found.get('base') or found.get('canonical') or ''
