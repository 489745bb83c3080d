"""The space of every pair of classes, and how far it gives, against JLReq's tables.

The matrices are tables 1, 3 and 6 (appendices B, D and E) as printed: a row is the
class before, a column the class after, in the order of ``CLASSES``. ``n`` is a note,
whose outcome is named beside the matrix, and ``x`` a pair that cannot occur.
"""

import pytest

from tategumi.kumihan import CompositionStyle, Paragraph, compose
from tategumi.kumihan.spacing import (
    EVENLY,
    HALF_EM,
    JAPANESE_WESTERN,
    MIDDLE_DOT,
    TO_QUARTER_EM,
    WESTERN_TO_HALF_EM,
    space_table,
)

CLASSES = (*range(1, 17), *range(19, 31))

#: ``b``: ½ em of the character before; ``a``: ½ em of the one after; ``q`` and ``r``:
#: ¼ em of the one before, of the one after.
TABLE_1 = """
    01 ....r..............nn.....x.
    02 b.bbr..bbbbbb.bbb.bbbbbbbb.b
    03 a...r.......................
    04 a...r.............q..qq.q...
    05 qqqqnqqqqqqqqqqqqqqqqqqqqqqq
    06 b.bbn..bbbbbbbbbb.bbbbbbbbbb
    07 b.bbn..bbbbbbbbbb.bbbbbbbbbb
    08 a...r.......................
    09 a...r.............q..qq.q...
    10 a...r.............qnnqq.q...
    11 a...r.............qnnqq.q...
    12 a...r.....................x.
    13 a...r.......................
    14 ....r..............nn.......
    15 a...r.............q..qq.q...
    16 a...r.............qnnqq.q...
    19 a...r.............q..qq.q...
    20 a...r.......................
    21 a...r...rrr...rrr.nrr....q.r
    22 a...r....nn..n.n..qn.qq.q.x.
    23 a...r....nn..n.n..q.nqq.q.x.
    24 a...r...rrr...rrr..rr.q..q.r
    25 a...n...rrr...rrr..rrq...q.r
    26 a...r.....................n.
    27 a...r...rrr...rrr..rr.q..q.r
    28 .xxxxxx.nnn......x.xx..n.xx.
    29 a...r.............r..rr.r.x.
    30 a...r.............q..qq.q...
"""
TABLE_1_NOTES = {
    (5, 5): (1 / 4, 1 / 4),
    (6, 5): (1 / 2, 1 / 4),
    (7, 5): (1 / 2, 1 / 4),
    (25, 5): (0, 1 / 4),
}

#: ``d``: gives in the stage of the middle dot, to nothing; ``h``: in that of the half em,
#: to nothing; ``w``: in that of Japanese and Western text, from ¼ em to ⅛.
TABLE_3 = """
    01 ....d.....................x.
    02 h.hhd..hhhhhh.hhh.hhhhhhhh.h
    03 h...d.......................
    04 h...d.............w..ww.w...
    05 ddddnddddddddddddddddddddddd
    06 ....n.......................
    07 h.hhn..hhhhhhhhhh.hhhhhhhhhh
    08 h...d.......................
    09 h...d.............w..ww.w...
    10 h...d.............w..ww.w...
    11 h...d.............w..ww.w...
    12 h...d.....................x.
    13 h...d.......................
    14 ....d.......................
    15 h...d.............w..ww.w...
    16 h...d.............w..ww.w...
    19 h...d.............w..ww.w...
    20 h...d.......................
    21 h...d...www...www..ww....w.w
    22 h...d.............w..ww.w.x.
    23 h...d.............w..ww.w.x.
    24 h...d...www...www..ww....w.w
    25 h...d...www...www..www...w.w
    26 h...d.....................n.
    27 h...d...www...www..ww.w..w.w
    28 .xxxxxx.xxx......x.xx..n.xx.
    29 h...d.............w..ww.w.x.
    30 h...d.............w..ww.w...
"""
TABLE_3_NOTES = {
    (5, 5): {MIDDLE_DOT: 1 / 2},
    (6, 5): {MIDDLE_DOT: 1 / 4},
    (7, 5): {MIDDLE_DOT: 1 / 4, HALF_EM: 1 / 2},
}

