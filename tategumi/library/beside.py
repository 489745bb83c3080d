"""Books that a worker of Dask makes: in a process beside it, which can be ended."""

from threading import Lock

from .outcome import Outcome
from .worker import BOOKS, TRIES, Died, Worker, late, lost

_idle: list[Worker] = []
_lock = Lock()


def make_beside(root: str, resume: bool, cached: bool, limit: float) -> Outcome:
    """What becomes of the book in ``root``, made by a process within ``limit`` seconds.

    The process stays for the next book, and ends with this one.
    """
    tried = 0
    while True:
        tried += 1
        worker = _taken()
        worker.give(limit, root, resume, cached)
        try:
            if not worker.connection.poll(limit or None):
                worker.end()
                return late(limit)
            outcome = worker.answer()
        except Died as died:
            if tried == TRIES:
                return lost(died)
        else:
            _give_back(worker)
            return outcome


def _taken() -> Worker:
    with _lock:
        return _idle.pop() if _idle else Worker()


def _give_back(worker: Worker) -> None:
    if worker.given < BOOKS:
        with _lock:
            _idle.append(worker)
    else:
        worker.end()
