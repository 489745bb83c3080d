"""Turns every exception into one line and an exit status."""

import errno
import logging
import os
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..call_stack import with_room
from ..errors import BadFile, BadInput, PressError, Unavailable, place_and_step, reason_of
from ..files import write_whole
from ..memory import memory_limit
from ..messages import ENGLISH, Language, Message
from ..printable import printable
from .output import print_message, print_result
from .signals import STOPPED, stopped_by_signals

#: What a defect of the press exits with.
DEFECT = 3
CRASH = 'crash.txt'

#: Bytes of address space that no book comes near.
_MUCH = 8 * 2**30
_NO_MEMORY = Message('there is too little memory for it')
#: How libraries say that there is no memory, where they do not raise ``MemoryError``.
_OF_MEMORY = (
    "can't start new thread",
    'failed to map segment',
    'cannot allocate memory',
    'out of memory',
)
#: What to do where a package is not installed: most likely the system's own Python was called.
LACKS = Message(
    'the package {name} is not there: run "make" and use .venv/bin/python, or pip install the '
    'press'
)
#: What a file system or a limit says no with, whatever the press does.
_OF_THE_SYSTEM = {
    getattr(errno, name)
    for name in (
        'EACCES EPERM EROFS ENOSPC EDQUOT EFBIG EIO ESTALE EMFILE ENFILE EAGAIN '
        'ELOOP ENAMETOOLONG ENOTDIR EISDIR'
    ).split()
    if hasattr(errno, name)
}


def guarded(work: Callable[[], object], root: Path, language: Language = ENGLISH) -> int:
    """Run ``work`` on the book in ``root``, print its result, return the exit status.

    0 done, 1 a book is faulty, 2 bad input, 3 a defect of the press, 130 stopped by a
    signal. Result and faults are said in ``language``. What goes wrong is told in one line;
    the traceback of a defect is left in ``dist/crash.txt``.
    """
    with quiet_libraries(), stopped_by_signals():
        try:
            return _status_of(work, root, language)
        except KeyboardInterrupt:
            print_message(language.translate('stopped'))
            return STOPPED


def _status_of(work: Callable[[], object], root: Path, language: Language) -> int:
    try:
        result = with_room(work)
        if result:
            print_result(language.say(result))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        fault = fault_of(error, root)
        print_message(language.say(fault))
        return fault.exit_status if isinstance(fault, PressError) else DEFECT
    return 0


def fault_of(error: BaseException, root: Path) -> PressError | Message:
    """``error`` as a ``PressError``, or in one line where it is a defect of the press.

    Its traceback is then left in ``dist/crash.txt`` of the folder ``root``.
    """
    if isinstance(error, PressError):
        return error
    place, step = place_and_step(error)
    place = place or root
    if _is_of_memory(error):
        return Unavailable(place, _NO_MEMORY)
    if isinstance(error, RecursionError):
        return BadInput(place, 'something in it is nested too deep')
    if isinstance(error, OSError) and error.errno in _OF_THE_SYSTEM:
        return BadFile(
            error.filename or place, 'cannot be used: {reason}', reason=reason_of(error)
        )
    if isinstance(error, ModuleNotFoundError) and not _is_ours(error):
        return Unavailable('tategumi', LACKS, name=error.name or '–')
    description = f'{type(error).__name__}: {error}' if str(error) else type(error).__name__
    return Message(
        '{place}: a defect of the press ({step}): {description}{limit}; {what_to_do}',
        place=place,
        step=Message(step or 'at the beginning'),
        description=printable(description, 300),
        limit=_of_limit(),
        what_to_do=save_crash_report(root, ''.join(traceback.format_exception(error))),
    )


def _is_ours(error: ModuleNotFoundError) -> bool:
    return (error.name or '').partition('.')[0] == __package__.partition('.')[0]


def save_crash_report(root: Path, content: str) -> Message:
    """Write ``content`` to the crash file; what the user should do, for a message."""
    try:
        path = write_whole(
            root / 'dist' / CRASH, content.encode('utf-8', 'backslashreplace'), lasting=False
        )
    except (PressError, MemoryError):
        return Message('please report it')
    return Message('please report it with {path}', path=path)


def _of_limit() -> str:
    """What may be to blame where the system gives this process little memory.

    Libraries that are not told that there is none stumble over something else.
    """
    limit = memory_limit()
    if limit > _MUCH:
        return ''
    return Message(
        '; or there is too little memory: it may have {size} MB', size=int(limit) // 2**20
    )


def _is_of_memory(error: BaseException | None) -> bool:
    while error is not None:
        message = str(error).lower()
        if (
            isinstance(error, MemoryError)
            or isinstance(error, OSError)
            and error.errno == errno.ENOMEM
            or isinstance(error, (ImportError, OSError, RuntimeError))
            and any(words in message for words in _OF_MEMORY)
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Silences warnings, logging and hooks through which libraries and Python print.

    Warnings that tell an editor something are the press's own, where it looks for them.
    """
    streams = sys.stdout, sys.stderr
    hooks = sys.unraisablehook, threading.excepthook
    with warnings.catch_warnings(), _logged_nowhere():
        if not sys.warnoptions:
            warnings.simplefilter('ignore')
        for name in ('stdout', 'stderr'):
            if getattr(sys, name) is None:
                setattr(sys, name, open(os.devnull, 'w', encoding='utf-8'))
        sys.unraisablehook = _ignore
        threading.excepthook = _ignore
        try:
            yield
        finally:
            sys.stdout, sys.stderr = streams
            sys.unraisablehook, threading.excepthook = hooks


def _ignore(raised: object) -> None:
    pass


@contextmanager
def _logged_nowhere() -> Iterator[None]:
    """In this context what is logged and has no handler goes nowhere."""
    before, logging.lastResort = logging.lastResort, None
    raising, logging.raiseExceptions = logging.raiseExceptions, False
    try:
        yield
    finally:
        logging.lastResort, logging.raiseExceptions = before, raising
