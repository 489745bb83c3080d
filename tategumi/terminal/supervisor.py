"""Runs the work in a child process and reports how that ended."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO

from ..messages import ENGLISH, Language, Message
from ..parent import die_with
from .guard import DEFECT, save_crash_report
from .output import finish, print_message
from .signals import STOPPED, STOPPING, stopped_by_signals

#: Of what libraries said before the end: so many bytes.
_SAID = 100_000


def supervised(work: Callable[[], int], root: Path, language: Language = ENGLISH) -> int:
    """Run ``work`` on the book in ``root`` in a child process; its exit status.

    A signal that stops this one stops that, and it does not outlive this one. Where it
    dies, that is told in one line of ``language``. What libraries write to standard error
    themselves, below Python, is kept for ``dist/crash.txt``. Where no process can be had, or
    not that safely, the work is done here.
    """
    _open_closed_streams()
    if sys.platform != 'linux':
        return _done(work, language)
    messages = None
    with suppress(OSError):
        messages = tempfile.TemporaryFile()
    finish()
    # Who started this one may ignore it, and so would this one: nobody could be waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # None is heard before there is somebody to hear it.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    watcher, worker = os.getpid(), None
    with suppress(OSError):
        worker = os.fork()
    if worker:
        status = _wait(worker, messages, root, language)
        finish()
        # Python would first take apart all that this one holds, which nobody uses any more.
        os._exit(status)
    if worker == 0:
        die_with(watcher)
    _capture_library_output(messages)
    return _done(work, language)


def _done(work: Callable[[], int], language: Language) -> int:
    with stopped_by_signals():
        try:
            if sys.platform == 'linux':
                signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
            status = work()
        except KeyboardInterrupt:
            print_message(language.translate('stopped'))
            status = STOPPED
        finish()
        # Nobody asks any more what the end of Python stumbles over, or stops it.
        sys.unraisablehook = lambda raised: None
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)
        return status


def _wait(worker: int, messages: IO[bytes] | None, root: Path, language: Language) -> int:
    first = None

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal first
        # A terminal sends it to both; the worker hears it once.
        if first is None:
            first = time.monotonic()
            os.kill(worker, signal.SIGTERM)
        elif time.monotonic() - first > 1:
            os.kill(worker, signal.SIGKILL)

    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    _, status = os.waitpid(worker, 0)
    if os.WIFEXITED(status):
        return os.WEXITSTATUS(status)
    if first is not None:
        print_message(language.translate('stopped'))
        return STOPPED
    name = signal.Signals(os.WTERMSIG(status)).name
    fault = Message(
        '{place}: the press was ended by {signal}: there is too little memory, or it has a '
        'defect; {what_to_do}',
        place=root,
        signal=name,
        what_to_do=save_crash_report(root, _report_of(name, messages)),
    )
    print_message(language.say(fault))
    return DEFECT


def _report_of(name: str, messages: IO[bytes] | None) -> str:
    """What is known of the end of a process by the signal ``name``."""
    if messages is None:
        return f'ended by {name}\n'
    messages.seek(max(0, messages.seek(0, os.SEEK_END) - _SAID))
    return f'ended by {name}\n{messages.read().decode(errors="backslashreplace")}'


def _open_closed_streams() -> None:
    """Open nowhere what of 0, 1 and 2 is closed; else a file of the book would be there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _capture_library_output(messages: IO[bytes] | None) -> None:
    """Redirect file descriptor 2 to the file ``messages``; ``sys.stderr`` stays as it was."""
    if messages is None or sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        own = os.dup(sys.stderr.fileno())
        os.dup2(messages.fileno(), 2)
        sys.stderr = os.fdopen(own, 'w', 1, sys.stderr.encoding, 'backslashreplace')
