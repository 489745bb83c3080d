"""Lines that have another form: notes, code, verse, names and days, posts."""

import pytest

from tategumi.cleaning.structures import claims_of, is_field

PROSE = [
    '　港に朝が来た。舟はまだ出ない。',
    '　風は北から吹いている。',
    '「行くのか」と兄が言った。',
]


def kinds(*lines):
    lines = [*PROSE, *lines, *PROSE]
    return {lines[index]: claim.kind for index, claim in claims_of(lines).items()}


@pytest.mark.parametrize(
    'call, notes',
    [
        ('灯台*1と岬*2がある。', ['*1：北の灯台。', '*2：東の岬。']),
        ('灯台［1］と岬［2］がある。', ['［1］北の灯台。', '［2］東の岬。']),
        ('灯台（注1）と岬（注2）がある。', ['（注1） 北の灯台。', '（注2） 東の岬。']),
    ],
)
def test_lines_that_a_line_above_calls_are_notes(call, notes):
    assert kinds(call, *notes) == dict.fromkeys(notes, 'note')


def test_a_year_or_a_mark_that_nothing_calls_begins_no_note():
    assert 'note' not in kinds('それは（3）のことだ。', '（3）北の灯台。', '※2 東の岬。').values()


@pytest.mark.parametrize(
    'lines',
    [
        ['def light(height):', '    return height * 2', 'print(light(3))'],
        ['```', '夜 = 朝', '```'],
        ['for (let i = 0; i < 3; i++) {', '  row(i);', '}'],
    ],
)
def test_lines_of_a_program_are_code(lines):
    assert {*kinds(*lines).values()} == {'code'}


def test_english_prose_is_no_code():
    assert kinds('The keeper (of the light) left.', 'He came back.', 'He said: wait;') == {}


@pytest.mark.parametrize('indent', ['　　', '　　　', '    '])
def test_short_lines_set_in_are_verse(indent):
    verse = [f'{indent}{line}' for line in ('舟は出る', '灯は消える', '風よ吹け')]
    assert kinds('', *verse, '') == dict.fromkeys(verse, 'verse')


def test_utterances_set_in_as_sentences_are_no_verse():
    lines = [f'　　{line}' for line in ('「行くか」', '「行こう」', '「待て」')]
    assert kinds(*lines) == {}


@pytest.mark.parametrize(
    'line, kind, label, text',
    [
        ('文● 浜田海子／港編集部', 'byline', '文', '浜田海子／港編集部'),
        ('取材・文　浜田海子', 'byline', '取材・文', '浜田海子'),
        ('By Hanna Veld', 'byline', 'By', 'Hanna Veld'),
        ('2024年4月2日（火） 09時39分', 'dateline', '', '2024年4月2日（火） 09時39分'),
        ('公開：2024/04/02', 'dateline', '公開', '2024/04/02'),
        ('April 2, 2024', 'dateline', '', 'April 2, 2024'),
    ],
)
def test_names_and_days(line, kind, label, text):
    claim = claims_of([line, '', *PROSE])[0]
    assert (claim.kind, claim.number, claim.text, claim.own) == (kind, label, text, False)


@pytest.mark.parametrize(
    'line', ['文章を書く人', '2024年の春に舟が出た。', '作り方を見る', '記者会見']
)
def test_what_only_begins_like_a_name_or_a_day(line):
    assert claims_of([line, '', *PROSE]) == {}


def test_fields_in_a_row():
    assert kinds('日時：五月一日', '場所：北の港') == {
        '日時：五月一日': 'field',
        '場所：北の港': 'field',
    }
    assert kinds('兄：もう行くのか。', '弟：まだだ。') == {}


@pytest.mark.parametrize(
    'heads',
    [
        ['1: 名無しの舟: 2024/05/01(水) 10:00', '2: 名無しの舟: 2024/05/01(水) 10:05'],
        ['1楼 海子', '2楼 灯'],
        ['12 名前：港 2024-05-01', '13 名前：岬 2024-05-02'],
    ],
)
def test_heads_of_posts_are_no_heads_of_the_text(heads):
    lines = [heads[0], *PROSE, heads[1], *PROSE]
    claims = claims_of(lines)
    assert {lines[index]: claim.kind for index, claim in claims.items()} == dict.fromkeys(
        heads, 'post'
    )


@pytest.mark.parametrize(
    'day',
    ['発売日：2024年4月1日', '日時: 2024/2/1 14:00', '著者：浜野しお', '価格：1,800円（税別）'],
)
def test_a_day_a_name_or_a_bracket_does_not_part_a_row_of_fields(day):
    rows = ['書名：港の数学', day, '判型：四六判']
    claims = claims_of([*PROSE, *rows, *PROSE])
    indexes = (3, 4, 5)
    assert all(is_field(claims[index]) and claims[index].lines == indexes for index in indexes)
