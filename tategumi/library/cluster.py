"""Books on a Dask cluster."""

import logging
from contextlib import contextmanager

from ..errors import BadInput
from .make import make
from .outcome import Outcome

# Ctrl-C is heard by every process of the terminal; only the first of them acts on it.
_DEAF = 'import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)'


def on_cluster(roots, scheduler, jobs, resume, cached=True):
    """Yield ``(index, Outcome)`` of each book in ``roots`` as a worker of the cluster makes it.

    ``scheduler`` is its address (``tcp://host:8786``), or ``local`` for a
    cluster of ``jobs`` processes on this machine. A book whose worker dies is
    given to another. Raises ``BadInput`` where dask.distributed is not
    installed or no scheduler answers.
    """
    with _client(scheduler, jobs) as client:
        from distributed import as_completed

        # Not pure: the same folder may hold another text than the last time.
        futures = {
            client.submit(make, root, resume, cached, pure=False): index
            for index, root in enumerate(roots)
        }
        try:
            for future in as_completed(list(futures)):
                yield futures.pop(future), _outcome(future)
        finally:
            client.cancel(list(futures))


@contextmanager
def _client(scheduler, jobs):
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise BadInput(
            '--scheduler', 'needs dask.distributed, which "make dask" installs'
        ) from error
    if scheduler == 'local':
        with LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.ERROR,
            preload=[_DEAF],
        ) as cluster:
            with Client(cluster) as client:
                yield client
        return
    try:
        client = Client(scheduler)
    except (OSError, ValueError) as error:
        raise BadInput(scheduler, 'no Dask scheduler answers there') from error
    with client:
        yield client


def _outcome(future):
    if future.status == 'finished':
        return future.result()
    error = future.exception() if future.status == 'error' else future.status
    told = ' '.join(f'{type(error).__name__}: {error}'.split())
    return Outcome('failed', fault=f'no worker made it: {told}')
