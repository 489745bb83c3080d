"""A worker that dies costs a try, not a book."""

import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tategumi.errors import BadInput
from tategumi.library import processes
from tategumi.library.cluster import make_in_process, on_cluster
from tategumi.library.processes import in_processes
from tategumi.library.worker import Worker

needs_signals = pytest.mark.skipif(
    not Path('/proc/self/task').is_dir(), reason='which processes there are is not told'
)


@pytest.fixture
def places(shelf):
    return [str(shelf.put(f'{number}', '船は沖へ出た。' * 60)) for number in range(4)]


def workers():
    """The processes that this one has started and not yet waited for (proc(5)).

    The one in which Python keeps track of what processes share is none of them.
    """
    return [
        int(number)
        for told in Path('/proc/self/task').glob('*/children')
        for number in told.read_text().split()
        if b'resource_tracker' not in _command(number)
    ]


def _command(number):
    try:
        return Path(f'/proc/{number}/cmdline').read_bytes()
    except OSError:
        return b''


def kill_workers():
    killed = workers()
    for worker in killed:
        os.kill(worker, signal.SIGKILL)
    return len(killed)


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
    # A process that has been told to end may take a moment.
    end = time.monotonic() + 10
    while workers() and time.monotonic() < end:
        time.sleep(0.05)
    assert workers() == []


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
    assert '(SIGKILL), 2 times' in outcomes[0].fault


@pytest.fixture
def endless(shelf):
    """A book that takes minutes."""
    root = shelf.put('果てなし')
    made = root / 'book' / 'chapters'
    made.mkdir(parents=True)
    (made / '01.md').write_text('# 章\n\n' + '船は沖へ出た。' * 400_000, encoding='utf-8')
    shutil.rmtree(root / 'seeds')
    return str(root)


def test_a_book_that_takes_longer_than_the_limit_fails_and_the_others_are_made(
    places, endless, monkeypatch
):
    class Patient(Worker):
        def give(self, limit, root, *options):
            # How long a machine takes for a book is not what is tried here.
            super().give(limit if root == endless else 0, root, *options)

    monkeypatch.setattr(processes, 'Worker', Patient)
    outcomes = dict(in_processes([endless, *places[:2]], 2, False, limit=3))
    assert [outcomes[index].state for index in range(3)] == ['failed', 'made', 'made']
    assert outcomes[0].fault == 'was not made within 3 seconds, the time limit'
    assert not list(Path(endless).glob('dist/*.pdf'))
    assert not list(Path(endless).rglob('.tategumi-*'))


def test_the_limit_is_an_option(shelf, endless):
    shelf.make('--time-limit', '2', '--jobs', '1')
    assert 'within 2 seconds' in shelf.table()['果てなし']['fault']


def test_beside_a_worker_of_dask_the_limit_holds_too(places, endless):
    assert 'within 3 seconds' in make_in_process(endless, False, True, 3).fault
    assert make_in_process(places[0], False, True, 0).state == 'made'


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


def listening(process):
    """The ports at which ``process`` (``psutil.Process``) and those below it are listening."""
    return [
        connection.laddr
        for one in (process, *process.children(recursive=True))
        for connection in one.net_connections()
        if connection.status == 'LISTEN'
    ]


def answer(address, wrap=lambda connection: connection):
    """What comes back from ``address`` when a page is asked for, before it hangs up."""
    with socket.create_connection(address, timeout=5) as connection:
        try:
            talking = wrap(connection)
            talking.sendall(b'GET / HTTP/1.0\r\n\r\n')
            return talking.recv(1000)
        except (ConnectionError, ssl.SSLError):
            return b''


def anybody(connection):
    """``connection`` encrypted, of one who has no certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(connection)


def test_a_cluster_of_this_machine_listens_to_nobody_else(places):
    psutil = pytest.importorskip('psutil', reason='`make dask` installs it')
    pytest.importorskip('distributed', reason='`make dask` installs it')
    before = listening(psutil.Process())
    outcomes = on_cluster(places[:1], 'local', 1, False)
    try:
        next(outcomes)
        ports = [port for port in listening(psutil.Process()) if port not in before]
        assert len(ports) > 2
        for ip, port in ports:
            assert ip in ('127.0.0.1', '::1')
            assert answer((ip, port)) == answer((ip, port), anybody) == b''
    finally:
        outcomes.close()


@pytest.fixture(scope='module')
def certificates(tmp_path_factory):
    """The settings of Dask for two clusters that do not know each other's certificate."""
    security = pytest.importorskip('distributed.security', reason='`make dask` installs it')

    def made(name):
        temporary, folder = security.Security.temporary(), tmp_path_factory.mktemp(name)
        certificate, key = folder / 'press.pem', folder / 'press.key'
        certificate.write_text(temporary.tls_ca_file)
        key.write_text(temporary.tls_client_key)
        return os.environ | {
            'DASK_DISTRIBUTED__COMM__TLS__CA_FILE': str(certificate),
            'DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION': 'true',
            'DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT': '2s',
            **{
                f'DASK_DISTRIBUTED__COMM__TLS__{role}__{kind}': str(file)
                for role in ('SCHEDULER', 'WORKER', 'CLIENT')
                for kind, file in (('CERT', certificate), ('KEY', key))
            },
        }

    return made('own'), made('other')


def test_a_cluster_with_certificates_works_for_who_has_one(shelf, tmp_path, certificates):
    own, other = certificates
    shelf.put('朝')
    told = tmp_path / 'scheduler.json'
    command = [sys.executable, '-m', 'distributed.cli.dask_scheduler', '--protocol', 'tls']
    options = ['--host', '127.0.0.1', '--port', '0', '--no-dashboard', '--scheduler-file', told]
    worker = [sys.executable, '-m', 'distributed.cli.dask_worker', '--nthreads', '1']
    quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
    with ExitStack() as stack:
        for arguments in ([*command, *options], [*worker, '--scheduler-file', told]):
            process = stack.enter_context(subprocess.Popen(arguments, env=own, **quiet))
            stack.callback(process.terminate)
        address = _address_in(told)
        assert address.startswith('tls://')
        for environment, message in (
            (os.environ, 'needs certificates'),
            (other, 'no Dask scheduler answers'),
            (
                own | {'DASK_DISTRIBUTED__COMM__TLS__CA_FILE': 'nowhere.pem'},
                'its certificates cannot be read',
            ),
        ):
            refused = shelf.make('--scheduler', address, environment=environment)
            assert refused.returncode == 2
            assert message in refused.stderr and 'Traceback' not in refused.stderr
        assert shelf.finished() == {}
        done = shelf.make('--scheduler', address, environment=own)
        assert done.returncode == 0, done.stderr
    assert shelf.states() == {'朝': 'made'}


def _address_in(file):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if file.exists() and file.read_text():
            return json.loads(file.read_text())['address']
        time.sleep(0.1)
    raise TimeoutError(file)


def test_an_address_of_tls_without_certificates_says_what_to_set():
    pytest.importorskip('distributed', reason='`make dask` installs it')
    with pytest.raises(BadInput, match='DASK_DISTRIBUTED__COMM__TLS__CA_FILE'):
        next(on_cluster(['a'], 'tls://127.0.0.1:9', 1, False))
