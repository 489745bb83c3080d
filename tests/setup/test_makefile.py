"""``make`` does what is needed, and nothing when nothing is."""

import os
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SEED = '手書きの見出し\n\n雨が降っていた。傘を持たずに出たので、駅まで走った。\n'

needs_environment = pytest.mark.skipif(
    not (PROJECT / '.venv' / 'ready').exists(), reason='`make test` makes .venv first')


def make(*arguments):
    outside = {
        name: value for name, value in os.environ.items()
        if name not in ('MAKEFLAGS', 'MAKELEVEL', 'MFLAGS')}
    return subprocess.run(
        ['make', *arguments], cwd=PROJECT, env=outside, stdin=subprocess.DEVNULL,
        capture_output=True, encoding='utf-8')


def steps_due(book, *targets):
    """The commands of the press that ``make`` would run now."""
    run = make('-n', f'ROOT={book}', *targets)
    assert run.returncode == 0, run.stderr
    return re.findall(r'pipeline\.py (\w+)', run.stdout)


def test_help_lists_every_target():
    makefile = (PROJECT / 'Makefile').read_text(encoding='utf-8')
    targets = set(re.search(r'^\.PHONY: (.*)$', makefile, re.MULTILINE)[1].split())
    listed = re.findall(r'^  (\w+) +\S', make('help').stdout, re.MULTILINE)
    assert set(listed) == targets - {'FORCE'}


@pytest.mark.parametrize('root', ['', 'no-such-folder', 'two words'])
def test_a_root_that_is_no_folder_is_refused(root):
    run = make(f'ROOT={root}', 'clean')
    assert run.returncode != 0
    assert 'ROOT must be a folder' in run.stderr


@pytest.fixture(scope='module')
def book(tmp_path_factory):
    """A book that ``make`` made from one seed."""
    root = tmp_path_factory.mktemp('book')
    (root / 'seeds').mkdir()
    (root / 'seeds' / '原稿 (1).txt').write_text(SEED, encoding='utf-8')
    run = make(f'ROOT={root}')
    assert run.returncode == 0, run.stdout + run.stderr
    return root


@needs_environment
def test_a_second_make_has_nothing_to_do(book):
    assert steps_due(book) == []


@needs_environment
def test_a_new_seed_makes_everything_anew(book):
    seed = book / 'seeds' / '続き.txt'
    seed.write_text(SEED, encoding='utf-8')
    assert steps_due(book) == ['clean', 'all']
    assert steps_due(book, 'epub') == ['clean', 'epub']
    seed.unlink()
    make(f'ROOT={book}')
    assert steps_due(book) == []


@needs_environment
def test_an_edited_chapter_makes_both_books_anew(book):
    chapter = sorted((book / 'book' / 'chapters').iterdir())[0]
    with chapter.open('a', encoding='utf-8') as file:
        file.write('\n書き足した。\n')
    assert steps_due(book) == ['clean', 'all']
    make(f'ROOT={book}')
    assert steps_due(book) == []


@needs_environment
def test_a_book_that_was_deleted_is_made_again(book):
    epub, = (book / 'dist').glob('*.epub')
    epub.unlink()
    assert steps_due(book, 'epub') == ['epub']
    assert steps_due(book, 'pdf') == []
    make(f'ROOT={book}', 'epub')
    assert epub.exists()


def test_clean_deletes_what_was_made_and_nothing_else(tmp_path):
    for file in ('seeds/原稿.txt', 'book/chapters/00.md', 'dist/本.epub', 'dist/.stamps/epub'):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text('本文', encoding='utf-8')
    make(f'ROOT={tmp_path}', 'clean')
    left = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob('*') if path.is_file()]
    assert sorted(left) == ['book/chapters/00.md', 'seeds/原稿.txt']
