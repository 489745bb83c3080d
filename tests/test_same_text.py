"""Manuscript, EPUB and PDF say the same, chapter by chapter: text, readings, heads and credits."""

import re
import shutil
from copy import deepcopy
from io import BytesIO
from statistics import median

import pytest
from lxml import etree
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from tategumi.build import Book
from tategumi.check import check_pdf
from tategumi.check.glyphs import read_pages, text_of
from tests.epub.conftest import PRESS, Built
from tests.epub.test_build import BOTH_SIDES, READ, plain, shown_text, written_text

BOOKS = {
    'own': PRESS,
    **{name: PRESS / 'tests' / 'books' / name for name in ('showcase', 'novel', 'aozora')},
}


@pytest.fixture(scope='module', params=BOOKS)
def built(request, tmp_path_factory):
    root = BOOKS[request.param]
    if not (root / 'book').is_dir():
        root = shutil.copytree(root, tmp_path_factory.mktemp('books') / root.name)
        Book(root).clean()
    return Built(root)


@pytest.fixture(scope='module')
def bodies(built):
    """``(chapter of the manuscript, its body in the EPUB)``"""
    files = [file for file in built.spine() if file.startswith('chapter-')]
    assert len(files) == len(built.manuscript)
    return [
        (chapter, built.xml(file).find('{*}body'))
        for chapter, file in zip(built.manuscript, files)
    ]


@pytest.fixture(scope='module')
def pages(built):
    """``{part: its pages in the PDF}``; no cover is before them."""
    glyphs = read_pages(built.pdf.content)
    found = {}
    for start in built.starts:
        found.setdefault(start.section, []).append(glyphs[int(start.label) - 1])
    return found


def test_the_epub_has_every_chapter_s_text_exactly(bodies):
    for chapter, body in bodies:
        assert shown_text(deepcopy(body)) == written_text(chapter.text)


def test_the_epub_has_every_reading_beside_its_base(bodies):
    for chapter, body in bodies:
        written = [
            (base, readings.replace('|', ''))
            for base, readings in re.findall(r'\{([^|{}]+)\|([^{}]+)\}', chapter.text)
        ]
        written += [(match['base'], match['reading']) for match in READ.finditer(chapter.text)]
        written += [(match[1], match[3]) for match in BOTH_SIDES.finditer(chapter.text)]
        shown = [
            (
                ''.join(ruby.xpath('.//text()[not(ancestor::*[local-name()="rt"])]')),
                ''.join(ruby.xpath('*[local-name()="rt"]//text()')),
            )
            for ruby in body.iter('{*}ruby')
        ]
        assert sorted(shown) == sorted(written)


def test_the_pdf_has_every_chapter_s_text_exactly(bodies, pages):
    for number, (_, body) in enumerate(bodies):
        text = plain(text_of(pages[f'chapter-{number:02d}']))
        # The head of a table stands again on each page that the table goes on to.
        for head in body.iter('{*}thead'):
            words = plain(''.join(head.itertext()))
            first = text.index(words) + len(words)
            text = text[:first] + text[first:].replace(words, '')
        assert text == on_paper(body)


def test_the_pdf_has_no_fault(built, tmp_path):
    path = tmp_path / 'book.pdf'
    path.write_bytes(built.pdf.content)
    assert check_pdf(path, built.settings) == []


#: What stands in characters of half the size: readings, marks of kanbun, the smallest letters.
HALF_SIZE = (
    './/*[local-name()="rt" or contains(concat(" ", @class, " "), " kaeriten ")'
    ' or contains(concat(" ", @class, " "), " okurigana ")'
    ' or contains(concat(" ", @class, " "), " small-3 ")]'
)


def on_paper(body):
    """The text of a chapter as the page shows it: lists with their markers, ruby apart.

    Formulas are drawn.
    """
    body = deepcopy(body)
    etree.strip_elements(body, '{*}math', with_tail=False)
    for small in body.xpath(HALF_SIZE):
        small.clear(keep_tail=True)
    etree.strip_tags(body, '{*}span')
    for item in body.iter('{*}li'):
        first = next(made for made in item.iter() if (made.text or '').strip())
        first.text = _marker(item) + first.text.lstrip()
    return plain(''.join(body.itertext()))


def _marker(item):
    if item.getparent().tag.endswith('ul'):
        return '・'
    number = int(item.getparent().get('start', '1')) + item.getparent().index(item)
    return '〇一二三四五六七八九'[number] + '、'


def test_the_pdf_has_every_reading_in_order(bodies, pages):
    for number, (_, body) in enumerate(bodies):
        readings = ''.join(''.join(small.itertext()) for small in body.xpath(HALF_SIZE))
        assert ''.join(map(ruby_of, pages[f'chapter-{number:02d}'])) == readings


def ruby_of(page):
    """The characters of half the size that the page is mostly set in."""
    usual = median(glyph.size for glyph in page)
    return ''.join(glyph.character for glyph in page if glyph.size < 0.55 * usual)


def test_both_have_the_same_heads(built):
    document = PDFDocument(PDFParser(BytesIO(built.pdf.content)))
    bookmarks = [title for _, title, *_ in document.get_outlines()]
    heads = [
        ''.join(heading.itertext())
        for heading in built.xml('contents.xhtml').xpath(
            '//*[@role="doc-toc"]/*[local-name()="ol"]//*[local-name()="a"]'
        )
    ]
    assert [plain(head) for head in heads if plain(head) in map(plain, bookmarks)] == [
        plain(head) for head in heads
    ]


def test_both_have_the_same_title_page_and_colophon(built, pages):
    for part in ('titlepage', 'colophon'):
        body = built.xml(f'{part}.xhtml').find('{*}body')
        text = plain(text_of(pages[part]))
        assert text == plain(''.join(body.itertext()))
        for credit in built.settings.credits if part == 'colophon' else ():
            assert plain(credit.text) in text
