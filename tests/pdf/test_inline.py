"""What stands within a line or beside it, also where a line or page ends within it."""

import pypdfium2
import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import HouseStyle, KihonHanmen

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


SMALL_FRAME = KihonHanmen(characters=20, lines=10)


def test_warichu_stands_in_two_small_lines_and_is_read_one_after_the_other(press):
    """JLReq §3.4.2."""
    built = press.set('# 章\n\n平将門[下総の豪族。武将]{.warichu}の乱')
    line, text = vertical_lines(glyphs_of(built))[1], '平将門（下総の豪族。武将）の乱'
    assert ''.join(glyph.character for glyph in line) == text
    assert text in pypdfium2.PdfDocument(built.content)[2].get_textpage().get_text_bounded()
    axis, small = line[0].axis, .6 * SIZE
    first, second = line[4:8], line[8:12]
    assert all(glyph.axis == pytest.approx(axis + small / 2, abs=.01) for glyph in first)
    assert all(glyph.axis == pytest.approx(axis - small / 2, abs=.01) for glyph in second)
    assert first[0].top == pytest.approx(second[0].top, abs=.01)
    assert {round(glyph.size, 1) for glyph in line} == {SIZE, round(small, 1), round(2 * small, 1)}
    assert line[-1].axis == pytest.approx(axis, abs=.01)


def test_warichu_goes_on_over_the_page(press):
    """JLReq §3.4.3."""
    note = '東国酬今' * 20
    built = press.set(
        f'# 章\n\n{"永" * 49}[{note}]{{.warichu}}のあと', kihon_hanmen=SMALL_FRAME)
    assert built.warnings == ()
    opening, following = read_pages(built.content)[2:4]
    last, first = vertical_lines(opening)[-1], vertical_lines(following)[0]
    text = ''.join(glyph.character for glyph in (*last, *first) if glyph.size < SIZE)
    assert text == note
    small = [glyph for glyph in last if glyph.size < SIZE]
    halves = [[glyph for glyph in small if glyph.axis > last[0].axis],
              [glyph for glyph in small if glyph.axis < last[0].axis]]
    foot = min(glyph.bottom for glyph in vertical_lines(opening)[-2])
    assert all(half[-1].bottom == pytest.approx(foot, abs=.05) for half in halves)
