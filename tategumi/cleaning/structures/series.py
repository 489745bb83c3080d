"""Series of counted heads: lines of one shape whose numbers count, with text between them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .kinds import is_kind
from .lines import Lines
from .shapes import Shape

#: So many lines in a row that count are a list, even where they begin as only a chapter does.
_LIST = 3
#: What counts a chapter, so that one line of that shape is a head, and the longest title of it.
_ALONE = '部巻編篇章話回幕夜節項'
_ENGLISH = {'chapter', 'part', 'book', 'act'}
#: Of these a line that stands apart is a head, though nothing parts the title from the number.
_MANY = '話章'
_OPENS = tuple('「『【〈《（(')
_BRACKETED = re.compile('[「『【〈《（(].*[」』】〉》）)](?:[ \u3000].*)?')
_ENGLISH_MARK = re.compile('[ \u3000]*[:：.—–-]')
_TITLE, _APART_TITLE = 40, 100
#: Of a number alone the title is no longer, but where so many count.
_BARE_TITLE, _SEVERAL = 40, 3
_FIGURES = re.compile('[0-9０-９]+')
_MARKS = tuple('。．.、，,')


@dataclass(frozen=True)
class Series:
    """``heads`` are ``(index, Shape)`` in order; ``listed`` lines of the same shape in lists."""

    key: tuple[str, ...]
    heads: tuple[tuple[int, Shape], ...]
    listed: tuple[int, ...] = ()


def series_of(lines: Lines) -> list[Series]:
    """Each ``Series`` of heads in the text."""
    groups: dict[tuple[str, ...], list[tuple[int, Shape]]] = defaultdict(list)
    for index in lines.said:
        shape = lines.shape(index)
        if shape:
            groups[shape.key].append((index, shape))
    named = {
        key: _named(lines, group) for key, group in groups.items() if group[0][1].sort == 'named'
    }
    found = [series for series in named.values() if series.heads]
    above = [index for series in found for index, _ in series.heads]
    # What counts the same again below heads that are marked as such is no head.
    hashed = {shape.value for each in found if each.key[2] == '#' for _, shape in each.heads}
    if any(group[0][1].sort == 'bare' for group in groups.values()):
        above = sorted([*above, *(index for index in lines.said if is_kind(lines.texts[index]))])
    for key, group in groups.items():
        if key not in named:
            series = _counted(lines, group, above)
            if series.heads and not {shape.value for _, shape in series.heads} <= hashed:
                found.append(series)
    return found


def _runs(lines: Lines, group: Iterable[tuple[int, Shape]]) -> list[list[tuple[int, Shape]]]:
    """Lists of the lines of ``group`` that count with nothing between them."""
    runs: list[list[tuple[int, Shape]]] = []
    for index, shape in group:
        if runs and lines.follows(runs[-1][-1][0], index) and shape.value > runs[-1][-1][1].value:
            runs[-1].append((index, shape))
        else:
            runs.append([(index, shape)])
    return runs


def _parted(
    lines: Lines, group: Sequence[tuple[int, Shape]], is_list: Callable
) -> tuple[list[tuple[int, Shape]], tuple[int, ...]]:
    """``(open, listed)``: the lines of ``group`` that may be heads, and those in lists."""
    is_open: list[tuple[int, Shape]] = []
    listed: list[int] = []
    for run in _runs(lines, group):
        if len(run) > 1 and is_list(run):
            listed += [index for index, _ in run]
        else:
            is_open += run
    return is_open, tuple(listed)


def _named(lines: Lines, group: Sequence[tuple[int, Shape]]) -> Series:
    """Of lines whose number is named: what alone is a head, and what counts with another."""
    often: dict[tuple[int, ...], int] = defaultdict(int)
    for _, shape in group:
        often[shape.value] += 1

    def is_list(run: Sequence[tuple[int, Shape]]) -> bool:
        return len(run) >= _LIST or all(often[shape.value] > 1 for _, shape in run)

    group, listed = _parted(lines, group, is_list)
    heads = [
        (index, shape)
        for place, (index, shape) in enumerate(group)
        if _is_head_alone(lines, index, shape)
        or _counts(group, place)
        and not _goes_on(group, shape)
        and (not shape.is_sentence or _is_title(lines, index, shape))
    ]
    if len({shape.value for _, shape in heads}) < 2:
        heads = [each for each in heads if _is_head_alone(lines, *each)]
    is_loose = not heads or heads[0][1].counter[-1:] not in tuple(_ALONE)
    # Two that count on from elsewhere may be the post and the one before it.
    is_loose &= not _have_text(lines, [index for index, _ in heads]) or (
        len(heads) < _SEVERAL and heads[0][1].value[-1] > 1
    )
    if is_loose:
        heads = [each for each in heads if _is_head_alone(lines, *each)]
    return Series(heads[0][1].key if heads else (), tuple(heads), listed)


def _is_head_alone(lines: Lines, index: int, shape: Shape) -> bool:
    _, _, prefix, counter = shape.key
    if not (prefix == '第' and counter and counter in _ALONE or prefix in _ENGLISH):
        return False
    longest = _APART_TITLE if lines.is_apart(index) and len(shape.title) > _TITLE else _TITLE
    if prefix in _ENGLISH:
        is_marked = not shape.title or bool(_ENGLISH_MARK.match(shape.text[len(shape.number) :]))
    elif shape.is_direct:
        is_marked = counter in _MANY and lines.is_apart(index) and not shape.is_sentence
    else:
        is_marked = shape.title[:1] not in _OPENS or bool(_BRACKETED.fullmatch(shape.title))
    return is_marked and '。' not in shape.title and len(shape.title) <= longest


def _counts(group: Sequence[tuple[int, Shape]], place: int) -> bool:
    """Whether the number is beside that of the line before or after; the newest may be first."""
    value = group[place][1].value
    before = group[place - 1][1].value if place else None
    after = group[place + 1][1].value if place + 1 < len(group) else None
    return any(
        other is not None and (other == value or _is_next(value, other) or _is_next(other, value))
        for other in (before, after)
    )


def _is_next(value: tuple[int, ...], other: tuple[int, ...]) -> bool:
    if len(value) != len(other):
        return False
    return other == (*value[:-1], value[-1] + 1) or (
        len(value) > 1 and other[0] == value[0] + 1 and other[1] in (0, 1)
    )


def _goes_on(group: Sequence[tuple[int, Shape]], shape: Shape) -> bool:
    """Whether the words go on from the number as a sentence does, which few heads do."""
    return (
        shape.is_direct
        and shape.is_sentence
        or (shape.is_direct and 2 * sum(other.is_direct for _, other in group) < len(group))
    )


def _is_title(lines: Lines, index: int, shape: Shape) -> bool:
    """Whether a sentence that stands apart is the title."""
    return (
        shape.title.count('。') == 1
        and shape.title.rstrip('」』）)').endswith('。')
        and lines.is_apart(index)
    )


def _have_text(lines: Lines, heads: Sequence[int]) -> bool:
    """Whether two heads at least have text below them that reads like prose, and most do."""
    texts = sum(lines.sentences(index, end) > 0 for index, end in zip(heads, [*heads[1:], None]))
    return len(heads) > 1 and 2 * texts >= len(heads) and texts >= min(len(heads), _SEVERAL)


def _counted(lines: Lines, group: Sequence[tuple[int, Shape]], above: Sequence[int]) -> Series:
    """Of lines whose number only counts: the chains that count from 0 or 1 by one.

    A chain begins anew below a head that is named.
    """
    group, listed = _parted(lines, group, lambda run: True)
    chains: list[list[tuple[int, Shape]]] = []
    for index, shape in group:
        if shape.title.endswith(_MARKS) or '。' in shape.title:
            continue
        last = chains[-1][-1] if chains else None
        if last and _is_next(last[1].value, shape.value):
            chains[-1].append((index, shape))
        elif shape.value[-1] in (0, 1):
            if last and any(last[0] < other < index for other in above):
                chains.append([(index, shape)])
            elif not last or len(chains[-1]) == 1:
                chains[-1:] = [[(index, shape)]]
    heads = [each for chain in chains for each in chain]
    if (
        max(map(len, chains), default=0) < 2
        or _is_form([shape for _, shape in heads])
        or len(heads) < _SEVERAL
        and not all(_is_short(shape.title) for _, shape in heads)
        or not _have_text(lines, [index for index, _ in heads])
    ):
        return Series((), (), listed)
    return Series(heads[0][1].key, tuple(heads), listed)


def _is_form(shapes: Sequence[Shape]) -> bool:
    """Whether they are words around figures, alike in all: a site's button at each comment."""
    titles = {_FIGURES.sub('', shape.title) for shape in shapes}
    is_worded = any(shape.key[2] or _FIGURES.search(shape.title) for shape in shapes)
    return len(titles) == 1 and '' not in titles and is_worded


def _is_short(title: str) -> bool:
    return len(title) <= _BARE_TITLE and not title.endswith(tuple('!?！？'))
