"""Where a line may end (JLReq §3.1.7–3.1.10, appendix C, table 2)."""

from functools import cache

from .tables import matrix

#: Cells of table 2 that point to a note: may a line end there in the common
#: case? What the note makes depend on the characters themselves, not on their
#: classes, ``Paragraph`` marks item by item.
_NOTES = {
    (4, 14): False,  # the space after ！ and ？ never begins a line
    (8, 8): True,  # only a pair of the same character holds together
    (21, 21): True,
    (22, 22): True,
    (23, 23): True,
    (30, 30): True,  # between two runs
    (24, 13): False,
    (27, 13): True,
    (24, 27): False,
    (27, 27): False,
}

#: Classes that may begin a line in the relaxed convention of books, and the
#: class each is then treated as (appendix C, notes 2 and 3).
_RELAXED = {10: 16, 11: 16}


@cache
def break_table(strict_line_start: bool) -> list[list[int]]:
    """``table[before][after]``: may a line end between the two classes (0 or 1)."""
    cells = matrix('breaks')
    table = [[1] * 31 for _ in range(31)]
    for before in range(1, 31):
        for after in range(1, 31):
            pair = _ideographic_if_mathematical(before), _ideographic_if_mathematical(after)
            if not strict_line_start:
                pair = pair[0], _RELAXED.get(pair[1], pair[1])
            cell = cells[pair]
            table[before][after] = int(_NOTES[pair] if cell.startswith('n.') else not cell)
    for before in range(31):
        # A word space stays with the line before it and vanishes there.
        table[before][26] = 0
    return table


def _ideographic_if_mathematical(number: int) -> int:
    # Table 2 leaves cl-17 and cl-18 out; §3.7.4 sets them as full-width characters.
    return 19 if number in (17, 18) else number
