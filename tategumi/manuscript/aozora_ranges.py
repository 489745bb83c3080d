"""Blocks of 青空文庫 notation in a chapter that do not end, and figures beyond what can be set.

［＃ここから…］ without an end goes on to the end of the chapter, which nobody may have meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from ..indents import MOST
from ..messages import Message
from ..seed.aozora.notes import MOST_STEPS

_MARK = re.compile('［＃ここ(?:から(?P<begins>[^［］]+)|で(?P<ends>[^［］]*)終わり)］')
#: What a block is of; what begins another of the kind, goes on from it.
_KINDS = (
    ('字下げ', re.compile('字下げ|改行天付き')),
    ('地付き', re.compile('地付き|字上げ')),
    ('字詰め', re.compile('字詰め')),
    ('段組み', re.compile('段組み')),
    ('大きな文字', re.compile('大きな文字')),
    ('小さな文字', re.compile('小さな文字')),
)
_ACROSS, _COLUMNS = re.compile('横組み'), re.compile('[0-9０-９]*段組み')
_MIDDLE = re.compile('［＃(?:ここから)?ページの左右中央(?:に|から)?］')
_NOTE = re.compile('［＃[^［］]+］')
_LIMITS = (
    (re.compile('([0-9０-９]+)字下げ'), MOST['indent']),
    (re.compile('([0-9０-９]+)字上げ'), MOST['raised']),
    (re.compile('([0-9０-９]+)字詰め'), MOST['line-length']),
    (re.compile('([0-9０-９]+)段階'), MOST_STEPS),
)


def remarks_of(
    lines: Sequence[str], is_read: Callable[[str], object]
) -> Iterator[tuple[int, Message]]:
    """``(index of a line, message)`` of what an editor should see to in ``lines``.

    A note of a block that says nothing to the press, as ``is_read`` finds, begins and ends none.
    """
    opened: dict[str, tuple[int, str]] = {}
    for index, line in enumerate(lines):
        if '［＃' not in line:
            continue
        yield from ((index, message) for message in _beyond(line))
        if middle := _MIDDLE.search(line):
            yield index, Message('{note}: these lines are set as the others are', note=middle[0])
        for mark in filter(lambda mark: is_read(mark[0]), _MARK.finditer(line)):
            kinds = _kinds(mark['begins'] or mark['ends'])
            if mark['begins']:
                opened |= {kind: (index, mark[0]) for kind in kinds if kind not in opened}
            elif not any([opened.pop(kind, None) for kind in kinds]):
                yield index, Message('{note} ends what nothing began', note=mark[0])
    for index, note in dict.fromkeys(opened.values()):
        yield index, Message('{note} goes on to the end: nothing ends it', note=note)


def _kinds(how: str) -> list[str]:
    return [kind for kind, form in _KINDS if form.search(how)] or [how]


def _beyond(line: str) -> Iterator[Message]:
    for note in _NOTE.finditer(line):
        for form, most in _LIMITS:
            figure = form.search(note[0])
            if figure and int(figure[1]) > most:
                yield Message(
                    '{note} is set as {most}, the most there is', note=note[0], most=most
                )


def is_across(note: str) -> bool:
    """Whether ``note`` begins lines across."""
    return bool(_ACROSS.search(note))
