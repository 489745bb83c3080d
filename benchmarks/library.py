"""How many small books a second the press makes, on one process, on two, and with Dask.

    python benchmarks/library.py TEXT [--books 500] [--rounds 3]

TEXT is a work in Aozora Bunko's notation; it is cut into so many books of one seed each. All
ways are tried in turn, as often as there are rounds. Writes LIBRARY.md beside this file. What is
not installed is named and left out.
"""

import argparse
import importlib.util
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from peers.corpus import paragraphs_of

HERE = Path(__file__).parent
WAYS = {
    '1 process': ['--jobs', '1'],
    '2 processes': ['--jobs', '2'],
    'Dask, 2 processes': ['--jobs', '2', '--scheduler', 'local'],
    '2 processes, nothing changed': ['--jobs', '2', '--resume']}


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of processor time of one run over all books."""

    wall: float
    cpu: float


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('text', type=Path)
    parser.add_argument('--books', type=int, default=500)
    parser.add_argument('--rounds', type=int, default=3)
    options = parser.parse_args()
    paragraphs = paragraphs_of(options.text.read_text(encoding='utf-8'), float('inf'))
    ways = dict(WAYS)
    missing = importlib.util.find_spec('distributed') is None
    if missing:
        del ways['Dask, 2 processes']
    runs = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder, 'shelf')
        size = fill(shelf, paragraphs, options.books)
        for _ in range(options.rounds):
            for way, arguments in ways.items():
                if '--resume' not in arguments:
                    empty(shelf)
                runs[way].append(run(shelf, arguments))
                print(way, runs[way][-1], file=sys.stderr, flush=True)
    told = table(runs, options.books, size)
    if missing:
        told += '\nDask is not installed here ("make dask") and left out.\n'
    (HERE / 'LIBRARY.md').write_text(told, encoding='utf-8')
    print(told)


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
            '\n\n'.join([f'第{number}冊', *part]) + '\n', encoding='utf-8')
    return length


def empty(shelf):
    """Take away what was made."""
    for made in (*shelf.glob('*/book'), *shelf.glob('*/dist')):
        shutil.rmtree(made)


def run(shelf, arguments):
    """The ``Run`` of the press over all books; a book that fails ends the benchmark."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(
        [sys.executable, HERE.parent / 'pipeline.py', 'library', shelf, '--root', shelf.parent,
         *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def table(runs, books, size):
    """The results as Markdown."""
    rows = [
        f'| {way} | {median(books / run.wall for run in of_way):.2f} '
        f'| {min(books / run.wall for run in of_way):.2f} to '
        f'{max(books / run.wall for run in of_way):.2f} '
        f'| {median(run.cpu for run in of_way) / books:.2f} |'
        for way, of_way in runs.items()]
    rounds = len(next(iter(runs.values())))
    return '\n'.join([
        '# Many books',
        '',
        f'{books} books of {size // books} characters on average, EPUB and PDF each, from seeds '
        f'to finished files; {rounds} rounds, every way in turn; {os.cpu_count()} processors '
        f'({platform.machine()}), Python {platform.python_version()}. '
        'Start and end of all processes are in it.',
        '',
        '| way | books a second, median | from … to | processor seconds a book |',
        '| --- | ---: | ---: | ---: |',
        *rows, '',
        'Made by `python benchmarks/library.py TEXT`.', ''])


if __name__ == '__main__':
    main()
