"""Rows of cells in plain text are a table, whatever parts the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning.structures import claims_of

SENTENCE = '　浜の駅伝は今年も朝の八時に始まった。'
ROWS = [['順', '組', '時間'], ['1', '北浜', '120'], ['2', '南浜', '121']]


def tables(lines):
    """The cells of each row that is claimed, by its index."""
    return {
        index: claim.text.split('\t')
        for index, claim in claims_of(lines).items()
        if claim.kind == 'table'
    }


def padded(rows, widths=(6, 8, 6)):
    return [
        ''.join(cell + ' ' * (width - 2 * len(cell)) for cell, width in zip(row, widths)).rstrip()
        for row in rows
    ]


@pytest.mark.parametrize(
    'lines',
    [
        ['\t'.join(row) for row in ROWS],
        ['｜'.join(row) for row in ROWS],
        ['| ' + ' | '.join(row) + ' |' for row in ROWS],
        ['│' + '│'.join(row) + '│' for row in ROWS],
        padded([['順', '組', '時間'], ['１', '北浜', '１２'], ['２', '南浜', '１３']]),
    ],
)
def test_rows_of_as_many_cells_are_a_table(lines):
    found = tables([SENTENCE, *lines, SENTENCE])
    assert [*found] == [1, 2, 3]
    assert [cells[1] for cells in found.values()] == ['組', '北浜', '南浜']


@given(
    st.lists(
        st.lists(st.text('港灯舟浜0123 ', min_size=1, max_size=6), min_size=3, max_size=3),
        min_size=2,
        max_size=8,
    )
)
def test_every_cell_is_kept_in_its_row(rows):
    rows = [[cell.strip() or '-' for cell in row] for row in rows]
    found = tables([SENTENCE, *map('\t'.join, rows), SENTENCE])
    assert [*found.values()] == rows


def test_lines_that_only_rule_a_table_off_are_of_it():
    lines = ['| 組 | 年 |', '|----|----|', '| 北 | 20 |', '| 南 | 21 |']
    claims = claims_of([SENTENCE, *lines, SENTENCE])
    assert [claims[index].kind for index in range(1, 5)] == [
        'table',
        'table-rule',
        'table',
        'table',
    ]


@pytest.mark.parametrize(
    'lines',
    [
        ['　|聖剣《せいけん》と|刃《やいば》', '　|星剣《せいけん》と|鞘《さや》'] * 2,
        ['ホーム | 記事 | 採用'],
        ['会社 | 広告 | 採用', '連絡 | 規約 | 地図', '質問 | 声 | 索引'],
        ['※\tこの舟は北の浜の舟である。', '※\t網は南の浜の網である。'],
        [
            '古池や　　蛙とびこむ　　水の音',
            '夏草や　　兵どもが　　夢の跡',
            '閑さや　　岩にしみ　　蝉の声',
        ],
        ['\t朝だった。', '\t舟が出た。', '\t風がやんだ。'],
    ],
)
def test_what_only_looks_like_rows_is_none(lines):
    assert not tables([SENTENCE, *lines, SENTENCE])


@pytest.mark.parametrize(
    'lines, cells',
    [
        (['組\t年', '北\t', '南\t30'], [['組', '年'], ['北', ''], ['南', '30']]),
        (
            ['組\t年\t町', '北\t20', '南\t30\t港'],
            [['組', '年', '町'], ['北', '20', ''], ['南', '30', '港']],
        ),
        (['組\t年', '北\t20'], [['組', '年'], ['北', '20']]),
        (
            ['┌─┬─┐', '│組│年│', '├─┼─┤', '│北│20│', '│南│9│', '└─┴─┘'],
            [['組', '年'], ['北', '20'], ['南', '9']],
        ),
    ],
)
def test_rows_that_lack_cells_and_lines_around_them(lines, cells):
    assert [*tables([SENTENCE, *lines, SENTENCE]).values()] == cells
    claims = claims_of([SENTENCE, *lines, SENTENCE])
    assert [*claims] == [*range(1, len(lines) + 1)]
