"""Blocks that the book's Markdown reads in its own way.

Headings, titles of parts, lines set in, verse, tables.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import cast

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.core import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.util import ETX, STX

from ..indents import is_indent
from ..lazy import lazy_pattern
from ..messages import Message
from ..notation import FORMULA, RUBY
from ..spans import BARRED_SPAN
from .fault import Fault
from .marks_of_blocks import anchor_of
from .pieces import kind_of

_RUN_IN = lazy_pattern(r'\.run-in(?![^ }])')
_QUOTE = lazy_pattern('^ {0,3}> ?')
_LOGICAL = {'left': 'start', 'center': 'center', 'right': 'end'}


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) the blocks.

    Headings underlined with ``---`` and code by indentation are none: in
    prose both happen by accident.
    """
    parser = md.parser
    parser.blockprocessors.register(_VerseProcessor(parser), 'verse', 78)
    parser.blockprocessors.register(_IndentProcessor(parser), 'lines-set-in', 79)
    parser.blockprocessors.register(_PartProcessor(parser), 'part', 76)
    parser.blockprocessors.register(_TableProcessor(parser), 'table', 75)
    parser.blockprocessors.register(_HeadingProcessor(parser), 'hashheader', 70)
    md.ESCAPED_CHARS.append('|')


class _HeadingProcessor(HashHeaderProcessor):
    """``# head``: the space is needed (a hashtag is not a heading), closing marks are not."""

    RE = lazy_pattern(
        r'(?:^|\n)(?P<level>#{1,6})[ \u3000]+(?P<header>\S.*?(?P<call>\[\^[^\[\]\s]+\])?)'
        r'(?:[ \u3000]+#+)?'
        # What other tools read of it is not the title's; links may call it by its name there.
        # Right behind a bracket it is that of a span, but not behind the call of a note.
        r'(?:(?:[ ]+|(?<!\])|(?(call)|(?!)))\{:?[ ]*(?P<attributes>[.#][ -z|~]*)\})?'
        r'[ \u3000]*(?:\n|$)'
    )

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        # ``test`` has found it.
        match = cast(re.Match, self.RE.search(blocks[0]))
        super().run(parent, blocks)
        name = anchor_of(match['attributes'] or '')
        if name:
            parent[-1].set('anchor', name)
        if _RUN_IN.search(match['attributes'] or ''):
            parent[-1].set('class', 'run-in')


class _VerseProcessor(BlockProcessor):
    """A stanza: lines of which the last is ``{: .verse }``, each a paragraph."""

    _RE = lazy_pattern(r'\n[ ]*\{:[ ]*\.verse[ ]*\}[ ]*$')

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(self._RE.search(block)) and kind_of(block) in ('text', 'quote')

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        lines = self._RE.sub('', block).strip('\n').split('\n')
        if kind_of(block) == 'quote':
            parent = etree.SubElement(parent, 'blockquote')
            lines = [_QUOTE.sub('', line) for line in lines]
        stanza = etree.SubElement(parent, 'div', {'class': 'verse'})
        for line in lines:
            # What it is set in by, in full-width spaces, is the poet's.
            etree.SubElement(stanza, 'p').text = line.strip(' \t').removesuffix('\\')


class _IndentProcessor(BlockProcessor):
    """Lines, each a paragraph, set in as a line such as ``{: .indent-5 }`` below them says.

    More lines with their own mark may follow in the block, which stand no line apart.
    """

    _MARK = lazy_pattern(r'[ ]*\{:[ ]*(\.[a-z0-9-]+(?:[ ]+\.[a-z0-9-]+)*)[ ]*\}[ ]*')
    _TIGHT, _FRAME = 'tight', 'frame'

    def test(self, parent: etree.Element, block: str) -> bool:
        first, *rest = block.strip('\n').rsplit('\n', 1)
        if kind_of(block) == 'heading':
            return False
        return bool(rest and not self._names(first.split('\n')[0]) and self._names(rest[0]))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        indented = etree.SubElement(parent, 'div', {'class': 'indented'})
        lines: list[str] = []
        is_text = kind_of(blocks[0]) == 'text'
        for line in blocks.pop(0).strip('\n').split('\n'):
            names = self._names(line) if lines else ()
            if not names:
                # What it is set in by besides, in full-width spaces, is the author's.
                lines.append(line.strip(' \t').removesuffix('\\') if is_text else line)
                continue
            if self._TIGHT in names:
                indented.set('class', f'indented {self._TIGHT}')
            group = etree.SubElement(indented, 'div')
            group.set('class', ' '.join(name for name in names if name != self._TIGHT))
            if kind_of('\n'.join(lines)) == 'text':
                for text in lines:
                    etree.SubElement(group, 'p').text = text
            else:
                self.parser.parseBlocks(group, ['\n'.join(lines)])
            lines = []

    def _names(self, line: str) -> list[str]:
        """The classes that ``line`` gives to the lines above, or none where it is no such mark."""
        match = self._MARK.fullmatch(line)
        names = [name[1:] for name in match[1].split()] if match else []
        kinds = [name.rpartition('-')[0] for name in names if is_indent(name)]
        others = [name for name in (self._TIGHT, self._FRAME) if name in names]
        is_mark = (
            (kinds or self._FRAME in names)
            and len(names) == len(kinds) + len(others)
            and len({*kinds}) == len(kinds)
            and 'raised' not in kinds
            and not {'first', 'hanging'} <= {*kinds}
        )
        return names if is_mark else []


class _PartProcessor(BlockProcessor):
    """``{: .part }`` below the first heading of a file, if that is a ``#``."""

    _RE = lazy_pattern(r'\{:[ ]*\.part[ ]*\}[ ]*(?:\n|$)')

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(
            self._RE.match(block)
            and [child.tag for child in parent] == ['h1']
            and not parent[0].get('class')
        )

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        parent[0].set('class', 'part')
        rest = self._RE.sub('', block, count=1)
        if rest:
            blocks.insert(0, rest)


class _TableProcessor(TableProcessor):
    """A table that loses no cell, its alignment in classes.

    The bars of ruby and furiwake part no cells, nor does one behind a backslash.
    """

    _WITHIN = lazy_pattern(rf'(?<!\\){RUBY}|{BARRED_SPAN}|{FORMULA}')

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser, {'use_align_attribute': True})

    def _split(self, row: str) -> list[str]:
        cells = super()._split(self._WITHIN.sub(self._as_one, row))
        return [cell.replace('\\|', '|') for cell in cells]

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        body = parent[-1].find('tbody')
        if body is not None and not len(body):
            parent[-1].remove(body)

    def _build_empty_row(self, parent: etree.Element, align: Sequence[str]) -> None:
        # A table of one row has no second.
        return

    def _as_one(self, match: re.Match[str]) -> str:
        # What a backslash makes text in ruby is no mark of ruby either.
        text = match[0].replace(r'\|', f'{STX}{ord("|")}{ETX}')
        return text.replace('|', r'\|')

    def _build_row(self, row: str, parent: etree.Element, align: Sequence[str]) -> None:
        if len(self._split_row(row)) > len(align):
            raise Fault(Message('this table row has more cells than the head of its table'), row)
        super()._build_row(row, parent, align)
        for cell in parent[-1]:
            side = cell.attrib.pop('align', None)
            if side:
                cell.set('class', f'align-{_LOGICAL[side]}')
