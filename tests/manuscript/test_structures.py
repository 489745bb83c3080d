"""What cleaning finds by its form stands in the manuscript in its notation."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.manuscript.chapters import compose
from tategumi.seed import seed_text

PROSE = [
    '　港に朝が来た。舟はまだ出ない。',
    '「もう行くのか」と兄が言った。',
    '　風は北から吹いている。',
]


def chapters(*lines, name='a.txt'):
    article, _ = clean_seed(seed_text(f'seeds/{name}', '\n'.join(lines)))
    return compose([article])


def novel(shape):
    """Lines of a novel: ``shape`` has the heads, with * behind those that have text below."""
    lines = ['港の灯', '']
    for head in shape:
        lines += [head.rstrip('*'), '']
        if head.endswith('*'):
            lines += [*PROSE, '']
    return lines


def first_lines(made):
    return [chapter.text.split('\n')[:2] for chapter in made]


@pytest.mark.parametrize(
    'part, episode, between',
    [
        ('第{}章　春', '第{}話　種', '幕間　風'),
        ('第{}部', '第{}章　種', '番外編　猫'),
        ('第{}巻　夏', '第{}話「種」', '閑話　雨'),
    ],
)
def test_heads_that_hold_whole_chapters_are_parts(part, episode, between):
    shape = [
        'プロローグ*',
        part.format('一'),
        f'{episode.format("一")}*',
        f'{episode.format("二")}*',
        f'{between}*',
        part.format('二'),
        f'{episode.format("三")}*',
        'エピローグ*',
    ]
    made = chapters(*novel(shape))
    assert [lines[0] for lines in first_lines(made)] == [f'# {head.rstrip("*")}' for head in shape]
    marked = [lines[1] == '{: .part }' for lines in first_lines(made)]
    assert marked == [head in (shape[1], shape[5]) for head in shape]


@pytest.mark.parametrize('section', ['{}', '{}　種', '（{}）'])
def test_numbers_below_a_chapter_are_its_sections(section):
    shape = [
        '第一章　春',
        f'{section.format("一")}*',
        f'{section.format("二")}*',
        '第二章　夏',
        f'{section.format("一")}*',
        f'{section.format("二")}*',
    ]
    made = chapters(*novel(shape))
    assert [lines[0] for lines in first_lines(made)] == ['# 第一章　春', '# 第二章　夏']
    assert all(len(re.findall('^## ', chapter.text, re.M)) == 2 for chapter in made)


def test_parts_with_three_levels():
    shape = ['第一部', '第一章', '第一節*', '第二節*', '第二部', '第二章', '第一節*']
    made = chapters(*novel(shape))
    assert [lines[0] for lines in first_lines(made)] == [
        '# 第一部',
        '# 第一章',
        '# 第二部',
        '# 第二章',
    ]
    assert made[1].text.count('\n## 第') == 2


CELLS = st.text('港灯舟浜12|*_#', min_size=1, max_size=5)


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=5))
def test_a_table_of_plain_text_keeps_its_rows_and_cells(rows):
    (chapter,) = chapters('港の灯', '', *PROSE, *map('\t'.join, rows), *PROSE)
    table = [line for line in chapter.text.split('\n') if line.startswith('| ')]
    assert table[1] == '| --- | --- | --- |'
    printed = [
        [re.sub(r'\\(.)', r'\1', cell) for cell in re.split(r'(?<!\\) \| ', row[2:-2])]
        for row in (table[0], *table[2:])
    ]
    assert printed == rows


@pytest.mark.parametrize('bar', ['\t', '｜', ' | ', '│'])
def test_each_row_knows_its_line_in_the_seed(bar):
    rows = [['順', '組', '時間'], ['1', '北浜', '120'], ['2', '南浜', '121']]
    lines = ['港の灯', '', *PROSE, *map(bar.join, rows), *PROSE]
    (chapter,) = chapters(*lines)
    printed = chapter.text.split('\n')
    for (_, number), place in chapter.places.items():
        words = re.findall('[一-龥]+', lines[number - 1])
        assert all(word in printed[place - 1] for word in words)


@pytest.mark.parametrize('mark', ['・', '• ', '◦'])
def test_items_are_one_list(mark):
    (chapter,) = chapters('朝の市', '', *PROSE, *(f'{mark}{i}' for i in ('林檎', '梨')), *PROSE)
    assert '\n\n- 林檎\n- 梨\n\n' in chapter.text


def test_a_list_and_a_table_with_notes_beside_them():
    lines = ['題', '', f'{PROSE[0]}＊1', '・林檎', '・梨', *PROSE, 'a*b\tb\tc', '1\t2\t3']
    (chapter,) = chapters(*lines, PROSE[2], '＊1：北の浜のこと。')
    assert '- 林檎\n- 梨' in chapter.text and '| 1 | 2 | 3 |' in chapter.text
    assert '[^1]: 北の浜のこと。' in chapter.text
