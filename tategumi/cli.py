"""The command line: parses the arguments of ``tategumi`` and ``pipeline.py``, runs the command."""

import argparse
import locale
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from .build import OUTPUTS
from .commands import COMMANDS
from .language import TAGS, language_of, users_tag
from .messages import ENGLISH, Language
from .printable import printable
from .settings import PROFILES
from .terminal.guard import guarded
from .terminal.supervisor import supervised
from .version import __version__

#: In seconds. Ten novels are made in that time.
_HOUR = 3600

_LAST_PORT = 65535

#: Stores, by the names of their profiles.
STORES = PROFILES[1:]

#: What is done where no command is typed.
_USUAL = 'all'

_ABOUT = """The press: scraped text in seeds/, an EPUB and a vertical PDF in dist/.
Without a COMMAND it makes the book of this folder.

Exit status: 0 done, 1 a book is faulty, 2 wrong use or bad input, 3 a defect of the press,
130 stopped (Ctrl-C, TERM, HUP).
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def command_parser(program: str | None = None, language: Language = ENGLISH) -> _Parser:
    """The argument parser of ``program``, by default the name it was started by."""
    say = language.translate
    parser = _Parser(
        prog=program,
        description=say(_ABOUT),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        '--version',
        action='version',
        version=f'Tategumi {__version__}',
        help=say("show program's version number and exit"),
    )
    _add_language(parser, say('the language of messages and reports'))
    subparsers = parser.add_subparsers(dest='command', required=True, metavar='COMMAND')
    commands = {}
    for name, command in COMMANDS.items():
        summary = language.say(command.help)
        commands[name] = subparsers.add_parser(name, help=summary, description=summary)
        _add_language(commands[name], argparse.SUPPRESS)
        if name != 'new':
            commands[name].add_argument(
                '--root',
                type=Path,
                default=Path(),
                metavar='DIR',
                help=say('the folder of the book (this one, if not given)')
                if name != 'library'
                else say('the folder below which the table is written (this one, if not given)'),
            )
    _add_arguments(commands, language)
    for name in (*OUTPUTS, 'all', 'sample', 'watch', 'library'):
        _add_work_options(commands[name], language)
    _add_library_options(commands['library'], language)
    _add_desk_options(commands['desk'], language)
    return parser


def _add_language(parser: argparse.ArgumentParser, help: str) -> None:
    parser.add_argument('--lang', choices=TAGS, default=argparse.SUPPRESS, help=help)


def _add_arguments(commands: Mapping[str, argparse.ArgumentParser], language: Language) -> None:
    say = language.translate
    commands['new'].add_argument(
        'folder', type=Path, metavar='DIR', help=say('the folder to make')
    )
    commands['new'].add_argument(
        'files', type=Path, nargs='*', metavar='FILE', help=say('a text to take for a seed')
    )
    commands['new'].set_defaults(root=Path())
    commands['clean'].add_argument(
        '--force',
        action='store_true',
        help=say('make edited chapters anew, keeping the old beside them'),
    )
    commands['check'].add_argument(
        '--store',
        choices=STORES,
        default='',
        help=say('look at what this store wants to know of the book, and at its EPUB'),
    )
    commands['explain'].add_argument(
        'line', metavar='FILE:LINE', help=say('the line of a seed, such as seeds/a.txt:12')
    )


def _add_work_options(command: argparse.ArgumentParser, language: Language) -> None:
    """Add the options of how an output is made."""
    say = language.translate
    command.add_argument(
        '--jobs',
        type=_count,
        default=os.cpu_count(),
        metavar='N',
        help=say('processes on this machine (as many as it has processors)'),
    )
    command.add_argument(
        '--no-cache',
        dest='cached',
        action='store_false',
        help=say('set all pages anew, and keep nothing for the next time'),
    )


def _add_library_options(command: argparse.ArgumentParser, language: Language) -> None:
    """Add the options of many books."""
    say = language.translate
    command.add_argument(
        'folders',
        type=Path,
        nargs='+',
        metavar='DIR',
        help=say('the folder of a book, or one that holds such folders'),
    )
    command.add_argument(
        '--resume', action='store_true', help=say('leave out books that are made and unchanged')
    )
    command.add_argument(
        '--scheduler',
        default='',
        metavar='ADDRESS',
        help=say('a Dask scheduler such as tls://host:8786, or "local" to try one here'),
    )
    command.add_argument(
        '--time-limit',
        type=_seconds,
        default=_HOUR,
        metavar='SECONDS',
        help=say('a book that takes longer fails (an hour); 0: none does'),
    )


def _add_desk_options(command: argparse.ArgumentParser, language: Language) -> None:
    """Add the options of the desk."""
    say = language.translate
    command.add_argument(
        '--port',
        type=_port,
        default=0,
        metavar='N',
        help=say('its port (any that is free, if not given)'),
    )
    command.add_argument(
        '--no-browser',
        dest='with_browser',
        action='store_false',
        help=say('print the address, and open no browser'),
    )


def _port(text: str) -> int:
    number = _seconds(text)
    if number > _LAST_PORT:
        raise argparse.ArgumentTypeError(argparse._('must be a whole number from 1'))  # type: ignore[attr-defined]
    return number


def _seconds(text: str) -> int:
    return 0 if text == '0' else _count(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(argparse._('must be a whole number from 1'))  # type: ignore[attr-defined]
    return int(text)


def parsed(arguments: Sequence[str], program: str | None = None) -> argparse.Namespace:
    """The options of ``arguments``: ``command``, ``root``, ``language`` and the command's own.

    Without a command they are those of ``all``. Ends the process where they are wrong.
    """
    language = _language_of(arguments)
    with _argparse_speaks(language):
        parser = command_parser(program, language)
        options = parser.parse_args(_with_command(arguments))
    options.language = language
    if hasattr(options, 'lang'):
        # The processes that make the books of a library are told by this.
        os.environ['LANGUAGE'] = options.lang
    return options


def _language_of(arguments: Sequence[str]) -> Language:
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    parser.add_argument('--lang')
    try:
        tag = parser.parse_known_args(arguments)[0].lang
    except (argparse.ArgumentError, SystemExit):
        tag = None
    system = locale.getlocale()[0] or ''
    return language_of(tag if tag in TAGS else users_tag(os.environ, system))


def _with_command(arguments: Sequence[str]) -> list[str]:
    """``arguments`` with the usual command where there is none, and the user asks nothing else."""
    arguments, first = [*arguments], 0
    while arguments[first : first + 1] == ['--lang']:
        first += 2
    while arguments[first : first + 1] and arguments[first].startswith('--lang='):
        first += 1
    asked = arguments[first : first + 1]
    if not asked or asked[0].startswith('-') and asked[0] not in ('-h', '--help', '--version'):
        arguments.insert(first, _USUAL)
    return arguments


@contextmanager
def _argparse_speaks(language: Language) -> Iterator[None]:
    """In this context what argparse says of itself is in ``language``.

    It asks gettext for it, by the names that it has imported.
    """
    before = {name: getattr(argparse, name) for name in ('_', 'ngettext')}
    setattr(argparse, '_', language.translate)
    setattr(
        argparse,
        'ngettext',
        lambda one, many, count: language.translate(one if count == 1 else many),
    )
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(argparse, name, value)


def main(arguments: Sequence[str] | None = None, program: str | None = None) -> int:
    """Run the command in ``arguments``, by default those of the process; the exit status."""
    return _guarded(parsed(sys.argv[1:] if arguments is None else arguments, program))


def run() -> int:
    """The entry point of the installed command: as ``main``, in a supervised process."""
    options = parsed(sys.argv[1:])
    return supervised(lambda: _guarded(options), options.root, options.language)


def _guarded(options: argparse.Namespace) -> int:
    command = COMMANDS[options.command]
    return guarded(lambda: command.run(options), options.root, options.language)
