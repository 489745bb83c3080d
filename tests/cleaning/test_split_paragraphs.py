"""Paragraphs glued into one line are parted where that is certain, and else asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    f'{number}番目の石は畑の境にあって、動かないが境は動くと祖父は言っていた。'
    for number in '一二三四五六七八九十'
]
TALK = ['「もう船は出たのか」', '「いや、まだ沖にいる」', '「では待つとしよう」', '「朝までだ」']


def cleaned(*lines):
    return clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))


def kept(*lines):
    return [block.text for block in cleaned(*lines)[0].blocks]


def asked(*lines):
    return [suspicion.rule for line in cleaned(*lines)[1].lines for suspicion in line.suspicions]


@given(st.integers(1, 6), st.integers(2, 4))
def test_at_the_indent_that_every_paragraph_of_the_text_has(place, length):
    indented = [f'　{text}' for text in PROSE]
    end = place + length
    assert kept(*indented[:place], ''.join(indented[place:end]), *indented[end:]) == PROSE


def test_a_space_after_a_question_parts_nothing():
    lines = [f'　{text}' for text in PROSE[:3]]
    assert kept(*lines, '　なぜ？　境は動く。') == [*PROSE[:3], 'なぜ？　境は動く。']


def test_a_space_parts_nothing_in_a_text_without_indents():
    assert len(kept(*PROSE[:3], f'{PROSE[3]}　{PROSE[4]}')) == 4


@pytest.mark.parametrize(
    'line',
    ['「知らん」　祖父は首を振った。', '朝。　昼。　夜。', '「行くか」　「まだだ」　彼は笑った。'],
)
def test_a_space_within_a_short_paragraph_is_its_authors(line):
    indented = [f'　{text}' for text in [*PROSE, *PROSE]]
    for lines in (indented, [f'　{text[-12:]}' for text in PROSE]):
        assert line in kept(*lines[:3], f'　{line}', *lines[3:])


def test_utterances_where_the_text_sets_one_a_line():
    assert kept(*PROSE[:2], *TALK, TALK[0] + TALK[1] + TALK[2]) == [*PROSE[:2], *TALK, *TALK[:3]]


@pytest.mark.parametrize(
    'lines', [[PROSE[0], TALK[0] + TALK[1]], [*TALK[:3], f'{TALK[0]}{TALK[1]}と二人は言った。']]
)
def test_utterances_that_may_belong_together_are_asked_about(lines):
    assert kept(*lines) == lines
    assert asked(*lines) == ['glued-dialogue-perhaps']


@pytest.mark.parametrize(
    'line, parts',
    [
        (f'{PROSE[0]}<br>{PROSE[1]}<BR />', PROSE[:2]),
        (f'{PROSE[0]}<br/><br/>{PROSE[1]}', PROSE[:2]),
    ],
)
def test_at_a_break_that_html_left_after_a_sentence(line, parts):
    assert kept(line) == parts


def test_a_break_within_a_sentence_is_text_about_breaks():
    assert kept('行を変えるには<br>と書く。') == ['行を変えるには<br>と書く。']


def test_a_paragraph_far_longer_than_all_others_is_asked_about():
    short = [text[:20] + '。' for text in PROSE]
    assert 'long-paragraph' in asked(*short, ''.join(PROSE * 3))
    assert 'long-paragraph' not in asked(*PROSE, ''.join(PROSE))


def test_the_record_has_the_line_once_and_all_that_became_of_it():
    lines = [*(f'　{text}' for text in PROSE[:3]), f'　{PROSE[3]}　**注 意**だ。　(終)。']
    _, record = cleaned(*lines)
    last = record.lines[-1]
    assert ''.join(line.text + line.end for line in record.lines) == '\n'.join(lines)
    assert last.changes[0].rule == 'glued-paragraphs'
    assert last.result == f'{PROSE[3]}\n**注意**だ。\n（終）。'


def test_an_author_of_many_long_paragraphs_is_not_asked_about_each():
    short = [text[:20] + '。' for text in PROSE] * 12
    long = [''.join(PROSE * 3) + f'それは{number}日のことだった。' for number in range(5)]
    assert 'long-paragraph' in asked(*short, *long[:3])
    assert 'long-paragraph' not in asked(*short, *long)


@pytest.mark.parametrize('mark', ['\u2028', '\u2029', '\x85', '\x0b', '\x0c', '\u2028\u2028'])
def test_at_another_character_that_ends_a_line_after_a_sentence(mark):
    assert kept(f'{PROSE[0]}{mark}{PROSE[1]}', PROSE[2]) == PROSE[:3]


def test_a_line_separator_amid_a_sentence_is_an_accident():
    assert kept(PROSE[0].replace('、', '、\u2028')) == PROSE[:1]
