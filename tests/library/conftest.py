"""A shelf of small books, and the press run on it as its users do."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[2]


class Shelf:
    """A folder of books, and beside it one for the table."""

    def __init__(self, folder):
        self.folder, self.desk = folder / 'shelf', folder / 'desk'
        self.folder.mkdir()
        self.desk.mkdir()

    def put(self, name, words='船は沖へ出た。'):
        """A book of one seed, which holds ``words``; its folder."""
        seed = self.folder / name / 'seeds' / 'a.txt'
        seed.parent.mkdir(parents=True, exist_ok=True)
        seed.write_text(f'{name}の話\n\n{words}\n' if words else '', encoding='utf-8')
        return self.folder / name

    def command(self, *options):
        """What is typed to make all books."""
        return [
            sys.executable,
            PRESS / 'pipeline.py',
            'library',
            self.folder,
            '--root',
            self.desk,
            *options,
        ]

    def make(self, *options, environment=None):
        """All books made by the press: its finished process."""
        return subprocess.run(
            self.command(*options), env=environment, capture_output=True, encoding='utf-8'
        )

    def table(self):
        """What the table of the last run says, by the name of the book."""
        told = json.loads((self.desk / 'dist' / 'library.json').read_text(encoding='utf-8'))
        return {Path(book['folder']).name: book for book in told['books']}

    def states(self):
        return {name: book['state'] for name, book in self.table().items()}

    def finished(self):
        """``{file: bytes}`` of all books that were made."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.glob('*/dist/*'))
            if path.suffix in ('.epub', '.pdf')
        }

    def half_written(self):
        """The files that a writer would have put in place, had it come so far."""
        return [
            path for path in self.folder.rglob('.*') if re.fullmatch(r'\.tategumi-.*', path.name)
        ]


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)
