"""Makes books in several processes of this machine."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from multiprocessing.connection import wait

from .outcome import Outcome
from .worker import BOOKS, TRIES, Died, Worker, died_outcome, terminate_all, timed_out_outcome


def in_processes(
    roots: Sequence[str], jobs: int, resume: bool, cached: bool = True, limit: float = 0
) -> Iterator[tuple[int, Outcome]]:
    """Yield ``(index, Outcome)`` of each book in ``roots`` as it is made by ``jobs`` processes.

    A process that dies takes no other book with it, and one that takes longer than
    ``limit`` seconds (0: as long as it likes) keeps no other waiting. Whatever ends the
    iteration stops the processes, which leave no half-written file.
    """
    waiting = deque((index, 1) for index in range(len(roots)))
    idle: list[Worker] = []
    busy: dict[Worker, tuple[int, int]] = {}
    try:
        while waiting or busy:
            while waiting and len(busy) < jobs:
                worker = _one_of(idle)
                busy[worker] = waiting.popleft()
                worker.give(limit, roots[busy[worker][0]], resume, cached)
            # Of what is left there is nothing to do, or it has done enough.
            terminate_all(idle)
            idle.clear()
            for worker in _answering(busy):
                index, tries = busy.pop(worker)
                try:
                    outcome = worker.answer()
                except Died as died:
                    if tries < TRIES:
                        waiting.appendleft((index, tries + 1))
                    else:
                        yield index, died_outcome(died)
                    continue
                idle.append(worker)
                yield index, outcome
            for worker in [each for each in busy if each.deadline <= time.monotonic()]:
                index, _ = busy.pop(worker)
                worker.end()
                yield index, timed_out_outcome(limit)
    finally:
        terminate_all([*busy, *idle])


def _one_of(idle: list[Worker]) -> Worker:
    """A worker that may make another book, of those that are ``idle`` or a new one."""
    for worker in idle:
        if worker.given < BOOKS:
            idle.remove(worker)
            return worker
    return Worker()


def _answering(workers: Iterable[Worker]) -> list[Worker]:
    """Those that have answered, or died, before the first of them is late."""
    first = min(worker.deadline for worker in workers)
    ready = wait(
        [worker.connection for worker in workers],
        None if first == inf else max(0, first - time.monotonic()),
    )
    return [worker for worker in workers if worker.connection in ready]
