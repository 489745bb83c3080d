"""Heads by a mark or brackets that lines have alike, by one mark alone, and days of a diary."""

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from ..numerals import number_of
from ..repeats import is_sentence
from ..rules import EDGE
from .lines import Lines

_MARKS = '■◆●▼□◇★☆▽◎▶'
_LONGEST = 40
_MARKED = re.compile(
    rf'(?P<mark>[{_MARKS}]+)[ \u3000]*'
    rf'(?P<text>[^{_MARKS}。．、，,\s](?:[^。]{{0,38}}[^。．.、，,!！{_MARKS}])?)'
    rf'(?P<end>[ \u3000]*[{_MARKS}]*)'
)
_ENCLOSED = re.compile(
    r'(?P<mark>[【〔＊*―—–～〜=＝-])(?P<again>(?P=mark)*)[ \u3000]*'
    r'(?P<text>[^【】〔〕。＊*=＝]{1,40}?)[ \u3000]*(?P<end>[】〕＊*―—–～〜=＝-]+)'
)
_BRACKETS = {'【': '】', '〔': '〕'}
#: Two lines with such a mark head their text; of lines in dashes or the like it takes so many.
_SURE, _DOUBTFUL = f'{_MARKS}【〔', 3
_LONE = re.compile(
    rf'[■◆●▼][ \u3000]*(?P<text>[^{_MARKS}。．、，,:：\s](?:[^。:：]{{0,38}}[^。．.、，,!！:：])?)'
)
_FIGURE = r'(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})'
_SKY = (
    '(?!風呂|風邪|雨宿|雨戸|雪かき|雪だるま|雷門|暑中|寒中)'
    '(?:快?晴|薄?曇|くも|はれ|あめ|ゆき|みぞれ|[小大]?雨|[小大]?雪|霧|強?風|嵐|雷|暑|寒)'
)
_DAY = re.compile(
    rf'(?:(?P<year>[0-9０-９]{{4}}|(?:令和|平成|昭和)[ \u3000]?(?:{_FIGURE}|元))年)?'
    rf'(?P<month>{_FIGURE})月(?P<day>{_FIGURE})日'
    r'(?:[ \u3000]*[(（]?[月火水木金土日](?:曜日?)?[)）]?)?'
    rf'(?:[ \u3000]*(?:晴れ?|曇り?|雨|雪)(?:のち.)?|[ \u3000]+{_SKY}[^。、「」]{{0,10}})?'
)
_MARKDOWN_HEAD = re.compile(r'#{1,6} ')
#: So many days head the entries of a diary.
_DAYS = 3


@dataclass(frozen=True)
class MarkedHead:
    """A head that no number counts; ``mark`` is what all of its series have alike."""

    index: int
    mark: str
    text: str


def marked_heads(lines: Lines, taken: Set[int]) -> list[MarkedHead]:
    """The heads by their marks among the lines that are not ``taken``.

    Between two of a series stands text.
    """
    groups: dict[str, list[list[MarkedHead]]] = defaultdict(list)
    for index in lines.said:
        head = None if index in taken else _marked(lines.texts[index], index)
        if head:
            runs = groups[head.mark]
            if runs and _is_listed(lines, runs[-1][-1].index, index, taken):
                runs[-1].append(head)
            else:
                runs.append([head])
    # Lines with nothing between them are a list.
    parted = {mark: [run[0] for run in runs if len(run) == 1] for mark, runs in groups.items()}
    found = [
        head
        for mark, group in parted.items()
        if len(group) > 1
        and (mark[0] in _SURE or len(group) >= _DOUBTFUL and _have_text(lines, group))
        for head in group
    ]
    known = {head.index for head in found}
    return found + _lone(lines, taken | known) + _days(lines, taken | known)


def _marked(text: str, index: int) -> MarkedHead | None:
    text = text.strip(EDGE)
    match = _MARKED.fullmatch(text) if len(text) <= 2 * _LONGEST else None
    if match and (not match['end'] or match['end'].strip(EDGE)[-1:] in match['mark']):
        return MarkedHead(index, match['mark'], match['text'])
    match = _ENCLOSED.fullmatch(text) if len(text) <= 2 * _LONGEST else None
    if match:
        opening = match['mark'] + match['again']
        closing = _BRACKETS.get(match['mark'], match['mark']) * len(opening)
        if match['end'] == closing and (match['mark'] in _BRACKETS or len(opening) < 4):
            return MarkedHead(index, opening, match['text'])
    return None


def _is_listed(lines: Lines, index: int, other: int, taken: Set[int]) -> bool:
    """Whether no text of their own stands between the lines."""
    between = lines.said[lines.place[index] + 1 : lines.place[other]]
    return all(each in taken for each in between)


def _have_text(lines: Lines, group: list[MarkedHead]) -> bool:
    ends = [head.index for head in group[1:]]
    return all(lines.sentences(head.index, end) for head, end in zip(group, [*ends, None]))


def _lone(lines: Lines, taken: Set[int]) -> list[MarkedHead]:
    """One line with a mark, with sentences before and after it."""
    found = []
    for place in range(1, len(lines.said) - 1):
        before, index, after = lines.said[place - 1 : place + 2]
        match = _LONE.fullmatch(lines.texts[index].strip(EDGE)) if index not in taken else None
        if match and all(
            other not in taken and is_sentence(lines.texts[other]) for other in (before, after)
        ):
            found.append(MarkedHead(index, 'lone', match['text']))
    return found


def _days(lines: Lines, taken: Set[int]) -> list[MarkedHead]:
    """Days that stand alone, in order or from the last to the first, with text below each."""
    days = [
        (index, match)
        for index in lines.said
        if index not in taken
        for match in [_DAY.fullmatch(lines.texts[index].strip(EDGE))]
        if match
    ]
    dates = [_date(match) for _, match in days]
    group = [MarkedHead(index, 'day', lines.texts[index].strip(EDGE)) for index, _ in days]
    is_diary = (
        len(group) >= _DAYS
        and (not all(match['year'] for _, match in days) or dates in _orders(dates))
        and _have_text(lines, group)
        and 2 * sum(_is_below_a_head(lines, index) for index, _ in days) <= len(days)
    )
    return group if is_diary else []


def _is_below_a_head(lines: Lines, index: int) -> bool:
    """Whether a title is right above: a day below it is that of its entry."""
    above = lines.above(index)
    return above is not None and (
        bool(_MARKDOWN_HEAD.match(lines.texts[above]))
        or index - above == 1
        and not lines.is_sentence(above)
    )


def _orders(dates: list[tuple[int, int, int]]) -> tuple[list[Any], list[Any]]:
    return sorted(dates), sorted(dates, reverse=True)


def _date(match: re.Match) -> tuple[int, int, int]:
    year = re.sub('[^0-9０-９一二三四五六七八九十]', '', match['year'] or '')
    return number_of(year) or 0, number_of(match['month']) or 0, number_of(match['day']) or 0
