"""A page of several columns 段組: one below the other, the text going on from each to the next."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.check.pdf import check_pdf
from tategumi.errors import BadInput
from tategumi.page.kihon_hanmen import page_of
from tategumi.settings import KihonHanmen

MM = 72 / 25.4
SENTENCE = '港の灯が消えるころ、船は岬の向こうから帰って来て、人々は岸に出た。'
TWO = {'page': 'a5', 'contents_depth': 0, 'kihon_hanmen': KihonHanmen(columns=2)}


def text_pages(press, *chapters, **more):
    """``[(line head from the paper's head in pt, text)]`` of each page behind the title page."""
    built = press.set(*chapters, **more)
    height = page_of(press.book(*chapters, **more)[0]).height * MM
    return [
        [
            (height - line[0].top, ''.join(glyph.character for glyph in line))
            for line in vertical_lines(page)
        ]
        for page in read_pages(built.content)
    ]


def test_lines_begin_at_the_heads_of_two_columns(press):
    text = '# 章\n\n' + SENTENCE * 60
    page = page_of(press.book(text, **TWO)[0])
    heads = page.head * MM, page.head * MM + page.column_pitch
    full = max(text_pages(press, text, **TWO), key=len)
    assert {min(heads, key=lambda head: abs(head - top)) for top, _ in full} == {*heads}
    for top, _ in full:
        assert min(abs(top - head) for head in heads) < 0.1
    assert max(len(said) for _, said in full) <= page.characters + 1


def test_a_chapter_title_stands_above_all_columns(press):
    """No line of the text stands beside the title, in whichever column."""
    text = '# 章の名\n\n' + SENTENCE * 60
    built = press.set(text, **TWO)
    opening = next(
        lines
        for page in read_pages(built.content)
        for lines in [vertical_lines(page)]
        if lines and lines[0][0].character == '章' and len(lines) > 3
    )
    title, *text_lines = opening
    assert all(line[0].axis < title[0].axis - title[0].size for line in text_lines)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=5), st.integers(2, 3))
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_text_is_whole_and_in_order(press, lengths, columns):
    paragraphs = [(SENTENCE * 10)[:length] for length in lengths]
    frame = KihonHanmen(columns=columns, character_size=8)
    pages = text_pages(
        press, '# 章\n\n' + '\n\n'.join(paragraphs), **{**TWO, 'kihon_hanmen': frame}
    )
    said = ''.join(line for page in pages for _, line in page)
    assert ''.join(paragraphs) in said.replace('　', '')


def test_its_finished_file_has_no_faults(press):
    text = '# 章\n\n' + f'{SENTENCE * 3}\n\n' * 30
    book, _ = press.book(text, **TWO)
    path = press.root / 'book.pdf'
    path.write_bytes(press.set(text, **TWO).content)
    assert check_pdf(path, book) == []


@pytest.mark.parametrize(
    'name, value',
    [('notes', 'side'), ('chapter_title', 'han-tobira'), ('chapter_title', 'naka-tobira')],
)
def test_what_needs_the_whole_page_is_refused(press, name, value):
    with pytest.raises(BadInput, match=value):
        press.set('# 章\n\n本文。', **TWO, **{name: value})
