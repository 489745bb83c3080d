"""The KEPUB: Kobo finds its spans, and a reader the same book."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tategumi.build import Book, make
from tategumi.check.epub import check_epub
from tategumi.kepub import build_kepub
from tategumi.kepub.build import kobo_page
from tests.epub.conftest import Built, write_book

NAMESPACES = {'x': 'http://www.w3.org/1999/xhtml'}
SPANS = '//x:span[@class="koboSpan"]'


@pytest.fixture(scope='module')
def both(tmp_path_factory):
    """The same book as EPUB and as KEPUB."""
    content = Built(write_book(tmp_path_factory.mktemp('kobo'))).content
    return [zipfile.ZipFile(io.BytesIO(made)) for made in (content, build_kepub(content))]


def page_of(text):
    return f'''<html xmlns="{NAMESPACES['x']}"><head><title>題</title></head>
        <body>{text}</body></html>'''.encode()


def documents(archive):
    return {
        name: etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith('.xhtml')
    }


def test_the_text_is_that_of_the_epub(both):
    plain, kobo = map(documents, both)
    assert plain.keys() == kobo.keys()
    for name, root in kobo.items():
        before, after = (''.join(made.find('{*}body').itertext()) for made in (plain[name], root))
        assert after == before
        for span in root.xpath(SPANS, namespaces=NAMESPACES):
            span.tag = 'span-of-kobo'
        root.remove(root.find('{*}head'))
        plain[name].remove(plain[name].find('{*}head'))
        for box in root.xpath('//x:div[starts-with(@id, "book-")]', namespaces=NAMESPACES):
            box.tag = 'span-of-kobo'
        etree.strip_tags(root, 'span-of-kobo')
        assert etree.tostring(root, method='c14n') == etree.tostring(plain[name], method='c14n')


def test_every_word_and_picture_is_in_a_span_of_its_own_name(both):
    for root in documents(both[1]).values():
        names = root.xpath(f'{SPANS}/@id', namespaces=NAMESPACES)
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r'kobo\.\d+\.\d+', name) for name in names)
        bare = root.xpath(
            '//x:body//text()[not(parent::x:span[@class="koboSpan"] or '
            'ancestor::x:pre or ancestor::x:rt)]',
            namespaces=NAMESPACES,
        )
        assert not ''.join(bare).strip()
        assert not root.xpath(
            '//x:img[not(parent::x:span[@class="koboSpan"])]', namespaces=NAMESPACES
        )


@pytest.mark.parametrize(
    'text, sentences',
    [
        ('雨が降る。「傘は？」と聞く。', ['雨が降る。', '「傘は？」', 'と聞く。']),
        ('まさか！？　本当に…', ['まさか！？　', '本当に…']),
        ('It rains. It is 3.14 m.', ['It rains. ', 'It is 3.14 m.']),
    ],
)
def test_a_span_is_a_sentence(text, sentences):
    root = etree.fromstring(kobo_page(page_of(f'<p>{text}</p>')))
    assert root.xpath(f'{SPANS}/text()', namespaces=NAMESPACES) == sentences
    assert root.xpath(f'{SPANS}/@id', namespaces=NAMESPACES) == [
        f'kobo.1.{number}' for number in range(1, len(sentences) + 1)
    ]


def test_each_paragraph_counts_anew():
    root = etree.fromstring(kobo_page(page_of('<p>一。二。</p>\n<p>三<em>四</em>五</p>')))
    assert root.xpath(f'{SPANS}/@id', namespaces=NAMESPACES) == [
        'kobo.1.1',
        'kobo.1.2',
        'kobo.2.1',
        'kobo.2.2',
        'kobo.2.3',
    ]


@given(st.text('あ。！？.」 \n', max_size=30))
def test_nothing_of_a_text_is_lost(text):
    root = etree.fromstring(kobo_page(page_of(f'<p>{text}<b>強</b>{text}</p>')))
    assert ''.join(root.find('{*}body').itertext()) == f'{text}強{text}'


def test_the_columns_of_kobo_hold_the_page(both):
    for root in documents(both[1]).values():
        (columns,) = root.find('{*}body')
        (inner,) = columns
        assert (columns.get('id'), inner.get('id')) == ('book-columns', 'book-inner')


def test_all_else_is_as_in_the_epub(both):
    plain, kobo = both
    assert plain.namelist() == kobo.namelist()
    for name in plain.namelist():
        if not name.endswith('.xhtml'):
            assert plain.read(name) == kobo.read(name)


def test_epubcheck_has_nothing_against_it_and_it_is_the_same_bytes(tmp_path):
    book = Book(write_book(tmp_path))
    make(book, 'kepub')
    path = book.file('.kepub.epub')
    content = path.read_bytes()
    assert check_epub(path) == []
    make(Book(tmp_path), 'kepub')
    assert path.read_bytes() == content
