"""What stores want to know of a book is told, kindly, and what no store can read is refused."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.build import Book, make
from tategumi.cli import main
from tategumi.errors import BadInput
from tategumi.manuscript import read_chapters
from tategumi.settings import PROFILES, Creator, Settings, load_settings, role_label
from tategumi.settings.roles import CODES, role_code, role_words
from tategumi.stores import STORES, told, told_addresses
from tategumi.stores.demand import KINDS, reading_of


def isbn_of(nine):
    figures = f'978{nine}'
    total = sum(int(f) * (3 if at % 2 else 1) for at, f in enumerate(figures))
    return f'{figures}{-total % 10}'


WHOLE = f"""\
title: 港の灯
title_reading: ミナトノヒ
title_romanized: Minato no hi
creators:
  - {{name: 山田太郎, role: 著者, reading: ヤマダタロウ}}
publisher: 例の出版社
date: 2024-05-01
description: {'灯台守の一家が過ごした三十年を、港の町に吹く風とともに語る長い物語。' * 2}
subjects: [FIC019000 小説, NDC 913.6, 港]
colophon: {{isbn: {isbn_of('400000000')}}}
"""


@pytest.fixture
def root(tmp_path):
    chapters = tmp_path / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text('# 一\n\n朝。\n', encoding='utf-8')
    return tmp_path


def write(root, text):
    (root / 'book' / 'book.yaml').write_text(text, encoding='utf-8')
    return load_settings(root)


def test_every_profile_is_a_store_that_wants_something():
    assert tuple(STORES) == PROFILES[1:]
    for demands in STORES.values():
        assert all(demand.source for demand in demands)
        assert any(demand.is_needed for demand in demands)
    used = {demand.kind for demands in STORES.values() for demand in demands}
    assert used == set(KINDS)


@pytest.mark.parametrize('store', STORES)
def test_a_book_that_says_all_lacks_nothing(root, store):
    assert told(write(root, WHOLE), store) == []


@pytest.mark.parametrize('store', STORES)
def test_of_a_book_that_says_nothing_every_demand_is_told_with_its_place(root, store):
    settings = write(root, '')
    # Nobody is there whose name could be read.
    kinds = {demand.kind for demand in STORES[store]} - {'makers in kana'}
    found = told(settings, store)
    assert len(found) == len(kinds)
    for each in found:
        wish = 'needs' if each.is_needed else 'would like'
        assert re.search(rf'book\.yaml: .+ {wish} to know .+ \(\w+:', str(each.message))
    needed = [each.is_needed for each in found]
    assert needed == sorted(needed, reverse=True)


def test_what_is_missing_is_told_whenever_the_book_is_made(root):
    write(root, 'title: 港の灯\nstore: [kindle, google]\nepub: {page_list: false}\n')
    book = Book(root)
    make(book, 'epub')
    warnings = [str(warning) for warning in book.summary.warnings]
    assert any('Kindle needs to know how 港の灯 is read, in kana' in each for each in warnings)
    assert any('Google Play needs to know its subjects' in each for each in warnings)
    assert not any('Kobo' in each for each in warnings)
    assert book.summary.files[0].is_file()


def test_it_is_told_in_japanese_too(root, capsys, monkeypatch):
    monkeypatch.setenv('LANGUAGE', 'en')
    write(root, 'title: 港の灯\nstore: kindle\nepub: {page_list: false}\n')
    assert main(['--lang', 'ja', 'epub', '--root', str(root)]) == 0
    assert (
        'Kindleに要ります：「港の灯」の仮名での読み（title_reading:）' in capsys.readouterr().out
    )


def test_the_command_finds_what_a_store_needs_and_looks_at_its_epub(root, capsys):
    write(root, 'title: 港の灯\nepub: {page_list: false, profile: kindle}\nslug: harbour\n')
    assert main(['epub', '--root', str(root)]) == 0
    capsys.readouterr()
    command = ['check', '--root', str(root), '--store', 'kindle']
    assert main(command) == 1
    said = ''.join(capsys.readouterr())
    assert 'error store-kindle: Kindle needs to know who made the text (creators:)' in said
    assert 'is not there' not in said
    write(root, f'{WHOLE}slug: harbour\n')
    assert main(command) == 0
    (root / 'dist' / 'harbour.kindle.epub').write_bytes(b'nothing')
    assert main(command) == 1
    (root / 'dist' / 'harbour.kindle.epub').unlink()
    capsys.readouterr()
    assert main(command) == 1
    assert 'harbour.kindle.epub: error store-kindle: is not there' in capsys.readouterr().err


def test_addresses_that_kobo_may_refuse_are_told_with_their_lines(root):
    chapter = root / 'book' / 'chapters' / '01.md'
    chapter.write_text(
        '# 一\n\n[店](https://example.com/a)と www.example.org。\n', encoding='utf-8'
    )
    settings = write(root, 'title: 港の灯\n')
    lines = [str(each) for each in told_addresses(read_chapters(settings))]
    assert len(lines) == 2 and all('01.md:3: Kobo may refuse' in line for line in lines)
    assert 'https://example.com/a;' in lines[0] and 'www.example.org;' in lines[1]


@pytest.mark.parametrize(
    'name, guess',
    [('こころ', 'ココロ'), ('ノルウェイ の もり', 'ノルウェイ ノ モリ'), ('港', ''), ('ABC', '')],
)
def test_a_reading_is_guessed_of_kana_alone_and_called_a_guess(root, name, guess):
    assert reading_of(name) == guess
    messages = [str(each.message) for each in told(write(root, f'title: {name}\n'), 'kindle')]
    (line,) = [message for message in messages if 'is read' in message]
    assert ('a guess' in line) == bool(guess) and guess in line


@pytest.mark.parametrize(
    'word, code',
    [('著者', 'aut'), ('監修', 'sad'), ('訳', 'trl'), ('イラスト', 'ill'), ('aut', 'aut')],
)
def test_roles_are_written_as_japanese_books_write_them(root, word, code):
    settings = write(root, f'title: 本\ncreators: [{{name: 山田, role: {word}}}]\n')
    assert settings.creators[0].role == code


def test_every_word_of_a_role_is_a_code_of_the_list_and_has_a_label():
    assert len(CODES) > 250 and all(re.fullmatch('[a-z]{3}', code) for code in CODES)
    # Of the newest, and of those that the Library of Congress has given up.
    assert {'ink', 'pnc', 'waw', 'wfw', 'mem'} < CODES and not CODES & {'grt', 'clb'}
    for word in role_words():
        assert role_code(word) in CODES
        assert role_label(role_code(word)) != '制作'


@pytest.mark.parametrize(
    'typed',
    ['ISBN978-4-04-000000-8', 'ISBN-13: 978-4-04-000000-8', '９７８－４－０４－００００００－８']
    + ['978‐4‐04‐000000‐8', 'urn:isbn:978-4-04-000000-8', ' 978-4-04-000000-8 '],
)
def test_an_isbn_may_be_typed_as_books_have_it(root, typed):
    settings = write(root, f'title: 本\ncolophon: {{isbn: "{typed}"}}\n')
    assert settings.colophon.isbn == '978-4-04-000000-8'


@pytest.mark.parametrize('typed', ['C0193', 'c0193', 'Ｃ０１９３', 'C 0193'])
def test_a_c_code_may_be_typed_in_any_width(root, typed):
    assert write(root, f'title: 本\nwrap: {{c_code: {typed}}}\n').wrap.c_code == 'C0193'


@pytest.mark.parametrize('role', ['xyz', '監督', 'author', 'AUT', ''])
def test_any_other_role_is_refused_with_its_line(root, role):
    with pytest.raises(BadInput, match=r'book\.yaml:2: "role" of a creator must be a MARC'):
        write(root, f'title: 本\ncreators: [{{name: 山田, role: "{role}"}}]\n')


@given(st.text('0123456789', min_size=9, max_size=9), st.integers(1, 9))
def test_an_isbn_is_one_by_its_check_digit_alone(tmp_path_factory, nine, off):
    isbn = isbn_of(nine)
    wrong = f'{isbn[:-1]}{(int(isbn[-1]) + off) % 10}'
    root = tmp_path_factory.mktemp('book')
    (root / 'book').mkdir()
    settings = write(root, f'identifier: urn:isbn:{isbn}\n')
    assert settings.identifier == f'urn:isbn:{isbn}'
    for key in (f'identifier: urn:isbn:{wrong}', f'colophon: {{isbn: "{wrong}"}}'):
        with pytest.raises(BadInput, match='check digit'):
            write(root, f'{key}\n')


@given(
    st.text(max_size=20),
    st.lists(st.builds(Creator, name=st.text(max_size=10), reading=st.text(max_size=10))),
    st.text(max_size=80),
)
def test_whatever_a_book_says_of_itself_no_needed_thing_is_told_twice(
    title, creators, description
):
    settings = replace(
        Settings(Path('/nowhere')),
        title=title,
        creators=tuple(creators),
        description=description,
    )
    for store in STORES:
        lines = [str(each.message) for each in told(settings, store)]
        names = [c.name for c in creators if not c.reading]
        assert len(lines) <= len(STORES[store]) + len(names)
        assert not any('creators:' in line for line in lines if creators)
