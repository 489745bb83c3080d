"""What stands within a line or beside it, also where a line or page ends within it."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import HouseStyle

SIZE = 9


def glyphs_of(built):
    """The glyphs of the page of the only chapter."""
    return read_pages(built.content)[2]


def beside(page, axis):
    """The ruby to the right of the line at ``axis``, in reading order."""
    return [glyph for glyph in page if abs(glyph.size - SIZE / 2) < .1
            and abs(glyph.axis - axis - .75 * SIZE) < .1]


def test_a_compound_goes_on_over_the_line_end_with_its_readings(press):
    """JLReq §3.3.7."""
    built = press.set('# 章\n\n' + 'あ' * 36 + '{東京都|とう|きょう|と}' + 'あ' * 30)
    page = glyphs_of(built)
    _, first, second = vertical_lines(page)
    assert (first[-1].character, second[0].character) == ('東', '京')
    assert [glyph.character for glyph in beside(page, first[0].axis)] == list('とう')
    readings = beside(page, second[0].axis)
    assert [glyph.character for glyph in readings] == list('きょうと')
    assert readings[0].top == pytest.approx(second[0].top, abs=.05)


@pytest.mark.parametrize('choice, last', [('paragraph', 3), ('line', 2)])
def test_the_house_says_how_line_ends_are_chosen(press, choice, last):
    text = '永' * 37 + '東' * 38 + 'あ。'
    built = press.set(f'# 章\n\n{text}', house_style=HouseStyle(line_breaks=choice))
    assert len(vertical_lines(glyphs_of(built))[-1]) == last
