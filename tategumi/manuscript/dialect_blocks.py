"""Lines that web novels and other tools write as blocks, in the notation of the manuscript.

pixiv's pages and chapters; of pandoc fenced divs and line blocks, of GitHub alerts and formulas,
of kramdown, HackMD and others the place of a table of contents. The documentation of each is the
source.
"""

import re
from collections.abc import Iterator, Sequence

from ..fences import Fence, Fences
from ..indents import is_of_block
from ..lazy import lazy_pattern
from ..messages import Message
from ..notation import RUBY
from . import dialects
from .comments import Line

_PAGE = lazy_pattern(
    r'[ 　]*(?:\[newpage\]|\\(?:newpage|pagebreak|clearpage))[ 　]*', re.IGNORECASE
)
_CHAPTER = lazy_pattern(
    r'[ 　]*\[chapter:[ 　]*(?P<head>(?:[^\[\]\n]|\[\[rb:[^\[\]\n]+\]\])+)\][ 　]*', re.IGNORECASE
)
#: ``[//]: # (words)``: a definition that nothing can refer to is how Markdown hides words.
_HIDDEN = lazy_pattern(r' {0,3}\[[^\[\]\n]*\]:[ ]*(?:#|<>)[ ]*(?:\(.*\)|".*"|\'.*\')?[ ]*')
_CONTENTS = lazy_pattern(r' {0,3}\[?\[(?:toc|_TOC_)\]\]?[ ]*', re.IGNORECASE)
_ALERT = lazy_pattern(
    r'(?P<quote>[ ]*(?:>[ ]?)+)\[!(?P<kind>[A-Za-z]{2,20})\][+-]?[ 　]*(?P<title>.*?)[ 　]*'
)
_QUOTE = lazy_pattern(r'[ ]*>')
_NAMES_OF_ALERTS = {
    'note': 'メモ',
    'tip': 'ヒント',
    'important': '重要',
    'warning': '警告',
    'caution': '注意',
    'info': '情報',
    'todo': 'やること',
    'question': '質問',
    'example': '例',
    'quote': '引用',
}
_OPENS = lazy_pattern(
    r' {0,3}:{3,}[ ]*(?:\{(?P<attributes>[^{}\n]*)\}|(?P<name>[A-Za-z][\w-]*)(?P<words>[ 　].*)?)'
    r'[ ]*:*[ ]*'
)
_CLOSES = lazy_pattern(r' {0,3}:{3,}[ ]*')
_KIND_OF_BOX = lazy_pattern(r'[A-Za-z]+')
_BEGINS = lazy_pattern(
    r' {0,3}\\begin\{(?P<name>(?:equation|align|gather|eqnarray|multline)\*?)\}'
)
#: A formula of more lines is none.
_LONGEST = 38
#: What is no line of text, at its head.
_NO_TEXT = lazy_pattern(r'[ ]*(?:[-+*] |[>|#:]|\d+[.)] |```|~~~|\{:)|(?: {4}|\t)')
_VERSE = lazy_pattern(r'\|(?:(?P<indent>[ ]+)(?P<text>\S.*?))?[ ]*')
_BARS = lazy_pattern(rf'{RUBY}|\\\|')
_WIDE_COLON = lazy_pattern(r'(?P<call> {0,3}(?P<label>\[\^[^\s\[\]^]+\]))：[ 　]*')
_UNNUMBERED = lazy_pattern(r'(?P<head>#{1,6}[ 　]+.*\S)[ ]+\{-\}[ ]*')
#: A heading without a space, as PHP Markdown and with it でんでんマークダウン read it.
_CLOSE_HEAD = lazy_pattern(r'(?P<marks>#{2,6})(?P<words>[^\s#!{].*)')
_FIRST_HEAD = lazy_pattern(r'(?P<marks>#)(?P<words>[^\s#!{0-9][^#]*)')

