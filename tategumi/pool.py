"""A pool of processes that start while this one still does something else."""

import atexit
import gc
import multiprocessing
import os
import pkgutil
import signal
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Thread
from typing import Any

from .call_stack import with_room
from .parent import die_with

#: Characters of text that pay for one more process.
_WORTH_A_PROCESS = 60_000

#: In a process of the pool: the object whose methods it is asked for.
_worker = None


class Pool:
    """``count`` processes, each with a worker: the object whose methods they are asked for.

    ``initialiser`` names the function ``'module:function'`` that makes the worker of
    ``arguments``. By its name alone, each process imports its module itself, at once, and this
    one need not have done so yet: a process takes as long to start as it takes to mark up a
    long manuscript. The processes end with this context; of ``count`` 0 there are none.
    """

    def __init__(self, count: int, initialiser: str, *arguments: Any) -> None:
        self.count = count
        self._executor = None
        if count:
            # Not forked: Pango's threads are not in the child, which would wait for them for ever.
            self._executor = ProcessPoolExecutor(
                count,
                multiprocessing.get_context('spawn'),
                _initialise,
                (initialiser, arguments),
            )
            # The executor starts its processes when it is first asked for something.
            before = {*multiprocessing.active_children()}
            self._submit(_nothing)
            self._processes = {*multiprocessing.active_children()} - before

    def __enter__(self) -> 'Pool':
        return self

    def __exit__(self, kind: object, *exception: object) -> None:
        self.shut_down(at_once=kind is not None)

    def shut_down(self, at_once: bool = False) -> None:
        """End the processes; what they were not yet asked for is not done.

        ``at_once`` they end in the middle of what they were asked for.
        """
        if self._executor:
            if at_once:
                for process in self._processes:
                    process.kill()
            self._executor.shutdown(cancel_futures=True)

    def submit(self, method: str, *arguments: Any) -> Future:
        """The ``Future`` of what ``method`` of a worker returns for ``arguments``.

        Its exception is ``BrokenProcessPool`` where a process died.
        """
        return self._submit(_call, method, arguments)

    def _submit(self, function: Callable[..., Any], *arguments: Any) -> Future:
        if self._executor is None:
            raise ValueError('this pool has no processes')
        try:
            return self._executor.submit(function, *arguments)
        except (OSError, BrokenProcessPool) as error:
            # It died before it was at work, or was given this: its pipe is broken or closed.
            failed: Future = Future()
            failed.set_exception(BrokenProcessPool(str(error)))
            return failed


def processes_worth(size: int, jobs: int) -> int:
    """How many processes pay beside this one for ``size`` characters, so that all are ``jobs``.

    They need a system that starts them quickly, and a process that may have any.
    """
    if sys.platform != 'linux' or multiprocessing.current_process().daemon:
        return 0
    return min(jobs - 1, size // _WORTH_A_PROCESS)


def _initialise(initialiser: str, arguments: tuple[Any, ...]) -> None:
    global _worker
    # The process that started this one stops it, and takes it along when it is killed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent and parent.pid:
        die_with(parent.pid)
    Thread(target=_end_with_parent, daemon=True).start()
    # What it holds goes with it; to take it apart first would keep the others waiting.
    atexit.register(os._exit, 0)
    gc.disable()
    # What an editor should know is looked for by the press itself.
    if not sys.warnoptions:
        warnings.simplefilter('ignore')
    _worker = pkgutil.resolve_name(initialiser)(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


def _nothing() -> None:
    pass


def _call(method: str, arguments: tuple[Any, ...]) -> Any:
    return with_room(partial(getattr(_worker, method), *arguments))
