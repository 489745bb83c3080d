"""Work that a copy of this process does while this one does other work."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from .parent import die_with

_T = TypeVar('_T')


def may_fork() -> bool:
    """Whether a copy of this process can do anything: the threads of this one are not in it.

    And whether it can be waited for. Where a program ignores SIGCHLD or hears it itself, its
    number may be another process's by then.
    """
    return (
        sys.platform == 'linux'
        and threading.active_count() == 1
        and signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL
    )


@contextmanager
def forked(work: Callable[[], _T]) -> Iterator[Callable[[], _T | None]]:
    """``work()``, done by a copy of this process; what is yielded waits for what it returns.

    That must be what pickle knows. ``None`` comes where the copy failed in any way, so that who
    asks does the work himself. The copy ends with this context. Ask ``may_fork`` first.
    """
    reading, writing = os.pipe()
    parent = os.getpid()
    try:
        copy = os.fork()
    except OSError:
        copy = -1
    if copy == 0:
        _work(work, parent, writing)
    os.close(writing)

    def result() -> _T | None:
        with (
            suppress(EOFError, pickle.UnpicklingError),
            open(reading, 'rb', closefd=False) as pipe,
        ):
            return pickle.load(pipe)
        return None

    try:
        yield result
    finally:
        os.close(reading)
        if copy > 0:
            os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)


def _work(work: Callable[[], object], parent: int, writing: int) -> None:
    """Write what ``work()`` returns, and end this process."""
    status = 1
    try:
        die_with(parent)
        content = pickle.dumps(work())
        with open(writing, 'wb') as pipe:
            pipe.write(content)
        status = 0
    finally:
        # Neither what waits to be printed nor what is done at the end is this one's.
        os._exit(status)
