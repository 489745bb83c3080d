"""How many small books a second the press makes, on one process, on two, and with Dask."""

import importlib.util
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from .corpus import paragraphs_of
from .measuring import measure
from .peers.this_press import PROJECT

_DASK = 'Dask, 2 processes'
WAYS = {
    '1 process': ('--jobs', '1'),
    '2 processes': ('--jobs', '2'),
    _DASK: ('--jobs', '2', '--scheduler', 'local'),
    '2 processes, nothing changed': ('--jobs', '2', '--resume'),
}


def run_rounds(text, books, rounds, tell):
    """Make so many ``books`` of ``text`` in every way, round after round.

    ``text`` is in Aozora Bunko's notation, and is cut into books of one seed each. A dict:
    ``books``, their ``characters`` on average, and ``runs``: dicts of the ``way``,
    ``round`` and ``Measured``. Dask's are missing where it is not installed. A
    book that fails ends the benchmark (``Failed``).
    """
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder, 'shelf')
        size = fill(shelf, paragraphs_of(text, float('inf')), books)
        for number in range(rounds):
            for way, arguments in WAYS.items():
                if way == _DASK and importlib.util.find_spec('distributed') is None:
                    continue
                if '--resume' not in arguments:
                    _empty(shelf)
                measured = measure(
                    (
                        sys.executable,
                        str(PROJECT / 'pipeline.py'),
                        'library',
                        str(shelf),
                        '--root',
                        folder,
                        *arguments,
                    ),
                    folder,
                )
                runs.append({'way': way, 'round': number, **asdict(measured)})
                tell(f'round {number + 1}: {way}, {books / measured.wall:.2f} books a second')
    return {'books': books, 'characters': size // books, 'runs': runs}


def fill(shelf, paragraphs, books):
    """Lay ``books`` books in folder ``shelf``; how many characters they have."""
    length, done = sum(map(len, paragraphs)), 0
    parts = [[] for _ in range(books)]
    for paragraph in paragraphs:
        parts[done * books // length].append(paragraph)
        done += len(paragraph)
    for number, part in enumerate(parts, 1):
        seeds = shelf / f'{number:04d}' / 'seeds'
        seeds.mkdir(parents=True)
        (seeds / 'text.txt').write_text(
            '\n\n'.join([f'第{number}冊', *part]) + '\n', encoding='utf-8'
        )
    return length


def _empty(shelf):
    """Take away what was made."""
    for made in (*shelf.glob('*/book'), *shelf.glob('*/dist')):
        shutil.rmtree(made)
