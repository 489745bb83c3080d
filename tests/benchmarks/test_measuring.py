"""What a process and all it starts cost is measured whole."""

import sys

import pytest

from benchmarks.measuring import Failed, measure

#: Holds so many MiB and works for so many seconds of processor time.
WORK = """
import sys, time
held = bytearray(b"x") * (int(sys.argv[1]) << 20)
while time.process_time() < float(sys.argv[2]):
    pass
"""


def work(memory, seconds):
    return [sys.executable, '-c', WORK, str(memory), str(seconds)]


def test_time_and_memory_of_a_process(tmp_path):
    measured = measure(work(150, 0.4), tmp_path)
    assert 0.4 <= measured.cpu < 1
    assert measured.wall >= 0.4
    assert 150 << 20 <= measured.memory < 250 << 20


def test_what_measures_may_itself_be_large(tmp_path):
    held = bytearray(b'x') * (400 << 20)
    assert measure(work(50, 0), tmp_path).memory < 150 << 20
    assert held


def test_processes_at_one_time_are_added_up(tmp_path):
    both = (
        f'import subprocess as s, sys\nps = [s.Popen({work(100, 0.4)!r}) for _ in "ab"]\n'
        '[p.wait() for p in ps]'
    )
    measured = measure([sys.executable, '-c', both], tmp_path)
    assert 0.8 <= measured.cpu < 2
    assert measured.memory >= 200 << 20


def test_what_outlives_its_parent_counts(tmp_path):
    parent = f'import subprocess as s\ns.Popen({work(100, 0.3)!r})'
    measured = measure([sys.executable, '-c', parent], tmp_path)
    assert measured.cpu >= 0.3
    assert measured.memory >= 100 << 20


def test_who_fails_says_why(tmp_path):
    with pytest.raises(Failed, match='status 3.*no such font'):
        measure(['sh', '-c', 'echo no such font; exit 3'], tmp_path)
