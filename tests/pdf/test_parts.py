"""A book in parts on paper: their titles, bookmarks, contents and running heads."""

import pypdfium2
import pytest

from tategumi.check.glyphs import read_pages, vertical_lines

from .conftest import Press
from .test_document import head_of

LONG = '永東国酬今' * 300


@pytest.fixture(scope='module')
def content(tmp_path_factory):
    press = Press(tmp_path_factory.mktemp('parts'))
    return press.set(
        '# 港\n{: .part }\n\n部の前文。',
        f'# 夜\n\n{LONG}\n\n## 節\n\n節。',
        '# 山\n{: .part }',
        '# 道\n\n石。',
    ).content


@pytest.fixture(scope='module')
def pages(content):
    return read_pages(content)


def lines_of(page):
    return [''.join(glyph.character for glyph in line) for line in vertical_lines(page)]


def test_bookmarks_have_chapters_below_their_part(content):
    marks = pypdfium2.PdfDocument(content).get_toc()
    assert [(mark.level, mark.get_title()) for mark in marks] == [
        (0, '目次'),
        (0, '港'),
        (1, '夜'),
        (2, '節'),
        (0, '山'),
        (1, '道'),
        (0, '奥付'),
    ]


def test_the_contents_begin_each_chapter_further_down_than_its_part(pages):
    top = {
        ''.join(glyph.character for glyph in line)[0]: round(line[0].top, 3)
        for line in vertical_lines(pages[1])
    }
    assert top['港'] == top['山'] > top['夜'] == top['道'] > top['節']


def test_a_parts_title_stands_alone_on_a_recto_with_a_blank_back(pages):
    for title in '港山':
        index = next(i for i, page in enumerate(pages) if lines_of(page) == [title])
        assert index % 2 == 0 and not pages[index + 1] and pages[index + 2]


def test_versos_are_headed_by_the_part_and_rectos_by_the_chapter(pages):
    heads = [
        (index, head_of(page))
        for index, page in enumerate(pages)
        if '永' in str(lines_of(page)) and head_of(page)
    ]
    assert len(heads) >= 2
    assert all(
        ('夜' in head, '港' in head) == (index % 2 == 0, index % 2 == 1) for index, head in heads
    )


def test_a_chapter_follows_the_words_of_its_part_on_the_next_page(pages):
    words = next(i for i, page in enumerate(pages) if '部の前文。' in lines_of(page))
    assert lines_of(pages[words + 1])[0] == '夜'
