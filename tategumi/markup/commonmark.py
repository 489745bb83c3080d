"""What CommonMark and PHP Markdown Extra read, and Python-Markdown does not, in its own form.

Items set in by two spaces or three, or right below a paragraph; heads underlined; links by
reference. Lines are rewritten before they are read as blocks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from ..lazy import lazy_pattern
from ..messages import Message
from ..underlined import goes_on, is_like_head, rank_of_underline
from .fault import Remark
from .pieces import kind_of

_ITEM = lazy_pattern(r'(?P<space>[ \t]*)(?P<mark>[-+*]|\d{1,9}[.)])(?P<after> +)(?P<text>\S.*)')
_QUOTE = lazy_pattern(r' {0,3}> ?')
_DEFINES = lazy_pattern(r' *: {1,3}\S')
_RULE = lazy_pattern(r' {0,3}([-*_])(?: *\1){2,} *')
_SPACE = lazy_pattern(' *')
_MARK = lazy_pattern(r' *\{:')
#: ``[name]: address "title"`` (CommonMark §4.7), and what calls it (§6.3).
_DEFINITION = lazy_pattern(
    r' {0,3}\[(?P<name>(?!\^)[^\[\]]{1,200})\]:[ ]*<?(?P<address>[^\s<>]+)>?'
    r'(?:[ ]+(?:"(?P<title>[^"]*)"|\'[^\']*\'|\([^()]*\)))?[ ]*'
)
_REFERENCE = lazy_pattern(
    r'(?<!\\)(?P<kind>!?)\[(?P<words>(?!\^)(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\]){1,300})\]'
    r'(?:\[(?P<name>[^\[\]\n]{0,200})\])?(?![\[({:])'
)
_CODE = lazy_pattern(r'(?<!`)(`+)(?!`)[^`\n]+\1(?!`)')


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) these forms; code is set apart by then.

    ``remarks`` tell of lines that may have been meant for heads.
    """
    md.preprocessors.register(_References(md), 'references', 19)
    heads = _UnderlinedHeads(md)
    heads.remarks = remarks
    md.preprocessors.register(heads, 'underlined-heads', 18)
    md.preprocessors.register(_Lists(md), 'lists', 17)


class _References(Preprocessor):
    """``[words][name]``, ``[name]``, whose address stands elsewhere.

    A definition that nothing refers to is text.
    """

    def run(self, lines: list[str]) -> list[str]:
        if not any(']:' in line for line in lines):
            return lines
        matches = {place: _DEFINITION.fullmatch(line) for place, line in enumerate(lines)}
        self._defined = {
            _folded(match['name']): match for match in reversed(matches.values()) if match
        }
        if not self._defined:
            return lines
        self._called: set[str] = set()
        made = [line if matches[place] else self._linked(line) for place, line in enumerate(lines)]
        return [
            line
            for place, line in enumerate(made)
            if not (match := matches[place]) or _folded(match['name']) not in self._called
        ]

    def _linked(self, line: str) -> str:
        if '[' not in line:
            return line
        parts, done = [], 0
        for code in _CODE.finditer(line):
            parts += [_REFERENCE.sub(self._link, line[done : code.start()]), code[0]]
            done = code.end()
        return ''.join(parts) + _REFERENCE.sub(self._link, line[done:])

    def _link(self, match: re.Match[str]) -> str:
        name = _folded(match['name'] or match['words'])
        found = self._defined.get(name)
        if found is None:
            return match[0]
        self._called.add(name)
        title = f' "{found["title"]}"' if found['title'] else ''
        return f'{match["kind"]}[{match["words"]}](<{found["address"]}>{title})'


def _folded(name: str) -> str:
    return ' '.join(name.split()).casefold()


class _UnderlinedHeads(Preprocessor):
    """A line of words with ``===`` or ``---`` right below it, behind a sentence or a blank line.

    ``===`` below anything else is a new page, as it is alone.
    """

    remarks: list[Remark]

    def run(self, lines: list[str]) -> list[str]:
        if not any('---' in line or '===' in line for line in lines):
            return lines
        made: list[str] = []
        for place, line in enumerate(lines):
            rank = rank_of_underline(line)
            above = made[-1] if made else ''
            if not rank or not above.strip():
                made.append(line)
                continue
            is_head = is_like_head(above, ''.join(lines[place + 1 : place + 2]))
            text = made[-2] if len(made) > 1 else ''
            is_below_words = goes_on(text) and '\x02' not in text
            if is_head and not is_below_words:
                # Two lines above it there is text that it is no part of.
                made[-1:] = [
                    *([''] if text.strip() else []),
                    f'{"#" if rank == 1 else "##"} {above}',
                ]
            elif is_head and rank == 1:
                message = Message(
                    '{mark} begins a page; leave a line empty above "{words}" for a heading',
                    mark=line.strip(),
                    words=above.strip(),
                )
                self.remarks.append(Remark((f'{above}\n{line}',), message))
                made += ['', line, '']
            elif rank == 1 and '|' not in above:
                made += ['', line, '']
            else:
                made.append(line)
        return made


