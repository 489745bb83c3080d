"""The parts of a text in 青空文庫 notation."""

import re
from collections.abc import Iterator, Sequence

from .indents import indents_of

_LEGEND = '【テキスト中に現れる記号について】'
_RULE = re.compile('-{10,}')
_COLOPHON = re.compile('底本[:：]')
_NOTE = re.compile(
    '［＃(?:「[^［］]{1,200}」(?:に[^［］]{0,9}傍[点線]|は[^［］]{0,9}(?:見出し|太字))'
    '|[^［］]{0,9}(?:字下げ|字上げ|字詰め|地付き|改ページ|改丁|見出し|傍点)'
    '|[^［］]{1,200}第[34３４]水準[12]-)'
)


def is_aozora(text: str) -> bool:
    """Whether ``text`` is written in the notation: its legend, or a note to the typesetter."""
    return _LEGEND in text or bool(_NOTE.search(text))


def parts_of(lines: Sequence[str]) -> list[str]:
    """For each of ``lines`` the name of its part.

    ``title``: the first line; ``subtitle`` and ``creators``: those below it,
    up to a blank one; ``legend``: the list of marks between two rules;
    ``colophon``: from 底本 to the end; ``indented``: in a block of 字下げ or 字詰め;
    ``raised``: in one of 地付き or 字上げ; ``text``: all the rest.
    """
    parts = ['text'] * len(lines)
    legends, colophon = list(_legends(lines)), colophon_of(lines)
    # Without either, two short lines at the top may be the text itself.
    if legends or colophon < len(lines):
        _name_title_block(lines, parts)
    for start, end in legends:
        parts[start : end + 1] = ['legend'] * (end + 1 - start)
    parts[colophon:] = ['colophon'] * (len(lines) - colophon)
    for index, indent in enumerate(indents_of(lines[:colophon])):
        if indent and parts[index] == 'text':
            parts[index] = 'indented' if indent.raised is None else 'raised'
    return parts


def _name_title_block(lines: Sequence[str], parts: list[str]) -> None:
    """The block has two lines at least, and five at most."""
    end = next((index for index, line in enumerate(lines) if not line.strip('\ufeff 　')), 0)
    if not 2 <= end <= 5 or any('［＃' in line or '。' in line for line in lines[:end]):
        return
    by_line = [index for index in range(1, end) if re.search('[訳譯編]$', lines[index].strip())]
    author = max((index for index in range(1, end) if index not in by_line), default=0)
    parts[0] = 'title'
    for index in range(1, end):
        parts[index] = 'subtitle' if index < author else 'creators'


def colophon_of(lines: Sequence[str]) -> int:
    """Where the last 底本 begins, or the first of several with no blank line between."""
    places = [index for index, line in enumerate(lines) if _COLOPHON.match(line)]
    start = places.pop() if places else len(lines)
    while places and all(line.strip() for line in lines[places[-1] : start]):
        start = places.pop()
    return start


def _legends(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line.strip())]
    for start, end in zip(rules, rules[1:]):
        if any(_LEGEND in line for line in lines[start:end]):
            yield start, end
