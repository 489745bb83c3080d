"""Wherever books are made, a loop deep in the stack asks the system for no memory at each turn."""

import asyncio
import resource
from pathlib import Path

import pytest

from tategumi.call_stack import with_room
from tategumi.desk.worker import Worker
from tategumi.pool import Pool
from tategumi.terminal.guard import guarded

TURNS, DEPTH = 300, 250


def leaf(number):
    return number


def faults_at(depth):
    """Pages of memory the system gave while a loop ran ``depth`` calls deeper than this."""
    if depth:
        return faults_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for turn in range(TURNS):
        leaf(turn)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def most_faults():
    return max(map(faults_at, range(DEPTH)))


class Deep:
    """A worker that goes deep."""

    def most_faults(self):
        return most_faults()


def in_a_command():
    found = []
    assert guarded(lambda: found.append(most_faults()), Path()) == 0
    return found[0]


def in_a_process():
    with Pool(1, f'{__name__}:Deep') as pool:
        return pool.submit('most_faults').result()


def at_the_desk():
    worker = Worker()
    try:
        return asyncio.run(worker.run(most_faults))
    finally:
        worker.shut_down()


@pytest.mark.parametrize(
    'work', [lambda: with_room(most_faults), in_a_command, in_a_process, at_the_desk]
)
def test_no_depth_of_the_stack_is_dear(work):
    assert work() < TURNS / 10
