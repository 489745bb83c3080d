"""How likely the main text is to begin and to end at each line: a chain of three states.

A page is lines above its text, the text, and lines below it. A cut of it so in three weighs what
its lines weigh in the text, and what the two gaps weigh at which it begins and ends; how likely
a cut is beside all others follows from that (a linear-chain conditional random field of which
all but the text's states weigh nothing).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from math import exp, inf, log1p, tanh

#: No single line speaks louder than this.
LOUDEST = 2.0
#: What each number in a row of the weights is of: the line in the text; the line above the
#: first of the text, the first, the last, and the line below the last.
COLUMNS = ('in', 'above', 'first', 'last', 'below')
#: Names of what is above the first line of the seed and below its last.
TOP, BOTTOM = 'top of the seed', 'bottom of the seed'


@dataclass(frozen=True)
class Chances:
    """For each line how likely it is to be above the text, and below it."""

    above: list[float]
    below: list[float]


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """The weights of ``weights.tsv``: a name and one number for each of ``COLUMNS``."""
    rows = resources.files(__package__).joinpath('weights.tsv').read_text('utf-8').splitlines()
    split = (row.split('\t') for row in rows if row and not row.startswith('#'))
    return {name: tuple(map(float, numbers)) for name, *numbers in split}


def chances_of(evidence: Sequence[Sequence[str]]) -> Chances:
    """The ``Chances`` of the lines that have this ``evidence``; at least one line is text."""
    table = weights()
    rows = [_sum(table, names) for names in evidence]
    above = [table[TOP][COLUMNS.index('above')], *(row[1] for row in rows)]
    below = [*(row[4] for row in rows[1:]), table[BOTTOM][COLUMNS.index('below')]]
    inside = [LOUDEST * tanh(row[0] / LOUDEST) for row in rows]
    before = [0.0, *accumulate(inside)]
    begins = [gap + row[2] - text for gap, row, text in zip(above, rows, before)]
    ends = [gap + row[3] + text for gap, row, text in zip(below, rows, before[1:])]
    so_far = list(accumulate(begins, _log_add))
    to_come = list(accumulate(reversed(ends), _log_add))[::-1]
    whole = -inf
    for begun, end in zip(so_far, ends):
        whole = _log_add(whole, begun + end)
    not_above = list(accumulate(exp(one + rest - whole) for one, rest in zip(begins, to_come)))
    ended = [0.0, *accumulate(exp(one + end - whole) for one, end in zip(so_far, ends))]
    return Chances([max(0.0, 1 - chance) for chance in not_above], ended[:-1])


def _sum(table: Mapping[str, Sequence[float]], names: Iterable[str]) -> list[float]:
    rows = [table[name] for name in names if name in table]
    return [sum(column) for column in zip(*rows)] or [0.0] * len(COLUMNS)


def _log_add(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + log1p(exp(low - high)) if low > -inf else high
