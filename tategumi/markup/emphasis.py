"""Emphasis that works beside Japanese, where no space parts words.

The marks are paired as CommonMark pairs them (§6.2), but for what may begin and end emphasis:
only a space inside forbids it.
"""

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markdown.inlinepatterns import InlineProcessor

from ..lazy import lazy_pattern
from .parser import Parser

_RUN = r'\*+'
_RUNS = lazy_pattern(_RUN)
#: So many runs of stars are looked at for the end of one, and emphasis so deep is read.
_MOST_RUNS, _DEEPEST = 300, 4
_LONGEST_RUN = 3
_CLOSING, _OPENING = '、。，．）」』】〉》〕］)]', '（「『【〈《〔［([{'
_WORD = lazy_pattern('[0-9A-Za-zぁ-ヿ々〇㐀-鿿豈-﫿０-９Ａ-Ｚａ-ｚ\x02]')
# Beside letters and figures of the West it is part of a word; faces (^_^) begin and end otherwise.
_LINES = r'(?<![0-9A-Za-z_]){0}(?=[^\s_{1}>^])([^_]*)(?<=[^\s_{2}<^]){0}(?![0-9A-Za-z_])'
_LINE_LINE, _LINE = (
    _LINES.format(mark, re.escape(_CLOSING), re.escape(_OPENING)) for mark in ('__', '_')
)


def register(md: Parser) -> None:
    """Teach ``md`` ``*x*``, ``**x**``, ``***x***``, ``_x_``, ``__x__``.

    ``_`` never emphasizes within a word (``snake_case``).
    """
    # Python-Markdown looks for no notation within itself.
    for depth in range(_DEEPEST):
        md.learn(f'emphasis-{depth}', 60 - depth, lambda: _StarProcessor(_RUN), '*')
    for order, (pattern, tag) in enumerate(((_LINE_LINE, 'strong'), (_LINE, 'em'))):
        make = partial(_LineProcessor, pattern, tag)
        md.learn(f'emphasis-line-{order}', 55 - order, make, '_')


class _StarProcessor(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | str, int, int]:
        pair = _pair_of(data, m.start())
        if pair is None:
            # Text from here on, which is not looked at again.
            return m[0], m.start(), m.end()
        element = etree.Element('strong' if pair.length == 2 else 'em')
        element.text = data[pair.start + pair.length : pair.end - pair.length]
        return element, pair.start, pair.end


class _LineProcessor(InlineProcessor):
    def __init__(self, pattern: str, tag: str) -> None:
        super().__init__(pattern)
        self.tag = tag

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        element = etree.Element(self.tag)
        element.text = m[1]
        return element, m.start(), m.end()


class _Pair(NamedTuple):
    """Emphasis from ``start`` to ``end``, with marks of so many stars at both ends."""

    start: int
    end: int
    length: int


@dataclass
class _Run:
    """Stars from ``start`` on, of which so many are ``left``."""

    start: int
    length: int
    left: int
    opens: bool
    closes: bool

    def pairs_with(self, closing: '_Run') -> bool:
        """Whether ``closing`` may end what this begins (CommonMark §6.2, rules 9 and 10)."""
        is_either = self.closes or closing.opens
        lengths = self.length, closing.length
        return not (is_either and sum(lengths) % 3 == 0 and any(each % 3 for each in lengths))


def _pair_of(data: str, start: int) -> _Pair | None:
    """The emphasis that the first stars of ``data``, at ``start``, begin."""
    first: _Run | None = None
    found: _Pair | None = None
    opened: list[_Run] = []
    for number, match in enumerate(_RUNS.finditer(data, start)):
        run = _run(data, match)
        first = first or run
        while run.closes and run.left:
            at = next(
                (at for at in reversed(range(len(opened))) if opened[at].pairs_with(run)), -1
            )
            if at < 0:
                break
            opening = opened[at]
            del opened[at + 1 :]
            # Of three and three the inner is the weaker.
            is_strong = (
                min(opening.left, run.left) == 2
                or opening.left != run.left
                and (min(opening.left, run.left) > 1)
            )
            length = 2 if is_strong else 1
            opening.left -= length
            end = run.start + run.length - run.left + length
            run.left -= length
            if opening is first:
                found = _Pair(first.start + first.left, end, length)
            if not opening.left:
                opened.pop()
        if run.opens and run.left:
            opened.append(run)
        if not opened or opened[0] is not first or number > _MOST_RUNS:
            break
    return None if found is None or _is_face(data, found) else found


def _run(data: str, match: re.Match[str]) -> _Run:
    before, after = data[match.start() - 1 : match.start()], data[match.end() : match.end() + 1]
    length = match.end() - match.start()
    is_sum = length == 1 and all(each.isascii() and each.isdigit() for each in (before, after))
    is_mark = length <= _LONGEST_RUN and not is_sum
    opens = bool(after.strip()) and after not in _CLOSING
    closes = bool(before.strip()) and before not in _OPENING
    return _Run(match.start(), length, length, is_mark and opens, is_mark and closes)


def _is_face(data: str, pair: _Pair) -> bool:
    """Whether it is a face, ``(*´ω｀*)``: in brackets, and without a word."""
    is_in_brackets = data[pair.start - 1 : pair.start] in ('(', '（') and data[
        pair.end : pair.end + 1
    ] in (')', '）')
    return is_in_brackets and not _WORD.search(data[pair.start : pair.end])
