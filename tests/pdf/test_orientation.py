"""How characters stand in the lines of the PDF (UAX #50), read back from it."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import KihonHanmen

SIZE = 9
FRAME = KihonHanmen(characters=20, lines=10)


def lines_of(press, text, **settings):
    built = press.set(f'# 章\n\n{text}', **settings)
    assert not built.warnings
    pages = read_pages(built.content)[2:-1]
    return [line for page in pages for line in vertical_lines(page)][1:]


def broken_lines(press, text):
    """The texts of the lines of ``text`` as a paragraph on lines of 20 em."""
    # Lines before it show the reader of the page where lines begin.
    lines = lines_of(press, f'{"東" * 50}\n\n{text}\n\n{"東" * 50}', kihon_hanmen=FRAME)
    return [''.join(glyph.character for glyph in line) for line in lines[3:-3]]


@pytest.mark.parametrize('mark', '‐–－−≪≫＜≦〰━═→←↑↓')
def test_a_mark_that_unicode_turns_lies_solid_between_its_neighbours(press, mark):
    ((before, turned, after),) = lines_of(press, f'永{mark}国')
    assert (before.mode, turned.mode, after.mode) == ('vertical', 'sideways', 'vertical')
    length = before.top - after.top - SIZE
    assert 0.2 * SIZE < length <= SIZE + 0.01
    middle = (turned.top + turned.bottom) / 2
    assert middle == pytest.approx(before.top - SIZE - length / 2, abs=0.02)


@pytest.mark.parametrize('mark', '♫⓪ⅻⅷ※±×％℃ー〜')
def test_a_character_that_unicode_stands_fills_a_square(press, mark):
    ((before, upright, after),) = lines_of(press, f'永{mark}国')
    assert upright.mode == 'vertical'
    assert before.top - after.top == pytest.approx(2 * SIZE, abs=0.02)


def test_a_dash_between_figures_lies_in_the_middle_of_the_line(press):
    (line,) = lines_of(press, '永100–200頁')
    (dash,) = (glyph for glyph in line if glyph.character == '–')
    assert dash.mode == 'sideways'
    assert all(glyph.mode == 'vertical' for glyph in line if glyph is not dash)


@pytest.mark.parametrize('mark', '〱〲')
def test_a_repeat_mark_of_two_characters_is_two_em_long(press, mark):
    ((before, _, after),) = lines_of(press, f'永{mark}国')
    assert before.top - after.top == pytest.approx(3 * SIZE, abs=0.02)


@pytest.mark.parametrize('mark', ['〱\u3099', '〲\u0301', '〱\ufe00'])
def test_a_repeat_mark_keeps_what_is_set_with_it(press, mark):
    # What stands beside the mark may be a line to who reads the page.
    glyphs = [glyph for line in lines_of(press, f'永{mark}国') for glyph in line]
    of = {glyph.character: glyph for glyph in glyphs}
    assert of.keys() == {*f'永{mark}国'}
    assert of['永'].top - of['国'].top == pytest.approx(3 * SIZE, abs=0.02)


@pytest.mark.parametrize('unseen', '\u200b\u2060\u00ad\ufeff\u200e')
@pytest.mark.parametrize('text', ['永{}国', '「{}」', '――{}――', 'ア{}12月'])
def test_what_nobody_sees_leaves_no_gap(press, text, unseen):
    def places(line):
        return [(glyph.character, glyph.top) for glyph in line if glyph.character not in unseen]

    (line,) = lines_of(press, text.format(''))
    (other,) = lines_of(press, text.format(unseen))
    assert places(other) == places(line)


def test_what_joins_a_character_stands_with_it_in_any_font(press):
    (line,) = lines_of(press, '永☺\ufe0f国葛\U000e0100国')
    tops = {glyph.character[0]: glyph.top for glyph in line}
    assert tops['永'] - tops['☺'] == pytest.approx(SIZE, abs=0.02)
    assert tops['☺'] - tops['国'] == pytest.approx(3 * SIZE, abs=0.02)


@pytest.mark.parametrize('word', ['x²+y²', 'CO₂', 'm²', 'x−y', 'α–β'])
def test_a_term_is_one_run_of_western_text(press, word):
    (line,) = lines_of(press, f'永[{word}]{{lang=en}}国')
    inside = line[1:-1]
    assert ''.join(glyph.character for glyph in inside) == word
    assert {glyph.mode for glyph in inside} == {'sideways'}
    # A quarter em before and after it, and no space within.
    assert line[0].bottom - inside[0].top == pytest.approx(SIZE / 4, abs=0.02)
    assert all(
        before.bottom == pytest.approx(after.top, abs=1)
        for before, after in zip(inside, inside[1:])
    )


@pytest.mark.parametrize('unit', ['15％', '150％', '25℃', '5㎏', '−5', '±3', 'CO₂', 'x²'])
def test_no_line_ends_between_a_figure_and_what_belongs_to_it(press, unit):
    for before in range(16, 20):
        lines = broken_lines(press, f'{"永" * before}{unit}国')
        assert any(unit in line for line in lines)


@pytest.mark.parametrize(
    'marked', ['‘OK’', '‘永’', '(A)', r'\[12\]', '(12)', '“A”', '“I know,” she said', '12, 13']
)
def test_half_width_brackets_and_stops_keep_to_what_they_enclose(press, marked):
    for before in range(15, 21):
        lines = broken_lines(press, f'{"永" * before}{marked}国')
        assert all(line.rstrip()[-1] not in '‘“([' for line in lines[:-1])
        assert all(line[0] not in '’”)],.' for line in lines)


def test_a_hyphen_at_a_line_end_stands_against_its_letter(press):
    lines = lines_of(press, f'{"永" * 15}international', kihon_hanmen=FRAME)
    letter, hyphen = lines[0][-2:]
    assert hyphen.character == '\u00ad'
    assert letter.bottom == pytest.approx(hyphen.top, abs=0.1)
    assert hyphen.top - hyphen.bottom < 0.5 * SIZE
