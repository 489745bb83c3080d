"""Notes of plain text, as blogs and pages leave them when they are copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text


def chapters(text):
    return [chapter.text for chapter in compose([clean_seed(seed_text('seeds/a.txt', text))[0]])]


@pytest.mark.parametrize(
    'call, note',
    [
        ('*1', '*1:灯台の灯。'),
        ('*1', '*1 灯台の灯。'),
        ('（※1）', '※1　灯台の灯。'),
        ('※１', '※１：灯台の灯。'),
        ('（注1）', '注1　灯台の灯。'),
        ('(注1)', '（注1）灯台の灯。'),
        ('（註1）', '註1．灯台の灯。'),
    ],
)
def test_a_call_and_the_note_below(call, note):
    assert chapters(f'題\n\n港の灯{call}は消えない。\n\n夜が更けた。\n\n{note}') == [
        '# 題\n\n港の灯[^1]は消えない。\n\n夜が更けた。\n\n[^1]: 灯台の灯。\n'
    ]


def test_notes_at_the_end_go_to_the_chapters_that_call_them():
    assert chapters(
        '題\n\n第一章\n\n灯*1、舟*2。\n\n第二章\n\n波*3。舟*2。\n\n*1:甲。\n*2:乙。\n*3:丙。'
    ) == [
        '# 第一章\n\n灯[^1]、舟[^2]。\n\n[^1]: 甲。\n\n[^2]: 乙。\n',
        '# 第二章\n\n波[^3]。舟[^2]。\n\n[^2]: 乙。\n\n[^3]: 丙。\n',
    ]


def test_each_section_may_count_its_own():
    assert chapters('題\n\n第一章\n\n灯※1。\n\n※1 甲。\n\n第二章\n\n波※1。\n\n※1 乙。') == [
        '# 第一章\n\n灯[^1]。\n\n[^1]: 甲。\n',
        '# 第二章\n\n波[^2]。\n\n[^2]: 乙。\n',
    ]


def test_the_rest_of_such_a_seed_is_as_it_is_without_notes():
    rest = '港は<b>と{a|b}と_c_。\n\n+ 印 #\n\n1. 5 * 3。'
    (made,) = chapters(f'題\n\n灯*1。\n\n{rest}\n\n*1:5 * 3。')
    (without,) = chapters(f'題\n\n灯。\n\n{rest}')
    assert made == without.replace('灯。', '灯[^1]。') + '\n[^1]: 5 \\* 3。\n'


@pytest.mark.parametrize(
    'text',
    [
        '灯※1。\n\n夜。',
        '灯。\n\n※1 注。',
        '灯※1。\n\n※1 注。\n\n夜が更けた。',
        '灯※1、舟※2。\n\n※1 注。',
        '灯※2。\n\n※2 注。',
        '舟※2、灯※1。\n\n※1 甲。\n\n※2 乙。',
        '(1)灯。\n\n(1) 舟。',
        '受注1件。\n\n注1 件数。',
        '2*1は2。\n\n*1 注。',
        '※1 灯。\n\n※1 舟。',
    ],
)
def test_what_may_be_anything_else_stays_text(text):
    assert not any('[^' in made for made in chapters(f'題\n\n{text}'))


@given(
    st.lists(
        st.sampled_from(
            [
                '灯*1。',
                '舟*2は。',
                '波[1]。',
                '*1:甲。',
                '*2 乙。',
                '[1] 丙。',
                '第一章',
                '夜が更けた。',
                '※1',
            ]
        ),
        min_size=1,
        max_size=10,
    )
)
def test_no_word_is_lost(lines):
    made = '\n'.join(chapters('\n\n'.join(['題', '本文。', *lines])))
    for word in '灯舟波甲乙丙夜':
        assert made.count(word) >= '\n'.join(dict.fromkeys(lines)).count(word)
