"""Books in real reading systems: what each shows of them, measured in headless Chromium."""

import functools
import json
import os
import posixpath
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tategumi.build import OUTPUTS, Book
from tategumi.build.sample import Sample
from tategumi.check import has_ace
from tategumi.check.chromium import chromium
from tategumi.epub import build_epub
from tategumi.epub.profiles import PROFILES
from tategumi.epub.profiles.publication import Publication
from tategumi.epub.writer import files_of
from tategumi.files import write_whole
from tategumi.kepub import build_kepub
from tategumi.settings import PLAIN
from tests.epub.conftest import PRESS, Built, write_book
from tests.epub.test_sheets import PREFIXED

HERE = Path(__file__).parent
MODULES = PRESS / 'node_modules'
#: Screenshots, for a person to look at.
SHOTS = PRESS / 'dist' / 'readers'
FOLDERS = {'own': PRESS, 'showcase': PRESS / 'tests' / 'books' / 'showcase'}
#: The EPUB of the press, as each store asks for it, and as Kobo's own reading system likes it.
EDITIONS = [PLAIN, *PROFILES, 'kepub']
#: Each book as it is, and a rich one in every edition.
BOOKS = [
    ('own', PLAIN),
    ('every-construct', PLAIN),
    ('every-construct', 'sample'),
    *(('showcase', edition) for edition in EDITIONS),
]


class Edition:
    """An EPUB (``content``, bytes) by the ``name`` of its shape, and where its text is."""

    def __init__(self, name, content):
        self.name, self.content = name, content
        self.publication = Publication(files_of(content))

    def chapters(self):
        """``{file name: root}`` of the documents of the manuscript, as they are read."""
        return {
            posixpath.basename(name): self.publication.documents[name]
            for name in self.publication.spine_names()
            if re.search(r'/(chapter|p)-\d+\.xhtml$', name)
        }

    def first_note(self):
        """The text of the note that is called first."""
        for root in self.chapters().values():
            for note in root.iterfind('.//{*}aside'):
                return ''.join(''.join(note.itertext()).split())


class Shown:
    """A book, ``edition`` of ``name``, as a reading system showed it (``seen``; ``tour.mjs``)."""

    def __init__(self, name, edition, seen):
        self.name, self.edition, self.seen = name, edition, seen
        self.sections = seen['sections']


def named(book):
    """A name for a book in an edition, ``(name, edition)``."""
    return '.'.join(book)


@pytest.fixture(scope='session', autouse=True)
def set_up():
    if not has_ace():
        pytest.fail('the reading systems are not set up; run "make readers"')


@pytest.fixture(scope='session')
def built(tmp_path_factory):
    """``built(name)``: one of ``FOLDERS``, or one written for it."""
    folder = tmp_path_factory.mktemp('books')
    writers = {
        'every-construct': write_book,
        'horizontal': write_horizontal,
        'many-heads': write_heads,
        'epub-prefix': write_prefixed,
        'webkit-prefix': write_prefixed,
    }
    return functools.cache(lambda name: Built(FOLDERS.get(name) or writers[name](folder / name)))


@pytest.fixture(scope='session')
def made(built):
    """``made(name, edition)``: the ``Edition`` of a book."""

    def content(name, edition):
        book = built(name)
        if edition == 'sample':
            return OUTPUTS['epub'].build(Sample(Book(book.settings.root)))
        if edition == 'kepub':
            return build_kepub(book.content)
        marked = book.marked(book.settings)
        return build_epub(book.settings, marked, PRESS / 'styles', book.starts, profile=edition)

    return functools.cache(lambda name, edition=PLAIN: Edition(edition, content(name, edition)))


@pytest.fixture(scope='session')
def show(request, tmp_path_factory, made):
    """``show(reader, name, edition)`` opens the book, once, and tells what was seen.

    What tests ask for by their fixtures ``reader`` and ``shown`` is opened ahead, several at
    once: reading systems wait more than they work.
    """
    folder = tmp_path_factory.mktemp('readers')
    pool = ThreadPoolExecutor(2 * (os.cpu_count() or 1))

    @functools.cache
    def begun(reader, name, edition):
        epub, stem = made(name, edition), named((name, edition))
        path, unpacked, shots = folder / f'{stem}.epub', folder / stem, SHOTS / stem
        if not path.exists():
            for file, content in epub.publication.files.items():
                write_whole(unpacked / file, content)
            write_whole(path, epub.content)
        shots.mkdir(parents=True, exist_ok=True)
        command = ['node', HERE / f'{reader}.mjs', path, unpacked, shots, MODULES, chromium()]
        return pool.submit(
            subprocess.run, command, capture_output=True, encoding='utf-8', timeout=400
        )

    @functools.cache
    def shown(reader, name, edition=PLAIN):
        run = begun(reader, name, edition).result()
        assert run.returncode == 0, run.stderr
        return Shown(name, made(name, edition), json.loads(run.stdout))

    for item in request.session.items:
        asked = item.callspec.params if hasattr(item, 'callspec') else {}
        if 'reader' in asked and 'shown' in asked:
            begun(asked['reader'], *asked['shown'])
    yield shown
    pool.shutdown(cancel_futures=True)


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
