"""What the house decides of lines, read from the places of glyphs."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.page.papers import PAPERS
from tategumi.settings import HouseStyle, KihonHanmen

SIZE = PAPERS['bunko'].character_size
RUBY = SIZE / 2


def lines_of(press, text, characters=12, **house):
    """The lines of the only chapter below its heading."""
    built = press.set(
        f'# 章\n\n{text}',
        house_style=HouseStyle(**house),
        kihon_hanmen=KihonHanmen(characters=characters),
    )
    return vertical_lines(read_pages(built.content)[2])[1:]


def ruby_of(press, text, **house):
    """``(first glyph of the line, ruby beside it)`` of a text on one line."""
    built = press.set(
        f'# 章\n\n{text}',
        house_style=HouseStyle(**house),
        kihon_hanmen=KihonHanmen(characters=20),
    )
    page = read_pages(built.content)[2]
    (line,) = vertical_lines(page)[1:]
    ruby = [glyph for glyph in page if abs(glyph.size - RUBY) < 0.1]
    return [glyph for glyph in line if glyph not in ruby], ruby


@pytest.mark.parametrize('choice, below', [('flush', 0), ('half', SIZE / 2)])
def test_a_bracket_at_a_line_head_stands_where_the_house_has_it(press, choice, below):
    lines = lines_of(press, f'{"永" * 11}「東国」{"永" * 20}', line_head_bracket=choice)
    bracket, text = lines[1][0], lines[2][0]
    assert bracket.character == '「'
    # The mark fills the second half of its square.
    assert text.top - (bracket.top - SIZE / 2) == pytest.approx(below, abs=0.05)


@pytest.mark.parametrize('choice, space', [('given', 0), ('kept', SIZE / 2)])
def test_a_full_stop_at_a_line_end_gives_its_space_where_the_house_lets_it(press, choice, space):
    """Kept, it is the space before the bracket that gives."""
    text = f'{"永" * 7}「東国」。{"永" * 20}'
    line, after = lines_of(press, text, line_end_stop=choice, hanging=False)[:2]
    assert line[-1].character == '。'
    assert line[-1].top - SIZE / 2 - after[-1].bottom == pytest.approx(space, abs=0.05)


@pytest.mark.parametrize('least, last', [(0, 2), (1, 1), (3, 3), (4, 4)])
def test_a_last_line_has_as_many_characters_as_the_house_asks_for(press, least, last):
    assert len(lines_of(press, '永' * 12, last_line=least)[-1]) == last


@pytest.mark.parametrize('choice, below', [('middle', RUBY / 2), ('head', 0)])
def test_a_ruby_character_stands_in_the_middle_of_its_kanji_or_at_its_head(press, choice, below):
    line, ruby = ruby_of(press, '{永|え}国{東西|と|ざい}', mono_ruby=choice)
    assert [glyph.character for glyph in ruby] == list('えとざい')
    assert line[0].top - ruby[0].top == pytest.approx(below, abs=0.05)
    assert line[2].top - ruby[1].top == pytest.approx(below, abs=0.05)
    assert line[3].top == pytest.approx(ruby[2].top, abs=0.05)


@pytest.mark.parametrize('choice, space', [('spaced', RUBY / 4), ('flush', 0)])
def test_a_reading_is_flush_with_its_word_where_the_house_has_it(press, choice, space):
    line, ruby = ruby_of(press, '{流行歌|ハヤリウタ}', group_ruby_ends=choice)
    gap = (6 - 5) * RUBY / 5 / 2 if choice == 'spaced' else space
    assert line[0].top - ruby[0].top == pytest.approx(gap, abs=0.05)
    assert ruby[-1].bottom - line[2].bottom == pytest.approx(gap, abs=0.05)


@pytest.mark.parametrize(
    'choice, rooms',
    [('kana', (1, 1)), ('hiragana', (1, 0)), ('half', (0.5, 0.5)), ('none', (0, 0))],
)
def test_a_long_reading_lies_over_what_the_house_lets_it(press, choice, rooms):
    line, ruby = ruby_of(press, 'あ{志|こころざしここ}ア', ruby_overhang=choice)
    over = ruby[0].top - line[0].bottom, line[2].top - ruby[-1].bottom
    assert [place / RUBY for place in over] == pytest.approx(rooms, abs=0.02)
