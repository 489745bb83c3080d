"""The heads of a text: series that count, kinds amid them, marks, and contents that name them."""

from collections import Counter
from collections.abc import Sequence

from .claim import Claim
from .contents import contents_of
from .kinds import KindHead, kind_heads
from .lines import Lines
from .marked import marked_heads
from .ranks import level_of, ranked
from .series import Series, series_of

#: Ranks of what no number names (a circled one is small), and of marks.
_COUNTED, _CIRCLED, _MARK, _DAY = 2, 3, 3, 2


def head_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The heads among ``texts``, and the lines of contents that name heads below them.

    A head with text below it is the text's own.
    """
    lines = Lines(texts)
    series = series_of(lines)
    contents = contents_of(lines, series)
    series = [_without(each, contents.lists) for each in series]
    counted = {index for each in series for index, _ in each.heads}
    marked = marked_heads(lines, counted | contents.lists | contents.heads.keys())
    levels = [_level(each) for each in series]
    groups = [
        {index: (shape.number, shape.text) for index, shape in each.heads} for each in series
    ]
    for mark in dict.fromkeys(head.mark for head in marked):
        group = {head.index: ('', head.text) for head in marked if head.mark == mark}
        levels.append(level_of([*group], [], '', _DAY if mark == 'day' else _MARK))
        groups.append(group)
    for depth in sorted({head.depth for head in contents.heads.values()}):
        group = {
            index: (head.number, head.text)
            for index, head in sorted(contents.heads.items())
            if head.depth == depth and index not in counted
        }
        levels.append(level_of([*group], [], '', _COUNTED + depth))
        groups.append(group)
    ranks = ranked(lines, levels)
    claims: dict[int, Claim] = {}
    chapters = {
        index: rank
        for rank, each in zip(ranks, series)
        if each.key[:1] == ('named',)
        for index, _ in each.heads
    }
    for rank, group in zip(ranks, groups):
        part = _holds_chapters(lines, [*group], rank, chapters)
        for index, (number, text) in group.items():
            claims[index] = _head(lines, index, number, text, rank, tuple(group), part)
    named = {
        each.heads[0][1].counter[-1:]: rank
        for rank, each in zip(ranks, series)
        if each.heads and each.key[0] == 'named'
    }
    kinds = kind_heads(lines, sorted(counted))
    times = Counter(kind.text for kind in kinds)
    for kind in kinds:
        if kind.index not in claims and kind.index not in contents.lists:
            rank = _rank_of_kind(lines, kind, times[kind.text] > 1, claims, named)
            claims[kind.index] = _head(lines, kind.index, '', kind.text, rank, (kind.index,))
    for index in contents.lists:
        claims[index] = Claim('contents', text=texts[index], lines=tuple(sorted(contents.lists)))
    return claims


def _head(
    lines: Lines,
    index: int,
    number: str,
    text: str,
    rank: int,
    group: tuple[int, ...],
    part: bool = False,
) -> Claim:
    own = lines.sentences(index, None) > 0
    return Claim('head', own, text, number, rank, group, part)


def _holds_chapters(
    lines: Lines, heads: Sequence[int], rank: int, chapters: dict[int, int]
) -> bool:
    """Whether most of ``heads`` have no text before the next of ``chapters`` (index: rank).

    Numbers alone count no chapters but what is below one.
    """
    directly = sum(chapters.get(lines.below(index) or 0, 0) > rank for index in heads)
    return 2 * directly > len(heads)


def _without(series: Series, listed: set[int]) -> Series:
    heads = tuple(each for each in series.heads if each[0] not in listed)
    return Series(series.key, heads, series.listed)


def _level(series: Series):
    sort, style, prefix, counter = series.key[:4] if series.key else ('', '', '', '')
    first = [
        index
        for place, (index, shape) in enumerate(series.heads)
        if not place or shape.value <= series.heads[place - 1][1].value
    ]
    rank = 0
    if sort == 'bare':
        rank = _CIRCLED if style == 'circled' else _COUNTED
    return level_of([index for index, _ in series.heads], first, counter or prefix, rank)


def _rank_of_kind(
    lines: Lines, kind: KindHead, often: bool, claims: dict[int, Claim], named: dict[str, int]
) -> int:
    """The rank of a head by its kind; 0 for the topmost of the text.

    ``often``: the text has it again. ``named`` are the ranks of series by what they count.
    """
    lowest = max(named.values(), default=0)
    if kind.kind[-1] in named:
        return named[kind.kind[-1]]
    before = lines.above(kind.index)
    above = None if before is None else claims.get(before)
    if above and above.kind == 'head' and 0 < above.rank < lowest:
        return above.rank + 1
    if kind.is_alone and kind.kind != '幕間':
        return lowest + 1 if often and named else 0
    return lowest
