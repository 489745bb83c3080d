"""A worker that dies costs a try, not a book."""

import multiprocessing
import os
import shutil
import signal
import threading

import pytest

from tategumi.library.cluster import on_cluster
from tategumi.library.processes import in_processes

needs_signals = pytest.mark.skipif(os.name == 'nt', reason='no process is killed there')


@pytest.fixture
def places(shelf):
    return [str(shelf.put(f'{number}', '船は沖へ出た。' * 60)) for number in range(4)]


def kill_workers():
    workers = multiprocessing.active_children()
    for worker in workers:
        os.kill(worker.pid, signal.SIGKILL)
    return len(workers)


@needs_signals
def test_a_book_whose_process_was_killed_is_made_by_another(shelf, places):
    states, killed = {}, 0
    for index, outcome in in_processes(places, 2, False):
        states[index] = outcome.state
        if len(states) in (1, 3):
            killed += kill_workers()
    assert killed >= 2
    assert states == dict.fromkeys(range(4), 'made')
    assert len(shelf.finished()) == 8
    assert multiprocessing.active_children() == []


@needs_signals
def test_a_book_that_kills_every_process_fails_and_says_so(places):
    over = threading.Event()

    def kill():
        while not over.wait(0.01):
            kill_workers()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        outcomes = dict(in_processes(places[:2], 2, False))
    finally:
        over.set()
        killer.join()
    assert [outcomes[index].state for index in (0, 1)] == ['failed', 'failed']
    assert 'SIGKILL, 2 times' in outcomes[0].fault


@needs_signals
def test_a_book_whose_dask_worker_was_killed_is_made_by_another(shelf, places):
    distributed = pytest.importorskip('distributed', reason='`make dask` installs it')
    states, killed = {}, []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        for index, outcome in on_cluster(places, cluster.scheduler_address, 1, False):
            states[index] = outcome.state
            if not killed:
                killed = [*client.run(os.getpid).values()]
                os.kill(killed[0], signal.SIGKILL)
    assert len(killed) == 2
    assert states == dict.fromkeys(range(4), 'made')
    assert len(shelf.finished()) == 8


def test_a_dask_cluster_makes_the_same_books(shelf):
    pytest.importorskip('distributed', reason='`make dask` installs it')
    for name in ('朝', '昼'):
        shelf.put(name)
    shelf.put('夜', '')
    assert shelf.make('--jobs', '2').returncode == 1
    books, table = shelf.finished(), (shelf.desk / 'dist' / 'library.json').read_bytes()
    for path in shelf.folder.glob('*/dist'):
        shutil.rmtree(path)
    done = shelf.make('--jobs', '2', '--scheduler', 'local')
    assert done.returncode == 1 and 'Traceback' not in done.stderr
    assert shelf.finished() == books != {}
    assert (shelf.desk / 'dist' / 'library.json').read_bytes() == table
