"""Lists of contents: lines in a row, each of which stands alone once more, above its text."""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..rules import EDGE
from .lines import Lines
from .series import Series
from .shapes import LONGEST, shape_of

#: So many lines are a list of contents, and fewer are below a word that says so.
_LINES, _LABELLED = 3, 2
_LABEL = re.compile(
    r'[■◆●▼□【\[［《〈-]*[ \u3000]*'
    r'(?:(?:この(?:記事|ページ|本|作品)の)?(?:目[ \u3000]*次|もくじ|見出し)'
    r'|(?i:(?:table of )?contents|(?:in|on) this (?:page|article|story))|目录|目錄)'
    r'[ \u3000]*[】\]］》〉:：-]*'
)
_BULLET = re.compile(r'#{1,6} +|[・•‣◦▪·○●■◆▼□◇★☆▽◎▶*+>-]+[ \u3000]*')
_MARK = re.compile('[■◆●▼□◇★☆▽◎▶]+[ \u3000]*(?=.)')
_LEADER = re.compile(r'[.．…‥・·─―\u3000 ]{2,}[pP]?[0-9０-９]{1,4}$')


@dataclass(frozen=True)
class ContentsHead:
    """A head that a list names: its number, if any, and how deep the list has it, from 0."""

    number: str
    text: str
    depth: int


@dataclass(frozen=True)
class Contents:
    """``lists`` are the lines that only name heads, ``heads`` the lines they name."""

    lists: set[int] = field(default_factory=set)
    heads: dict[int, ContentsHead] = field(default_factory=dict)


def contents_of(lines: Lines, series: Sequence[Series]) -> Contents:
    """The lists of contents above their heads, and those heads.

    Each line of such a list is said once more below all of them, alone and with text below it.
    """
    found = Contents()
    places: dict[str, list[int]] = defaultdict(list)
    for index in lines.said:
        if _may_name(lines, index):
            for name in {*_names(lines.texts[index])}:
                places[name].append(index)
    place = 0
    while place < len(lines.said):
        run = _run(lines, place, places)
        label = place > 0 and bool(_LABEL.fullmatch(_text(lines, lines.said[place - 1])))
        if len(run) >= (_LABELLED if label else _LINES) and _is_list(lines, run, label):
            found.lists.update(index for index, _ in run)
            if label:
                found.lists.add(lines.said[place - 1])
            for index, named in run:
                found.heads[named] = _head(lines.texts[index], lines.texts[named])
        place += max(len(run), 1)
    return found


def _may_name(lines: Lines, index: int) -> bool:
    """Whether a line is short enough for a title, and no sentence but a numbered one."""
    is_title = not lines.is_sentence(index) or lines.shape(index) is not None
    return is_title and len(lines.texts[index]) <= LONGEST


def _text(lines: Lines, index: int) -> str:
    return lines.texts[index].strip(EDGE)


def _run(lines: Lines, start: int, places: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
    """``(index, index named)`` of the lines from ``start`` on that name lines further below.

    What they name stands below all of them, in the same order.
    """
    run: list[tuple[int, int]] = []
    last = -1
    for place in range(start, len(lines.said)):
        index = lines.said[place]
        text = _text(lines, index)
        if run and index >= run[0][1] or not _may_name(lines, index):
            break
        named = _named(text, index, max(index, last), places)
        if named is None:
            break
        run.append((index, named))
        last = named
    return run


def _named(text: str, index: int, after: int, places: Mapping[str, Sequence[int]]) -> int | None:
    """The one line below the list that has the words of ``text``; a refrain has more."""
    for name in _names(text):
        others = places.get(name, ())
        below = bisect_right(others, index)
        if len(others) - below == 1 and others[-1] > after:
            return others[-1]
    return None


def _is_list(lines: Lines, run: Sequence[tuple[int, int]], label: bool) -> bool:
    """Whether the lines that are named have text below them, and head it.

    One with deeper ones right below needs none of its own, nor do, in a list that a word names,
    those behind its first half: sources are no sentences.
    """
    named = [index for _, index in run]
    if named[0] <= run[-1][0]:
        return False
    depths = [_depth(lines.texts[index]) for index, _ in run]
    has_text = [
        lines.sentences(index, end) > 0 or deeper > depth
        for index, end, depth, deeper in zip(named, [*named[1:], None], depths, [*depths[1:], 0])
    ]
    first = next((place for place, has in enumerate(has_text) if not has), len(run))
    return first == len(run) or label and 2 * first > len(run)


def _depth(listed: str) -> int:
    shape = shape_of(listed)
    return len(shape.value) - 1 if shape else 0


def _names(text: str) -> list[str]:
    """What a line may name: itself, and itself without bullet, number and page."""
    plain = unicodedata.normalize('NFKC', text).strip(EDGE)
    bare = _LEADER.sub('', _BULLET.sub('', plain, count=1) if _BULLET.match(plain) else plain)
    shape = shape_of(bare)
    names = [_key(plain), _key(bare)]
    if shape and shape.title:
        names.append(_key(shape.title))
    return [name for name in dict.fromkeys(names) if name]


def _key(text: str) -> str:
    return re.sub(r'\s', '', text)


def _head(listed: str, named: str) -> ContentsHead:
    shape = shape_of(named) or shape_of(listed)
    depth = len(shape.value) - 1 if shape else 0
    shape = shape_of(named)
    if shape and shape.title:
        return ContentsHead(shape.number, shape.text, depth)
    return ContentsHead('', _MARK.sub('', named.strip(EDGE)), depth)
