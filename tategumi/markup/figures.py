"""Figures (算用数字) by the house's policy (JLReq §3.2.3)."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..lazy import lazy_pattern
from .latin import Phrase
from .numerals import DIGITS, LARGE_UNITS, by_large_unit, by_position, by_unit
from .passage import Run

_D = '0-9０-９'
_NUMBER = lazy_pattern(
    rf"""
    (?P<currency> [$¥€£＄￥￡]? )
    (?P<whole> [1-9１-９][{_D}]{{0,2}} (?: [,，][{_D}]{{3}} )+ (?![{_D}]) | [{_D}]+ )
    (?P<decimals> (?: [.．][{_D}]+ )* )
    (?P<percent> [%％]? )
    """,
    re.VERBOSE,
)
_FIGURE = lazy_pattern(f'[{_D}]')
_DASHES = '-‐‑‒–—―−'
_DASHES_OF_SIGNS = '-‐‑‒–－'
_JOINERS = frozenset(_DASHES + ':：/／〜～~')
#: Behind these a dash before a figure is its sign.
_BEFORE_A_SIGN = lazy_pattern(
    '[\\s\u3000、。，．・：；（〔［｛〈《「『【(\\[＝=＜＞<>±×÷ぁ-ゖ]|^$'
)
_FULL_WIDTH_SIGNS = str.maketrans('$¥£', '＄￥￡')
_FULL_WIDTH_JOINERS = {':': '：', '/': '／'}
_RIGHTS = lazy_pattern('(?:©|[(（][cCｃＣ][)）])[ \u3000]?$')
_SPAN_OF_YEARS = lazy_pattern('年(?:間|前|後|分|目|来|ぶり|以[上下内前後]|未満|余り?)')
#: Of 、 in a number in kanji: groups of three figures, or two figures for about so many.
_COMMA = lazy_pattern(
    f"""
    (?<=(?P<before>[{DIGITS}])) 、 (?:
        (?=(?P<group>[{DIGITS}]{{3}})(?![{DIGITS}]))
        | (?<![{DIGITS}]、[{DIGITS}]、) (?=(?P<after>[{DIGITS}])(?![、{DIGITS}]))
    )
    """,
    re.VERBOSE,
)
_MARK_BEHIND_FIGURE = lazy_pattern(f'[、・](?<=[{_D}{DIGITS}].)')
_POINT = lazy_pattern(f'(?<=[{DIGITS}])・(?=[{DIGITS}])')
_TO_KANJI = {
    ord(figure): kanji
    for row in ('0123456789', '０１２３４５６７８９')
    for figure, kanji in zip(row, DIGITS)
}


class _Number(NamedTuple):
    start: int
    end: int
    currency: str
    point: int
    whole: str
    decimals: tuple[str, ...]
    percent: bool
    grouped: bool

    @property
    def is_plain(self) -> bool:
        return not (self.currency or self.decimals or self.percent)


def figures(text: str, phrases: Sequence[Phrase], policy: str) -> list[Run]:
    """The runs that set the numbers of ``text``; ``phrases`` are its Latin phrases.

    Figures inside a Latin phrase stay with it. Full-width figures are the
    same figures. In the first two policies comma groups are dropped, a decimal
    point becomes ・, half an em long, percent signs and signs of currencies full-width, a
    hyphen between numbers a dash, a colon and a stroke full-width. A hyphen before a number
    is a minus.

    ``policy`` ``'upright'``: one figure upright, two tate-chu-yoko, three or
    more upright one below the other; numbers with decimals all upright; a
    fraction of two single figures (1/2) tate-chu-yoko as a whole.

    ``policy`` ``'kanji'``: figure for figure where a number is a year (four
    figures before 年, unless 年 counts a span as in 年間, or behind ©; two or four before
    年代), has decimals or a leading zero, is one of three or more joined
    numbers or of a time, or has five figures or more that are not round in 万
    and came without comma groups; with 十百千万 elsewhere. ``'kanji-digits'``: as ``'kanji'``,
    but elsewhere figure for figure too, with 万 and 億 where a number has five or more.

    ``policy`` ``'half-width'``: as they were typed, groups, points and all, in
    half-width figures, as horizontal text has them (JLReq §3.2.2).
    """
    runs: list[Run] = []
    if not _FIGURE.search(text):
        return runs
    for chain in _chains(text, _numbers(text, phrases)):
        runs += _minus(text, chain[0].start)
        if policy == 'half-width':
            runs += _half_width(text, chain)
        elif policy in _KANJI and not _is_fraction(text, chain):
            runs += _kanji(text, chain, _KANJI[policy])
        else:
            runs += _upright(text, chain)
    return sorted(runs, key=lambda run: run.start)


def _minus(text: str, start: int) -> list[Run]:
    """The run of the sign of the number that begins at ``start``, where a dash is one."""
    is_sign = start and text[start - 1] in _DASHES_OF_SIGNS
    if is_sign and _BEFORE_A_SIGN.match(text[max(0, start - 2) : start - 1]):
        return [Run(start - 1, start, '−')]
    return []


def _numbers(text: str, phrases: Sequence[Phrase]) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(phrase.start < end and start < phrase.end for phrase in phrases):
            continue
        whole = unicodedata.normalize('NFKC', match['whole'])
        decimals = unicodedata.normalize('NFKC', match['decimals'])
        yield _Number(
            start,
            end,
            match['currency'],
            match.end('whole'),
            whole.replace(',', ''),
            tuple(decimals.split('.')[1:]),
            bool(match['percent']),
            ',' in whole,
        )


def _chains(text: str, numbers: Iterator[_Number]) -> list[list[_Number]]:
    """Numbers joined by one mark (a range, a time, a date) in one list."""
    chains: list[list[_Number]] = []
    for number in numbers:
        before = chains[-1][-1].end if chains else None
        if before == number.start - 1 and text[before] in _JOINERS and not number.currency:
            chains[-1].append(number)
        else:
            chains.append([number])
    return chains


def _is_fraction(text: str, chain: Sequence[_Number]) -> bool:
    return (
        len(chain) == 2
        and text[chain[0].end] in '/／'
        and all(number.is_plain and len(number.whole) == 1 for number in chain)
    )


def _half_width(text: str, chain: Sequence[_Number]) -> list[Run]:
    return [
        Run(number.start, number.end, unicodedata.normalize('NFKC', typed))
        for number in chain
        if (typed := text[number.start : number.end]).strip('0123456789,.')
    ]


def _upright(text: str, chain: Sequence[_Number]) -> list[Run]:
    if _is_fraction(text, chain):
        first, second = chain
        return [Run(first.start, second.end, f'{first.whole}/{second.whole}', 'tcy')]
    runs = _joiners(text, chain)
    for number in chain:
        two = len(number.whole) == 2 and not number.decimals
        runs += _set(number, number.whole, number.decimals, 'tcy' if two else 'upright')
    return runs


def _kanji(text: str, chain: Sequence[_Number], by_count: Callable[[str, bool], str]) -> list[Run]:
    runs = _joiners(text, chain)
    after = text[chain[-1].end : chain[-1].end + 4]
    code = len(chain) > 2 or any(text[n.end] in ':：' for n in chain[:-1])
    for number in chain:
        if number.decimals:
            written = by_position(number.whole)
        elif code or _is_position_by_position(number, after) or _is_of_rights(text, number):
            written = by_position(number.whole)
        else:
            written = by_count(number.whole, after[:1] != '' and after[0] in LARGE_UNITS)
        runs += _set(number, written, [*map(by_position, number.decimals)], '')
    return runs


def _is_position_by_position(number: _Number, after: str) -> bool:
    length = len(number.whole)
    if number.whole[0] == '0' and length > 1:
        return True
    if number.grouped:
        return False
    if after.startswith('年代'):
        return length in (2, 4)
    if length == 4 and after.startswith('年'):
        return not _SPAN_OF_YEARS.match(after)
    return length > 4 and int(number.whole) % 10000 != 0


def _is_of_rights(text: str, number: _Number) -> bool:
    """Whether it is the year behind ©."""
    before = text[max(0, number.start - 5) : number.start]
    return len(number.whole) == 4 and not number.grouped and bool(_RIGHTS.search(before))


def _set(number: _Number, whole: str, decimals: Sequence[str], form: str) -> list[Run]:
    start, place = number.start, number.point
    runs = []
    if number.currency:
        sign = number.currency.translate(_FULL_WIDTH_SIGNS)
        runs.append(Run(start, start + 1, sign, '' if sign in '＄￥￡' else 'upright'))
        start += 1
    runs.append(Run(start, place, whole, form))
    for part in decimals:
        runs.append(Run(place, place + 1, '・', 'number-point'))
        runs.append(Run(place + 1, place + 1 + len(part), part, form))
        place += 1 + len(part)
    if number.percent:
        runs.append(Run(place, place + 1, '％'))
    return runs


def _joiners(text: str, chain: Sequence[_Number]) -> list[Run]:
    runs = []
    for number in chain[:-1]:
        mark = text[number.end]
        if mark in _DASHES:
            runs.append(Run(number.end, number.end + 1, '–'))
        elif mark in _FULL_WIDTH_JOINERS:
            runs.append(Run(number.end, number.end + 1, _FULL_WIDTH_JOINERS[mark]))
    return runs


def marks_in_numbers(text: str, policy: str) -> list[Run]:
    """The runs of 、 and ・ within numbers in kanji, half an em long (JLReq §3.1.3).

    二、三〇〇円, 三、四人, 三・一四; not those of an enumeration (一、二、三). ``policy`` as in
    ``figures``.
    """
    if not _MARK_BEHIND_FIGURE.search(text):
        return []
    if policy in _KANJI:
        text = text.translate(_TO_KANJI)
    runs = [
        Run(match.start(), match.end(), '、', 'number-comma')
        for match in _COMMA.finditer(text)
        if match['group'] or DIGITS.index(match['after']) == DIGITS.index(match['before']) + 1
    ]
    runs += [Run(m.start(), m.end(), '・', 'number-point') for m in _POINT.finditer(text)]
    return runs


#: How numbers that count are written, by the house's policy.
_KANJI: dict[str, Callable[[str, bool], str]] = {'kanji': by_unit, 'kanji-digits': by_large_unit}
