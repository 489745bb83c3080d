"""Books on the processes of this machine."""

import multiprocessing
import signal
import sys
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from .make import make
from .outcome import Outcome

#: A worker makes so many books; then a new one takes its place, so that what
#: libraries keep in memory is bounded.
_BOOKS = 50
#: A book whose workers die is given out so often.
_TRIES = 2


def in_processes(roots, jobs, resume, cached=True):
    """Yield ``(index, Outcome)`` of each book in ``roots`` as it is made by ``jobs`` processes.

    A process that dies takes no other book with it. Whatever ends the
    iteration stops the processes, which leave no half-written file.
    """
    waiting, workers = deque((index, 1) for index in range(len(roots))), []
    try:
        while workers := _staffed(workers, len(waiting), jobs):
            for worker in workers:
                if worker.task is None:
                    worker.give(waiting.popleft(), roots, resume, cached)
            for connection in wait([worker.connection for worker in workers]):
                worker = next(each for each in workers if each.connection is connection)
                (index, tries), worker.task = worker.task, None
                try:
                    yield index, connection.recv()
                except (EOFError, ConnectionResetError):
                    workers.remove(worker)
                    worker.dismiss()
                    if tries < _TRIES:
                        waiting.appendleft((index, tries + 1))
                    else:
                        yield index, _lost(worker.process.exitcode)
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.dismiss()


def _staffed(workers, waiting, jobs):
    """The workers that have a book, and as many without one as can be given one now."""
    busy = [worker for worker in workers if worker.task]
    idle = [worker for worker in workers if not worker.task and worker.given < _BOOKS]
    wanted = min(waiting, jobs - len(busy))
    staying = [*busy, *idle[:wanted]]
    for worker in workers:
        if worker not in staying:
            worker.dismiss()
    return staying + [_Worker.start() for _ in range(wanted - len(idle))]


@dataclass(eq=False)
class _Worker:
    """A process; ``task`` is the ``(index, try)`` it is at, ``given`` how many it was given."""

    process: BaseProcess
    connection: Connection
    given: int = 0
    task: tuple[int, int] | None = None

    @classmethod
    def start(cls):
        # Forked processes would share what this one has loaded, locks and all.
        context = multiprocessing.get_context('spawn')
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there,))
        process.start()
        there.close()
        return cls(process, here)

    def give(self, task, roots, *options):
        self.task = task
        self.given += 1
        try:
            self.connection.send((roots[task[0]], *options))
        except BrokenPipeError:
            # It died; that is seen when its answer is waited for.
            pass

    def dismiss(self):
        self.connection.close()
        self.process.join()


def _lost(exit_code):
    signalled = f' by {signal.Signals(-exit_code).name}' if exit_code < 0 else ''
    return Outcome(
        'failed',
        fault=f'the process that made it died{signalled}, {_TRIES} times; '
        'perhaps there was too little memory',
    )


def _work(connection):
    # The parent hears Ctrl-C too, and says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # An exit in the middle of a finalizer is put off to the end of the book, and not worth a word.
    told = sys.unraisablehook
    sys.unraisablehook = lambda raised: None if raised.exc_type is SystemExit else told(raised)
    while True:
        try:
            connection.send(make(*connection.recv()))
        except (EOFError, BrokenPipeError):
            return