#: The stage, counted as JLReq counts them, in which the space first grows.
TABLE_6 = """
    01 ..........................x.
    02 4......4...444444.44444444.4
    03 4......4...444444.44444444.4
    04 4......4...444444.24422424.4
    05 4......4...444444.44444444.4
    06 4......4...444444.44444444.4
    07 4......4...444444.44444444.4
    08 4......n333334333.33344433.3
    09 4......4333334333.23322423.3
    10 4......4333334333.23322423.3
    11 4......4333334333.23322423.3
    12 .......333333.333.333.3433x3
    13 4......3333334333.33333433.3
    14 4......4...444444.44444444.4
    15 4......3333334333.23322423.3
    16 4......3333334333.23322423.3
    19 4......3333334333.23322423.3
    20 4......3333334333.33333433.3
    21 4......3222334222.n2233433.2
    22 4......3333334333.2n322423x3
    23 4......3333334333.23n22423x3
    24 4......32223n4222.322.44n2.2
    25 4......3222334222.3224.4.2.2
    26 4.444444444444444444444444.4
    27 4......32223n4222.322..4n2.2
    28 .xxxxxx.xxx......x.xx..x.xx.
    29 4......3333334333.23322423x3
    30 4......3333334333.23322423.n
"""
#: Notes 4 to 7 and 12: two constructs of the kind. Notes 8 to 11: a unit after a figure,
#: a Western letter after a figure, a unit after a Western letter, two Western letters.
TABLE_6_NOTES = {
    (8, 8): '3',
    (21, 21): '3',
    (22, 22): '3',
    (23, 23): '3',
    (30, 30): '3',
    (24, 13): '.',
    (24, 27): '.',
    (27, 13): '3',
    (27, 27): '.',
}

STAGES = {'2': WESTERN_TO_HALF_EM, '3': TO_QUARTER_EM, '4': EVENLY, '.': None}


def cells_of(table):
    """``(before, after, cell)`` of the pairs that can occur, each a test with their names."""
    for line in table.split('\n')[1:-1]:
        before, cells = line.split()
        assert len(cells) == len(CLASSES)
        for after, cell in zip(CLASSES, cells):
            if cell != 'x':
                yield pytest.param(int(before), after, cell, id=f'cl-{before}-cl-{after:02}')


@pytest.mark.parametrize('before, after, cell', [*cells_of(TABLE_1)])
def test_space_between_two_classes_is_that_of_table_1(before, after, cell):
    expected = {'b': (1 / 2, 0), 'a': (0, 1 / 2), 'q': (1 / 4, 0), 'r': (0, 1 / 4)}.get(
        cell, TABLE_1_NOTES.get((before, after), (0, 0))
    )
    space = space_table()[before][after]
    assert (space.before, space.after) == expected


@pytest.mark.parametrize('before, after, cell', [*cells_of(TABLE_3)])
def test_space_gives_in_the_stage_and_as_far_as_in_table_3(before, after, cell):
    space = space_table()[before][after]
    natural = space.before + space.after
    expected = {
        'd': {MIDDLE_DOT: natural},
        'h': {HALF_EM: natural},
        'w': {JAPANESE_WESTERN: 1 / 8},
    }.get(cell, TABLE_3_NOTES.get((before, after), {}))
    assert {stage: share + other for stage, share, other in space.reductions} == expected


@pytest.mark.parametrize('before, after, cell', [*cells_of(TABLE_6)])
def test_space_grows_from_the_stage_of_table_6(before, after, cell):
    stage = TABLE_6_NOTES.get((before, after), '.') if cell == 'n' else cell
    assert space_table()[before][after].expansion == STAGES[stage]


@pytest.mark.parametrize('formula', ['a＝b', 'a＋b', '7−b', 'x≒7'])
def test_mathematical_symbols_are_solid_to_figures_and_letters(formula):
    """JLReq §3.7.4 b; the tables leave cl-17 and cl-18 out."""
    paragraph = Paragraph()
    for character in formula:
        if character.isascii():
            paragraph.append(24 if character.isdigit() else 27, 5, 10)
        else:
            paragraph.append_text(character, 10)
    (line,) = compose(paragraph, 100, CompositionStyle())
    assert line.positions == [0, 5, 15]


def test_mathematical_symbols_are_full_width_among_japanese_text():
    """JLReq §3.7.4 a and its note."""
    paragraph = Paragraph()
    paragraph.append_text('永＋東＝国', 10)
    (line,) = compose(paragraph, 100, CompositionStyle())
    assert line.positions == [0, 10, 20, 30, 40]
