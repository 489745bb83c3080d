"""Space between two classes, and how far line adjustment may change it.

Table 1 of JLReq appendix B gives the natural space. Tables 3 and 6 (appendices
D and E) say the same spaces again with how far each gives and in which order;
here that is derived from table 1, whose spaces fall into few kinds.
"""

from dataclasses import dataclass
from functools import cache

from .tables import matrix

#: Reduction, in JLReq's order (§3.8.3). The two steps at the line end come
#: between ``WORD_SPACE`` and ``MIDDLE_DOT`` and are ``adjustment``'s.
WORD_SPACE, MIDDLE_DOT, HALF_EM, JAPANESE_WESTERN = range(4)

#: Expansion, in JLReq's order (§3.8.4): word spaces, Japanese-Western spaces,
#: up to a quarter em where characters are solid, and then evenly everywhere.
TO_HALF_EM, WESTERN_TO_HALF_EM, TO_QUARTER_EM, EVENLY = range(4)

#: A word space is a third of an em, gives to a quarter and takes to a half.
WORD_SPACE_EM, WORD_SPACE_LEAST, WORD_SPACE_MOST = 1 / 3, 1 / 4, 1 / 2

_JAPANESE = frozenset((9, 10, 11, 15, 16, 19, 22, 23, 30, 4, 28, 29))
_WESTERN = frozenset((21, 24, 25, 27))


@dataclass(frozen=True)
class Space:
    """The space between two classes, in em.

    ``before`` and ``after`` are the shares measured in the size of the
    character before and of the one after. ``reduction`` is the stage in which
    it gives, down to ``least`` of itself (a fraction), or ``None``;
    ``expansion`` the first stage in which it takes, or ``None``.
    """

    before: float = 0
    after: float = 0
    reduction: int | None = None
    least: float = 1
    expansion: int | None = None


@cache
def space_table():
    """``table[before][after]``: the ``Space`` between the two classes."""
    cells = matrix('spacing')
    return [
        [_space(cells, before, after) if before and after else Space() for after in range(31)]
        for before in range(31)]


def _space(cells, before, after):
    row, column = (19 if number in (17, 18) else number for number in (before, after))
    before_em, after_em = _natural(cells[row, column], row, column)
    reduction, least = _reduction(row, column, before_em + after_em)
    return Space(before_em, after_em, reduction, least, _expansion(row, column))


def _natural(cell, row, column):
    if (row, column) == (5, 5):
        return .25, .25           # appendix B, note 3
    if row in (6, 7) and column == 5:
        return .5, .25            # note 5
    if (row, column) == (25, 5):
        return 0, .25             # note 12
    amount, _, of = cell.partition(' ')
    if amount not in ('1/2', '1/4'):
        return 0, 0
    em = .5 if amount == '1/2' else .25
    return (em, 0) if of.startswith('be') else (0, em)


def _reduction(row, column, em):
    if not em or row == 6 or (row, column) in ((24, 25), (25, 24)):
        return None, 1
    if row == 5 or column == 5:
        return (MIDDLE_DOT, 0) if row != 7 else (MIDDLE_DOT, .5 / .75)
    if row in (2, 7) or column == 1:
        return HALF_EM, 0
    return JAPANESE_WESTERN, .5


def _expansion(row, column):
    if row == 1 or row == 12 and column in (1, 24) or column in (2, 3, 4, 5, 6, 7, 20, 29):
        return None
    if row in (24, 25, 27) and column in (24, 25, 27) or row == 27 and column == 13:
        return None
    if row in (2, 3, 4, 5, 6, 7, 14) and column in (9, 10, 11):
        return None
    if row in _JAPANESE and column in _WESTERN or row in _WESTERN and column in _JAPANESE:
        return WESTERN_TO_HALF_EM
    if row in (2, 3, 4, 5, 6, 7, 14, 26) or column in (1, 14, 26):
        return EVENLY
    return TO_QUARTER_EM
