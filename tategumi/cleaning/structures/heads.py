"""The heads of a text: series that count, kinds amid them, marks, and contents that name them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..rules import EDGE
from .claim import Claim
from .contents import Contents, contents_of
from .kinds import KindHead, kind_heads
from .lines import Lines
from .marked import marked_heads
from .pasted import PastedHead, pasted_heads
from .ranks import Level, level_of, ranked
from .series import Series, series_of

#: Ranks of articles, of what no number names (a circled one is small), and of marks.
_ARTICLE, _COUNTED, _CIRCLED, _MARK, _DAY = 1, 2, 3, 3, 2
#: Of so many lines below a head that is the text's own, one reads like prose.
_NEAR = 4
#: A title on a line of its own is no longer.
_TITLE = 60


@dataclass(frozen=True)
class _Group:
    """Heads of one rank: ``heads`` has number and text by index.

    ``counter`` is what they count; it and ``key`` are '' where nothing names their number.
    """

    level: Level
    heads: dict[int, tuple[str, str]]
    key: tuple[str, ...] = ()
    counter: str = ''


def head_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The heads among ``texts``, and the lines of contents that name heads below them.

    A head with text below it is the text's own.
    """
    lines = Lines(texts)
    series = series_of(lines)
    contents = contents_of(lines, series)
    pasted = pasted_heads(lines)
    groups = _groups(lines, series, contents, pasted)
    ranks = ranked(lines, [group.level for group in groups])
    claims = _of_groups(lines, groups, ranks)
    claims |= _titles_below(lines, groups, claims)
    for index in _said_again(groups, ranks):
        claims[index] = Claim('head-again', text=texts[index], lines=claims[index].lines)
    for head in pasted:
        for index in head.again:
            claims[index] = Claim('head-again', text=texts[index], lines=claims[head.index].lines)
    named = {group.counter[-1:]: rank for group, rank in zip(groups, ranks) if group.key}
    counted = sorted(index for group in groups if group.level.counts for index in group.heads)
    kinds = kind_heads(lines, counted)
    times = Counter(kind.text for kind in kinds)
    for kind in kinds:
        if kind.index not in claims:
            rank = _rank_of_kind(lines, kind, times[kind.text] > 1, claims, named)
            claims[kind.index] = _head(lines, kind.index, '', kind.text, rank, (kind.index,))
    listed = tuple(sorted(contents.lists))
    return claims | {index: Claim('contents', text=texts[index], lines=listed) for index in listed}


def _groups(
    lines: Lines, series: Sequence[Series], contents: Contents, pasted: Sequence[PastedHead]
) -> list[_Group]:
    groups = []
    stamps = {index for head in pasted for index in head.stamps}
    for each in series:
        heads = {
            index: (shape.number, shape.text)
            for index, shape in each.heads
            if index not in contents.lists | stamps
        }
        is_named = each.key[:1] == ('named',) and bool(heads)
        counter = each.heads[0][1].counter if is_named else ''
        groups.append(_Group(_level(each, heads), heads, each.key if is_named else (), counter))
    counted = {index for group in groups for index in group.heads}
    articles = {head.index: ('', head.text) for head in pasted if head.index not in counted}
    if articles:
        groups.insert(0, _Group(level_of([*articles], [], '', _ARTICLE), articles))
        counted |= articles.keys()
    marked = marked_heads(lines, counted | stamps | contents.lists | contents.heads.keys())
    for mark in dict.fromkeys(head.mark for head in marked):
        heads = {head.index: ('', head.text) for head in marked if head.mark == mark}
        rank = _DAY if mark == 'day' else _MARK
        groups.append(_Group(level_of([*heads], [], '', rank), heads))
    for depth in sorted({head.depth for head in contents.heads.values()}):
        heads = {
            index: (head.number, head.text)
            for index, head in sorted(contents.heads.items())
            if head.depth == depth and index not in counted
        }
        groups.append(_Group(level_of([*heads], [], '', _COUNTED + depth), heads))
    return groups


