"""The squares drawn are those the characters stand in."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.page.kihon_hanmen import page_of, squares
from tategumi.page.papers import PAPERS
from tategumi.settings import KihonHanmen

MM = 72 / 25.4
TEXT = '# 章\n\n' + '永東国酬今' * 1000


def middles(squares):
    return [((left + right) / 2, top) for left, top, right, _ in squares]


@pytest.mark.parametrize(
    'paper, own',
    [
        *((paper, {}) for paper in PAPERS),
        (
            'a5',
            {'character_size': 9.5, 'characters': 45, 'line_gap': 6.5, 'head': 20, 'gutter': 18},
        ),
        ('a5', {'columns': 2}),
        ('shiroku', {'columns': 2, 'column_gap': 1.5, 'characters': 20}),
        ('a5', {'columns': 3, 'character_size': 8}),
    ],
)
def test_every_character_of_a_full_page_has_a_square_and_every_square_a_character(
    press, paper, own
):
    more = {'page': paper, 'kihon_hanmen': KihonHanmen(**own)}
    settings, _ = press.book(TEXT, **more)
    page, built = page_of(settings), press.set_with_lines(TEXT, **more)
    sides = set()
    for made, glyphs in zip(built.frames, read_pages(built.content)):
        lines = vertical_lines(glyphs)
        if sum(map(len, lines)) < page.columns * page.lines * page.characters:
            continue
        sides.add(made.side)
        grid = squares(page, made.side)
        assert len(lines) == len(grid) == page.lines * page.columns
        for line, column in zip(lines, grid):
            found = [(glyph.axis, page.height * MM - glyph.top) for glyph in line]
            assert len(found) == len(column)
            for there, square in zip(found, middles(column)):
                assert there == pytest.approx(square, abs=0.06)
    assert sides == {'left', 'right'}
