"""Work that has no end is ended, and other work is left in peace."""

import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from tategumi.time_limit import OutOfTime, time_limit


def for_ever(caught=Exception):
    while True:
        try:
            while True:
                sum(range(100))
        except caught:
            continue


def test_work_without_end_is_ended():
    with pytest.raises(OutOfTime, match='longer than 0 seconds'), time_limit(0.05):
        for_ever()


def test_it_ends_what_goes_on_after_any_exception():
    ended = []

    def swallow_once():
        try:
            for_ever()
        except OutOfTime:
            ended.append(True)
        for_ever()

    with pytest.raises(OutOfTime), time_limit(0.05):
        swallow_once()
    assert ended


def test_work_in_time_hears_nothing_of_it():
    with time_limit(60):
        sum(range(100_000))
    with time_limit(0):
        sum(range(100_000))


def test_nothing_is_heard_of_it_afterwards():
    for _ in range(300):
        with suppress(OutOfTime), time_limit(0.002):
            sum(range(10_000))
    for _ in range(300):
        time.sleep(0.001)
    assert threading.active_count() < 10


def test_it_is_of_its_own_thread():
    ended = []

    def work():
        try:
            with time_limit(0.05):
                for_ever()
        except OutOfTime:
            ended.append(threading.current_thread().name)

    thread = threading.Thread(target=work, name='other')
    thread.start()
    thread.join(30)
    assert ended == ['other']


def test_another_process_can_tell_of_it():
    with pytest.raises(OutOfTime) as found, time_limit(0.05):
        for_ever()
    assert pickle.loads(pickle.dumps(found.value)).seconds == 0.05


def test_a_debugger_works_afterwards():
    """A function that is traced stood still for ever after a limit, passed or not."""
    for limit in (60, 0.001):
        told = subprocess.run(
            [sys.executable, '-c', TRACED, str(limit)], timeout=60, capture_output=True, text=True
        )
        assert told.stdout == 'done\n', told.stderr


TRACED = """
import sys
from contextlib import suppress
from tategumi.time_limit import OutOfTime, time_limit

with suppress(OutOfTime), time_limit(float(sys.argv[1])):
    sum(sum(range(1000)) for _ in range(1000))
sys.settrace(lambda *told: None)
(lambda: print('done'))()
"""
