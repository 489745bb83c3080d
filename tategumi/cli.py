"""The command line: what may be typed after ``tategumi`` or ``pipeline.py``."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from . import __version__
from .build import OUTPUTS
from .commands import COMMANDS
from .printable import printable
from .terminal.guard import guarded
from .terminal.watch import watched

#: In seconds. Ten novels are made in that time.
_HOUR = 3600

_ABOUT = """The press: scraped text in seeds/, an EPUB and a vertical PDF in dist/.

Exit status: 0 done, 1 a book is faulty, 2 wrong use or bad input, 3 a defect of the press,
130 stopped (Ctrl-C, TERM, HUP).
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def parser(program: str | None = None) -> argparse.ArgumentParser:
    """What may be typed after ``program``, by default the name it was started by."""
    made = _Parser(
        prog=program, description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument('--version', action='version', version=f'Tategumi {__version__}')
    commands = made.add_subparsers(dest='command', required=True, metavar='COMMAND')
    arguments = {}
    for name, command in COMMANDS.items():
        told = (command.__doc__ or '').splitlines()[0]
        arguments[name] = commands.add_parser(name, help=told, description=told)
        arguments[name].add_argument(
            '--root',
            type=Path,
            default=Path(),
            metavar='DIR',
            help='the folder of the book (this one, if not given)'
            if name != 'library'
            else 'the folder below which the table is written (this one, if not given)',
        )
    arguments['clean'].add_argument(
        '--force',
        action='store_true',
        help='make edited chapters anew, keeping the old beside them',
    )
    arguments['explain'].add_argument(
        'line', metavar='FILE:LINE', help='the line of a seed, such as seeds/a.txt:12'
    )
    books = arguments['library']
    books.add_argument(
        'folders',
        type=Path,
        nargs='+',
        metavar='DIR',
        help='the folder of a book, or one that holds such folders',
    )
    books.add_argument(
        '--resume', action='store_true', help='leave out books that are made and unchanged'
    )
    for name in (*OUTPUTS, 'all', 'library'):
        arguments[name].add_argument(
            '--jobs',
            type=_count,
            default=os.cpu_count(),
            metavar='N',
            help='processes on this machine (as many as it has processors)',
        )
        arguments[name].add_argument(
            '--no-cache',
            dest='cached',
            action='store_false',
            help='set all pages anew, and keep nothing for the next time',
        )
    books.add_argument(
        '--scheduler',
        default='',
        metavar='ADDRESS',
        help='a Dask scheduler such as tls://host:8786, or "local" to try one here',
    )
    books.add_argument(
        '--time-limit',
        type=_seconds,
        default=_HOUR,
        metavar='SECONDS',
        help='a book that takes longer fails (an hour); 0: none does',
    )
    return made


def _seconds(text: str) -> int:
    return 0 if text == '0' else _count(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError('must be a whole number from 1')
    return int(text)


def main(arguments: Sequence[str] | None = None, program: str | None = None) -> int:
    """Run the command in ``arguments``, by default those of the process; the exit status."""
    return _guarded(parser(program).parse_args(arguments))


def run() -> int:
    """The command line as a process of its own: as ``main``, in a process that is watched."""
    options = parser().parse_args()
    return watched(lambda: _guarded(options), options.root)


def _guarded(options: argparse.Namespace) -> int:
    return guarded(lambda: COMMANDS[options.command](options), options.root)
