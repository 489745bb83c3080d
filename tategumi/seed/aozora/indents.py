"""字下げ, 地付き, 字詰め and 罫囲み: where on the page the lines of a text stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = re.compile('［＃ここ(?:から(?P<how>[^［］]*)|で(?P<ends>[^［］]*)終わり)］')
_DEPTH = re.compile('(?:^|、)(?:天から)?([0-9０-９]{1,3})字下げ')
_TURNED_OVER = re.compile('折り返して([0-9０-９]{1,3})字下げ')
_FLUSH = '改行天付き'
_LENGTH = re.compile('([0-9０-９]{1,3})字詰め')
_RAISED = re.compile('地(?:から|より)([0-9０-９]{1,3})字上げ')
#: How a frame around lines is called.
FRAME = '罫囲み'
_AT_END = re.compile('地付き|字上げ')


@dataclass(frozen=True)
class Indent:
    """Where lines stand, in characters.

    ``first`` is how far the first line of a paragraph is set in, ``rest`` how
    far those are that it turns over to; ``length`` is how long a line is, 0: as long as
    there is room for. ``raised`` lines end at the line end, that many characters before it;
    those in a ``frame`` have one around them.
    """

    first: int = 0
    rest: int = 0
    length: int = 0
    raised: int | None = None
    frame: bool = False


def indents_of(lines: Iterable[str]) -> list[Indent | None]:
    """For each of ``lines`` the ``Indent`` of the blocks it stands in, or ``None`` outside of all.

    A block begins with ［＃ここから…］ and goes on to the end of its kind, or until
    another of the kind takes its place.
    """
    depth, length, raised, frame = None, 0, None, False
    indents = []
    for line in lines:
        for mark in _MARK.finditer(line):
            how, ends = mark.group('how', 'ends')
            if how is None:
                depth = None if '字下げ' in ends else depth
                length = 0 if '字詰め' in ends else length
                raised = None if _AT_END.search(ends) else raised
                frame = frame and ends != FRAME
                continue
            depth = _depth(how) or depth
            frame = frame or how == FRAME
            length = _figure(_LENGTH, how) or length
            if _AT_END.search(how):
                raised = _figure(_RAISED, how) or 0
        first, rest = depth or (0, 0)
        indent = Indent(first, rest, length, raised, frame)
        indents.append(None if indent == Indent() else indent)
    return indents


def _depth(how: str) -> tuple[int, int] | None:
    """``(first, rest)`` that ``how`` says, or ``None`` where it says nothing of that."""
    first, rest = _figure(_DEPTH, how), _figure(_TURNED_OVER, how)
    if _FLUSH in how:
        first = 0
    if first is None:
        return None
    return first, first if rest is None else rest


def _figure(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return int(match[1]) if match else None
