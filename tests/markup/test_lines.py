"""What a line end is, and a blank line, and a line of marks."""

import pytest


def read(section):
    """Of each block its class and its text, a break as ``/``."""
    for line_break in section.iter('{*}br'):
        line_break.tail = f'/{line_break.tail or ""}'
    return [(block.get('class'), ''.join(block.itertext())) for block in section]


def texts(section):
    return [text for _, text in read(section)]


@pytest.mark.parametrize(
    'typed, paragraphs',
    [
        ('　朝が来た\n　夜が来た', ['朝が来た', '夜が来た']),
        (
            '彼は言った\n「寒い」\n『夜だ』\n（そうか）',
            ['彼は言った', '「寒い」', '『夜だ』', '（そうか）'],
        ),
        ('朝が来た。\n夜が来た。', ['朝が来た。', '夜が来た。']),
        ('**朝だ。**\n夜が{来|き}た。', ['朝だ。', '夜が来きた。']),
        ('海は沈み\n朝に浮かぶ', ['海は沈み/朝に浮かぶ']),
        ('first line\nsecond line', ['first line second line']),
        ('改行。  \n次の行', ['改行。/次の行']),
        ('改行。\\\n次の行', ['改行。/次の行']),
        ('改行。<br>\n次の行', ['改行。/次の行']),
        ('改行。<br />次の行', ['改行。/次の行']),
        ('**二行に。\n　わたる**強調', ['二行に。/　わたる強調']),
    ],
)
def test_a_line_end_is_what_writers_of_novels_mean_by_it(desk, typed, paragraphs):
    assert texts(desk.section(typed)) == paragraphs


WRAPPED = (
    '港の町には古い灯台があり、その灯は沖をゆく船\nのために夜ごとともされ、朝になると消された。だ\n'
    'れが守っているのか、町の人は知らない。'
)


def test_a_text_wrapped_to_a_width_is_one_paragraph(desk):
    assert texts(desk.section(WRAPPED)) == [WRAPPED.replace('\n', '')]
    short = '港の町に\n灯がある。\n夜は長い'
    assert texts(desk.section(short)) == ['港の町に/灯がある。', '夜は長い']


@pytest.mark.parametrize(
    'line_ends, paragraphs',
    [
        ('paragraph', ['朝', '「夜」', '昼。']),
        ('break', ['朝/「夜」/昼。']),
        ('join', ['朝「夜」昼。']),
    ],
)
def test_a_setting_says_what_every_line_end_is(desk, line_ends, paragraphs):
    assert texts(desk.section('朝\n「夜」\n昼。', line_ends=line_ends)) == paragraphs


def test_two_blank_lines_leave_a_line_empty(desk):
    section = desk.section('朝。\n\n昼。\n\n\n夜。\n\n　\n\n「灯」\n\n\n## 節\n\n\n海。')
    assert [kind for kind, _ in read(section)] == [
        None,
        None,
        'apart',
        'apart bracket-half',
        None,
        None,
    ]


def test_a_blank_line_among_paragraphs_of_a_line_each_leaves_one_empty(desk):
    section = desk.section('# 題\n\n　朝。\n　昼。\n　夜。\n\n　灯。\n　海。\n　船。\n　港。')
    assert [kind for kind, _ in read(section)][1:] == [None, None, None, 'apart', None, None, None]


def test_blank_lines_within_lists_code_and_notes_are_theirs(desk):
    section = desk.section('- 一\n\n\n- 二\n\n```\na\n\n\n\nb\n```\n\n文[^1]\n\n\n[^1]: 注')
    assert [block.tag.split('}')[1] for block in section] == ['ul', 'pre', 'p', 'section']
    assert section[1].text == 'a\n\n\n\nb\n'


@pytest.mark.parametrize('mark', ['◆', '＊', '□■□', '†', '～～～', '＊　＊　＊', '―――――', '☆★☆'])
def test_a_line_of_marks_parts_two_scenes(desk, mark):
    for typed in (f'朝。\n\n{mark}\n\n夜。', f'　朝。\n{mark}\n　夜。', f'朝。\n　　{mark}\n夜。'):
        assert read(desk.section(typed)) == [(None, '朝。'), ('scene', mark), (None, '夜。')]


@pytest.mark.parametrize('text', ['――', '……', '※注意', '「◆」', '○月', '～'])
def test_other_marks_are_text(desk, text):
    assert read(desk.section(f'朝。\n\n{text}'))[1][0] in (None, 'bracket-half')


def test_a_line_of_equal_signs_begins_a_page(desk):
    section = desk.section('朝。\n\n===\n\n夜。')
    assert [block.get('class') for block in section] == [None, 'page-break', None]


def test_each_line_of_who_signs_stands_at_the_line_end(desk):
    section = desk.section('五年一月\n山田\n{: .line-end }\n次の段落。')
    assert read(section) == [
        ('line-end', '五年一月'),
        ('line-end', '山田'),
        (None, '次の段落。'),
    ]


@pytest.mark.parametrize('below', ['　次の段落。', '「会話」', '◆\n後。'])
def test_a_note_ends_where_a_paragraph_begins(desk, below):
    section = desk.section(f'文[^1]。\n[^1]: 注の文。\n{below}\n\n終わり。')
    found = texts(section)
    notes = found.pop()
    assert '注の文。' in notes and below.split('\n')[-1].strip('　') not in notes
    assert below.split('\n')[-1].strip('　') in found and found[-1] == '終わり。'


@pytest.mark.parametrize(
    'typed, read',
    [
        ('　段落。', '段落。'),
        ('　　段落。', '段落。'),
        ('　　　段落。', '　　段落。'),
        ('　　　　　敬具\n　　　　山田', '　　　　敬具\n　　　山田'),
        ('　　　「会話」', '　　「会話」'),
        ('　　　◆', '◆'),
        ('　　　\n　段落。', '段落。'),
    ],
)
def test_who_sets_a_line_in_by_more_than_a_paragraph_keeps_the_space(desk, typed, read):
    assert ''.join(desk.section(typed).itertext()).strip('\n') == read


@pytest.mark.parametrize(
    'typed',
    ['- \n\\\n\n次', '1. \n&nbsp;\n\n次', '> - &nbsp;\n\n次', '[^1]: &nbsp;\n次\n\n文[^1]。'],
)
def test_an_empty_line_within_an_item_or_a_note_leaves_nothing(desk, typed):
    section = desk.section(typed)
    assert '次' in ''.join(section.itertext())
    assert not section.xpath('.//*[local-name() = "gap"]')
