"""What a worker's process does: it makes the books it is told of."""

import os
import signal
import sys
from multiprocessing.connection import Connection
from threading import Thread
from types import FrameType

from ..terminal.guard import nothing_raw
from .make import make


def work(handle: int) -> None:
    """Make the books that come in at ``handle``, an open connection, until it is closed."""
    connection = Connection(handle)
    Thread(target=_end_with_parent, daemon=True).start()
    # The parent hears Ctrl-C and the end of the terminal too, and says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, 'SIGHUP'):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    with nothing_raw():
        while True:
            try:
                connection.send(make(*connection.recv()))
            except (EOFError, BrokenPipeError, ConnectionResetError):
                return


def _stop(number: int, frame: FrameType | None) -> None:
    # Once; what is half done is put away meanwhile.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)
