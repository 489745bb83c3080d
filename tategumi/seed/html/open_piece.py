"""The open piece of a page, which collects text, pictures and rows until it ends."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .blocks import OpenBlocks
from .forms import HEADS, Lists, form_of
from .inline import Inline
from .missing import Missing
from .notes import NoteBlocks, bare_calls
from .piece import Piece
from .piece_list import PieceList
from .tables import Rows
from .tokens import Token, unescape

_ROWS = frozenset(('td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot'))
#: Where a paragraph of its own has no place.
ONE_LINE = (*HEADS, 'li', 'dt')


class OpenPiece:
    """Collects a piece, and adds it to the ``gathered`` ones when it ends.

    ``inline`` is its text; ``source`` what the page calls the picture that it is; ``signs`` are
    characters that stood as pictures, ``missing`` pictures that are gone; ``has_space``: it has
    a space that is no mere gap of the source. ``note`` is the note that it is of. ``blocks``,
    ``lists`` and ``rows`` are those open around it.
    """

    def __init__(
        self, tokens: Iterable[Token], text: str, base: str, note_marks: Mapping[str, str]
    ) -> None:
        self.gathered, self.blocks, self.lists = PieceList(), OpenBlocks(), Lists()
        self.rows = Rows(tokens, text)
        self._base, self._note_marks = base, note_marks
        self.inline = Inline(base=base)
        self.missing: list[Missing] = []
        self.note: NoteBlocks | None = None
        self.signs, self.source, self.has_space = '', '', False
        self._code: tuple[int, str] | None = None
        self._start: int | None = None
        self._stop: int | None = None

    @property
    def has_captions_alone(self) -> bool:
        """Whether all that is open are the words of pictures that are gone."""
        return (
            bool(self.missing)
            and not self.inline.plain.strip()
            and not self.blocks.holds(ONE_LINE)
        )

    def follow(self, here: int) -> None:
        """The open piece ends where the next token, at ``here``, begins, if nothing adds to it."""
        if self._stop is None and self._start is not None:
            self._stop = here

    @property
    def is_begun(self) -> bool:
        """Whether text or an element of the block has begun."""
        return self._start is not None

    def touch(self, here: int) -> None:
        """Text or an element of the block begins here."""
        if self._start is None:
            self._start = here
        self._stop = None

    def _piece(self, start: int, end: int, **says: Any) -> Piece:
        return Piece(start, end, container=self.blocks.container, path=self.blocks.tags, **says)

    def add(
        self,
        start: int,
        end: int,
        markdown: str,
        plain: str = '',
        continues: bool = False,
        source: str = '',
        linked: int = 0,
    ) -> None:
        """Add a piece from ``start`` to ``end``; the rest is as ``Piece`` has it."""
        self.has_space = False
        piece = self._piece(
            start,
            end,
            markdown=markdown,
            plain=plain,
            continues=continues,
            source=source,
            linked=linked,
            note=self.note.label if self.note else '',
        )
        self.gathered.add(piece, is_head=self.blocks.holds(HEADS))

    def end(self, end: int) -> None:
        """Whatever text is open ends here."""
        self._end_code(end)
        if self.rows.is_open:
            self.end_row(end, end)
            return
        inline, source, signs, missing = self.inline, self.source, self.signs, self.missing
        start, stop = self._start, self._stop if self._stop is not None else end
        self._start = self._stop = None
        self.missing, self.signs, self.source = [], '', ''
        if start is None:
            return
        markdown, opened = inline.finish()
        self.inline = Inline(opened, self._base)
        plain = inline.plain.strip()
        markdown = bare_calls(re.sub('  +', ' ', markdown).strip())
        if markdown and not plain and not source and not inline.has_picture:
            # A reading of nothing is text as well.
            plain = markdown
        has_text = plain and markdown and plain != signs
        if has_text or inline.has_picture and not source:
            missing = [] if self.blocks.holds(ONE_LINE) else missing
            first = missing[0].start if missing else stop
            self.add(start, first, *self._block(markdown, plain), linked=inline.linked)
        elif source:
            self.add(start, stop, markdown, source=source)
        elif signs and not missing:
            self.add(start, stop, f'|{signs.replace("|", "｜")}', signs)
        elif not missing:
            self._end_nothing(start, stop)
        for picture, end in zip(missing, [*(each.start for each in missing[1:]), stop]):
            words = picture.words.replace('|', '｜')
            linked = len(words) if picture.is_linked else 0
            self.add(picture.start, end, f'|{words}', words, source=picture.source, linked=linked)

    def _end_nothing(self, start: int, stop: int) -> None:
        self.gathered.blank += self.has_space and not self.blocks.holds(_ROWS)
        self.has_space = False
        self.gathered.add_losses(self._piece(start, stop))

    def end_cell(self) -> None:
        """What is open is the text of the last cell of the row."""
        if self.rows.cells:
            markdown, opened = self.inline.finish()
            self.rows.fill(markdown, self.inline.plain, self.inline.linked)
            self.inline = Inline(opened, self._base)

    def end_row(self, end: int, stop: int) -> None:
        """The row ends at ``end``, the tag that ends it at ``stop``."""
        self.end_cell()
        row, plain, linked = self.rows.end()
        start = self._start
        self._start = self._stop = None
        if start is None or not plain.strip():
            return
        markdown = f'| {" | ".join(row)} |'
        self.add(start, end, markdown, plain, continues=self.rows.count > 0, linked=linked)
        self.rows.count += 1
        if self.rows.count == 1 and stop > end:
            # The row of marks below the head has no source but the tag that ends the row.
            self.add(end, stop, f'|{" --- |" * len(row)}', continues=True)

    def _block(self, markdown: str, plain: str) -> tuple[str, str, bool]:
        """What the block says, its plain text, and whether it goes on from the one before."""
        tags = self.blocks.tags
        if self.note and not tags & HEADS.keys():
            return self.note.block(markdown, self._note_marks, 'li' in tags), plain, False
        markdown, continues = form_of(markdown, plain, tags, self.lists)
        return markdown, plain, continues

    def add_code(self, text: str, here: int) -> None:
        """Add ``text`` at ``here`` as code, a piece a line; elements within a line part none."""
        for line in re.finditer('([^\n]*)(\n?)', text):
            if line.group():
                start, before = self._code or (here + line.start(), '')
                self._code = (start, before + unescape(line[1]).replace('\n', ' '))
                if line[2]:
                    self._end_code(here + line.end())

    def _end_code(self, end: int) -> None:
        if self._code:
            (start, markdown), self._code = self._code, None
            # A piece that says nothing would be a tag.
            self.add(start, end, markdown or ' ', markdown, True)
