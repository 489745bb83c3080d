"""When the EPUB of a book without a date was last changed: as long ago as its content is."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.build import Book, make
from tategumi.cache.digests import digests
from tategumi.errors import BadInput
from tategumi.settings import STATE_FILE, first_made, with_releases_of, without_releases

PRESS = Path(__file__).parents[2]
SEED = (
    '題のある文章\n\n今日は良い天気です。明日も晴れるでしょう。\n\n01 はじまり\n\n物語が始まる。\n'
)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv('SOURCE_DATE_EPOCH', raising=False)
    folder = tmp_path / 'a book'
    (folder / 'seeds').mkdir(parents=True)
    (folder / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    (folder / 'book').mkdir()
    (folder / 'book' / 'book.yaml').write_text('epub: {page_list: false}\n', encoding='utf-8')
    return folder


def epub(root):
    """The bytes of the EPUB as it is made now."""
    book = Book(root)
    make(book, 'epub')
    return book.summary.files[-1].read_bytes()


def date(root):
    (path,) = (root / 'dist').glob('*.epub')
    with zipfile.ZipFile(path) as archive:
        package = archive.read('EPUB/content.opf').decode()
    return re.search('dcterms:modified">([^<]+)<', package)[1]


def grow_old(root, years=1):
    """Let what is remembered have been made years ago."""
    path = root / 'book' / STATE_FILE
    old = re.sub(
        r'"20(\d\d)-',
        lambda match: f'"20{int(match[1]) - years:02d}-',
        path.read_text(encoding='utf-8'),
    )
    path.write_text(old, encoding='utf-8')


def test_the_same_book_is_the_same_bytes_whenever_and_wherever_it_is_made(root, tmp_path):
    begin = datetime.now(timezone.utc).replace(microsecond=0)
    epub(root)
    made = datetime.strptime(date(root), '%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=timezone.utc)
    assert begin <= made <= begin + timedelta(minutes=5)
    grow_old(root)
    first = epub(root)
    assert date(root)[:4] == str(made.year - 1)
    assert epub(root) == first
    copy = tmp_path / 'copy'
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns('dist'))
    command = [sys.executable, PRESS / 'pipeline.py', 'epub', '--root', copy, '--no-cache']
    subprocess.run(command, check=True, capture_output=True)
    (other,) = (copy / 'dist').glob('*.epub')
    assert other.read_bytes() == first


def test_a_mended_book_is_newer_and_the_old_text_as_old_as_it_was(root):
    epub(root)
    grow_old(root)
    old, then = epub(root), date(root)
    (chapter,) = (root / 'book' / 'chapters').glob('*.md')
    text = chapter.read_text(encoding='utf-8')
    chapter.write_text(text.replace('良い天気', '悪い天気'), encoding='utf-8')
    epub(root)
    assert date(root) > then
    chapter.write_text(text, encoding='utf-8')
    assert epub(root) == old


def test_a_new_scrape_forgets_no_date(root):
    epub(root)
    grow_old(root)
    old = epub(root)
    seed = root / 'seeds' / 'a.txt'
    seed.write_text(SEED.replace('天気', '日和'), encoding='utf-8')
    Book(root).clean()
    seed.write_text(SEED, encoding='utf-8')
    assert epub(root) == old


def test_what_is_said_comes_first_and_nothing_is_remembered(root, monkeypatch):
    (root / 'book' / 'book.yaml').write_text('date: 2020-02-29\nepub: {page_list: false}\n')
    epub(root)
    assert date(root) == '2020-02-29T00:00:00Z'
    monkeypatch.setenv('SOURCE_DATE_EPOCH', '1700000000')
    epub(root)
    assert date(root) == '2023-11-14T22:13:20Z'
    assert 'releases' not in json.loads((root / 'book' / STATE_FILE).read_text(encoding='utf-8'))


def test_what_is_remembered_counts_for_no_change_of_the_book(root):
    Book(root).clean()
    before = digests(root, ['seeds', 'book'])
    folder = (root / 'book').stat().st_mtime_ns
    epub(root)
    assert digests(root, ['seeds', 'book']) == before
    assert (root / 'book').stat().st_mtime_ns == folder


def test_a_manuscript_without_seeds_has_its_date_too(root):
    Book(root).clean()
    shutil.rmtree(root / 'seeds')
    (root / 'book' / STATE_FILE).unlink()
    before = digests(root, ['book'])
    first = epub(root)
    assert date(root)[:2] == '20' and digests(root, ['book']) == before
    assert epub(root) == first


def test_a_folder_nobody_may_write_to_makes_a_book_without_a_date(root, monkeypatch):
    Book(root).clean()

    def full(*arguments):
        raise OSError(30, 'Read-only file system')

    monkeypatch.setattr('tategumi.files.unfinished', full)
    book = Book(root, cached=False)
    assert book.first_made('ab').year == 1980
    assert '.manuscript.json: cannot be written' in str(book.summary.warnings[-1])


@pytest.mark.parametrize('moment', ['yesterday', '2024-02-30T00:00:00Z', 3, '2024-05-01'])
def test_a_moment_that_is_none_is_named(root, moment):
    path = root / 'book' / STATE_FILE
    path.write_text(json.dumps({'metadata': {}, 'releases': {'ab': moment}}))
    with pytest.raises(BadInput, match=r'manuscript\.json'):
        first_made(root / 'book', 'ab')


def test_of_many_the_oldest_are_forgotten(root):
    path = root / 'book' / STATE_FILE
    releases = {f'{number:064x}': f'20{number // 12:02d}-01-01T00:00:00Z' for number in range(240)}
    path.write_text(json.dumps({'metadata': {}, 'chapters': {}, 'releases': releases}))
    first_made(root / 'book', 'new')
    left = json.loads(path.read_text())['releases']
    assert len(left) == 200 and 'new' in left and f'{239:064x}' in left
    assert f'{0:064x}' not in left


records = st.dictionaries(st.sampled_from(['metadata', 'chapters']), st.just({'a.md': '一'}))
moments = st.dictionaries(st.text('0123456789abcdef', min_size=1), st.just('2024-05-01T00:00:00Z'))


@given(records, moments, moments)
def test_what_an_editor_takes_back_leaves_what_is_remembered(record, before, since):
    then = json.dumps({**record, 'releases': before}).encode()
    now = json.dumps({'metadata': {}, 'releases': since}).encode()
    taken_back = with_releases_of(without_releases(then), now)
    assert json.loads(taken_back or '{}').get('releases', {}) == since
    assert without_releases(taken_back or b'{}') in (without_releases(then), b'{}')


@pytest.mark.parametrize('date', ['令和六年の春', '2024年5月1日', '2024/05/01', '2024-13-01'])
def test_a_date_that_no_catalogue_reads_is_told_with_its_line(root, date):
    settings = root / 'book' / 'book.yaml'
    for written, expected in ((date, 1), ('2024-05-01', 0)):
        settings.write_text(f'epub: {{page_list: false}}\ndate: {written}\n', encoding='utf-8')
        book = Book(root)
        make(book, 'epub')
        told = [str(each) for each in book.summary.warnings if 'catalogues' in str(each)]
        assert len(told) == expected
        assert all('book.yaml:2: ' in each and date in each for each in told)
