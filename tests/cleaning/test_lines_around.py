"""Lines that are what they are by what stands around them: lists, pages, heads, repeats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.cleaning.repeats import page_numbers
from tategumi.seed import seed_text

PROSE = [
    '港の灯は消えなかった。夜が更けても消えなかった。',
    '老いた灯台守は、長い手紙を書いていた。',
    '明け方になって、ようやく風が止んだ。',
    '「もう一度だけ」と彼は言った。',
]


def clean(*paragraphs):
    return clean_seed(seed_text('seeds/a.txt', '\n\n'.join(paragraphs)))


def kept(*paragraphs):
    return [block.text for block in clean(*paragraphs)[0].blocks]


def heads(*paragraphs):
    article, _ = clean(*paragraphs)
    return [(block.level, block.text) for block in article.blocks if block.kind == 'head']


def test_a_list_of_links_at_the_end_goes_whole():
    assert PROSE == kept(
        *PROSE, '関連記事', '沖の船に新しい船長', '灯台の修理に三年', '人気ランキング'
    )


def test_a_list_of_links_amid_the_prose_goes_to_the_blank_line():
    links = '▼あわせて読みたい\n沖の船に新しい船長\n灯台の修理に三年'
    assert kept(*PROSE[:2], links, *PROSE[2:], 'シェアする', '利用規約') == PROSE


def test_prose_below_a_label_stays():
    assert PROSE[1] in kept(PROSE[0], f'おすすめ\n{PROSE[1]}', PROSE[2])


def test_numbers_of_pages_and_the_heads_beside_them():
    pages = [
        '港の灯\n\n老いた灯台守は、長い手紙を書き、それを\n\n- 11 -',
        '港の灯\n\n机にしまった。夜が更けて、灯台の光は遠く\n\n- 12 -',
        '港の灯\n\n沖まで届いた。船は出ていった。\n\n- 13 -',
    ]
    article, record = clean(*pages)
    assert not any('-' in block.text or block.text == '港の灯' for block in article.blocks)
    assert {line.rule for line in record.lines if line.text.startswith('- ')} == {'page-number'}
    assert 'running-head' in {line.rule for line in record.lines if line.text == '港の灯'}


@pytest.mark.parametrize(
    'numbers',
    [['1', '2', '3'], ['一', '二', '三'], ['Ⅰ', 'Ⅱ', 'Ⅲ'], ['（一）', '（二）', '（三）']],
)
def test_numbers_that_stand_alone_between_prose_are_heads(numbers):
    text = [part for pair in zip(numbers, PROSE) for part in pair]
    assert [level for level, _ in heads(*text)] == [1, 1, 1]


@pytest.mark.parametrize(
    'marks',
    [
        ['■ 夜', '■ 朝'],
        ['【夜】', '【朝】'],
        ['①夜', '②朝'],
        ['一、夜', '二、朝'],
        ['Ⅰ 夜', 'Ⅱ 朝'],
        ['Chapter 1: Night', 'Chapter 2: Day'],
    ],
)
def test_heads_by_their_marks(marks):
    assert len(heads(marks[0], PROSE[0], marks[1], PROSE[1])) == 2


@pytest.mark.parametrize(
    'items', [['■ 夜', '■ 朝', '■ 昼'], ['①夜', '②朝', '③昼'], ['一、夜', '二、朝', '三、昼']]
)
def test_items_of_a_list_are_no_heads(items):
    assert heads(PROSE[0], '\n'.join(items), PROSE[1]) == []


def test_entries_of_a_diary():
    days = ['5月1日（水）', '5月2日（木）', '5月3日（金）']
    assert heads(*[part for pair in zip(days, PROSE) for part in pair]) == [
        (1, '5月1日（水）'),
        (1, '5月2日（木）'),
        (1, '5月3日（金）'),
    ]


def test_a_paragraph_twice_is_printed_once_but_a_short_line_as_often_as_it_is_said():
    long = PROSE[0] + PROSE[1]
    prayer = '「どうか、あの船が無事に港へ帰り、子らが朝まで眠れますように」'
    said = ['「はい」', '「はい」', prayer, prayer, PROSE[1], PROSE[1]]
    assert kept(long, long, *said) == [long, *said]


SECTIONS = [
    ['1', '　港の灯がともった。', '　その時まで、彼は何も知らなかったのだが――'],
    ['2', '　嵐が来た。灯は消えず、船は帰らなかった。'],
    ['3', '　朝が来た。彼女の歌を、まだ誰も知らない♪'],
    ['4', '　波は高い。'],
]


@pytest.mark.parametrize('form', ['{}', '- {} -', '（{}）'])
@pytest.mark.parametrize('blank', [[], ['']], ids=['solid', 'apart'])
def test_numbers_of_sections_are_no_numbers_of_pages(form, blank):
    lines = ['灯台の娘', '']
    for number, *text in SECTIONS:
        lines += [*blank, form.format(number), *blank, *text]
    _, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert not {'page-number', 'running-head'} & {line.rule for line in record.lines}


def test_numbers_amid_verse_are_of_its_parts():
    verse = [
        line
        for number in range(1, 4)
        for line in (str(number), '港の灯がともると夜の海はひかり', '波のうえには小さな船がゆれる')
    ]
    _, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(['灯台の娘', '', *verse])))
    assert 'page-number' not in {line.rule for line in record.lines}


def test_the_title_once_more_above_the_prose():
    article, record = clean('港の灯', '2024年5月1日', '港の灯', *PROSE)
    assert article.title == '港の灯' and [block.text for block in article.blocks] == PROSE
    assert record.lines[4].rule == 'repeated-title'


def test_one_sure_line_is_enough_at_the_end():
    assert kept(*PROSE, '© 2024 海の週報') == PROSE
    assert kept(*PROSE, '共有') == [*PROSE, '共有']


@given(st.lists(st.sampled_from(['12', '13', '14', '', *PROSE]), max_size=12))
def test_numbers_that_part_no_sentence_count_no_pages(lines):
    numbers = [line if line.isdigit() else '' for line in lines]
    assert page_numbers(lines, numbers) == []


SAID = ['はい、こんにちは。', '今日は港の話です。', '[音楽]', '船が来ます。', '灯がともる。']


def test_times_of_a_transcript_go_and_what_was_said_stays():
    lines = [
        line for pair in zip(['0:00', '0:12', '0:40', '1:02', '1:00:30'], SAID) for line in pair
    ]
    assert kept(*lines) == [text for text in SAID if text != '[音楽]']


@pytest.mark.parametrize(
    'times',
    [
        ['8:00', '9:30', '12:00', '18:45', '21:00'],
        ['0:00', '0:40', '0:12', '1:02', '1:30'],
        ['0:00', '0:12', '0:40'],
    ],
)
def test_the_hours_of_a_day_stay(times):
    lines = [PROSE[0], *(line for pair in zip(times, SAID) for line in pair), PROSE[1]]
    assert kept(*lines) == lines


def test_the_title_may_stand_between_a_row_of_marks_and_the_sites_lines():
    article, _ = clean(
        '■■■■■■■■\n鉄道写真家の三十年\n2024年3月15日 10:00 | カルチャー\n\n北の春は遅い。'
    )
    assert article.title == '鉄道写真家の三十年'


def of_markdown(*paragraphs):
    article, _ = clean_seed(seed_text('seeds/a.md', '\n\n'.join(paragraphs)))
    return [block.text for block in article.blocks]


def test_the_head_of_the_notes_and_the_line_above_it_go_where_only_notes_are_below():
    notes = ['[^1]: 灯台の灯のこと。', '    次の段落。', '[^2]: 舟のこと。']
    assert of_markdown('# 港', PROSE[0], '* * *', '## 脚注', *notes) == [PROSE[0], *notes]
    assert of_markdown('# 港', '## 夜', PROSE[0], '## 注', *notes, '## 朝', PROSE[1]) == [
        '夜',
        PROSE[0],
        *notes,
        '朝',
        PROSE[1],
    ]
    assert '脚注' in of_markdown('# 港', PROSE[0], '## 脚注', *notes, PROSE[1])
    assert '脚注' in of_markdown('# 港', PROSE[0], '## 脚注', PROSE[1], *notes)


def test_a_sites_lines_below_the_notes_go():
    notes = ['[^1]: 灯台の灯のこと。']
    assert of_markdown(
        '# 港', PROSE[0], *notes, 'プライバシーポリシー', '© 2024 港 All rights reserved.'
    ) == [PROSE[0], *notes]


FIELDS = ['名称：灯台の資料室', '所在地：灯浜二丁目四番', '開館時間：十時から四時', '入館料：無料']


@pytest.mark.parametrize('end', [[], ['シェアする', 'ツイート', 'ページの先頭へ']])
def test_no_field_is_taken_out_of_a_block_that_the_text_has(end):
    text = [*PROSE, '資料室のあらまし\n' + '\n'.join(FIELDS), *end]
    assert kept(*text) == [*PROSE, '資料室のあらまし', *FIELDS]


def test_whom_a_text_is_about_stays_and_who_wrote_it_goes():
    life = '著者プロフィール\n灯野守\n1970年、灯浜町生まれ。船会社を経て灯台へ。著書に『夜の灯』。'
    talk = [f'――{number}年目の灯は、どうでしたか。' for number in '一二三四五六']
    assert kept(*PROSE[:1], life, '灯を守る', *talk) == [
        PROSE[0],
        *life.split('\n'),
        '灯を守る',
        *talk,
    ]
    assert '灯野守' not in kept(*PROSE[:1], *talk, life, 'フォローする', '利用規約')


def test_heads_in_boxes():
    text = '\n\n'.join(
        f'┏━┓\n┃{number}┃{head}\n┗━┻━━━━━━━━\n\n{line}'
        for number, head, line in zip('123', ('灯台の一日', '番人から', 'お休み'), PROSE)
    )
    assert heads('灯台の便り', text) == [
        (1, '1　灯台の一日'),
        (1, '2　番人から'),
        (1, '3　お休み'),
    ]
    assert not any(mark in line for line in kept('灯台の便り', text) for mark in '┏┃┗')


def test_a_line_with_a_mark_of_its_own_between_sentences_is_a_head():
    assert heads('港', PROSE[0], '■ 撮ることと、残すこと', PROSE[1]) == [
        (1, '撮ることと、残すこと')
    ]
    assert heads('港', PROSE[0], '■ 撮ることと、残すこと') == []
    assert heads('港', PROSE[0], '■日時：五月一日', PROSE[1]) == []
