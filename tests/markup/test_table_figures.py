"""Columns of figures in tables (JLReq §4.4.6)."""

TABLE = '| 年 | 人 | 率 | 記 |\n|---|--:|---|---|\n' + ''.join(
    f'| {row} |\n'
    for row in ('明治5年 | 5 | 3.5% | 12', '大正12年 | 12 | 12.25% | 橋', '昭和 | 1,234 | -0.5% |')
)


def columns(desk, **settings):
    section = desk.section(TABLE, **settings)
    rows = [list(row) for row in section.iterfind('.//{*}tbody/{*}tr')]
    return [[''.join(cell.itertext()) for cell in column] for column in zip(*rows)]


def test_a_column_of_figures_is_in_one_form_with_points_side_by_side(desk):
    _, whole, shares, _ = columns(desk)
    assert whole == ['　　　5', '　　12', '1234']
    assert shares == ['　3・5％', '12・25％', '−0・5％']
    assert len({text.index('・') for text in shares}) == 1


def test_upright_figures_are_never_side_by_side_in_it(desk):
    section = desk.section(TABLE)
    cells = section.iterfind('.//{*}td[@class="figures"]')
    assert [[span.get('class') for span in cell] for cell in cells] == [['upright']] * 6


def test_other_columns_stay_as_they_are(desk):
    years, *_, notes = columns(desk)
    assert years == ['明治5年', '大正12年', '昭和'] and notes == ['12', '橋', '']


def test_kanji_figures_are_figure_for_figure(desk):
    _, whole, shares, _ = columns(desk, figures='kanji')
    assert whole == ['　　　五', '　　一二', '一二三四'] and shares[1] == '一二・二五％'


def test_in_horizontal_writing_figures_stay_as_typed_behind_spaces_of_their_width(desk):
    _, whole, shares, _ = columns(desk, writing='horizontal')
    assert whole == ['\u2007\u2007\u2007\u20085', '\u2007\u2007\u200812', '1,234']
    assert shares == ['\u20073.5%', '12.25%', '−0.5%']


def test_a_column_aligned_to_its_end_begins_with_its_head(desk):
    section = desk.section(TABLE)
    assert not list(section.iterfind('.//{*}*[@class="align-end"]'))
