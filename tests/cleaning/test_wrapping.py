"""Lines that a terminal or a page cut are paragraphs again; verse and dialogue stay lines."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

STONES = [
    f'{number}番目の石は畑の境にあって、動かないが境は動くと祖父はいつも言っていた。'
    for number in '一二三四五六七八九十百千万']
ENGLISH = 'The keeper of the light kept two clocks, and wound the one of them every evening. '


def kept(text):
    return [block.text for block in clean_seed(seed_text('seeds/a.txt', text))[0].blocks]


def wrapped(paragraph, width):
    return '\n'.join(
        paragraph[start:start + width] for start in range(0, len(paragraph), width))


@given(st.integers(26, 40), st.lists(st.integers(6, 9), min_size=2, max_size=5))
def test_paragraphs_told_apart_by_blank_lines(width, lengths):
    paragraphs = [''.join(STONES[start:start + length]) for start, length in enumerate(lengths)]
    assert kept('\n\n'.join(wrapped(each, width) for each in paragraphs)) == paragraphs


@given(st.integers(26, 40), st.lists(st.integers(6, 9), min_size=2, max_size=5))
def test_paragraphs_told_apart_by_their_indent(width, lengths):
    paragraphs = [''.join(STONES[start:start + length]) for start, length in enumerate(lengths)]
    text = '\n'.join(wrapped(f'　{each}', width) for each in paragraphs)
    assert kept(text) == paragraphs


def test_narrow_lines_that_cut_words():
    paragraph = ''.join(STONES[:8])
    assert kept(f'石の話\n\n{wrapped(paragraph, 17)}\n\n終わり。') == [paragraph, '終わり。']


def test_lines_with_a_blank_one_after_each():
    paragraph = ''.join(STONES[:8])
    parts = kept('石の話\n\n' + wrapped(paragraph, 29).replace('\n', '\n\n'))
    assert ''.join(parts) == paragraph and all(part.endswith('。') for part in parts)


@pytest.mark.parametrize('elsewhere, whole', [
    ('', 'morn-ing'), ('It was a fine morning. ', 'morning'),
    ('It was a fine morning, a morn-ing of old. ', 'morn-ing')])
def test_a_word_divided_at_the_end_of_a_line_loses_its_hyphen_where_the_text_has_it_whole(
        elsewhere, whole):
    lines = textwrap.fill(elsewhere + ENGLISH * 6, 60).split('\n')
    text = '\n'.join(['He climbed the stairs of the tower before it was light, morn-',
                      'ing after night, and nobody had ever asked him the reason.', *lines])
    assert f'light, {whole} after' in kept(f'The two clocks\n\n{text}')[0]


def test_a_soft_hyphen_at_the_end_of_a_line_divides_a_word():
    lines = textwrap.fill(ENGLISH * 6, 60).split('\n')
    text = '\n'.join(['He climbed the stairs of the tower before it was light, morn\u00ad',
                      'ing after morn, and nobody had ever asked him for the why.', *lines])
    assert 'light, morning after' in kept(f'The two clocks\n\n{text}')[0]


@given(st.integers(55, 80), st.integers(5, 9))
def test_western_lines_are_joined_by_a_space(width, length):
    paragraph = (ENGLISH * length).strip()
    assert kept(f'{textwrap.fill(paragraph, width)}\n\nThe end.') == [paragraph, 'The end.']


@pytest.mark.parametrize('lines', [
    ['古い池に蛙が来て', '水の音がした', '水の音は二度した', '蛙は一度だけ来た', '池は古い'],
    [f'「{word}」と、彼は暗い廊下の奥に立ったままで、こちらを見ずに言った。'
     for word in ('行くのか', '来るのか', '居るのか', '見るのか', '聞くのか', '待つのか')],
    [f'{number}日目には、雨が降り、風が吹き、船は一隻も港を出なかったのである。'
     for number in '一二三四五六七']])
def test_lines_that_nothing_cut_stay_lines(lines):
    assert kept('\n'.join(lines)) == lines


def test_a_sentence_goes_on_over_the_page():
    pages = [f'老いた灯台守は、夜ごとに長い手紙を書き、それを{number}\n\n- {number} -'
             for number in range(7, 11)]
    assert len(kept('\n\n'.join([*pages, '机にしまった。']))) == 1


def test_every_line_of_a_joined_paragraph_is_in_the_record():
    text = wrapped('　' + ''.join(STONES[:6]), 30)
    article, record = clean_seed(seed_text('seeds/a.txt', text))
    assert article.blocks[0].lines == tuple(range(1, len(record.lines) + 1))
    assert ''.join(line.text + line.end for line in record.lines) == text
    assert [line.fate for line in record.lines] == ['changed', *['kept'] * (len(record.lines) - 1)]
