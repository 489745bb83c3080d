"""The bar codes of a book and what is written beside them (書籍JANコード, 日本図書コード).

Two rows of EAN-13 (JIS X 0507): the ISBN, and 192 with C-code and price. As large as the agency
has them, 31.35 × 11 mm, 12 mm from the spine and 10 mm from the head, black on white
(日本図書コード管理センター, 利用の手引き).
"""

import re
from collections.abc import Iterator

from pystrich.ean13 import GUARDS, EAN13Encoder

from ..frames.drawing import Drawing
from ..settings import figures_of
from ..writers.lettering import Lettering
from .boxes import MM

#: A module, and the height of the bars, in mm.
_MODULE, _HEIGHT = 0.33, 11

#: White before and behind the bars, in modules (JIS X 0507).
_BEFORE, _BEHIND = 11, 7

#: From the bars of one row to those of the next, and white above the first, in mm.
_BETWEEN, _ABOVE = 10, 2

#: The figures below the bars and the lines of letters, in pt: 11 級 at least.
_FIGURES, _LETTERS, _PITCH = 8, 8, 11

#: What is more than this has no price in the code.
_MOST = 99_999

#: How far the bars are from the spine and from the head, in mm.
FROM_SPINE, FROM_HEAD = 12, 10


def isbn_13(isbn: str) -> str:
    """The 13 figures of ``isbn``, which has 10 or 13 of them."""
    figures = figures_of(isbn)
    return figures if len(figures) == 13 else EAN13Encoder(f'978{figures[:9]}').full_code


def second_row(c_code: str, price: int) -> str:
    """The 13 figures that say ``c_code`` and ``price``."""
    code = f'192{c_code[-4:]}{price if price <= _MOST else 0:05d}'
    return EAN13Encoder(code).full_code


def bars(code: str) -> str:
    """The modules of ``code`` (13 figures): ``1`` is black."""
    made = EAN13Encoder(code, require_valid_check_digit=True)
    left, middle, right = GUARDS
    return f'{left}{made.left_bars}{middle}{made.right_bars}{right}'


def bar_codes(isbn: str, c_code: str, price: int, lettering: Lettering) -> Drawing:
    """The drawing of the codes in pt, y up, from the upper left corner of the bars.

    Without ``c_code`` there is no second row.
    """
    rows = [isbn_13(isbn), *([second_row(c_code, price)] if c_code else [])]
    written = isbn if len(figures_of(isbn)) == 13 else rows[0]
    lines = [f'ISBN{written}']
    if c_code:
        lines.append(f'C{c_code[-4:]} ¥{price if price <= _MOST else 0}E')
    pitch = (_HEIGHT + _BETWEEN) * MM
    foot = -pitch * (len(rows) - 1) - _HEIGHT * MM - _FIGURES - 4 - _PITCH * len(lines)
    width = len(bars(rows[0])) * _MODULE * MM
    longest = max(lettering.width(line, _LETTERS) for line in lines)
    right = max(width + _BEHIND * _MODULE * MM, longest + _MODULE * MM)
    left = -_BEFORE * _MODULE * MM
    ground = 're', left, foot - 4, right - left, _ABOVE * MM - foot + 4
    drawing: Drawing = [('g', 1), ground, ('f',), ('g', 0)]
    for number, row in enumerate(rows):
        top = -pitch * number
        drawing += _row(row, top)
        drawing.append(_figures(row, width, top, lettering))
    head = -pitch * (len(rows) - 1) - _HEIGHT * MM - _FIGURES - 2
    drawing += [
        lettering.set(line, _LETTERS, 0, head - _PITCH * number)
        for number, line in enumerate(lines, 1)
    ]
    return drawing


def _row(code: str, top: float) -> Iterator[tuple[object, ...]]:
    module = _MODULE * MM
    for black in re.finditer('1+', bars(code)):
        start, end = black.span()
        yield 're', start * module, top - _HEIGHT * MM, (end - start) * module, _HEIGHT * MM
    yield ('f',)


def _figures(code: str, width: float, top: float, lettering: Lettering) -> object:
    """The figures of ``code`` below its bars, as wide as these."""
    natural = lettering.width(code, _FIGURES)
    size = min(_FIGURES, _FIGURES * width / natural)
    start = (width - natural * size / _FIGURES) / 2
    return lettering.set(code, size, start, top - _HEIGHT * MM - size)
