"""Starts, feeds and ends a worker process."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from math import inf
from pathlib import Path

from ..messages import Message
from .outcome import Outcome

#: A worker makes so many books; then a new one takes its place, so that what
#: libraries keep in memory is bounded.
BOOKS = 50
#: A book whose workers die is given out so often.
TRIES = 2
#: Seconds that a process has to put away what is half done.
_PATIENCE = 5
#: A plain process, for a Dask worker may have none of ``multiprocessing``.
_PROGRAM = 'from tategumi.library.work import work; import sys; work(int(sys.argv[1]))'


#: Where the press itself is, wherever Python looks for modules.
_PRESS = str(Path(__file__).parents[2])


class Died(Exception):
    """The process died at a book. ``signal`` is the name of what ended it, if anything did."""

    def __init__(self, signal_name: str) -> None:
        self.signal = signal_name


class Worker:
    """A process that makes the books it is given, one at a time; it starts at once.

    ``given`` is how many it was given, ``deadline`` when the one it is at must be made
    (``time.monotonic``), ``connection`` what it answers through.
    """

    def __init__(self) -> None:
        self.connection, there = multiprocessing.Pipe()
        self.given, self.deadline = 0, inf
        # It sees this one end when its standard input does.
        self.process = subprocess.Popen(
            [sys.executable, '-P', '-c', _PROGRAM, str(there.fileno())],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={**os.environ, 'PYTHONPATH': os.pathsep.join(filter(None, [_PRESS, *sys.path]))},
            pass_fds=[there.fileno()],
        )
        there.close()

    def give(self, limit: float, *arguments: object) -> None:
        """Ask it to ``make`` a book with ``arguments`` within ``limit`` seconds; 0 is no limit."""
        self.given += 1
        self.deadline = time.monotonic() + limit if limit else inf
        try:
            self.connection.send(arguments)
        except (BrokenPipeError, ConnectionResetError):
            # It died; that is seen when its answer is asked for.
            pass

    def answer(self) -> Outcome:
        """Wait for the outcome of the book. Raises ``Died``."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, ConnectionResetError) as error:
            self.end()
            code = self.process.returncode
            raise Died(signal.Signals(-code).name if code < 0 else '') from error
        self.deadline = inf
        return outcome

    def end(self) -> None:
        """Terminate the process, in the middle of a book too; it leaves no half-written file."""
        terminate_all([self])


def terminate_all(workers: Iterable[Worker]) -> None:
    """Terminate all ``workers``, as ``Worker.end`` does, at the same time."""
    for worker in workers:
        worker.connection.close()
        worker.process.terminate()
    for worker in workers:
        try:
            worker.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            # It is in the middle of something that hears no signal.
            worker.process.kill()
            worker.process.wait()
        if worker.process.stdin:
            worker.process.stdin.close()


def died_outcome(died: Died) -> Outcome:
    """The outcome of a book at which all workers died, ``died`` the last."""
    fault = Message(
        'the process that made it died ({signal}), {times} times; perhaps there was too little '
        'memory',
        signal=died.signal or '–',
        times=TRIES,
    )
    return Outcome('failed', fault=fault, code='machine')


def timed_out_outcome(limit: float) -> Outcome:
    """The outcome of a book that was not made within ``limit`` seconds."""
    return Outcome(
        'failed',
        fault=Message('was not made within {limit:g} seconds, the time limit', limit=limit),
        code='time-limit',
    )
