"""``make`` does what is needed, and nothing when nothing is."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tategumi.build import OUTPUTS, USUAL

PROJECT = Path(__file__).parents[2]
SEED = '手書きの見出し\n\n雨が降っていた。傘を持たずに出たので、駅まで走った。\n'

needs_environment = pytest.mark.skipif(
    not (PROJECT / '.venv' / 'ready').exists(), reason='`make test` makes .venv first'
)


def make(*arguments, cwd=PROJECT, path=None, **variables):
    outside = {
        name: value
        for name, value in os.environ.items()
        if name not in ('MAKEFLAGS', 'MAKELEVEL', 'MFLAGS')
    }
    outside |= variables
    if path:
        outside['PATH'] = f'{path}:{outside["PATH"]}'
    return subprocess.run(
        ['make', *arguments],
        cwd=cwd,
        env=outside,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding='utf-8',
    )


def steps_due(book, *targets):
    """The commands of the press that ``make`` would run now."""
    run = make('-n', 'ROOT=book', *targets, cwd=book.parent)
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


@pytest.mark.parametrize(
    'name',
    [
        'a&canary&b',
        'a;canary;b',
        'a|canary|b',
        'a\ncanary\nb',
        'a\tb',
        'a>b',
        'a<b',
        'a(canary)b',
        'a{canary}b',
        'a[b]',
        'a*',
        'a?b',
        'a!b',
        "a';canary;'b",
        'a";canary;"b',
        'a\\b',
        '`canary`',
        '$(canary)',
        '$$(canary)',
        '$(shell canary)',
        '${shell canary}',
        '$(eval x:=$(shell canary))',
        '$(PATH)',
        'a#b',
        'a:b',
        'a%b',
        'a=b',
        '--version',
        '-delete',
    ],
)
def test_a_name_that_make_or_the_shell_would_read_as_more_is_refused(tmp_path, name):
    tools, root = tmp_path / 'tools', tmp_path / 'shelf' / name
    root.mkdir(parents=True)
    (root / 'dist').mkdir()
    tools.mkdir()
    (tools / 'canary').write_text(f'#!/bin/sh\ntouch {tmp_path}/sung\n')
    (tools / 'canary').chmod(0o755)
    named = [f'ROOT={root}'] if not name.startswith(('-', '$', '`')) else [f'ROOT={name}']
    for arguments in (['-n'], ['clean']):
        run = make(
            f'--makefile={PROJECT}/Makefile',
            *named,
            *arguments,
            cwd=tmp_path / 'shelf',
            path=tools,
        )
        assert run.returncode != 0
        assert 'ROOT must be a folder' in run.stderr
    assert not (tmp_path / 'sung').exists()
    assert (root / 'dist').exists()


def test_a_name_from_the_environment_is_refused_alike(tmp_path):
    run = make('-n', ROOT=f'$(shell touch {tmp_path}/sung)')
    assert run.returncode != 0 and 'ROOT must be a folder' in run.stderr
    assert not (tmp_path / 'sung').exists()


def test_a_text_to_measure_by_has_no_such_name_either(tmp_path):
    run = make('-n', 'bench', f'TEXT=$(shell touch {tmp_path}/sung)')
    assert run.returncode != 0 and 'TEXT must be a file' in run.stderr
    assert not (tmp_path / 'sung').exists()


@pytest.mark.parametrize(
    'name', ['港の灯（一）', 'a+b', 'a,b', 'a@b', 'a~b', 'a.b_c-d', '…', 'two words', ' a', 'a  b']
)
def test_any_other_name_is_a_folder_as_good_as_any(tmp_path, name):
    (tmp_path / name / 'dist').mkdir(parents=True)
    run = make(f'ROOT={tmp_path / name}', 'clean')
    assert run.returncode == 0, run.stderr
    assert list((tmp_path / name).iterdir()) == []


def test_a_folder_with_a_space_in_its_name_is_one_folder(tmp_path):
    for name in ('my book', 'my', 'book'):
        (tmp_path / name / 'dist').mkdir(parents=True)
    for target, command in (
        ('all', 'all'),
        ('manuscript', 'clean'),
        ('kepub', 'kepub'),
        ('proof', 'proof'),
    ):
        run = make('-n', f'ROOT={tmp_path}/my book', target)
        assert f"pipeline.py {command} --root '{tmp_path}/my book'" in run.stdout, run.stderr
    make(f'--makefile={PROJECT}/Makefile', 'ROOT=my book', 'clean', cwd=tmp_path)
    left = sorted(path.parent.name for path in tmp_path.glob('*/dist'))
    assert left == ['book', 'my']


@pytest.fixture(scope='module')
def book(tmp_path_factory):
    """A book that ``make`` made from one seed, in a copy of the press nobody edits meanwhile."""
    press = tmp_path_factory.mktemp('press')
    for name in ('Makefile', 'pipeline.py', 'requirements.txt'):
        shutil.copy2(PROJECT / name, press)
    for name in ('setup', 'styles', 'tategumi'):
        shutil.copytree(PROJECT / name, press / name)
    (press / '.venv').symlink_to(PROJECT / '.venv')
    seeds = press / 'book' / 'seeds'
    seeds.mkdir(parents=True)
    (seeds / '原稿 (1).txt').write_text(SEED, encoding='utf-8')
    press_on(press / 'book')
    return press / 'book'


def press_on(book, *targets):
    run = make('ROOT=book', *targets, cwd=book.parent)
    assert run.returncode == 0, run.stdout + run.stderr


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
    press_on(book)
    assert steps_due(book) == []


@needs_environment
def test_an_edited_chapter_makes_both_books_anew(book):
    chapter = sorted((book / 'book' / 'chapters').iterdir())[0]
    with chapter.open('a', encoding='utf-8') as file:
        file.write('\n書き足した。\n')
    assert steps_due(book) == ['clean', 'all']
    press_on(book)
    assert steps_due(book) == []


@needs_environment
def test_a_book_that_was_deleted_is_made_again(book):
    (epub,) = (book / 'dist').glob('*.epub')
    epub.unlink()
    assert steps_due(book, 'epub') == ['epub']
    assert steps_due(book, 'pdf') == []
    press_on(book, 'epub')
    assert epub.exists()


@needs_environment
def test_a_proof_is_drawn_once_and_again_when_it_is_gone(book):
    press_on(book, 'proof')
    assert steps_due(book, 'proof') == []
    (book / 'dist' / 'proof' / 'index.html').unlink()
    assert steps_due(book, 'proof') == ['proof']


def test_clean_deletes_what_was_made_and_nothing_else(tmp_path):
    for file in ('seeds/原稿.txt', 'book/chapters/00.md', 'dist/本.epub', 'dist/.stamps/epub'):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text('本文', encoding='utf-8')
    make(f'ROOT={tmp_path}', 'clean')
    left = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob('*') if path.is_file()]
    assert sorted(left) == ['book/chapters/00.md', 'seeds/原稿.txt']


@pytest.mark.parametrize('output', OUTPUTS)
def test_every_output_is_a_target(tmp_path, output):
    (tmp_path / 'book' / 'seeds').mkdir(parents=True)
    (tmp_path / 'book' / 'seeds' / 'a.txt').write_text(SEED)
    run = make('-n', f'ROOT={tmp_path}/book', output)
    assert f'pipeline.py {output} --root {tmp_path}/book' in run.stdout


def test_what_make_makes_is_what_all_makes():
    makefile = (PROJECT / 'Makefile').read_text(encoding='utf-8')
    assert f'usual := {" ".join(USUAL)}\n' in makefile
