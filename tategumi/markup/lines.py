"""Line ends within a paragraph, blank lines, and the marks that part scenes.

Markdown joins the lines between two blank ones to a paragraph. Who writes a novel ends a
paragraph where a line ends, and begins one with a full-width space or a bracket.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.core import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from ..east_asian import columns
from ..lazy import lazy_pattern
from ..notation import printed_text
from .xhtml import Element

#: A line of these alone parts two scenes.
SCENE = lazy_pattern(
    r'[ 　]*(?:(?:[◆◇■□●○◎★☆▲△▼▽※＊†‡§❖✦✧♦♢⁂♪✽✻✿❀*][ 　]*)+|[～〜~][～〜~ 　]*[～〜~]'
    r'|[―─—－━＝]{5,})[ 　]*'
)

_GAP = f'{STX}gap{ETX}'
# Not before what goes on from the block above: items, cells, notes, what is set in.
_BLANK_LINES = lazy_pattern(r'\n{3,}(?![ \t>|{#:\n]|[-+*][ ]|\d+[.)][ ]|\[\^|\Z)')
#: A note ends where the next line begins a paragraph, or parts scenes.
_BELOW_NOTE = lazy_pattern(
    rf'^([ ]{{0,3}}\[\^[^\s\[\]^]+\]:.*)\n(?=[　「『（〈《【〔]|{SCENE.pattern}$)', re.MULTILINE
)
#: A block that prints nothing.
_EMPTY = lazy_pattern(
    r'(?:<[bB][rR][ ]*/?>|&(?:nbsp|emsp|#160|#xa0|#12288);|[ \n\xa0　])+|[ ]*\\\n?'
)
#: What brings its own space.
_HEADS = frozenset(('h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'))
_PAGE_BREAK = lazy_pattern(r'[ ]*={3,}[ ]*')
_PICTURE = lazy_pattern(r'[ 　]*!\[(?:[^\[\]]|\\.)*\]\([^()]*\)(?:\{[^{}]*\})?[ 　]*')
#: Zenn's form of a caption.
_EMPHASISED = lazy_pattern(r'^\*([^*]+)\*$')
#: A line as most paragraphs of a novel are, which begins as no other block does.
_PLAIN = lazy_pattern(r'　?\{?[^\x00-\x7f\s\d][^\n\x02]*')
#: Three at least: two are a habit of some, who mean one.
_SET_IN = lazy_pattern('[ \t]*\u3000(?P<more>\u3000{2,40})(?=[^\\s])')
_HARD_BREAK = lazy_pattern(r'(?:\\|<[bB][rR][ ]*/?>|[ ]{2,})$')
_OPENS = lazy_pattern('[　‘“（〔［｛〈《「『【｟〘〖〝«]')
# What ends a sentence, behind it the marks that end notation, and the call of a note.
_ENDS = lazy_pattern(
    r'[。．！？!?…‥―—」』）)】〕］〉》〟♪～〜♡♥★☆]'
    r'(?:\*{1,3}|[~=]{2}|》》|\]\{[^{}]*\}|\[\^[^\[\]]*\])*$'
)
#: A text set to a width has lines of so many columns at least, and none shorter by more than that.
_NARROWEST, _RAGGED = 40, 6


def register(md: Markdown, line_ends: str) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) what a line end is, by ``Settings.line_ends``."""
    md.preprocessors.register(_GapPreprocessor(md), 'gap', 15)
    parser = md.parser
    parser.blockprocessors.register(_GapProcessor(parser), 'gap', 96)
    parser.blockprocessors.register(_PageBreakProcessor(parser), 'page-break', 74)
    parser.blockprocessors.register(_LinesProcessor(parser, line_ends), 'paragraph', 10)
    parser.blockprocessors.register(_PlainProcessor(parser, line_ends), 'plain', 200)
    md.treeprocessors.register(_Gaps(md), 'gaps', 40)


