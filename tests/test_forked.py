"""What a copy of a process does, and that it is gone when nobody waits for it any more."""

import os
import signal
import sys
import threading
import time

import pytest

from tategumi.forked import forked, may_fork

pytestmark = pytest.mark.skipif(sys.platform != 'linux', reason='processes are forked on Linux')


def test_what_the_copy_returns_is_here():
    with forked(lambda: (os.getpid(), ['章'])) as result:
        pid, made = result()
    assert made == ['章'] and pid != os.getpid()


@pytest.mark.parametrize(
    'work',
    [lambda: 1 / 0, lambda: sys.exit(3), lambda: os.kill(os.getpid(), 9), lambda: lambda: 0],
)
def test_of_a_copy_that_fails_nothing_comes(work, capfd):
    with forked(work) as result:
        assert result() is None
    assert capfd.readouterr() == ('', '')


def test_the_copy_ends_with_who_asked_for_it():
    reading, writing = os.pipe()

    def never_ending():
        os.write(writing, b'%d' % os.getpid())
        time.sleep(600)

    with pytest.raises(ChildProcessError), forked(never_ending):
        copy = int(os.read(reading, 20))
        os.kill(copy, 0)
        raise ChildProcessError
    os.close(reading)
    os.close(writing)
    with pytest.raises(ProcessLookupError):
        os.kill(copy, 0)


def _wait_for_all(number, frame):
    while os.waitpid(-1, os.WNOHANG)[0]:
        pass


@pytest.mark.parametrize('heard', [signal.SIG_IGN, _wait_for_all])
def test_none_is_made_where_it_could_not_be_waited_for(heard, monkeypatch):
    monkeypatch.setattr(threading, 'active_count', lambda: 1)
    before = signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        assert may_fork()
        signal.signal(signal.SIGCHLD, heard)
        assert not may_fork()
    finally:
        signal.signal(signal.SIGCHLD, before)
