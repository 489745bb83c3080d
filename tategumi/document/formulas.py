"""Formulas as drawings: WeasyPrint knows no MathML.

They lie along the line, as Western text does in vertical writing.
"""

import re
from base64 import b64encode
from pathlib import Path
from typing import cast

from lxml import etree

from ..errors import BadManuscript
from ..lazy import lazy
from ..markup import MATHML, Element, element

#: The size that formulas are drawn in, px; on the page they have that of the text.
_SIZE = 100
#: How far the line of fractions is above the baseline, in em (OpenType MATH, AxisHeight).
_AXIS = 0.26
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')

ziamath = lazy('ziamath')


def draw_formulas(section: Element, book: Path) -> None:
    """Put a picture in the place of each formula below ``section``, in place.

    Its alternative text is the formula in TeX's notation. Raises ``BadManuscript``, of the folder
    ``book``, for one that cannot be drawn.
    """
    for formula in list(section.iter(f'{{{MATHML}}}math')):
        picture = _picture(formula.get('alttext') or '', formula.get('display') == 'block', book)
        picture.tail = formula.tail
        cast(Element, formula.getparent()).replace(formula, picture)


def _picture(source: str, is_block: bool, book: Path) -> Element:
    try:
        # Outlines where they are drawn, without symbols that are used.
        ziamath.config.svg2 = False
        svg = ziamath.Latex(source, size=_SIZE, inline=not is_block).svg()
    except Exception as error:
        # The library raises whatever it stumbles over.
        raise BadManuscript(
            book / 'chapters', 'the formula "{source}" cannot be drawn', source=source
        ) from error
    (box,) = _VIEW_BOX.findall(svg)[:1]
    left, top, width, height = map(float, box.split())
    # As much above the axis as below it, so that the axis is in the middle of the line.
    half = max(-_AXIS * _SIZE - top, top + height + _AXIS * _SIZE)
    inside = ''.join(
        etree.tostring(child, encoding='unicode') for child in etree.fromstring(svg.encode())
    )
    # What is to the right in the formula is down the page.
    moved = f'matrix(0 1 -1 0 {half - _AXIS * _SIZE:.2f} {-left:.2f})'
    turned = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * half:.2f}" height="{width:.2f}" '
        f'viewBox="0 0 {2 * half:.2f} {width:.2f}">'
        f'<g transform="{moved}">{inside}</g></svg>'
    )
    return element(
        'img',
        src='data:image/svg+xml;base64,' + b64encode(turned.encode()).decode(),
        alt=source,
        class_='formula',
        style=f'width: {width / _SIZE:.3f}em; height: auto',
    )
