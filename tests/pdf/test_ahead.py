"""A page is the same whether it was written as soon as it was drawn, or with the whole book."""

import pypdfium2
import pytest

from tategumi.build import Book, make
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.settings import load_settings

from .conftest import PRESS, set_book

PATTERN = """
p { background-image: linear-gradient(#eee, #ccc); background-size: 9px 9px }
"""
CLEAR = 'h1, p { color: rgb(9 9 9 / 40%) } p { background: rgb(9 9 9 / 10%) }'
TEXT = '# 章\n\n永東国、酬今。It’s {東国|とうごく}の^12^月。\n\n$x^2$の式と[外](https://example.org/)。'


def both(settings, chapters):
    """The book as made for a PDF alone, and with drawings."""
    return [set_book(settings, chapters, with_drawings=each) for each in (False, True)]


@pytest.mark.parametrize('folder', ['.', 'tests/books/showcase'])
def test_whole_books_are_the_same_bytes(folder):
    settings = load_settings(PRESS / folder)
    chapters = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
    written, drawn = both(settings, chapters)
    assert written.content == drawn.content
    assert sum(page.frame.written is not None for page in written.frames) > 3
    assert not any(page.frame.written and page.frame.drawing for page in written.frames)


@pytest.mark.parametrize('css', ['', PATTERN, CLEAR], ids=['plain', 'pattern', 'clear'])
@pytest.mark.parametrize('text', [TEXT, f'{TEXT}\n\n字\U00012000と。'], ids=['', 'missing'])
def test_what_depends_on_the_book_is_written_with_it(press, css, text):
    press.add_rules(css)
    written, drawn = both(*press.book(text, TEXT))
    assert written.content == drawn.content
    assert written.missing == drawn.missing
    late = [page for page in written.frames if page.frame.drawing]
    assert bool(late) == (css is PATTERN or bool(written.missing))


def test_pages_of_a_font_whose_codes_are_places_are_written_with_the_book(press, monkeypatch):
    from tategumi.writers import fonts

    monkeypatch.setattr(fonts, 'takes_any_cids', lambda file, face: False)
    written, _ = both(*press.book(TEXT))
    assert not any(page.frame.written for page in written.frames)


@pytest.mark.parametrize('before', [('pdf',), ('epub', 'pdf'), ()])
def test_a_booklet_has_its_text_whatever_was_made_before_it(press, before):
    press.book(TEXT)
    book = Book(press.root)
    for name in before:
        make(book, name)
    make(book, 'booklet')
    document = pypdfium2.PdfDocument(book.file('.booklet.pdf').read_bytes())
    text = ''.join(page.get_textpage().get_text_range() for page in document)
    assert '永東国、酬今。' in ''.join(text.split())


def test_the_library_has_the_drawings_of_a_book_that_was_made_already(press):
    press.book(TEXT)
    book = Book(press.root)
    make(book, 'pdf')
    assert any(page.frame.drawn() for page in book.pdf().frames)
    assert book.pdf() is book.pdf(with_drawings=False)


def test_what_is_written_alone_is_not_taken_for_an_empty_page(press):
    written, _ = both(*press.book(TEXT))
    page = next(page for page in written.frames if page.frame.written)
    with pytest.raises(ValueError, match='for a PDF alone'):
        page.frame.drawn()
