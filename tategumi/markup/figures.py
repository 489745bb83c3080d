"""Figures (算用数字) by the house's policy (JLReq §3.2.3)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .latin import Phrase
from .passage import Run

_D = '0-9０-９'
_NUMBER = re.compile(
    rf"""
    (?P<currency> [$¥€£＄￥￡]? )
    (?P<whole> [1-9１-９][{_D}]{{0,2}} (?: [,，][{_D}]{{3}} )+ (?![{_D}]) | [{_D}]+ )
    (?P<decimals> (?: [.．][{_D}]+ )* )
    (?P<percent> [%％]? )
    """,
    re.VERBOSE,
)
_DASHES = '-‐‑‒–—―−'
_JOINERS = frozenset(_DASHES + ':：/／〜～~')
_FULL_WIDTH_LETTER = re.compile('[Ａ-Ｚａ-ｚ]')
_SPAN_OF_YEARS = re.compile('年(?:間|前|後|分|目|来|ぶり|以[上下内前後]|未満|余り?)')
_DIGITS = '〇一二三四五六七八九'
_SMALL = ('', '十', '百', '千')
_LARGE = ('', '万', '億', '兆', '京')
LARGE_UNITS = ''.join(_LARGE)


@dataclass(frozen=True)
class _Number:
    start: int
    end: int
    currency: str
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
    point becomes ・, a percent sign full-width, a hyphen between numbers a
    dash, a colon full-width.

    ``policy`` ``'upright'``: one figure upright, two tate-chu-yoko, three or
    more upright one below the other; numbers with decimals all upright; a
    fraction of two single figures (1/2) tate-chu-yoko as a whole.

    ``policy`` ``'kanji'``: figure for figure where a number is a year (four
    figures before 年, unless 年 counts a span as in 年間; two or four before
    年代), has decimals or a leading zero, is one of three or more joined
    numbers or of a time, or has five figures or more that are not round in 万
    and came without comma groups; with 十百千万 elsewhere.

    ``policy`` ``'half-width'``: as they were typed, groups, points and all, in
    half-width figures, as horizontal text has them (JLReq §3.2.2).
    """
    runs = []
    for chain in _chains(text, _numbers(text, phrases)):
        if policy == 'half-width':
            runs += _half_width(text, chain)
        elif policy == 'kanji' and not _is_fraction(text, chain):
            runs += _kanji(text, chain)
        else:
            runs += _upright(text, chain)
    return sorted(runs, key=lambda run: run.start)


def _numbers(text: str, phrases: Sequence[Phrase]) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(phrase.start < end and start < phrase.end for phrase in phrases):
            continue
        if _FULL_WIDTH_LETTER.search(text[max(start - 1, 0) : start] + text[end : end + 1]):
            continue
        whole = unicodedata.normalize('NFKC', match['whole'])
        decimals = unicodedata.normalize('NFKC', match['decimals'])
        yield _Number(
            start,
            end,
            match['currency'],
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
        digits = '・'.join((number.whole, *number.decimals))
        runs += _set(number, digits, 'tcy' if two else 'upright')
    return runs


def _kanji(text: str, chain: Sequence[_Number]) -> list[Run]:
    runs = _joiners(text, chain)
    after = text[chain[-1].end : chain[-1].end + 4]
    code = len(chain) > 2 or any(text[n.end] in ':：' for n in chain[:-1])
    for number in chain:
        if number.decimals:
            written = '・'.join(by_position(part) for part in (number.whole, *number.decimals))
        elif code or _is_position_by_position(number, after):
            written = by_position(number.whole)
        else:
            written = by_unit(number.whole, after[:1] != '' and after[0] in LARGE_UNITS)
        runs += _set(number, written, '')
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


def _set(number: _Number, written: str, form: str) -> list[Run]:
    runs, start, end = [], number.start, number.end
    if number.currency:
        runs.append(Run(start, start + 1, number.currency, 'upright'))
        start += 1
    if number.percent:
        end -= 1
        runs.append(Run(end, end + 1, '％'))
    runs.append(Run(start, end, written, form))
    return runs


def _joiners(text: str, chain: Sequence[_Number]) -> list[Run]:
    runs = []
    for number in chain[:-1]:
        mark = text[number.end]
        if mark in _DASHES:
            runs.append(Run(number.end, number.end + 1, '–'))
        elif mark == ':':
            runs.append(Run(number.end, number.end + 1, '：'))
    return runs


def by_position(digits: str) -> str:
    """Figure for figure: ``'2015'`` → ``'二〇一五'``."""
    return ''.join(_DIGITS[int(digit)] for digit in digits)


def by_unit(digits: str, unit_follows: bool = False) -> str:
    """With 十, 百, 千, 万 …: ``'5000'`` → ``'五千'``, ``'12345'`` → ``'一万二千三百四十五'``.

    一 is left out before 十, 百 and 千, but not before a 千 that itself counts
    万 or more (千円, but 一千万円), which is so too when ``unit_follows`` says
    that the text goes on with such a unit. A number beyond 千京 comes out
    ``by_position``.
    """
    digits = digits.lstrip('0')
    if not digits:
        return _DIGITS[0]
    if len(digits) > 4 * len(_LARGE):
        return by_position(digits)
    groups = []
    for power, unit in enumerate(_LARGE):
        group = digits[-4:]
        digits = digits[:-4]
        if group.strip('0'):
            groups.append(_up_to_thousands(group, bool(unit) or unit_follows) + unit)
        if not digits:
            break
    return ''.join(reversed(groups))


def _up_to_thousands(group: str, counts_large_unit: bool) -> str:
    written = ''
    for digit, unit in zip(group, reversed(_SMALL[: len(group)])):
        if digit == '0':
            continue
        bare = digit == '1' and unit and not (unit == '千' and counts_large_unit)
        written += unit if bare else _DIGITS[int(digit)] + unit
    return written
