import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning.numerals import number_of


@pytest.mark.parametrize(
    'text, value',
    [
        ('7', 7),
        ('０１', 1),
        ('十', 10),
        ('二十三', 23),
        ('百五', 105),
        ('一二', 12),
        ('〇', 0),
        ('Ⅳ', 4),
        ('Ⅻ', 12),
        ('xiv', 14),
        ('⑫', 12),
        ('㉑', 21),
    ],
)
def test_numerals(text, value):
    assert number_of(text) == value


@pytest.mark.parametrize('text', ['', '港', '一つ', 'IIII', 'IC', '1.5', '-1', '12345678'])
def test_what_is_no_numeral(text):
    assert number_of(text) is None


@given(st.integers(1, 50))
def test_circled_figures_are_their_number(value):
    circled = chr(
        0x2460 + value - 1
        if value <= 20
        else (0x3251 + value - 21 if value <= 35 else 0x32B1 + value - 36)
    )
    assert unicodedata.numeric(circled) == number_of(circled) == value


@given(st.text())
def test_any_text_gives_a_number_or_none(text):
    assert number_of(text) is None or number_of(text) >= 0
