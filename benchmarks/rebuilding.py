"""A book that was made, made again: one chapter changed, and nothing changed."""

import os
import tempfile
from pathlib import Path

from .measuring import measure
from .peers.this_press import PROJECT, press, write_book

_ADDED = 'この一行は後から書き足した。'


def run_rounds(novel, rounds, tell):
    """Seconds of each round, a dict: ``full``, ``changed`` and ``nothing``.

    ``full`` is EPUB and PDF made anew, ``changed`` both made again after a paragraph was
    added in the middle of the middle chapter, ``pdf full`` and ``pdf changed`` the same of
    the PDF alone, each ``[by the clock, of processor time]``. ``nothing`` is ``make``
    where all is made already; missing where the press has no environment
    of its own.
    """
    measured = []
    for number in range(rounds):
        took = {}
        for command, name in (('all', ''), ('pdf', 'pdf ')):
            with tempfile.TemporaryDirectory() as folder:
                folder = Path(folder)
                write_book(novel, folder)
                took[f'{name}full'] = _seconds(press(command, folder), folder)
                _change(folder)
                took[f'{name}changed'] = _seconds(press(command, folder), folder)
                if command == 'all' and (PROJECT / '.venv' / 'ready').exists():
                    _make(folder)
                    took['nothing'] = _make(folder)
        measured.append(took)
        tell(
            f'round {number + 1}: '
            + ', '.join(f'{name} {wall:.2f} s' for name, (wall, _) in took.items())
        )
    return measured


def _change(folder):
    chapters = sorted((folder / 'book' / 'chapters').iterdir())
    chapter = chapters[len(chapters) // 2]
    blocks = chapter.read_text(encoding='utf-8').split('\n\n')
    blocks.insert(len(blocks) // 2, _ADDED)
    chapter.write_text('\n\n'.join(blocks), encoding='utf-8')


def _make(folder):
    outside = {
        name: value
        for name, value in os.environ.items()
        if name not in ('MAKEFLAGS', 'MAKELEVEL', 'MFLAGS')
    }
    return _seconds(('make', '-s', f'ROOT={folder}'), PROJECT, outside)


def _seconds(command, folder, environment=None):
    measured = measure(command, folder, environment)
    return [measured.wall, measured.cpu]
