"""Which characters stand upright, and which are turned (UAX #50)."""

import sys
import unicodedata

import pytest

from tategumi.kumihan import class_of
from tategumi.kumihan.orientation import depends_on_font, orientation_of, stands

UPRIGHT = '永あアー。、「」（）〜：；！？％℃㎏㎡＄￥±×÷＋½⓪ⅷⅻ♫❤✓☂☺〱〳／Ａ９※〒'
TURNED = '‐–－−＝≠≒≪≫＜≦〰→←↑↓⇒━═°′″'
SIDEWAYS = 'Aa1éαЖ²₂([{‘’“”)]}!?-~'


@pytest.mark.parametrize('character', UPRIGHT)
def test_characters_of_the_east_stand(character):
    assert stands(character) == 'upright'


@pytest.mark.parametrize('character', TURNED)
def test_marks_that_run_with_the_line_are_turned(character):
    assert stands(character) == 'turned'


@pytest.mark.parametrize('character', SIDEWAYS)
def test_western_characters_lie(character):
    assert stands(character) == 'sideways'


@pytest.mark.parametrize('character', '―…‥—─ー〜～゠「』（＿')
def test_without_a_vertical_form_a_mark_is_turned(character):
    assert stands(character, True) == 'upright'
    assert stands(character, False) == 'turned'
    assert depends_on_font(character)


def test_what_unicode_has_upright_stands_and_nothing_else_does_but_dashes():
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if orientation_of(character) == 'R' and class_of(character) != 8:
            assert stands(character) != 'upright'
        if orientation_of(character) in ('U', 'Tu'):
            assert stands(character, False) == 'upright'


def test_letters_of_the_west_are_never_taken_for_marks():
    for code in range(0x3000):
        character = chr(code)
        if unicodedata.category(character)[0] in 'LN' and class_of(character) == 19:
            assert stands(character) != 'turned'