#: One of these is in whatever is read here, behind the end of a line.
_MARKS = lazy_pattern(
    r'\n[ 　]*(?:\[newpage|\\(?:(?:new|clear)?page|begin)'
    r'|\[chapter:|\[[^\[\]\n]*\]:[ ]*(?:#|<>)|\[?\[_?toc'
    r'|>.*\[!|:{3,}|\||\[\^[^\]\n]*\]：|#{1,6}(?:[^\s#!{]|.*\{-\}))',
    re.IGNORECASE,
)
_FENCED_FORMULA = lazy_pattern(r'(?:```|~~~)[^\S\n]*math')


def from_dialects(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, Message]]]:
    """``lines`` in the notation of the manuscript, and what to say of them.

    What is told is by the index of the line of the file. Code stays as it is.
    """
    text = ''.join([f'\n{line}' for line, _ in lines])
    has_blocks = bool(_MARKS.search(text) or _FENCED_FORMULA.search(text))
    if not has_blocks and not dialects.MARKS.search(text):
        return list(lines), []
    reader = _Reader(lines)
    made: list[Line] = []
    place = 0
    while place < len(lines):
        fence = reader.fences.at(place)
        if fence:
            made += _formula(lines, fence) or lines[place : fence.end + 1]
            place = fence.end + 1
            continue
        found, end = reader.block(place) if has_blocks else ([lines[place]], place + 1)
        for line, index in found:
            line, said = dialects.in_notation(line)
            reader.said += [(index, message) for message in said]
            made.append((line, index))
        place = end
    return made, reader.said


def _formula(lines: Sequence[Line], fence: Fence) -> list[Line]:
    inside = lines[fence.start + 1 : fence.end]
    if fence.rest.strip() != 'math' or not all(line.strip(' >') for line, _ in inside):
        return []
    ends = [(f'{fence.quote}{fence.indent}$$', lines[at][1]) for at in (fence.start, fence.end)]
    return [ends[0], *inside, ends[1]]


