"""Blocks of HTML that an editor typed, as the blocks of the manuscript.

What stands in them may be in the notation of the manuscript.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..fences import Fences, code_lines
from ..notation import table
from ..seed.html.tokens import unescape
from . import html_tables
from .comments import Line
from .html_tables import in_one_line

_REST = r'(?:\s[^<>]*)?'
_APART = 'p div section article center header footer main nav aside details summary'.split()
_LISTS = ('ul', 'ol', 'dl')
_ITEMS = ('li', 'dt', 'dd')
_TAG = re.compile(
    rf'(?<!\\)<(?P<closes>/?)(?P<tag>{"|".join((*_LISTS, *_ITEMS, *_APART))}|h[1-6]|blockquote)'
    rf'{_REST}>',
    re.IGNORECASE | re.ASCII,
)
_WHOLE = re.compile(r'[ ]*<(?P<tag>table|figure|pre)\b', re.IGNORECASE)
_PRE = re.compile(
    rf'<pre{_REST}>\n?(?:<code(?P<attributes>{_REST})>\n?)?(?P<text>.*?)</pre\s*>',
    re.IGNORECASE | re.DOTALL,
)
_LANGUAGE = re.compile(r'\blanguage-([A-Za-z][A-Za-z0-9+#-]*)')
_PARAGRAPH = re.compile(r'^[ ]*<p\b', re.IGNORECASE | re.MULTILINE)
_ANY_TAG = re.compile(r'</?[A-Za-z][^<>]*>')
_CODE = re.compile(r'(?<!`)(`+)(?!`)[^`\n]+\1(?!`)')
_CAPTION = re.compile(
    rf'<(?P<tag>(?:fig)?caption){_REST}>(?P<words>.*?)</(?P=tag)\s*>', re.IGNORECASE | re.DOTALL
)
_OUTER = re.compile(rf'</?figure{_REST}>', re.IGNORECASE)
_START = re.compile(r'\sstart\s*=\s*["\']?(\d{1,6})', re.IGNORECASE)
_ALIGNED = re.compile(
    r'\salign\s*=\s*["\']?(right|center)|text-align\s*:\s*(right|end|center)', re.IGNORECASE
)
#: In vertical lines the right is the line end.
_MARKS = {'right': '{: .line-end }', 'end': '{: .line-end }', 'center': '{: .center }'}
#: A block of more lines is none: its end was forgotten.
_LONGEST = 500


def with_blocks(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with a line for each block of HTML, and blank lines where these stand apart.

    A tag is one where the text has its partner. Code stays as it is.
    """
    text = '\n'.join(line for line, _ in lines)
    if '<' not in text:
        return list(lines)
    lines = [*_with_code_alone(lines)]
    reader = _Reader(_blocks_in(text))
    made: list[Line] = []
    fences, place = Fences([line for line, _ in lines]), 0
    while place < len(lines):
        line, index = lines[place]
        fence, end = fences.at(place), _end_of_whole(lines, place)
        if fence:
            made += lines[place : fence.end + 1]
            place = fence.end + 1
        elif end:
            block = '\n'.join(each for each, _ in lines[place:end])
            made += [(each, index) for each in ('', *_whole(block), '')]
            place = end
        else:
            made += [(each, index) for each in reader.read(line)]
            place += 1
    return made


def _blocks_in(text: str) -> set[str]:
    """The names of the elements that are blocks in ``text``: those that end.

    Items of a list that ends, and paragraphs of which several begin a line, need no end of their
    own (HTML Standard §13.1.2.4).
    """
    tags = {(match['closes'], match['tag'].lower()) for match in _TAG.finditer(text)}
    names = {name for _, name in tags if {('', name), ('/', name)} <= tags}
    if names & {'ul', 'ol'}:
        names.add('li')
    if 'dl' in names:
        names |= {'dt', 'dd'}
    if len(_PARAGRAPH.findall(text)) > 1:
        names.add('p')
    return names


def _with_code_alone(lines: Sequence[Line]) -> Iterator[Line]:
    """``lines``, each ``<pre>`` that ends on its line apart from the text beside it."""
    is_code = code_lines([line for line, _ in lines])
    for (line, index), code in zip(lines, is_code):
        match = None if code else _code_in(line)
        while match:
            if line[: match.start()].strip():
                yield line[: match.start()], index
            yield match[0], index
            line = line[match.end() :]
            if not line.strip():
                break
            match = _code_in(line)
        else:
            yield line, index


def _code_in(line: str) -> re.Match[str] | None:
    return _PRE.search(line) if '</pre' in line.lower() else None


