"""Processes beside this one, that set pages as it does.

They take as long to start as it takes to mark up a long manuscript, so they are started
before; what they need themselves, they import themselves.
"""

import atexit
import gc
import multiprocessing
import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread

#: Characters of text that pay for one more process.
_WORTH_A_PROCESS = 60_000

_at_work = None


class Beside:
    """``count`` processes that set pages of the book of ``settings`` with ``styles``.

    They start at once, and end with this context; of ``count`` 0 there are none.
    """

    def __init__(self, settings, styles, count):
        self.count = count
        self._pool = None
        if count:
            # Not forked: Pango's threads are not in the child, which would wait for them for ever.
            self._pool = ProcessPoolExecutor(
                count, multiprocessing.get_context('spawn'), _prepare, (settings, styles)
            )
            self.submit('is_ready')

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def submit(self, name, *arguments):
        """The ``Future`` of what method ``name`` of a ``Workers`` makes of ``arguments``.

        Its exception is ``BrokenProcessPool`` where a process died.
        """
        try:
            return self._pool.submit(_call, name, arguments)
        except (OSError, BrokenProcessPool) as error:
            # It died before it was at work, or was given this: its pipe is broken or closed.
            failed = Future()
            failed.set_exception(BrokenProcessPool(str(error)))
            return failed


def beside_for(size, jobs):
    """How many processes pay beside this one for ``size`` characters, so that all are ``jobs``.

    They need a system that starts them quickly, and a process that may have any.
    """
    if sys.platform != 'linux' or multiprocessing.current_process().daemon:
        return 0
    return min(jobs - 1, size // _WORTH_A_PROCESS)


def _prepare(settings, styles):
    global _at_work
    # The process that started this one stops it, and takes it along when it is killed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    # What it holds goes with it; to take it apart first would keep the others waiting.
    atexit.register(os._exit, 0)
    gc.disable()
    from .pdf.apart.workers import worker

    _at_work = worker(settings, styles)


def _end_with_parent():
    multiprocessing.parent_process().join()
    os._exit(1)


def _call(name, arguments):
    return getattr(_at_work, name)(*arguments)
