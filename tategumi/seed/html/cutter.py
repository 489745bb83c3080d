"""The cutter: tokens of a page → its pieces, each with what it says in Markdown."""

import re
from dataclasses import replace

from ..losses import Loss, picture_loss
from .address import address_of
from .aozora_pages import character_of, is_gaiji
from .blocks import VOID, OpenBlocks
from .forms import HEADS, form_of
from .formulas import formula_text
from .gathered import Gathered
from .inline import Inline
from .lists import Lists
from .missing import SOURCES, Missing, is_character, is_dot, is_sign, name_of, words_of
from .note_blocks import NoteBlocks, bare_calls
from .notes import notes_of
from .piece import Piece
from .references import resolved
from .shown import shown_loss
from .struck import struck_ends
from .tables import Rows

_BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li
    main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul br
""".split()
)
_ROWS = frozenset(('td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot'))
# The full-width space is text: it parts what stands on one line (CSS Text §4.1.1).
_SPACE = re.compile(r'[^\S\u3000]+')
_BLANK = re.compile('[\xa0\u3000\u2002\u2003]')
#: Where a paragraph of its own has no place.
_ONE_LINE = (*HEADS, 'li', 'dt')
_STRUCK = Loss('struck-out', 'the page strikes it out')
_FORMULA = Loss('formula', 'a formula, of which the text alone is left')


class Cutter:
    """Takes the tokens of a page in order, and has its pieces in the end.

    ``elements`` are the blocks of the page, as ``OpenBlocks`` has them.
    """

    def __init__(self, text, tokens, silent, pictures):
        self._text, self._tokens, self._silent = text, tokens, silent
        self._pictures, self._base = pictures, address_of(tokens)
        self._notes, self._note, self._way_ends = notes_of(text, tokens), None, 0
        self._struck, self._struck_end = struck_ends(tokens), 0
        self._gathered, self._blocks, self._lists = Gathered(), OpenBlocks(), Lists()
        self._silenced, self._silent_start = [], None
        self._rows = Rows(tokens)
        self._pre, self._fence, self._has_space = False, '', False
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
        self._gathered.add_markup(len(self._text))
        return self._silenced[0] if self._silenced else ''

    @property
    def elements(self):
        return self._blocks.elements

    def pieces_with_links(self):
        """The pieces, their links to places of the page leading to heads by their words."""
        return self._gathered.with_links()

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
        elif tag not in VOID:
            self._touch(here)
            self._inline.open(tag, token.attributes)
        # The block before has its own names, and has ended by now.
        names = [*filter(None, map(token.attributes.get, ('id', 'name')))]
        self._gathered.names += names
        self._begin_note(names)

    def _strike(self, start, text_start):
        self._touch(start)
        self._struck_end = end = self._struck[start]
        said = re.sub('<[^<>]*>', ' ', self._text[text_start:end])
        self._gathered.losses.append(replace(_STRUCK, found=' '.join(resolved(said).split())))

    def _take_way(self, here):
        """A link from a note's call to the note, or back: what it says is no text."""
        self._touch(here)
        self._way_ends = self._notes.ends[here]
        if here in self._notes.calls:
            self._inline.add_call(self._notes.calls[here])

    def _begin_note(self, names):
        label = next(filter(None, map(self._notes.places.get, names)), None)
        if label and not self._blocks.holds(HEADS):
            self._note = NoteBlocks(label, self._blocks.container)

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
        if self._pre:
            return
        source = self._text[opening.start : end]
        inside = self._text[opening.end : end].rpartition('<')[0]
        loss = shown_loss(opening.tag, opening.attributes, inside)
        if opening.tag == 'math':
            text, is_whole = formula_text(source)
            self._touch(opening.start)
            self._inline.add(text)
            loss = None if is_whole else replace(_FORMULA, found=text)
        if loss:
            self._touch(opening.start)
            self._gathered.losses.append(loss)

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
        has_room = not (self._rows.is_open or self._blocks.holds(_ONE_LINE))
        is_alone = bool(source) and has_room and not is_small
        if is_alone and (self._source or self._inline.plain.strip()):
            self._end_piece(here)
        self._touch(here)
        if source:
            self._source = source if is_alone else ''
            self._inline.add_picture(words, self._pictures[source])
        elif is_character(words) or is_gaiji(words):
            # A character as a picture: it is part of the text.
            character = character_of(words) or words
            self._inline.add(character)
            self._signs += character
        elif not is_dot(attributes) and (words or name_of(attributes)):
            self._gathered.losses.append(picture_loss(name_of(attributes) or words))
            if self._rows.is_open and not is_small:
                self._inline.add(words)
            elif words and not (is_small and self._inline.plain.strip()):
                self._missing.append(
                    Missing(here, words, name_of(attributes), self._inline.is_in_link)
                )

    def _has_captions_alone(self):
        return (
            bool(self._missing)
            and not self._inline.plain.strip()
            and not self._blocks.holds(_ONE_LINE)
        )

    # Pieces.

    def _touch(self, here):
        """Text or an element of the block begins here."""
        if self._start is None:
            self._start = here
        self._end = None

    def _piece(self, start, end, **says):
        return Piece(start, end, container=self._blocks.container, path=self._blocks.tags, **says)

    def _say(self, start, end, said, plain='', continues=False, source='', linked=0):
        self._has_space = False
        piece = self._piece(
            start,
            end,
            said=said,
            plain=plain,
            continues=continues,
            source=source,
            linked=linked,
            note=self._note.label if self._note else '',
        )
        self._gathered.add(piece, is_head=self._blocks.holds(HEADS))

    def _end_piece(self, end):
        """Whatever text is open ends here."""
        if self._rows.is_open:
            self._end_row(end, end)
            return
        inline, source, signs, missing = self._inline, self._source, self._signs, self._missing
        start, stop = self._start, self._end if self._end is not None else end
        self._start = self._end = None
        self._missing, self._signs, self._source = [], '', ''
        if start is None:
            return
        markdown, opened = inline.finish()
        self._gathered.losses += inline.losses
        self._inline = Inline(opened, self._base)
        plain = inline.plain.strip()
        said = bare_calls(re.sub('  +', ' ', markdown).strip())
        if said and not plain and not source and not inline.has_picture:
            # A reading of nothing is text as well.
            plain = said
        has_text = plain and said and plain != signs
        if has_text or inline.has_picture and not source:
            missing = [] if self._blocks.holds(_ONE_LINE) else missing
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
        self._gathered.blank += self._has_space and not self._blocks.holds(_ROWS)
        self._has_space = False
        self._gathered.add_losses(self._piece(start, stop))

    # Blocks.

    def _start_block(self, token):
        tag, here = token.tag, token.start
        if self._rows.is_open and tag not in ('td', 'th', 'tr', 'table', 'br', 'tbody'):
            return
        if tag in ('td', 'th') and self._rows.is_open:
            self._end_cell()
            self._touch(here)
            self._rows.cells.append('')
            return
        if tag == 'br' and (self._rows.is_open or self._blocks.holds((*HEADS, 'dt', 'li'))):
            self._inline.add(' ' if self._inline.plain[-1:].isascii() else '　')
            return
        if tag == 'br':
            self._gathered.blank += not self._inline.plain.strip() and not self._source
        self._end_piece(here)
        if tag == 'hr':
            self._say(here, token.end, '* * *')
        elif tag == 'table':
            self._rows.begin_table()
        elif tag == 'tr' and self._blocks.holds(['table']):
            self._rows.begin()
        elif tag in ('ul', 'ol'):
            self._lists.begin(tag, token.attributes)
        elif tag == 'li':
            self._lists.begin_item()
        elif tag == 'pre':
            self._pre = True
            # Longer than any the code itself may hold.
            self._fence = '`' * (5 if '```' in self._text else 3)
            self._say(here, token.end, self._fence)
        if tag not in VOID:
            self._ended(self._blocks.begin(tag, token.attributes))

    def _end_block(self, token):
        tag, here = token.tag, token.start
        if self._rows.is_open and tag not in ('tr', 'table', 'tbody', 'thead', 'tfoot'):
            return
        if not self._rows.is_open:
            self._end_piece(here)
        else:
            self._end_row(here, token.end)
        if tag in ('ul', 'ol'):
            self._lists.end()
        elif tag == 'table':
            self._rows.end_table()
        elif tag == 'pre' and self._pre:
            self._pre = False
            self._say(here, token.end, self._fence, continues=True)
        self._ended(self._blocks.end(tag))

    def _ended(self, numbers):
        if self._note and self._note.container in numbers:
            self._note = None

    def _end_cell(self):
        if self._rows.cells:
            markdown, opened = self._inline.finish()
            self._rows.fill(markdown, self._inline.plain, self._inline.linked)
            self._gathered.losses += self._inline.losses
            self._inline = Inline(opened, self._base)

    def _end_row(self, end, stop):
        self._end_cell()
        row, plain, linked = self._rows.end()
        start = self._start
        self._start = self._end = None
        if start is None or not plain.strip():
            return
        said = f'| {" | ".join(row)} |'
        self._say(start, end, said, plain, continues=self._rows.count > 0, linked=linked)
        self._rows.count += 1
        if self._rows.count == 1 and stop > end:
            # The row of marks below the head has no source but the tag that ends the row.
            self._say(end, stop, f'|{" --- |" * len(row)}', continues=True)

    def _block(self, said, plain):
        """What the block says, its plain text, and whether it goes on from the one before."""
        tags = self._blocks.tags
        if self._note and not tags & HEADS.keys():
            return self._note.block(said, self._notes.marks, 'li' in tags), plain, False
        said, continues = form_of(said, plain, tags, self._lists)
        return said, plain, continues

    def _add_code(self, text, here):
        for line in re.finditer('([^\n]*)(\n?)', text):
            if line.group():
                said = resolved(line[1]).replace('\n', ' ')
                self._say(here + line.start(), here + line.end(), said, said, True)
