"""Readings over several kanji, parted between them where there is one way to do so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.markup.readings import parted

PARTED = {
    '打擲': 'ちょう ちゃく',
    '嘲笑': 'ちょう しょう',
    '学校': 'がっ こう',
    '鼻血': 'はな ぢ',
    '云々': 'うん ぬん',
    '人々': 'ひと びと',
    '因縁': 'いん ねん',
    '居候': 'い そうろう',
    '取引': 'とり ひき',
    '独立不羈': 'どく りつ ふ き',
}


@pytest.mark.parametrize('word', PARTED)
def test_a_reading_is_parted_as_the_kanji_are_read(word):
    parts = PARTED[word].split()
    assert list(parted(word, ''.join(parts))) == parts


@pytest.mark.parametrize(
    'word, reading',
    [
        ('大人', 'おとな'),
        ('煙草', 'たばこ'),
        ('許嫁', 'いいなずけ'),
        ('破局', 'カタストロフ'),
        ('老婆', 'ばばあ'),
        ('青い空', 'あおいそら'),
        ('空', 'そら'),
    ],
)
def test_a_reading_of_the_word_alone_stays_whole(word, reading):
    assert parted(word, reading) == ()


@given(
    st.text('人日生空山々大一', min_size=1, max_size=6),
    st.text('あいにひとそらっん', max_size=12),
)
def test_parts_are_the_reading_one_for_each_kanji(word, reading):
    parts = parted(word, reading)
    assert not parts or (''.join(parts) == reading and len(parts) == len(word) and all(parts))


def test_many_ways_to_part_a_word_take_no_long_time():
    assert parted('々' * 12, 'あ' * 40) == () and parted('生' * 12, 'い' * 40) == ()


def test_both_books_have_the_parted_reading(desk):
    typed = '{打擲|ちょうちゃく}した'
    assert desk.inner(typed, group_ruby='parted') == (
        '<ruby>打<rt>ちょう</rt>擲<rt>ちゃく</rt></ruby>した'
    )
    assert desk.inner(typed, group_ruby='whole') == '<ruby>打擲<rt>ちょうちゃく</rt></ruby>した'


def test_what_the_editor_has_parted_stays(desk):
    typed = '{打擲|ちょうち|ゃく}した'
    assert desk.inner(typed, group_ruby='parted') == (
        '<ruby>打<rt>ちょうち</rt>擲<rt>ゃく</rt></ruby>した'
    )


def test_kanji_with_one_ruby_character_are_named_where_the_house_sets_it_at_their_head(desk):
    """JLReq §3.3.5; not in horizontal writing."""
    typed = '{木|き}と{居候|い|そうろう}と{時|とき}と{大人|おとな}'
    assert desk.inner(typed, mono_ruby='head').count('<ruby class="at-head">') == 2
    assert 'at-head' not in desk.inner(typed)
    horizontal = desk.chapter(typed, writing='horizontal', mono_ruby='head')
    assert 'at-head' not in horizontal.xhtml
