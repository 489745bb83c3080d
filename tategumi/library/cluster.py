"""Books on a Dask cluster: each of its workers makes them in a process that it can end."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from ..errors import Unavailable, reason_of
from ..lazy import lazy
from ..messages import Message
from .outcome import Outcome
from .worker import BOOKS, TRIES, Died, Worker, died_outcome, timed_out_outcome

_idle: list[Worker] = []
_lock = Lock()
distributed = lazy('distributed')
# What a worker of a cluster on this machine does first. Ctrl-C is heard by every process of the
# terminal; only the first of them acts on it. Nobody needs to look at it through a web page.
_PRELOAD = """
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)


def dask_setup(worker):
    worker.http_server.stop()
"""
_CERTIFICATES = Message(
    'needs certificates: DASK_DISTRIBUTED__COMM__TLS__CA_FILE, '
    'DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT and DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY '
    'name their files'
)


def make_in_process(root: str, resume: bool, cached: bool, limit: float) -> Outcome:
    """Make the book in ``root`` in another process, within ``limit`` seconds.

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
                return timed_out_outcome(limit)
            outcome = worker.answer()
        except Died as died:
            if tried == TRIES:
                return died_outcome(died)
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


def on_cluster(
    roots: Sequence[str],
    scheduler: str,
    jobs: int,
    resume: bool,
    cached: bool = True,
    limit: float = 0,
) -> Iterator[tuple[int, Outcome]]:
    """Yield ``(index, Outcome)`` of each book in ``roots`` as a worker of the cluster makes it.

    ``scheduler`` is its address (``tls://host:8786``), or ``local`` for a
    cluster of ``jobs`` processes on this machine, which only this process may use.
    A book whose worker dies is given to another; one that takes longer than ``limit``
    seconds (0: as long as it likes) fails. Raises ``BadInput`` where
    dask.distributed is not installed, no scheduler answers, or one of ``tls`` has no
    certificates.
    """
    with _client(scheduler, jobs) as client:
        # Not pure: the same folder may hold another text than the last time.
        futures = {
            client.submit(make_in_process, root, resume, cached, limit, pure=False): index
            for index, root in enumerate(roots)
        }
        try:
            for future in distributed.as_completed(list(futures)):
                yield futures.pop(future), _outcome(future)
        finally:
            client.cancel(list(futures))


@contextmanager
def _client(scheduler: str, jobs: int) -> Iterator[Any]:
    try:
        Client = distributed.Client
    except ImportError as error:
        raise Unavailable(
            '--scheduler', 'needs dask.distributed, which "make dask" installs'
        ) from error
    if scheduler == 'local':
        with _local_cluster(jobs) as cluster, Client(cluster) as client:
            yield client
        return
    security = _security(scheduler)
    try:
        client = Client(scheduler, security=security)
    except (OSError, ValueError) as error:
        raise Unavailable(scheduler, 'no Dask scheduler answers there') from error
    with client:
        yield client


@contextmanager
def _local_cluster(jobs: int) -> Iterator[Any]:
    """A cluster on this machine that only holders of its certificate may use."""
    with distributed.LocalCluster(
        n_workers=jobs,
        threads_per_worker=1,
        dashboard_address=None,
        silence_logs=logging.ERROR,
        preload=[_PRELOAD],
        security=distributed.Security.temporary(),
    ) as cluster:
        # Without a dashboard there are other pages of it still.
        cluster.scheduler.http_server.stop()
        yield cluster


def _security(scheduler: str) -> Any:
    """What Dask's own settings say of certificates, for an address of ``tls``."""
    if not scheduler.startswith('tls://'):
        return None
    security = distributed.Security(require_encryption=True)
    try:
        context = security.get_connection_args('client').get('ssl_context')
    except OSError as error:
        raise Unavailable(
            scheduler, 'its certificates cannot be read: {reason}', reason=reason_of(error)
        ) from error
    if not context:
        raise Unavailable(scheduler, _CERTIFICATES)
    return security


def _outcome(future: Any) -> Outcome:
    if future.status == 'finished':
        return future.result()
    error = future.exception() if future.status == 'error' else future.status
    message = ' '.join(f'{type(error).__name__}: {error}'.split())
    return Outcome(
        'failed', fault=Message('no worker made it: {message}', message=message), code='machine'
    )
