"""The command line: parses the arguments of ``tategumi`` and ``pipeline.py``, runs the command."""

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
from .terminal.supervisor import supervised

#: In seconds. Ten novels are made in that time.
_HOUR = 3600

_ABOUT = """The press: scraped text in seeds/, an EPUB and a vertical PDF in dist/.

Exit status: 0 done, 1 a book is faulty, 2 wrong use or bad input, 3 a defect of the press,
130 stopped (Ctrl-C, TERM, HUP).
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def command_parser(program: str | None = None) -> argparse.ArgumentParser:
    """The argument parser of ``program``, by default the name it was started by."""
    parser = _Parser(
        prog=program, description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument('--version', action='version', version=f'Tategumi {__version__}')
    subparsers = parser.add_subparsers(dest='command', required=True, metavar='COMMAND')
    commands = {}
    for name, command in COMMANDS.items():
        summary = (command.__doc__ or '').splitlines()[0]
        commands[name] = subparsers.add_parser(name, help=summary, description=summary)
        commands[name].add_argument(
            '--root',
            type=Path,
            default=Path(),
            metavar='DIR',
            help='the folder of the book (this one, if not given)'
            if name != 'library'
            else 'the folder below which the table is written (this one, if not given)',
        )
    commands['clean'].add_argument(
        '--force',
        action='store_true',
        help='make edited chapters anew, keeping the old beside them',
    )
    commands['explain'].add_argument(
        'line', metavar='FILE:LINE', help='the line of a seed, such as seeds/a.txt:12'
    )
    for name in (*OUTPUTS, 'all', 'library'):
        _add_work_options(commands[name])
    _add_library_options(commands['library'])
    return parser


def _add_work_options(command: argparse.ArgumentParser) -> None:
    """Add the options of how an output is made."""
    command.add_argument(
        '--jobs',
        type=_count,
        default=os.cpu_count(),
        metavar='N',
        help='processes on this machine (as many as it has processors)',
    )
    command.add_argument(
        '--no-cache',
        dest='cached',
        action='store_false',
        help='set all pages anew, and keep nothing for the next time',
    )


def _add_library_options(command: argparse.ArgumentParser) -> None:
    """Add the options of many books."""
    command.add_argument(
        'folders',
        type=Path,
        nargs='+',
        metavar='DIR',
        help='the folder of a book, or one that holds such folders',
    )
    command.add_argument(
        '--resume', action='store_true', help='leave out books that are made and unchanged'
    )
    command.add_argument(
        '--scheduler',
        default='',
        metavar='ADDRESS',
        help='a Dask scheduler such as tls://host:8786, or "local" to try one here',
    )
    command.add_argument(
        '--time-limit',
        type=_seconds,
        default=_HOUR,
        metavar='SECONDS',
        help='a book that takes longer fails (an hour); 0: none does',
    )


def _seconds(text: str) -> int:
    return 0 if text == '0' else _count(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError('must be a whole number from 1')
    return int(text)


def main(arguments: Sequence[str] | None = None, program: str | None = None) -> int:
    """Run the command in ``arguments``, by default those of the process; the exit status."""
    return _guarded(command_parser(program).parse_args(arguments))


def run() -> int:
    """The entry point of the installed command: as ``main``, in a supervised process."""
    options = command_parser().parse_args()
    return supervised(lambda: _guarded(options), options.root)


def _guarded(options: argparse.Namespace) -> int:
    return guarded(lambda: COMMANDS[options.command](options), options.root)
