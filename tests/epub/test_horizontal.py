"""A book whose EPUB is in horizontal writing."""

import re

import pytest

from tategumi.build import Book, make
from tategumi.check.epub import check_epub

from .conftest import Built, write_book


@pytest.fixture(scope='module')
def built(tmp_path_factory):
    folder = write_book(tmp_path_factory.mktemp('horizontal'))
    make_horizontal(folder)
    return Built(folder)


def make_horizontal(folder):
    with (folder / 'book' / 'book.yaml').open('a', encoding='utf-8') as file:
        file.write('\nwriting: horizontal\n')


def test_lines_run_to_the_right_and_pages_turn_that_way(built):
    css = built.archive.read('EPUB/horizontal.css').decode()
    for name in ('writing-mode', '-webkit-writing-mode', '-epub-writing-mode'):
        assert re.search(rf'html \{{[^}}]*\s{name}: horizontal-tb', css)
    assert 'EPUB/vertical.css' not in built.archive.namelist()
    assert built.package.find('{*}spine').get('page-progression-direction') == 'ltr'
    (mode,) = [m for m in built.package.iter('{*}meta') if m.get('name') == 'primary-writing-mode']
    assert mode.get('content') == 'horizontal-lr'


def test_title_page_colophon_and_contents_are_horizontal_too(built):
    for file in built.spine():
        classes = [made.get('class') for made in built.xml(file).iter('{*}span')]
        # The manuscript itself asks for the one in the first chapter.
        assert classes.count('upright') == 0
        assert classes.count('tcy') == (file == 'chapter-00.xhtml')
    colophon = ''.join(built.xml('colophon.xhtml').find('{*}body').itertext())
    assert '2023年7月20日' in colophon


def test_epubcheck_has_nothing_against_it(built, tmp_path):
    (tmp_path / 'book.epub').write_bytes(built.content)
    assert check_epub(tmp_path / 'book.epub') == []


def test_the_pdf_is_the_same_as_without_it(book_folder):
    vertical = Book(book_folder).pdf().content
    make_horizontal(book_folder)
    book = Book(book_folder)
    make(book, 'epub')
    assert book.pdf().content == vertical
