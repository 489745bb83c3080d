"""Columns of figures in tables: in one form, points one beside the other (JLReq §4.4.6)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from ..settings import Settings
from .xhtml import Element, element

_NUMBER = re.compile(
    r'(?P<sign>[-−－+＋±]?)(?P<whole>[0-9０-９]+(?:[,，][0-9０-９]{3})*)'
    r'(?:[.．・](?P<decimals>[0-9０-９]+))?(?P<percent>[%％]?)'
)
_SIGNS = {'-': '−', '－': '−', '+': '＋'}
_KANJI = str.maketrans('0123456789', '〇一二三四五六七八九')

#: As wide as a figure, and as a comma (Unicode, General Punctuation).
_FIGURE_SPACE, _PUNCTUATION_SPACE = '\u2007', '\u2008'


class _Number(NamedTuple):
    """``whole`` has its comma groups as they were typed."""

    sign: str
    whole: str
    decimals: str
    percent: bool

    @property
    def figures(self) -> str:
        return self.whole.replace(',', '')


def align_figures(section: Element, settings: Settings) -> None:
    """Set the columns of figures of the tables below ``section`` in one form, in place.

    A column of figures has two numbers or more, and nothing else in its body. Its figures are
    upright, one below the other, or kanji by ``house_style.figures``; in horizontal writing they
    stay as they were typed. What shorter numbers want before their points is space.
    """
    for table in section.iter('{*}table'):
        rows = [list(row) for row in table.iterfind('{*}tbody/{*}tr')]
        heads = [list(row) for row in table.iterfind('{*}thead/{*}tr')]
        for column, cells in enumerate(zip(*rows)):
            written = [cell for cell in cells if _text(cell)]
            numbers = [number for cell in written if (number := _number(cell))]
            if len(written) == len(numbers) > 1:
                for cell, number in zip(written, numbers):
                    _set(cell, number, numbers, settings)
                for row in heads:
                    _leave_to_head(row[column])


def _text(cell: Element) -> str:
    return ''.join(cell.itertext()).strip()


def _number(cell: Element) -> _Number | None:
    found = None if len(cell) else _NUMBER.fullmatch(_text(cell))
    if not found:
        return None
    whole, decimals = (
        unicodedata.normalize('NFKC', found[name] or '') for name in ('whole', 'decimals')
    )
    sign = _SIGNS.get(found['sign'], found['sign'])
    return _Number(sign, whole, decimals, bool(found['percent']))


def _set(cell: Element, number: _Number, numbers: Sequence[_Number], settings: Settings) -> None:
    _leave_to_head(cell)
    cell.set('class', 'figures')
    percent = '％' if number.percent else ''
    if settings.writing == 'horizontal' and settings.house_style.figures == 'upright':
        decimals = f'.{number.decimals}' if number.decimals else ''
        cell.text = _narrow_space(number, numbers) + number.sign + number.whole + decimals
        cell.text += percent
        return
    wide = max(len(other.sign) + len(other.figures) for other in numbers)
    space = '\u3000' * (wide - len(number.sign) - len(number.figures)) + number.sign
    figures = number.figures + (f'・{number.decimals}' if number.decimals else '')
    if settings.house_style.figures != 'upright':
        cell.text = space + figures.translate(_KANJI) + percent
        return
    made = element('span', figures, class_='upright')
    made.tail = percent or None
    cell.text = space or None
    cell.append(made)


def _leave_to_head(cell: Element) -> None:
    """Points stand one beside the other where all numbers begin at the head of their cells."""
    if cell.get('class', '').startswith('align-'):
        del cell.attrib['class']


def _narrow_space(number: _Number, numbers: Sequence[_Number]) -> str:
    figures = max(len(other.figures) + len(other.sign) for other in numbers)
    commas = max(other.whole.count(',') for other in numbers)
    return _FIGURE_SPACE * (figures - len(number.figures) - len(number.sign)) + (
        _PUNCTUATION_SPACE * (commas - number.whole.count(','))
    )
