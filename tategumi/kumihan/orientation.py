"""How characters stand in a vertical line: upright, or turned a quarter clockwise (UAX #50).

What Unicode leaves to the font (its Tr: turned where it has no vertical form) is asked of it by
who knows fonts.
"""

from bisect import bisect_right
from functools import cache
from unicodedata import category, east_asian_width

from .classes import class_of
from .tables import rows

#: Letters, figures, what joins them, spaces: of these a turned one is Western text.
_WESTERN = frozenset('LNMCZ')
_SYMBOLS = frozenset(('Sm', 'So'))
#: As wide as a kanji in East Asian text.
_WIDE = frozenset('FWA')
#: JLReq has them for brackets of Japanese text; half as wide, they stand in Western text too.
_QUOTES = frozenset('‘’“”')
#: Marks of class 5 that fonts leave as they are in vertical text: ； is not turned for want of
#: a vertical form.
_UPRIGHT_WITHOUT_FORM = 5
#: Fonts draw it across, and turned it runs with the line.
_WAVY_DASH = '〰'


@cache
def orientation_of(character: str) -> str:
    """``Vertical_Orientation`` of ``character``: ``'U'``, ``'R'``, ``'Tu'`` or ``'Tr'``."""
    firsts, stretches = _stretches()
    code = ord(character)
    index = bisect_right(firsts, code) - 1
    orientation, last = stretches[index] if index >= 0 else ('R', code)
    return orientation if code <= last else 'R'


@cache
def stands(character: str, has_vertical_form: bool = True) -> str:
    """How ``character`` stands in a vertical line.

    ``'upright'``; ``'turned'``, as a mark of Japanese text that runs with the line (―, ＝, →);
    or ``'sideways'``, as a Western character. ``has_vertical_form``: its font has one for it.
    """
    orientation, number = orientation_of(character), class_of(character)
    if orientation in ('U', 'Tu'):
        return 'upright'
    if character == _WAVY_DASH:
        return 'turned'
    if orientation == 'Tr':
        is_upright = has_vertical_form or number == _UPRIGHT_WITHOUT_FORM
        return 'upright' if is_upright else 'turned'
    if character < '\xa0' or character in _QUOTES:
        return 'sideways'
    if number == 8:
        # The form is that of a line down the page, and two are drawn as one.
        return 'upright' if has_vertical_form else 'turned'
    if number != 19:
        return 'turned'
    kind = category(character)
    is_mark = kind in _SYMBOLS or east_asian_width(character) in _WIDE
    return 'turned' if is_mark and kind[0] not in _WESTERN else 'sideways'


def depends_on_font(character: str) -> bool:
    """Does ``character`` stand in one way with a vertical form, in another without?"""
    return stands(character, True) != stands(character, False)


@cache
def _stretches() -> tuple[list[int], list[tuple[str, int]]]:
    """The first code points of the stretches that are not R; their orientations and last ones."""
    found = [(int(first, 16), name, int(last, 16)) for name, first, last in rows('orientation')]
    return [first for first, _, _ in found], [(name, last) for _, name, last in found]
