"""The cutter: tokens of a page → its pieces, each with what it says in Markdown."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from ...escape import escape_closing_marks, escape_head_mark, escape_marks
from ...settings import slug_of
from ..links import target_of, turn_links, unlinked
from .inline import Inline
from .notes import notes_of
from .references import resolved
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
#: Lists nested deeper are set like this one.
_DEEPEST = 8
# The full-width space is text: it parts what stands on one line (CSS Text §4.1.1).
_SPACE = re.compile(r'[^\S\u3000]+')
_HEADS = {f'h{level}': '#' * level for level in range(1, 7)}
#: Attributes that name the file of a picture; pages that load it late keep it in another.
SOURCES = ('src', 'data-src', 'data-original', 'data-lazy-src')
#: A picture so small, in pixels, is a sign in the text, as of a character that fonts lack.
_SIGN = 64


#: A call in brackets of its own, which the book brings itself.
_BRACKETED = re.compile(r'(?:\\\[|[(（〔［【])(\[\^\d+\])(?:\]|[)）〕］】])')


@dataclass(frozen=True)
class Piece:
    """A part of the source, from ``start`` to ``end``.

    ``said`` is the Markdown it says, '' for tags and space alone; ``plain``
    the same without notation and readings. ``container`` tells the element
    around its block, ``path`` the tags open there. ``continues`` where its
    line goes on from the piece before, as items of a list do. ``source`` is what
    the page calls a picture that stands alone, or whose words do. ``note`` is the label
    of the note it is of.
    """

    start: int
    end: int
    said: str = ''
    plain: str = ''
    container: int = 0
    path: frozenset[str] = frozenset()
    continues: bool = False
    source: str = ''
    note: str = ''


@dataclass
class _Note:
    """A note while its blocks come in; it ends with the element ``container``."""

    label: str
    container: int
    is_begun: bool = False

    def block(self, said, marks, in_list):
        """What its next block says, without the mark that the call says, too.

        ``marks`` are those, by label; ``in_list``: its number is not in the text.
        """
        if self.is_begun:
            return f'    {escape_head_mark(said)}'
        self.is_begun = True
        mark = re.escape(escape_marks(marks[self.label].strip('[]()（）〔〕［］【】')))
        return re.sub(
            rf'^(?:(?:\\\[|[(（〔［【]){mark}(?:\]|[)）〕］】])|{mark}(?=[.．:：)）])'
            rf'|{"(?!)" if in_list else mark}(?=\s)|\\?\^)?[\s.．:：)）↑]*',
            f'[^{self.label}]: ',
            said,
            count=1,
        )


class Cutter:
    """Takes the tokens of a page in order, and has its pieces in the end."""

    def __init__(self, text, tokens, silent, pictures):
        self._text, self._tokens, self._silent = text, tokens, silent
        self._pictures, self._base = pictures, _address_of(tokens)
        self._names, self._heads = [], {}
        self._notes, self._note, self._way_ends = notes_of(text, tokens), None, 0
        self._data_tables = data_tables(tokens)
        self._tables = 0
        self.pieces, self._silenced = [], []
        self._stack, self._open, self._containers = [], Counter(), 0
        self._lists, self._in_list, self._fresh_item = [], False, False
        self._row, self._rows, self._plain_row = None, 0, ''
        self._pre, self._fence = False, ''
        self._inline, self._start, self._end = Inline(base=self._base), None, None
        self._alt, self._alt_source, self._signs, self._source = '', '', '', ''

    def cut(self):
        """Make the pieces. The outermost silent element that was never closed, or ''."""
        take = {'start': self._start_tag, 'end': self._end_tag, 'text': self._take_text}
        for token in self._tokens:
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

    def _start_tag(self, token):
        tag, here = token.tag, token.start
        if tag in self._silent:
            self._silenced.append(tag)
            return
        if self._silenced or self._pre:
            return
        if tag in _BLOCKS:
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

    def _take_way(self, here):
        """A link from a note's call to the note, or back: what it says is no text."""
        self._touch(here)
        self._way_ends = self._notes.ends[here]
        if here in self._notes.calls:
            self._inline.add_call(self._notes.calls[here])

    def _begin_note(self, names):
        label = next(filter(None, map(self._notes.places.get, names)), None)
        if label and not self._holds(_HEADS):
            self._note = _Note(label, self._stack[-1][1] if self._stack else 0)

    def _end_tag(self, token):
        tag = token.tag
        if self._silenced:
            if tag in self._silenced:
                del self._silenced[self._silenced.index(tag) :]
        elif self._pre and tag != 'pre':
            return
        elif tag in _BLOCKS:
            self._end_block(token)
        else:
            self._inline.close(tag)

    def _take_text(self, token):
        source = self._text[token.start : token.end]
        if self._silenced:
            return
        if self._pre:
            self._add_code(source, token.start)
        elif source.strip() or self._start is not None:
            if self._source and source.strip():
                self._end_piece(token.start)
            self._touch(token.start + len(source) - len(source.lstrip()))
            take = self._inline.add_silent if token.start < self._way_ends else self._inline.add
            take(_SPACE.sub(' ', resolved(source)))

    def _take_picture(self, token):
        here, attributes = token.start, token.attributes
        words = ' '.join(resolved(attributes.get('alt') or '').split())
        source = next(
            (attributes[key] for key in SOURCES if attributes.get(key) in self._pictures), ''
        )
        is_alone = (
            source
            and not _is_sign(attributes)
            and not (self._row is not None or self._holds((*_HEADS, 'li', 'dt')))
        )
        if is_alone and (self._source or self._inline.plain.strip()):
            self._end_piece(here)
        self._touch(here)
        if source:
            self._source = source if is_alone else ''
            self._inline.add_picture(words, self._pictures[source])
        elif 0 < len(words) <= 2 and not words.isascii():
            # A character as a picture: it is part of the text.
            self._inline.add(words)
            self._signs += words
        elif words and not self._alt:
            self._alt, self._alt_source = words, attributes.get('src', '')

    def _touch(self, here):
        """Text or an element of the block begins here."""
        if self._start is None:
            self._start = here
        self._end = None

    def _add_markup(self, end):
        start = self.pieces[-1].end if self.pieces else 0
        if end > start:
            self.pieces.append(Piece(start, end))

    def _say(self, start, end, said, plain='', continues=False, source=''):
        self._add_markup(start)
        container = self._stack[-1][1] if self._stack else 0
        self.pieces.append(
            Piece(
                start,
                end,
                said,
                plain,
                container,
                frozenset(self._open),
                continues,
                source,
                self._note.label if self._note else '',
            )
        )
        if plain:
            if self._holds(_HEADS):
                self._heads.update(dict.fromkeys(self._names, slug_of(plain)))
            self._names = []

    # Blocks.

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
            first = token.attributes.get('start', '')
            self._lists.append(
                int(first)
                if tag == 'ol' and first.isdecimal() and len(first) < 7
                else 1
                if tag == 'ol'
                else None
            )
        elif tag == 'li':
            self._fresh_item = True
        elif tag == 'pre':
            self._pre = True
            # Longer than any the code itself may hold.
            self._fence = '`' * (5 if '```' in self._text else 3)
            self._say(here, token.end, self._fence)
        if tag not in _VOID:
            while self._stack and self._stack[-1][0] in _ENDS.get(tag, ()):
                self._pop()
            self._containers += 1
            self._stack.append((tag, self._containers))
            self._open[tag] += 1

    def _end_block(self, token):
        tag, here = token.tag, token.start
        if self._row is not None and tag not in ('tr', 'table', 'tbody', 'thead', 'tfoot'):
            return
        if self._row is None:
            self._end_piece(here)
        else:
            self._end_row(here, token.end)
        if tag in ('ul', 'ol') and self._lists:
            self._lists.pop()
            self._in_list = bool(self._lists)
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
            self._inline = Inline(opened, self._base)

    def _end_piece(self, end):
        """Whatever text is open ends here."""
        if self._row is not None:
            self._end_row(end, end)
            return
        inline, source, signs = self._inline, self._source, self._signs
        alt, alt_source = (self._alt or signs).replace('|', '｜'), self._alt_source
        start, stop = self._start, self._end if self._end is not None else end
        self._start = self._end = None
        self._alt = self._alt_source = self._signs = self._source = ''
        if start is None:
            return
        markdown, opened = inline.finish()
        self._inline = Inline(opened, self._base)
        plain = inline.plain.strip()
        said = _BRACKETED.sub(r'\1', re.sub('  +', ' ', markdown).strip())
        if plain and not said:
            # A way back alone.
            return
        if said and not plain and not source and not inline.has_picture:
            # A reading of nothing is text as well.
            plain = said
        if plain and plain != signs or inline.has_picture and not source:
            self._say(start, stop, *self._block(said, plain))
        elif source:
            self._say(start, stop, said, source=source)
        elif alt:
            self._say(start, stop, f'|{alt}', alt, source=alt_source)

    def _end_row(self, end, stop):
        self._end_cell()
        row, self._row = self._row, None
        plain, self._plain_row = self._plain_row, ''
        start = self._start
        self._start = self._end = None
        if start is None or not plain.strip():
            return
        self._say(start, end, f'| {" | ".join(row)} |', plain, continues=self._rows > 0)
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
            return self._item(said, plain)
        if 'dt' in tags and '*' not in said:
            return f'**{said}**', plain, False
        said = escape_head_mark(said)
        return (f'> {said}' if 'blockquote' in tags else said), plain, False

    def _item(self, said, plain):
        if not self._fresh_item:
            # Set in, it is a paragraph of the item.
            indent = ' ' * 4 * min(len(self._lists), _DEEPEST + 1)
            return f'{indent}{escape_head_mark(said)}', plain, False
        continues, self._in_list, self._fresh_item = self._in_list, True, False
        indent = ' ' * 4 * min(len(self._lists) - 1, _DEEPEST)
        number = self._lists[-1]
        if number is None:
            return f'{indent}- {said}', plain, continues
        self._lists[-1] += 1
        return f'{indent}{number}. {said}', plain, continues

    def _add_code(self, text, here):
        for line in re.finditer('([^\n]*)(\n?)', text):
            if line.group():
                said = resolved(line[1]).replace('\n', ' ')
                self._say(here + line.start(), here + line.end(), said, said, True)


def _is_sign(attributes):
    sides = [attributes.get(key, '') for key in ('width', 'height')]
    return any(side.isdecimal() and int(side[:9]) <= _SIGN for side in sides)


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
