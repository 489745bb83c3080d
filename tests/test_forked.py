"""What a copy of a process does, and that it is gone when nobody waits for it any more."""

import os
import sys
import time

import pytest

from tategumi.forked import forked

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
