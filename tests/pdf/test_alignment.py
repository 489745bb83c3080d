"""Lines in the middle and spaced evenly, words set to a length, small characters with theirs."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import KihonHanmen

SIZE = 9
FRAME = KihonHanmen(characters=20, lines=10)
#: A full line shows where lines begin and end.
FULL = '東' * 38


def lines_of(press, text):
    built = press.set(f'# 章\n\n{FULL}\n\n{text}', kihon_hanmen=FRAME)
    assert not built.warnings
    return [line for page in read_pages(built.content)[2:-1] for line in vertical_lines(page)][1:]


def test_a_line_may_stand_in_the_middle(press):
    """JLReq §3.5.3."""
    _, full, line = lines_of(press, '永国\n{: .center }')
    head, foot = full[0].top, full[0].top - 20 * SIZE
    assert head - line[0].top == pytest.approx(line[-1].bottom - foot, abs=0.02)
    assert line[0].bottom == pytest.approx(line[1].top, abs=0.02)


@pytest.mark.parametrize('text', ['永国', '永国酬今', '永「国」酬'])
def test_a_line_may_be_spaced_evenly(press, text):
    """JLReq §3.5.3: from the line head to the line end."""
    _, full, line = lines_of(press, f'{text}\n{{: .evenly }}')
    assert line[0].top == pytest.approx(full[0].top, abs=0.02)
    assert line[-1].bottom == pytest.approx(full[0].top - 20 * SIZE, abs=0.02)
    if '「' not in text:
        gaps = [before.bottom - after.top for before, after in zip(line, line[1:])]
        assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.02)


@pytest.mark.parametrize('word, cells', [('山田', 5), ('佐々木', 5), ('東国酬今', 7), ('山田', 2)])
def test_a_word_is_set_to_a_length(press, word, cells):
    """JLReq §3.7.3."""
    (line,) = lines_of(press, f'永[{word}]{{.jidori-{cells}}}国')[2:]
    before, *inside, after = line
    assert before.bottom - after.top == pytest.approx(cells * SIZE, abs=0.02)
    assert inside[0].top == pytest.approx(before.bottom, abs=0.02)
    assert inside[-1].bottom == pytest.approx(after.top, abs=0.02)


@pytest.mark.parametrize(
    'marked, base',
    [('酬[注]{.sup}', '酬'), ('x[2]{.sup}', 'x'), ('CO~2~', 'O'), ('酬[（注）]{.sub}', '酬')],
)
def test_no_line_ends_before_a_superscript(press, marked, base):
    """JLReq §3.7.1."""
    for count in range(15, 20):
        lines = lines_of(press, f'{"永" * count}{marked}国{"今" * 30}')
        glyphs = [glyph for line in lines for glyph in line]
        place = next(i for i, glyph in enumerate(glyphs) if glyph.character == base)
        before, small = glyphs[place : place + 2]
        assert small.size < before.size
        assert before.bottom == pytest.approx(small.top, abs=3)
