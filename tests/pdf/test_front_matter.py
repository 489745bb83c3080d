"""What stands before the text, and where that begins, read back from the page."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines

from .test_document import head_of

TEXT = '永東国酬今' * 40


def pages(press, *chapters, **settings):
    """What each page of the book says, line by line."""
    built = press.set(*chapters, **settings)
    return [
        [''.join(glyph.character for glyph in line) for line in vertical_lines(page)]
        for page in read_pages(built.content)
    ]


def contents_of(press, *chapters, **settings):
    return [line.split('…')[0].strip('　') for line in pages(press, *chapters, **settings)[1][1:]]


def test_contents_leave_out_numbers_alone(press):
    text = '# 第一篇\n\n## 一\n\n永\n\n## 夜の海\n\n永\n\n## （三）\n\n永'
    assert contents_of(press, text) == ['第一篇', '夜の海']
    assert contents_of(press, text, contents_numbers=True) == ['第一篇', '一', '夜の海', '（三）']


def test_contents_of_numbers_alone_list_them(press):
    assert contents_of(press, '# 一\n\n永', '# 二\n\n永') == ['一', '二']


@pytest.mark.parametrize('depth', [0, 2])
def test_the_text_begins_on_a_left_page(press, depth):
    found = pages(press, f'# 章\n\n{TEXT}', contents_depth=depth, text_start='recto')
    assert [number for number, page in enumerate(found) if page[:1] == ['章']] == [2]


def test_or_on_the_page_after_the_front_matter(press):
    found = pages(press, f'# 章\n\n{TEXT}', contents_depth=0, text_start='page')
    assert found[1][0] == '章'


def test_a_half_title_is_a_left_page_with_a_blank_back(press):
    built = press.set(f'# 章\n\n{TEXT}', half_title='yes', text_start='recto')
    found = read_pages(built.content)
    half, back, text = found[2], found[3], found[4]
    assert ''.join(glyph.character for glyph in half) == '試みの本' and not head_of(half)
    assert not back and text[0].character == '章'


def test_a_short_book_has_none_by_itself_and_a_long_one_has(press):
    def titles(text, **settings):
        return [page for page in pages(press, *text, **settings)[:-1] if page == ['試みの本']]

    assert len(titles([f'# 章\n\n{TEXT}'])) == 1
    long = f'# 章\n\n{TEXT * 501}'
    assert len(titles([long])) == 2
    assert len(titles([long], half_title='no')) == 1
    assert len(titles(['# 部\n{: .part }', long])) == 1
