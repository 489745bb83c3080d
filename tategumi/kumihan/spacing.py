"""Space between two classes, and how far line adjustment may change it.

Table 1 of JLReq appendix B gives the natural space, table 6 of appendix E where
it may grow. Table 3 of appendix D says the spaces of table 1 again with how far
each gives and in which order; they fall into so few kinds that it is derived.
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

#: Cells of table 6 that point to a note, in the common case; ``None``: no growing.
_EXPANSION_NOTES = {
    (8, 8): TO_QUARTER_EM,  # only a pair of the same character holds together
    (21, 21): TO_QUARTER_EM,
    (22, 22): TO_QUARTER_EM,  # between two runs
    (23, 23): TO_QUARTER_EM,
    (30, 30): TO_QUARTER_EM,
    (24, 13): None,
    (27, 13): TO_QUARTER_EM,
    (24, 27): None,
    (27, 27): None,
}

_MATHEMATICAL = frozenset((17, 18))
_SOLID_IN_FORMULAS = _MATHEMATICAL | {21, 24, 27}


@dataclass(frozen=True)
class Space:
    """The space between two classes, in em.

    ``before`` and ``after`` are the shares measured in the size of the
    character before and of the one after. ``reductions`` are the stages in which
    it gives, each ``(stage, before, after)`` with what it gives at most of the two
    shares; ``expansion`` is the first stage in which it takes, or ``None``.
    """

    before: float = 0
    after: float = 0
    reductions: tuple = ()
    expansion: int | None = None


@cache
def space_table() -> list[list[Space]]:
    """``table[before][after]``: the ``Space`` between the two classes."""
    spaces, expansions = matrix('spacing'), matrix('expansion')
    return [
        [
            _space(spaces, expansions, before, after) if before and after else Space()
            for after in range(31)
        ]
        for before in range(31)
    ]


def _space(
    spaces: dict[tuple[int | str, int | str], str],
    expansions: dict[tuple[int | str, int | str], str],
    before: int,
    after: int,
) -> Space:
    pair = before, after
    if before in _MATHEMATICAL or after in _MATHEMATICAL:
        # The tables leave them out; §3.7.4: full-width, solid to figures and letters.
        before, after = (19 if number in _SOLID_IN_FORMULAS else number for number in pair)
        pair = before, after
    before_em, after_em = _natural(spaces[pair], *pair)
    return Space(
        before_em,
        after_em,
        _reductions(*pair, before_em, after_em),
        _expansion(expansions[pair], pair),
    )


def _natural(cell: str, row: int, column: int) -> tuple[float, float]:
    if (row, column) == (5, 5):
        return 0.25, 0.25  # appendix B, note 3
    if row in (6, 7) and column == 5:
        return 0.5, 0.25  # note 5
    if (row, column) == (25, 5):
        return 0, 0.25  # note 12
    amount, _, of = cell.partition(' ')
    if amount not in ('1/2', '1/4'):
        return 0, 0
    em = 0.5 if amount == '1/2' else 0.25
    return (em, 0) if of.startswith('be') else (0, em)


def _reductions(
    row: int, column: int, before: float, after: float
) -> tuple[tuple[int, float, float], ...]:
    if row == 5:
        return ((MIDDLE_DOT, before, after),)
    if column == 5:
        # A mark's half em and the dot's quarter give each in its own stage.
        dot = (MIDDLE_DOT, 0, after)
        return (dot, (HALF_EM, before, 0)) if row == 7 else (dot,)
    if row == 6 or not before and not after or (row, column) == (24, 25):
        return ()
    if row in (2, 7) or column == 1:
        return ((HALF_EM, before, after),)
    return ((JAPANESE_WESTERN, before / 2, after / 2),)


def _expansion(cell: str, pair: tuple[int, int]) -> int | None:
    if cell.startswith('n.'):
        return _EXPANSION_NOTES[pair]
    # JLReq counts from 1, and word spaces, its first stage, are in no table.
    return int(cell) - 1 if cell.isdigit() else None
