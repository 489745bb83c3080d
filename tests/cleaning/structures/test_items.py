"""Lines with the same mark, directly below one another, are a list."""

import pytest

from tategumi.cleaning.structures import claims_of

SENTENCE = '　朝の市で買うものを書いておく。'


@pytest.mark.parametrize('mark', ['・', '• ', '- ', '◦ '])
def test_lines_with_a_mark_are_the_items_of_a_list(mark):
    lines = [SENTENCE, *(f'{mark}{item}' for item in ('りんご', 'みかん', 'なし')), SENTENCE]
    claims = claims_of(lines)
    assert {index: claim.text for index, claim in claims.items()} == {
        1: 'りんご',
        2: 'みかん',
        3: 'なし',
    }
    assert all(claim.kind == 'item' and claim.own for claim in claims.values())


@pytest.mark.parametrize(
    'lines', [['・りんご'], ['・りんご', '', 'みかん'], ['- -', '・・・', '---']]
)
def test_one_line_or_a_row_of_marks_is_no_list(lines):
    assert not claims_of([SENTENCE, *lines, SENTENCE])


def test_a_list_with_no_sentence_below_may_be_buttons():
    claims = claims_of([SENTENCE, '• 報酬', '• 共有'])
    assert [claim.own for claim in claims.values()] == [False, False]


def test_a_list_below_a_word_and_above_another_may_be_a_menu():
    claims = claims_of([SENTENCE, '', 'お客様へ', '・返品', '・送料', '採用', '', SENTENCE])
    assert [claim.own for claim in claims.values()] == [False, False]
    claims = claims_of([SENTENCE, '', '用意するもの：', '・塩', '・鍋', '作り方', SENTENCE])
    assert [claim.own for claim in claims.values()] == [True, True]


@pytest.mark.parametrize('form', ['{n}. {t}', '{n}．{t}', '{n}　{t}'])
def test_numbered_lines_with_nothing_between_them_are_a_numbered_list(form):
    items = [form.format(n=n, t=t) for n, t in enumerate(('りんご', 'みかん', 'なし'), 1)]
    claims = claims_of([SENTENCE, *items, SENTENCE])
    assert [(claim.kind, claim.rank, claim.text) for claim in claims.values()] == [
        ('item', 1, 'りんご'),
        ('item', 2, 'みかん'),
        ('item', 3, 'なし'),
    ]


@pytest.mark.parametrize(
    'items', [['2. みかん', '3. なし'], ['1. りんご', '3. なし'], ['1. りんご']]
)
def test_numbers_that_do_not_count_from_one_are_no_list(items):
    assert not claims_of([SENTENCE, *items, SENTENCE])
