"""The last pages of chapters, read back from the paper."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.page.papers import PAPERS

LINES = PAPERS['bunko'].lines
SENTENCE = (
    '朝のうちに港まで歩き、長いあいだ船を見ていた。波は静かで、風もなく、鳥が一羽だけ飛んでいた。'
)


def text_of(paragraphs):
    return '# 章\n\n' + '\n\n'.join(
        SENTENCE * (2 + number % 3) + '夜' * (number * 7 % 19) + '。'
        for number in range(paragraphs)
    )


def pages(press, text, **settings):
    built = press.set(text, '# 次\n\n次の章。', contents_depth=0, **settings)
    found = [vertical_lines(page) for page in read_pages(built.content)]
    start = next(number for number, page in enumerate(found) if page and said(page[0]) == '章')
    end = next(number for number, page in enumerate(found) if page and said(page[0]) == '次')
    return [page for page in found[start:end] if page]


def said(line):
    return ''.join(glyph.character for glyph in line)


def short(press):
    """A chapter whose last page has a line or two where lines stay as they fall."""
    for paragraphs in range(14, 60):
        text = text_of(paragraphs)
        last = pages(press, text, chapter_end_lines=0)[-1]
        if len(last) < 3:
            return text
    raise AssertionError('there is none')


def test_a_chapter_does_not_end_on_a_page_with_a_line_or_two(press):
    text = short(press)
    before = pages(press, text, chapter_end_lines=0)
    after = pages(press, text)
    assert len(before[-1]) < 3 <= len(after[-1])
    assert ''.join(said(line) for page in before for line in page) == ''.join(
        said(line) for page in after for line in page
    )


def test_its_pages_keep_their_lines(press):
    """No page of a spread is longer or shorter than the other."""
    for page in pages(press, short(press))[1:-1]:
        assert len(page) == LINES


def test_the_book_is_the_same_in_one_piece(press):
    texts = short(press), text_of(23), short(press)
    pieces = press.set(*texts, contents_depth=0), press.set_in_one_piece(*texts, contents_depth=0)
    first, second = (
        [[said(line) for line in vertical_lines(page)] for page in read_pages(built.content)]
        for built in pieces
    )
    assert first == second


@pytest.mark.parametrize('text', ['一行。', '一行。\n\n二行。'])
def test_a_chapter_of_one_page_stays(press, text):
    (page,) = pages(press, f'# 章\n\n{text}')
    assert len(page) < 4