def _of_groups(lines: Lines, groups: Sequence[_Group], ranks: Sequence[int]) -> dict[int, Claim]:
    chapters = {
        index: rank for group, rank in zip(groups, ranks) if group.key for index in group.heads
    }
    claims = {}
    for group, rank in zip(groups, ranks):
        part = _holds_chapters(lines, [*group.heads], rank, chapters)
        together = tuple(group.heads)
        for index, (number, text) in group.heads.items():
            claims[index] = _head(lines, index, number, text, rank, together, part)
    return claims


def _titles_below(
    lines: Lines, groups: Sequence[_Group], claims: dict[int, Claim]
) -> dict[int, Claim]:
    """The titles that stand below the numbers of a series, each between it and a blank line."""
    found: dict[int, Claim] = {}
    for group in groups:
        numbers = [index for index, (number, text) in group.heads.items() if number == text]
        below = [lines.below(index) for index in numbers]
        titles = [index for index in below if index is not None and _is_title(lines, index)]
        often = 2 * len({lines.texts[index] for index in titles}) <= len(titles)
        is_each = 1 < len(titles) == len(group.heads) and not often
        if is_each and not claims.keys() & titles:
            for number, index in zip(numbers, titles):
                text = lines.texts[index].strip(EDGE)
                rank = claims[number].rank
                found[index] = Claim('head-title', True, text, '', rank, (number, index))
    return found


def _is_title(lines: Lines, index: int) -> bool:
    """Whether a line below a number may be its title: short, no sentence, a blank line below."""
    text = lines.texts[index].strip(EDGE)
    is_last = index + 1 == len(lines.texts)
    return (
        len(text) <= _TITLE
        and not lines.is_sentence(index)
        and not text.endswith(('、', '，', ','))
        and not is_last
        and not lines.texts[index + 1].strip(EDGE)
    )


def _said_again(groups: Sequence[_Group], ranks: Sequence[int]) -> list[int]:
    """The heads that say no more than the one before them in their series, below the same heads.

    Who joins the pages of a novel has the head of a part on each.
    """
    heads = sorted(
        (index, rank, text, group.key)
        for group, rank in zip(groups, ranks)
        if group.key
        for index, (_, text) in group.heads.items()
    )
    last: dict[tuple[str, ...], tuple[str, int]] = {}
    found = []
    for index, rank, text, key in heads:
        if last.get(key) == (text, rank):
            found.append(index)
        last = {other: said for other, said in last.items() if said[1] <= rank}
        last[key] = text, rank
    return found


def _head(
    lines: Lines,
    index: int,
    number: str,
    text: str,
    rank: int,
    group: tuple[int, ...],
    part: bool = False,
) -> Claim:
    own = any(map(lines.is_sentence, lines.next(index, _NEAR)))
    return Claim('head', own, text, number, rank, group, part)


def _holds_chapters(
    lines: Lines, heads: Sequence[int], rank: int, chapters: dict[int, int]
) -> bool:
    """Whether most of ``heads`` have no text before the next of ``chapters`` (index: rank).

    Numbers alone count no chapters but what is below one.
    """
    directly = sum(chapters.get(lines.below(index) or 0, 0) > rank for index in heads)
    return 2 * directly > len(heads)


def _level(series: Series, indexes: Collection[int]) -> Level:
    sort, style, prefix, counter = series.key[:4] if series.key else ('', '', '', '')
    heads = [each for each in series.heads if each[0] in indexes]
    first = [
        index
        for place, (index, shape) in enumerate(heads)
        if not place or shape.value <= heads[place - 1][1].value
    ]
    rank = 0
    if sort == 'bare':
        rank = _CIRCLED if style == 'circled' else _COUNTED
    return level_of([*indexes], first, counter or prefix, rank)


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
