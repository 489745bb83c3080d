"""A preview shows the pages of the PDF, and of a changed book lays out what changed alone."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tategumi.pdf.preview import Preview
from tategumi.pdf.segments.workers import Workers

from .conftest import PRESS, set_book

LONG = '永東国酬今' * 60
CHAPTERS = (
    '# 港\n{: .part }',
    f'# 夜\n\n{LONG}\n\n[道](#道)へ。',
    f'# 道\n\n![図](図.png)\n\n{LONG}。',
)


@pytest.fixture
def drawn(monkeypatch):
    """What was laid out or drawn, by the methods of ``Workers``."""
    calls = []
    for name in ('draw_text', 'draw_first', 'make_papers'):

        def counted(workers, argument, name=name, method=getattr(Workers, name)):
            calls.append(name)
            return method(workers, argument)

        monkeypatch.setattr(Workers, name, counted)
    return calls


@pytest.fixture
def book(press):
    (press.root / 'book' / 'chapters').mkdir(parents=True)
    paint(press, 80)
    return press


def paint(press, grey):
    Image.new('L', (60, 40), grey).save(press.root / 'book' / 'chapters' / '図.png')


def assert_the_pdf(preview, pages, built):
    """Page for page they look the same."""
    document = pypdfium2.PdfDocument(BytesIO(built.content))
    assert len(document) == len(pages)
    for own, page in zip(document, pages):
        one, other = own.render(scale=1).to_pil(), preview.picture(page, 72)
        assert ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize('settings', [{}, {'notes': 'side', 'chapter_start': 'recto'}], ids=str)
def test_its_pages_are_those_of_the_pdf(book, settings):
    made, chapters = book.book(*CHAPTERS, **settings)
    preview = Preview(made, PRESS / 'styles')
    assert_the_pdf(preview, preview.pages(chapters), set_book(made, chapters))


def test_of_an_edited_book_the_changed_chapter_alone_is_laid_out(book, drawn):
    settings, chapters = book.book(*CHAPTERS)
    preview = Preview(settings, PRESS / 'styles')
    preview.pages(chapters)
    drawn.clear()
    preview.pages(chapters)
    assert drawn == []
    _, edited = book.book(CHAPTERS[0], CHAPTERS[1].replace('永', '袖', 1), CHAPTERS[2])
    pages = preview.pages(edited)
    assert drawn == ['draw_text']
    assert_the_pdf(preview, pages, set_book(settings, edited))


def test_a_picture_that_changed_is_drawn_anew(book, drawn):
    settings, chapters = book.book(*CHAPTERS)
    preview = Preview(settings, PRESS / 'styles')
    preview.pages(chapters)
    paint(book, 200)
    drawn.clear()
    pages = preview.pages(chapters)
    assert drawn == ['draw_text']
    assert_the_pdf(preview, pages, set_book(settings, chapters))


def test_where_chapters_depend_on_each_other_it_shows_them_too(book):
    book.add_rules('@page :nth(3n) { height: 60mm }')
    settings, chapters = book.book(*CHAPTERS)
    preview = Preview(settings, PRESS / 'styles')
    assert_the_pdf(preview, preview.pages(chapters), set_book(settings, chapters))