def line_end(before: str, after: str, how: str, is_set_to_width: bool) -> str:
    """What the end of line ``before`` is: ``'paragraph'``, ``'break'`` or ``'join'``.

    ``how`` is ``Settings.line_ends``. By ``auto`` a paragraph begins with a full-width space or an
    opening bracket, and behind a sentence; other line ends are line breaks. Between words of
    Western text, and in a text set to a width, a line end is none.
    """
    if _HARD_BREAK.search(before):
        return 'break'
    if how != 'auto':
        return how
    if _OPENS.match(after) and not is_set_to_width:
        return 'paragraph'
    is_western = _printed_end(before) < '\u2000' and _printed_head(after) < '\u2000'
    if is_western or is_set_to_width:
        return 'join'
    return 'paragraph' if _ENDS.search(before.rstrip()) else 'break'


def _printed_end(line: str) -> str:
    """The last character that ``line`` prints, or of notation that prints none its own."""
    return line.rstrip()[-1:] if line.rstrip()[-1:] >= '\u2000' else _printed(line)[-1:]


def _printed_head(line: str) -> str:
    return line[:1] if line[:1] >= '\u2000' else _printed(line)[:1]


def _printed(line: str) -> str:
    return printed_text(line).strip() or line.strip()


def is_set_to_width(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are those of one text, wrapped where they reached a width.

    All but the last are about as long as the longest, and one at least ends amid a sentence.
    """
    if len(lines) < 2:
        return False
    widths = [columns(line.strip()) for line in lines]
    most = max(widths)
    return (
        most >= _NARROWEST
        and all(width >= most - _RAGGED for width in widths[:-1])
        and any(not _ENDS.search(line.rstrip()) for line in lines[:-1])
        and not any(line.startswith('　') for line in lines[1:])
    )


class _GapPreprocessor(Preprocessor):
    """Two blank lines or more leave a line empty; a note has its end."""

    def run(self, lines: list[str]) -> list[str]:
        text = '\n'.join([line if line.strip(' \t\u3000') else '' for line in lines])
        if '[^' in text:
            text = _BELOW_NOTE.sub(r'\1\n\n', text)
        return _BLANK_LINES.sub(f'\n\n{_GAP}\n\n', text).split('\n')


class _GapProcessor(BlockProcessor):
    """Blank lines, or a block of breaks and spaces, with which editors part what they write."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.strip() == _GAP or bool(_EMPTY.fullmatch(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        blocks.pop(0)
        etree.SubElement(parent, 'gap')


class _PageBreakProcessor(BlockProcessor):
    """``===``, as でんでんマークダウン writes it."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(_PAGE_BREAK.fullmatch(block.strip('\n')))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        blocks.pop(0)
        etree.SubElement(parent, 'hr', {'class': 'page-break'})


class _LinesProcessor(ParagraphProcessor):
    """A block that is nothing else, as paragraphs."""

    def __init__(self, parser: BlockParser, line_ends: str) -> None:
        super().__init__(parser)
        self._line_ends = line_ends

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        if self.parser.state.isstate('list') or not blocks[0].strip():
            blocks[0] = self._of_item(blocks[0])
            super().run(parent, blocks)
            return
        lines = blocks.pop(0).strip('\n').split('\n')
        if len(lines) == 2 and _PICTURE.fullmatch(lines[0]) and not _PICTURE.fullmatch(lines[1]):
            # A picture and the words below it.
            etree.SubElement(parent, 'p').text = lines[0].strip()
            caption = _EMPHASISED.sub(r'\1', lines[1].strip())
            etree.SubElement(parent, 'p', {'class': 'caption'}).text = caption
            return
        for number, text in enumerate(self._paragraphs(lines)):
            if _EMPTY.fullmatch(text):
                etree.SubElement(parent, 'gap')
                continue
            paragraph = etree.SubElement(parent, 'p')
            if SCENE.fullmatch(text):
                paragraph.set('class', 'scene')
                text = text.strip(' 　').replace('*', '\\*')
            elif number:
                paragraph.set('line', 'next')
            # One space is that of any paragraph; of more an author sets in by hand.
            spaces = _SET_IN.match(text)
            paragraph.text = f'{spaces["more"] if spaces else ""}{text.lstrip()}'

    def _of_item(self, block: str) -> str:
        """The words of an item, in which no line end begins a paragraph."""
        lines = [line.lstrip(' ') for line in block.strip('\n').split('\n')]
        made, is_wrapped = lines[0], is_set_to_width(lines)
        for before, line in zip(lines, lines[1:]):
            if line_end(before, line, self._line_ends, is_wrapped) == 'join':
                made += f'\n{line}'
            else:
                made = f'{_HARD_BREAK.sub("", made).rstrip(" ")}  \n{line}'
        return made

    def _paragraphs(self, lines: Sequence[str]) -> list[str]:
        paragraphs, is_wrapped = [lines[0]], is_set_to_width(lines)
        for before, line in zip(lines, lines[1:]):
            is_scene = any(map(SCENE.fullmatch, (before, line)))
            is_scene |= any(map(_EMPTY.fullmatch, (before, line)))
            kind = line_end(before, line, self._line_ends, is_wrapped)
            if is_scene or kind == 'paragraph' and not is_open(paragraphs[-1]):
                paragraphs.append(line)
            elif kind == 'join':
                paragraphs[-1] += f'\n{line}'
            else:
                paragraphs[-1] = f'{_HARD_BREAK.sub("", paragraphs[-1]).rstrip(" ")}  \n{line}'
        return paragraphs


class _PlainProcessor(_LinesProcessor):
    """The same of a line that none of the others need look at."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return _PLAIN.fullmatch(block) is not None


def is_open(text: str) -> bool:
    """Whether notation that began in ``text`` may end on the next line."""
    text = re.sub(r'\\.', '', text)
    return (
        any(text.count(mark) % 2 for mark in ('**', '`', '~~', '=='))
        or text.count('[') > text.count(']')
        or text.count('{') > text.count('}')
        or text.count('《《') > text.count('》》')
    )


def _remove(parent: etree.Element, child: etree.Element) -> None:
    """Take ``child`` out of ``parent``; the text behind it stays."""
    place = [*parent].index(child)
    if child.tail and place:
        parent[place - 1].tail = f'{parent[place - 1].tail or ""}{child.tail}'
    elif child.tail:
        parent.text = f'{parent.text or ""}{child.tail}'
    parent.remove(child)


class _Gaps(Treeprocessor):
    """Before which paragraphs a line is left empty.

    Those behind two blank lines; and where most paragraphs begin with a line, those behind one.
    """

    def run(self, root: Element) -> None:
        for parent in [root, *root.iter('blockquote')]:
            self._settle(parent)
        for parent in [*root.iter()]:
            for gap in parent.findall('gap'):
                _remove(parent, gap)
        for paragraph in root.iter('p'):
            paragraph.attrib.pop('line', None)

    def _settle(self, parent: Element) -> None:
        pairs = [
            (before, after)
            for before, after in zip(parent, parent[1:])
            if before.tag == after.tag == 'p' and not after.get('class')
        ]
        by_line = sum(after.get('line') == 'next' for _, after in pairs)
        apart = [after for _, after in pairs if after.get('line') != 'next']
        if by_line > len(apart) * 2:
            for paragraph in apart:
                paragraph.set('class', 'apart')
        for gap in parent.findall('gap'):
            place = [*parent].index(gap)
            following = parent[place + 1] if place + 1 < len(parent) else None
            is_below_text = place and parent[place - 1].tag not in _HEADS
            if is_below_text and following is not None and following.tag == 'p':
                following.set('class', following.get('class') or 'apart')
            parent.remove(gap)
