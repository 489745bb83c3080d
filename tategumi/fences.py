"""Code between fences in Markdown (CommonMark §4.5), in items and quotations too.

The one reading of them, for whatever looks at lines before or after others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .lazy import lazy_pattern

_FENCE = lazy_pattern(
    # The item or note that begins on this line, and in it the quotation.
    r'(?P<outer>(?:[ \t]*(?:(?:[-+*]|\d{1,9}\.)[ ]+(?=[-+*\d]|[ ]*>)|\[\^[^\s\[\]^]+\]:[ ]*))*)'
    r'(?P<quote>(?:(?:[ \t]*>)+[ ]?)?)(?P<indent>[ \t]*)(?P<item>(?:(?:[-+*]|\d{1,9}\.)[ ]+)*)'
    r'(?P<fence>`{3,}|~{3,})(?P<rest>.*)'
)
_QUOTE = lazy_pattern(r'(?:[ \t]*>)+')


@dataclass(frozen=True)
class Fence:
    """Code from line ``start`` to line ``end``, those of the fences themselves included.

    ``quote`` and ``item`` are the marks before the first, ``indent`` the space before it and
    ``rest`` what is behind it; ``outer`` are the marks of what the quotation begins in.
    """

    start: int
    end: int
    quote: str
    indent: str
    item: str
    rest: str
    outer: str


class Fences:
    """The fences of ``lines``, whose number may be asked for in any order."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        #: Of a mark so many in a row that no line below closes.
        self._absent: dict[tuple[str, str], int] = {}

    def at(self, place: int) -> Fence | None:
        """The ``Fence`` that line ``place`` opens; ``None`` where it opens none that is closed."""
        match = _opening(self._lines[place])
        if match is None:
            return None
        mark, length = match['fence'][0], len(match['fence'])
        quote = ''.join(match['quote'].split())
        least = self._absent.get((mark, quote))
        if least is not None and length >= least:
            return None
        closing = re.compile(rf'{mark}{{{length},}}[ \t]*')
        for end in range(place + 1, len(self._lines)):
            line = self._lines[end]
            if quote:
                before = _QUOTE.match(line)
                if before is None or before[0].count('>') < len(quote):
                    return None
                line = _outside(line, len(quote))
            if closing.fullmatch(line.lstrip(' \t')):
                return Fence(place, end, *match.group('quote', 'indent', 'item', 'rest', 'outer'))
        if not quote:
            self._absent[mark, quote] = length
        return None

    def all(self) -> Iterator[Fence]:
        """Each ``Fence``, from the first on."""
        end = -1
        for place, line in enumerate(self._lines):
            fence = self.at(place) if place > end and _may_open(line) else None
            if fence:
                end = fence.end
                yield fence

    def code(self, fence: Fence) -> list[str]:
        """The lines between the fences, without the marks of quotations and what sets them in."""
        depth, width = fence.quote.count('>'), len(fence.indent) + len(fence.item)
        outside = (_outside(line, depth) for line in self._lines[fence.start + 1 : fence.end])
        least = re.compile(rf'[ \t]{{0,{width}}}')
        return [least.sub('', line, count=1) for line in outside]


def code_lines(lines: Sequence[str]) -> list[bool]:
    """Of each of ``lines`` whether it is code between fences, or a fence of such."""
    is_code = [False] * len(lines)
    for fence in Fences(lines).all():
        is_code[fence.start : fence.end + 1] = [True] * (fence.end + 1 - fence.start)
    return is_code


def opens_code(line: str) -> bool:
    """Whether ``line`` has the form of one that opens code."""
    return _opening(line) is not None


def _opening(line: str) -> re.Match[str] | None:
    if not _may_open(line):
        return None
    match = _FENCE.fullmatch(line)
    return None if match and match['fence'][0] == '`' and '`' in match['rest'] else match


def _may_open(line: str) -> bool:
    return '```' in line or '~~~' in line


def _outside(line: str, depth: int) -> str:
    """``line`` without so many marks of quotations and the space behind the last."""
    for _ in range(depth):
        line = line.partition('>')[2]
    return line.removeprefix(' ') if depth else line
