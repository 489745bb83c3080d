"""Lines that a terminal or a page cut are paragraphs again; verse and dialogue stay lines."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

STONES = [
    f'{number}番目の石は畑の境にあって、動かないが境は動くと祖父はいつも言っていた。'
    for number in '一二三四五六七八九十百千万'
]
ENGLISH = 'The keeper of the light kept two clocks, and wound the one of them every evening. '


def kept(text):
    return [block.text for block in clean_seed(seed_text('seeds/a.txt', text))[0].blocks]


def wrapped(paragraph, width):
    return '\n'.join(paragraph[start : start + width] for start in range(0, len(paragraph), width))


@given(st.integers(26, 40), st.lists(st.integers(6, 9), min_size=2, max_size=5))
def test_paragraphs_told_apart_by_blank_lines(width, lengths):
    paragraphs = [''.join(STONES[start : start + length]) for start, length in enumerate(lengths)]
    assert kept('\n\n'.join(wrapped(each, width) for each in paragraphs)) == paragraphs


@given(st.integers(26, 40), st.lists(st.integers(6, 9), min_size=2, max_size=5))
def test_paragraphs_told_apart_by_their_indent(width, lengths):
    paragraphs = [''.join(STONES[start : start + length]) for start, length in enumerate(lengths)]
    text = '\n'.join(wrapped(f'　{each}', width) for each in paragraphs)
    assert kept(text) == paragraphs


def test_narrow_lines_that_cut_words():
    paragraph = ''.join(STONES[:8])
    assert kept(f'石の話\n\n{wrapped(paragraph, 17)}\n\n終わり。') == [paragraph, '終わり。']


def test_lines_with_a_blank_one_after_each():
    paragraph = ''.join(STONES[:8])
    parts = kept('石の話\n\n' + wrapped(paragraph, 29).replace('\n', '\n\n'))
    assert ''.join(parts) == paragraph and all(part.endswith('。') for part in parts)


@pytest.mark.parametrize(
    'elsewhere, whole',
    [
        ('', 'morn-ing'),
        ('It was a fine morning. ', 'morning'),
        ('It was a fine morning, a morn-ing of old. ', 'morn-ing'),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_loses_its_hyphen_where_the_text_has_it_whole(
    elsewhere, whole
):
    lines = textwrap.fill(elsewhere + ENGLISH * 6, 60).split('\n')
    text = '\n'.join(
        [
            'He climbed the stairs of the tower before it was light, morn-',
            'ing after night, and nobody had ever asked him the reason.',
            *lines,
        ]
    )
    assert f'light, {whole} after' in kept(f'The two clocks\n\n{text}')[0]


def test_a_soft_hyphen_at_the_end_of_a_line_divides_a_word():
    lines = textwrap.fill(ENGLISH * 6, 60).split('\n')
    text = '\n'.join(
        [
            'He climbed the stairs of the tower before it was light, morn\u00ad',
            'ing after morn, and nobody had ever asked him for the why.',
            *lines,
        ]
    )
    assert 'light, morning after' in kept(f'The two clocks\n\n{text}')[0]


@given(st.integers(55, 80), st.integers(5, 9))
def test_western_lines_are_joined_by_a_space(width, length):
    paragraph = (ENGLISH * length).strip()
    assert kept(f'{textwrap.fill(paragraph, width)}\n\nThe end.') == [paragraph, 'The end.']


@pytest.mark.parametrize(
    'lines',
    [
        ['古い池に蛙が来て', '水の音がした', '水の音は二度した', '蛙は一度だけ来た', '池は古い'],
        [
            f'「{word}」と、彼は暗い廊下の奥に立ったままで、こちらを見ずに言った。'
            for word in ('行くのか', '来るのか', '居るのか', '見るのか', '聞くのか', '待つのか')
        ],
        [
            f'{number}日目には、雨が降り、風が吹き、船は一隻も港を出なかったのである。'
            for number in '一二三四五六七'
        ],
    ],
)
def test_lines_that_nothing_cut_stay_lines(lines):
    assert kept('\n'.join(lines)) == lines


def test_a_sentence_goes_on_over_the_page():
    pages = [
        f'老いた灯台守は、夜ごとに長い手紙を書き、それを{number}\n\n- {number} -'
        for number in range(7, 11)
    ]
    assert len(kept('\n\n'.join([*pages, '机にしまった。']))) == 1


def pages_of(foot, lines_on_page):
    """Three paragraphs of four stones each, a page ending within each of them."""
    paragraphs = ['昔、' + ''.join(STONES[start : start + 4]) for start in (0, 4, 8)]
    text = []
    for number, (paragraph, count) in enumerate(zip(paragraphs, lines_on_page), 7):
        lines = wrapped(f'　{paragraph}', 25).split('\n')
        text += [*lines[:count], *(foot if number < 9 else ()), f'- {number} -', *lines[count:]]
    return paragraphs, '\n'.join(text)


@pytest.mark.parametrize('foot', [['', '図の石'], ['', '注　石は境にある。', '']])
def test_what_stands_at_the_foot_of_a_page_parts_no_paragraph(foot):
    paragraphs, text = pages_of(foot, (2, 2, 2))
    assert [block for block in kept(text) if len(block) > 20] == paragraphs


def test_a_paragraph_whose_sentence_ends_with_the_page_goes_on_where_none_is_set_in():
    paragraphs, text = pages_of([''], (3, 3, 2))
    assert re.search('。\n\n- 7 -\n[^　]', text)
    assert kept(text) == paragraphs


@pytest.mark.parametrize('head', ['２．３　境の石', '２．境の石の数', '第三節の一　境'])
def test_a_numbered_head_goes_on_from_no_full_line(head):
    paragraphs = ['昔、' + ''.join(STONES[start : start + 2]) for start in (0, 2, 4, 6)]
    parts = [wrapped(f'　{each}', 25) for each in paragraphs]
    assert all(len(part.split('\n')[-1]) == 25 for part in parts)
    assert kept('\n'.join([*parts[:2], head, *parts[2:]])) == [
        *paragraphs[:2],
        head,
        *paragraphs[2:],
    ]


def test_of_a_letter_with_addresses_and_rules_the_paragraphs_are_joined():
    paragraphs = [''.join(STONES[:2]), ''.join(STONES[2:5]), ''.join(STONES[5:8])]
    text = '\n\n'.join(
        [
            '石の話',
            'こんにちは。\n石の店です。',
            *(wrapped(each, 30) for each in paragraphs),
            'https://example.jp/stones/2024/the-whole-of-the-letter-with-all-its-pictures.html\n'
            '※この手紙は送るためだけの住所からお届けしていますので、お返事をいただいてもお答えできません。',
        ]
    )
    assert set(paragraphs) <= set(kept(text))
    assert {'こんにちは。', '石の店です。'} <= set(kept(text))


def test_fields_one_below_the_other_go_on_from_none():
    fields = [f'{name}：{STONES[0][:26]}' for name in ('差出', '件名', '宛先')]
    parts = [wrapped(''.join(STONES[start : start + 3]), 30) for start in (0, 3, 6)]
    found = kept('\n\n'.join(['\n'.join(fields), *parts]))
    assert not any(field in line and line != field for field in fields for line in found)


def test_numbers_of_sections_are_no_pages():
    parts = [
        f'▲ 朝の港のようす、{number}日目\n{number:02d}\n船の名\n灯は消えた。港は暗い。\n'
        for number in (1, 2, 3)
    ]
    assert kept('\n'.join(parts)).count('船の名') == 3


def test_every_line_of_a_joined_paragraph_is_in_the_record():
    text = wrapped('　' + ''.join(STONES[:6]), 30)
    article, record = clean_seed(seed_text('seeds/a.txt', text))
    assert article.blocks[0].lines == tuple(range(1, len(record.lines) + 1))
    assert ''.join(line.text + line.end for line in record.lines) == text
    assert [line.fate for line in record.lines] == ['changed', *['kept'] * (len(record.lines) - 1)]


BOAT = """\
The boat is eighteen feet long and painted the green of old
bottles. Every morning but Sunday, Tobias Wren drags it down the
shingle, sets two canvas sacks between the thwarts, and rows."""
FATHER = """\
He is seventy-one. His father did it before him, and his father's
uncle before that. The crossing takes forty minutes when the tide
is kind and an hour and a half when it is not."""
VERSE = """\
The sea has a window, and nobody looks,
and under the window the gulls keep their books,
and whoever may read them is told by the tide
what the ferryman carries away on his side."""


@pytest.mark.parametrize(
    'blocks',
    [[BOAT], [BOAT, FATHER], ['Dear Ann,', BOAT, 'See you on Friday.', 'Tobias']],
    ids=len,
)
def test_a_few_wrapped_lines_of_english_are_joined(blocks):
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n\n'.join(blocks)))
    joined = [block.replace('\n', ' ') for block in blocks]
    assert [block.text.replace('’', "'") for block in article.blocks] == joined


def test_english_verse_is_not():
    article, _ = clean_seed(seed_text('seeds/a.txt', VERSE))
    assert [block.text for block in article.blocks] == VERSE.split('\n')


LANE = """\
The lane to the mill had been mended twice, and the
third time it was left alone. Where the carts turned the
verge was worn down to the roots of the elms, which leant
over the water, and the miller's boy was told to
whitewash the nearest of them so that nobody would
drive into it after dark. He did it with a broom, and
a good half of the wash went on his boots and on the
dog that slept below."""
POND = """\
The pond was another matter. It had no owner that any
lawyer could find, though the parish had paid for its
sluice, and the two farms on either side of it drew
water as they liked until the summer of the long
drought, when the older of the farmers put a chain
across the path and sat beside it with a lantern."""
LOWER_CASE_VERSE = """\
under the bridge
the river is counting its change, a coin of light for every boat
that came,
and two
for those that went the other way and never wrote
a line
to say which sea they'd found, or if it was
the same"""


@pytest.mark.parametrize('between', ['\n', '\n\n'])
def test_lines_of_a_pdf_are_joined_though_full_ones_differ_in_width(between):
    text = between.join([LANE, POND])
    parts = [
        block.text.replace('’', "'") for block in clean_seed(seed_text('a.txt', text))[0].blocks
    ]
    assert parts == [LANE.replace('\n', ' '), POND.replace('\n', ' ')]


def test_lines_of_verse_in_small_letters_are_not():
    text = '\n\n'.join([LOWER_CASE_VERSE] * 2)
    article, _ = clean_seed(seed_text('seeds/a.txt', text))
    assert all('\n' in block.text or len(block.text) < 70 for block in article.blocks)