def _fenced(block: str) -> list[str]:
    """The lines of ``<pre>`` between fences."""
    match = _PRE.search(block)
    text = unescape(_ANY_TAG.sub('', match['text'] if match else block)).rstrip()
    language = _LANGUAGE.search((match['attributes'] or '') if match else '')
    ticks = max(map(len, re.findall('`+', text)), default=0)
    fence = '`' * max(3, ticks + 1)
    return [f'{fence}{language[1] if language else ""}', *text.split('\n'), fence]


def _end_of_whole(lines: Sequence[Line], start: int) -> int | None:
    """Behind the last line of the table or figure at ``start``; ``None`` where none is."""
    match = _WHOLE.match(lines[start][0])
    if match is None:
        return None
    closing = re.compile(rf'</{match["tag"]}\s*>[ ]*$', re.IGNORECASE)
    for place in range(start, min(start + _LONGEST, len(lines))):
        if closing.search(lines[place][0]):
            return place + 1
    return None


def _whole(block: str) -> Iterator[str]:
    if block.lstrip().lower().startswith('<pre'):
        yield from _fenced(block)
        return
    caption = _CAPTION.search(block)
    words = in_one_line(caption['words']) if caption else ''
    if block.lstrip().lower().startswith('<table'):
        if words:
            yield from (words, '{: .caption }', '')
        yield from table(html_tables.rows_of(block))
    else:
        yield in_one_line(_OUTER.sub('', _CAPTION.sub('', block)))
        if words:
            yield words


class _Reader:
    """Reads line by line; lists and quotations that are open go on in the next."""

    def __init__(self, paired: Iterable[str]) -> None:
        self._paired = frozenset(paired)
        self._lists: list[str] = []
        self._starts: list[str] = []
        self._aligned: list[tuple[str, str]] = []
        self._quotes = 0
        self._is_defined = False

    def read(self, line: str) -> list[str]:
        """The lines of the manuscript that ``line`` is, itself where no block is in it."""
        codes = [match.span() for match in _CODE.finditer(line)]
        tags = [
            match
            for match in _TAG.finditer(line)
            if match['tag'].lower() in self._paired
            and not any(start <= match.start() < end for start, end in codes)
        ]
        if not tags and not self._quotes:
            return [line]
        made: list[str] = []
        mark, place = '', 0
        for match in [*tags, None]:
            end = match.start() if match else len(line)
            text = line[place:end].strip(' \t') if tags else line
            if text:
                made.append(f'{"> " * self._quotes}{mark}{text}')
                mark = ''
            if match:
                mark = self._take(match, made) or mark
                place = match.end()
        return made or ['']

    def _take(self, match: re.Match[str], made: list[str]) -> str:
        """Do what the tag says; the mark that the text behind it begins with."""
        tag, closes = match['tag'].lower(), bool(match['closes'])
        if tag in _ITEMS:
            if tag == 'dt' and self._is_defined:
                # The next term stands apart from the definition of the one before.
                made.append('')
            self._is_defined = tag == 'dd' if not closes else self._is_defined
            return '' if closes else self._mark_of(tag)
        # A list within another follows the item above it at once.
        is_inner = tag in _LISTS and len(self._lists) > closes
        if tag in _LISTS:
            start = _START.search(match[0])
            self._lists = self._lists[:-1] if closes else [*self._lists, tag]
            self._starts = (
                self._starts[:-1] if closes else [*self._starts, start[1] if start else '1']
            )
        elif tag in _APART:
            self._align(match, made)
        elif tag == 'blockquote':
            self._quotes = max(self._quotes + (-1 if closes else 1), 0)
        if not is_inner and not (self._lists and tag in _APART):
            made.append('')
        return '#' * int(tag[1]) + ' ' if tag[0] == 'h' and tag[1].isdigit() and not closes else ''

    def _align(self, match: re.Match[str], made: list[str]) -> None:
        """Remember how what begins is aligned, or put the mark below what ends."""
        tag = match['tag'].lower()
        if not match['closes']:
            found = _ALIGNED.search(match[0])
            how = 'center' if tag == 'center' else (found[1] or found[2]) if found else ''
            self._aligned.append((tag, how.lower()))
            return
        while self._aligned:
            begun, how = self._aligned.pop()
            if begun == tag:
                made += [_MARKS[how]] if how and not self._lists else []
                break

    def _mark_of(self, tag: str) -> str:
        if tag != 'li':
            return ': ' if tag == 'dd' else ''
        indent = '    ' * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] != 'ol':
            return f'{indent}- '
        number, self._starts[-1] = self._starts[-1], '1'
        return f'{indent}{number}. '