class _Reader:
    """Reads block by block."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        texts = [line for line, _ in lines]
        self.fences = Fences(texts)
        self.said: list[tuple[int, Message]] = []
        self._opened, self._closed = _pairs(texts, self.fences)
        #: Of the divs that are open, the mark below each paragraph in them; ``''`` of most.
        self._marks: list[str] = []
        self._calls = {
            match['label']
            for match in map(_WIDE_COLON.match, texts)
            if match and sum(text.count(match['label']) for text in texts) > 1
        }
        self._first = next((place for place, text in enumerate(texts) if text.strip()), 0)

    def block(self, place: int) -> tuple[list[Line], int]:
        """What begins at ``place``, and the place behind it."""
        line, index = self._lines[place]
        end = place + 1
        if place in self._opened:
            texts = self._open(line, index)
            close = self._close_of_text(place) if self._marks[-1] else 0
            if close:
                # Its paragraphs are set in together, with one frame around them.
                inside = [each for each in self._lines[end:close] if each[0].strip()]
                below = (self._marks.pop(), self._lines[close][1])
                return [('', index), *inside, below, ('', below[1])], close + 1
        elif place in self._closed:
            self._marks.pop()
            texts = ['']
        elif formula := self._formula(place):
            return [('$$', index), *formula, ('$$', formula[-1][1])], place + len(formula)
        elif verse := self._verse(place):
            return [(text, index) for text in ('', *verse, '{: .verse }', '')], place + len(verse)
        else:
            texts = self._alone(place)
        mark = next(filter(None, reversed(self._marks)), '')
        is_text = line.strip() and place not in self._opened | self._closed
        if mark and is_text and self._ends(end):
            texts = [*texts, mark, '']
        return [(text, index) for text in texts], end

    def _close_of_text(self, place: int) -> int:
        """Where the div ends that ``place`` opens; 0 where more than lines of text are in it."""
        close = next(each for each in range(place + 1, len(self._lines)) if each in self._closed)
        inside = [line for line, _ in self._lines[place + 1 : close]]
        is_text = any(map(str.strip, inside)) and not any(map(_NO_TEXT.match, inside))
        return close if is_text and '.verse' not in self._marks[-1] else 0

    def _ends(self, place: int) -> bool:
        return place in self._opened or place in self._closed or not self._lines[place][0].strip()

    def _open(self, line: str, index: int) -> list[str]:
        # ``_pairs`` has found it.
        match = _OPENS.fullmatch(line)
        if match is None:
            return [line]
        names = [
            name.lstrip('.')
            for name in (match['attributes'] or match['name'] or '').split()
            if not match['attributes'] or name.startswith('.')
        ]
        known = [name for name in names if is_of_block(name)]
        self._marks.append(f'{{: {" ".join(f".{name}" for name in known)} }}' if known else '')
        words = (match['words'] or '').strip()
        if not known:
            message = Message('{mark} marks nothing here and is left out', mark=line.strip())
            self.said.append((index, message))
        is_title = words and not _KIND_OF_BOX.fullmatch(words)
        return ['', f'**{words}**', ''] if is_title else ['']

    def _alone(self, place: int) -> list[str]:
        line = self._lines[place][0]
        if _PAGE.fullmatch(line):
            return ['', '===', '']
        if match := _CHAPTER.fullmatch(line):
            return ['', f'## {match["head"].strip()}', '']
        if _HIDDEN.fullmatch(line) or _CONTENTS.fullmatch(line):
            return ['']
        before = self._lines[place - 1][0] if place else ''
        match = _ALERT.fullmatch(line)
        if match and not _QUOTE.match(before):
            title = match['title'] or _NAMES_OF_ALERTS.get(match['kind'].lower(), match['kind'])
            quote = match['quote']
            return [f'{quote}**{title}**', quote.rstrip()]
        if (match := _WIDE_COLON.match(line)) and match['label'] in self._calls:
            return [f'{match["call"]}: {line[match.end() :]}']
        if match := _UNNUMBERED.fullmatch(line):
            return [match['head']]
        head = _CLOSE_HEAD.fullmatch(line)
        if place == self._first and not head:
            head = _FIRST_HEAD.fullmatch(line)
        return [f'{head["marks"]} {head["words"]}'] if head else [line]

    def _formula(self, start: int) -> list[Line]:
        """The lines of the formula of LaTeX at ``start``, which has no dollars around it."""
        match = _BEGINS.match(self._lines[start][0])
        found: list[Line] = []
        above = start
        while match and above and self._lines[above - 1][0].strip() and start - above < _LONGEST:
            above -= 1
        if sum(line.count('$$') for line, _ in self._lines[above:start]) % 2:
            return []
        for line, index in self._lines[start : start + _LONGEST] if match else ():
            found.append((line, index))
            if not line.strip() or '$' in line:
                break
            if match and line.rstrip().endswith(f'\\end{{{match["name"]}}}'):
                return found
        return []

    def _verse(self, start: int) -> list[str]:
        """The lines of the line block at ``start``; two at least, or it is none."""
        found = []
        for line, _ in self._lines[start:]:
            match = _VERSE.fullmatch(line)
            if match is None or '|' in _BARS.sub('', line)[1:]:
                break
            indent = '　' * (len(match['indent'] or ' ') // 2)
            found.append(f'{indent}{match["text"] or ""}' or '　')
        return found if len(found) > 1 else []


def _pairs(lines: Sequence[str], fences: Fences) -> tuple[set[int], set[int]]:
    """The places of lines that open a div that ends, and of those that end one."""
    opened: list[int] = []
    begun, ended = set[int](), set[int]()
    code = {place for fence in fences.all() for place in range(fence.start, fence.end + 1)}
    for place, line in _outside(lines, code):
        if _CLOSES.fullmatch(line):
            if opened:
                begun.add(opened.pop())
                ended.add(place)
        elif _OPENS.fullmatch(line):
            opened.append(place)
    return begun, ended


def _outside(lines: Sequence[str], code: set[int]) -> Iterator[tuple[int, str]]:
    return (
        (place, line) for place, line in enumerate(lines) if ':::' in line and place not in code
    )
