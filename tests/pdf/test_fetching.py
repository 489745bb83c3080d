"""A book takes in its own files, and nothing of the machine or the network."""

import pytest

from tategumi.pdf.fetching import ADDRESS, BookFetcher


@pytest.fixture
def book(tmp_path):
    book = tmp_path / 'book'
    book.mkdir()
    (book / 'own.txt').write_text('own')
    (tmp_path / 'secret.txt').write_text('secret')
    (book / 'link.txt').symlink_to(tmp_path / 'secret.txt')
    (tmp_path / 'styles').mkdir()
    (tmp_path / 'styles' / 'own.txt').write_text('of a sheet')
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / 'own.txt').write_text('of a site')
    return tmp_path


def test_a_file_of_the_book_is_fetched(book):
    assert BookFetcher(book).fetch(f'{ADDRESS}own.txt').read() == b'own'


def test_a_file_beside_the_sheets_of_the_book_is_fetched(book):
    assert BookFetcher(book).fetch('file:///styles/own.txt').read() == b'of a sheet'


@pytest.mark.parametrize(
    'way',
    [
        '../secret.txt',
        '../seeds/own.txt',
        '../styles/../secret.txt',
        '%2e%2e/secret.txt',
        '%2E%2E%2Fsecret.txt',
        'link.txt',
        '/etc/hostname',
        '//localhost/etc/hostname',
    ],
)
def test_no_way_leads_out_of_the_book(book, way):
    with pytest.raises(ValueError, match='outside the book'):
        BookFetcher(book).fetch(f'{ADDRESS}{way}')


def test_a_file_is_known_by_the_address_of_the_book_alone(book):
    with pytest.raises(ValueError, match='outside the book'):
        BookFetcher(book).fetch((book / 'book' / 'own.txt').as_uri())


@pytest.mark.parametrize('url', ['http://127.0.0.1:9/a.png', 'https://example.com/', 'ftp://a/b'])
def test_nothing_is_fetched_from_the_network(book, url):
    with pytest.raises(ValueError, match='disallowed'):
        BookFetcher(book).fetch(url)
