"""Two books in real reading systems: what each shows of them, measured in headless Chromium."""

import functools
import json
import subprocess
from pathlib import Path

import pytest

from tategumi.check.ace import chromium, has_ace
from tests.epub.conftest import PRESS, Built, write_book

HERE = Path(__file__).parent
MODULES = PRESS / 'node_modules'
#: Screenshots, for a person to look at.
SHOTS = PRESS / 'dist' / 'readers'


class Shown:
    """A book (``built``) as a reading system showed it (``seen``; see ``*.mjs``)."""

    def __init__(self, built, seen):
        self.built, self.seen = built, seen
        self.sections = seen['sections']


@pytest.fixture(scope='session', autouse=True)
def set_up():
    if not has_ace():
        pytest.fail('the reading systems are not set up; run "make readers"')


@pytest.fixture(scope='session')
def built(tmp_path_factory):
    """``built(book)``: the press's own, or the one with every construct."""
    folder = tmp_path_factory.mktemp('books')
    return functools.cache(
        lambda book: Built(PRESS if book == 'own' else write_book(folder / book)))


@pytest.fixture(scope='session')
def show(tmp_path_factory, built):
    """``show(reader, book)`` opens the book, once, and tells what was seen."""
    folder = tmp_path_factory.mktemp('readers')

    @functools.cache
    def shown(reader, book):
        path = folder / f'{book}.epub'
        path.write_bytes(built(book).content)
        shots = SHOTS / book
        shots.mkdir(parents=True, exist_ok=True)
        run = subprocess.run(
            ['node', HERE / f'{reader}.mjs', path, shots, MODULES, chromium()],
            capture_output=True, encoding='utf-8', timeout=180)
        assert run.returncode == 0, run.stderr
        return Shown(built(book), json.loads(run.stdout))

    return shown
