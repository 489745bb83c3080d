"""Signals that stop the press: Ctrl-C (INT), the system (TERM), a terminal that closes (HUP)."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Those of them that this system has.
STOPPING = [
    getattr(signal, name) for name in ('SIGINT', 'SIGTERM', 'SIGHUP') if hasattr(signal, name)
]
#: What a stopped command exits with, whatever stopped it.
STOPPED = 130
#: Within so many seconds of the first, a signal is the same once more: a terminal and a
#: process may both send it. Later it is somebody who does not want to wait.
_SAME = 1.0


_is_heard = False


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Turns the first stopping signal in this context into ``KeyboardInterrupt``.

    So all that is half done is put away, as after Ctrl-C. One that is ignored stays so,
    as ``nohup`` wants it. Who sends one again later ends the process at once.
    """
    global _is_heard
    if _is_heard or threading.current_thread() is not threading.main_thread():
        yield
        return
    first = None

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal first
        if first is None:
            first = time.monotonic()
            raise KeyboardInterrupt
        if time.monotonic() - first > _SAME:
            os._exit(STOPPED)

    before = {number: signal.getsignal(number) for number in STOPPING}
    heard = [number for number in STOPPING if before[number] is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, stop)
    _is_heard = True
    try:
        yield
    finally:
        _is_heard = False
        for number in heard:
            signal.signal(number, before[number] or signal.SIG_DFL)
