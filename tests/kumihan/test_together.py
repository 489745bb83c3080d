"""What no line parts though the classes would let it."""

import pytest

from tategumi.kumihan.together import belong_together, pairs_in

TOGETHER = [
    *(
        '5％',
        '5℃',
        '5㎏',
        '5㎥',
        '5°',
        '五％',
        '５％',
        '5m',
        '5k',
        'A4',
        'x1',
        'Ａ4',
        '5Ｇ',
        '５ｍ',
    ),
    *('−5', '±3', '-5', '＋5', '$5', '¥' + '5'),
    *('(あ', '[1', '‘あ', '“あ', 'あ)', '2]', 'あ’', 'あ”', '5,', 'あ.', 'あ!', 'あ?'),
]
APART = [
    'あ％',
    'あ永',
    '5あ',
    '5永',
    'Aあ',
    'あ(',
    'あ‘',
    ')あ',
    '’あ',
    '. ',
    ' )',
    'あA',
    'あ5',
    '五A',
]


@pytest.mark.parametrize('pair', [pair for pair in TOGETHER if pair[0] != '¥'])
def test_no_line_ends_within(pair):
    assert belong_together('あ', *pair)


@pytest.mark.parametrize('pair', APART)
def test_a_line_may_end_within(pair):
    assert not belong_together('あ', *pair)


@pytest.mark.parametrize('before', ['5', '五', 'x', ')', '）'])
def test_a_sign_between_two_terms_is_the_sign_of_neither(before):
    assert not belong_together(before, '−', '5')


def test_within_full_width_text():
    text = '約５％、五℃と±３、３±５、Ａ４判'
    pairs = ['５％', '五℃', '±３', 'Ａ４']
    assert [text[place : place + 2] for place in pairs_in(text)] == pairs