class _Open(NamedTuple):
    """An item whose mark is in column ``mark`` and whose text begins in column ``text``."""

    mark: int
    text: int
    is_numbered: bool

    @property
    def inside(self) -> int:
        """The least column of what is in it; editors who write ``1.`` set in by two, too."""
        return min(self.text, self.mark + 2)


def _marked(lines: Sequence[str]) -> set[int]:
    """The places of lines below which a mark says what they are; they begin no items."""
    places: set[int] = set()
    start = 0
    for place, line in enumerate([*lines, '']):
        if not line.strip():
            block = lines[start:place]
            if any(map(_MARK.match, block)) and kind_of('\n'.join(block)) == 'text':
                places.update(range(start, place))
            start = place + 1
    return places


class _Lists(Preprocessor):
    """Items within items, and what goes on in one, set in by four spaces a level."""

    def run(self, lines: list[str]) -> list[str]:
        if any('>' in line for line in lines):
            lines = list(self._in_quotations(lines))
        if not any(map(_ITEM.match, lines)):
            return lines
        return list(self._made([line.replace('\t', '    ') for line in lines]))

    def _in_quotations(self, lines: Sequence[str]) -> Iterator[str]:
        """``lines`` with those of quotations as they are to be within them."""
        for is_quoted, group in groupby(lines, lambda line: _QUOTE.match(line) is not None):
            found = list(group)
            inside = [_QUOTE.sub('', line, count=1) for line in found] if is_quoted else []
            made = self.run(inside)
            if made == inside:
                yield from found
                continue
            for line in made:
                yield f'> {line}' if line.strip() else '>'

    def _made(self, lines: Sequence[str]) -> Iterator[str]:
        opened: list[_Open] = []
        before, is_text, marked = '', False, _marked(lines)
        depth, is_loose, quoted = 0, False, 0
        for place, line in enumerate(lines):
            is_quoted = before.lstrip(' ').startswith('>')
            if place in marked:
                opened, before, is_text = [], line, True
                yield line
                continue
            match = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
            column = len(_SPACE.match(line)[0])  # type: ignore[index]
            if not line.strip():
                is_loose = True
                yield line
            elif match and (opened or column < 4):
                sibling = None
                while opened and column < opened[-1].inside:
                    sibling = opened.pop()
                is_numbered = match['mark'][0].isdigit()
                is_other = sibling is not None and sibling.is_numbered != is_numbered
                if before.strip() and (is_other or is_loose and len(opened) < depth):
                    # Another kind of list begins (CommonMark §5.3), or one with blank lines ends.
                    is_loose = is_loose or is_other
                    yield ''
                elif (is_text or is_quoted and not opened and sibling is None) and before.strip():
                    is_first = not opened and sibling is None
                    if is_first and match['mark'] not in ('-', '+', '*', '1.', '1)'):
                        yield line
                        continue
                    # An item ends the paragraph above it.
                    yield ''
                mark = match['mark'].replace(')', '.')
                yield f'{"    " * len(opened)}{mark} {match["text"]}'
                opened.append(_Open(column, match.start('text'), is_numbered))
                is_text, depth = False, len(opened) - 1
                is_loose = is_loose and depth > 0
            elif opened and (column >= opened[0].inside or before.strip()):
                while opened and column < opened[-1].inside and not before.strip():
                    opened.pop()
                is_lazy = column < opened[-1].inside if opened else True
                is_text = is_text or not before.strip()
                level = len(opened)
                if line.lstrip(' ').startswith('>'):
                    # Right below the words of an item Python-Markdown takes it for more of them.
                    quoted = quoted if is_quoted else level - bool(before.strip())
                    level = max(quoted, 0)
                elif before.strip() and _DEFINES.match(line):
                    # Set in below its term it is more words of the item to Python-Markdown.
                    level -= 1
                yield line if is_lazy else f'{"    " * level}{line.lstrip(" ")}'
            else:
                opened = []
                yield line
                is_text = not line.startswith(('#', '>', '|', '    ')) and '\x02' not in line
            before = line
