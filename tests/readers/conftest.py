"""Books in real reading systems: what each shows of them, measured in headless Chromium."""

import functools
import json
import re
import subprocess
from pathlib import Path

import pytest

from tategumi.check import has_ace
from tategumi.check.chromium import chromium
from tests.epub.conftest import PRESS, Built, write_book
from tests.epub.test_sheets import PREFIXED

HERE = Path(__file__).parent
MODULES = PRESS / 'node_modules'
#: Screenshots, for a person to look at.
SHOTS = PRESS / 'dist' / 'readers'
FOLDERS = {'own': PRESS, 'showcase': PRESS / 'tests' / 'books' / 'showcase'}


class Shown:
    """A book (``built``) as a reading system showed it (``seen``; see ``tour.mjs``)."""

    def __init__(self, built, seen):
        self.built, self.seen = built, seen
        self.sections = seen['sections']


@pytest.fixture(scope='session', autouse=True)
def set_up():
    if not has_ace():
        pytest.fail('the reading systems are not set up; run "make readers"')


@pytest.fixture(scope='session')
def built(tmp_path_factory):
    """``built(book)``: one of ``FOLDERS``, or one written for it."""
    folder = tmp_path_factory.mktemp('books')
    writers = {
        'every-construct': write_book,
        'horizontal': write_horizontal,
        'many-heads': write_heads,
        'epub-prefix': write_prefixed,
        'webkit-prefix': write_prefixed,
    }
    return functools.cache(lambda book: Built(FOLDERS.get(book) or writers[book](folder / book)))


@pytest.fixture(scope='session')
def show(tmp_path_factory, built):
    """``show(reader, book)`` opens the book, once, and tells what was seen."""
    folder = tmp_path_factory.mktemp('readers')

    @functools.cache
    def shown(reader, book):
        path, unpacked, shots = folder / f'{book}.epub', folder / book, SHOTS / book
        path.write_bytes(built(book).content)
        built(book).archive.extractall(unpacked)
        shots.mkdir(parents=True, exist_ok=True)
        run = subprocess.run(
            ['node', HERE / f'{reader}.mjs', path, unpacked, shots, MODULES, chromium()],
            capture_output=True,
            encoding='utf-8',
            timeout=400,
        )
        assert run.returncode == 0, run.stderr
        return Shown(built(book), json.loads(run.stdout))

    return shown


def write_horizontal(root):
    """The folder of the book with every construct, its lines running to the right."""
    with (write_book(root) / 'book' / 'book.yaml').open('a', encoding='utf-8') as file:
        file.write('writing: horizontal\n')
    return root


def write_prefixed(root):
    """The folder of a book whose sheets have but the properties with the prefix of its name."""
    other = 'webkit' if root.name.startswith('epub') else 'epub'
    unknown = f'-{other}-[a-z-]+|' + '|'.join(rf'(?<![\w-]){name}' for name in PREFIXED)
    for name in ('book.css', 'epub.css', 'vertical.css'):
        css = (PRESS / 'styles' / name).read_text(encoding='utf-8')
        path = root / 'styles' / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(f'(?:{unknown}): [^;}}]*;?', '', css), encoding='utf-8')
    return write_book(root)


def write_heads(root):
    """The folder of a book whose heads stand at every place a page has, its edges too."""
    folder = root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (root / 'book' / 'book.yaml').write_text('title: 見出しの本\n', encoding='utf-8')
    sections = [
        f'## 第{number}節\n\n' + '港の灯台が見える。\n\n' * number for number in range(1, 25)
    ]
    text = '\n'.join(('# 章\n', *sections))
    (folder / '01-章.md').write_text(text, encoding='utf-8')
    return root
