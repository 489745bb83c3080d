"""Heads underlined with ``===`` or ``---`` (CommonMark §4.3), in a seed and in a chapter alike.

The one reading of them. Where CommonMark makes a head of any paragraph, one is here a line of
words alone: in Japanese a line of stars or strokes right below a sentence parts two scenes.
"""

from collections.abc import Sequence

from .fences import code_lines
from .lazy import lazy_pattern

_UNDERLINE = lazy_pattern(r' {0,3}(?:(?P<first>={3,})|-{3,}) *')
#: A head is one line of words: nothing that begins another block, no sentence.
_NO_HEAD = lazy_pattern(r'[\s　>#|+*-]|\d+\.\s|!?\[|```|~~~|[「『（]')
_SENTENCE = lazy_pattern(r'[。．！？!?…」』）、，]\s*$')
_LONGEST = 60
_MARKS = {1: '#', 2: '##'}


def rank_of_underline(line: str) -> int:
    """1 of ``===``, 2 of ``---``, 0 of what underlines nothing."""
    match = _UNDERLINE.fullmatch(line)
    return 0 if match is None else 1 if match['first'] else 2


def is_like_head(words: str, below: str) -> bool:
    """Whether ``words`` may be a head, ``below`` being the line behind its underline, or ''."""
    return (
        not below.strip()
        and bool(words.strip())
        and len(words) <= _LONGEST
        and not _NO_HEAD.match(words)
        and not _SENTENCE.search(words)
    )


def goes_on(text: str) -> bool:
    """Whether a line right below ``text`` is of its paragraph: it is no sentence, and no head."""
    return bool(text.strip()) and not (_SENTENCE.search(text) or text.startswith('#'))


def with_marks(lines: Sequence[str]) -> list[str]:
    """``lines`` of Markdown, each underlined head as ``# words``, and '' for its underline.

    Lines of code and of front matter stay as they are.
    """
    made = list(lines)
    if not any(map(rank_of_underline, lines)):
        return made
    is_code = code_lines(lines)
    for place in range(_behind_front_matter(lines), len(lines)):
        rank = rank_of_underline(lines[place]) if place and not is_code[place] else 0
        words, text = made[place - 1], made[place - 2] if place > 1 else ''
        below = lines[place + 1] if place + 1 < len(lines) else ''
        if rank and is_like_head(words, below) and not goes_on(text):
            made[place - 1 : place + 1] = [f'{_MARKS[rank]} {words}', '']
    return made


def _behind_front_matter(lines: Sequence[str]) -> int:
    """The place of the first line behind one ``---`` at the top and the next, or 0."""
    if not lines or lines[0].lstrip('\ufeff').rstrip() != '---':
        return 0
    ends = (place for place, line in enumerate(lines) if place and line.rstrip() in ('---', '...'))
    return next(ends, -1) + 1
