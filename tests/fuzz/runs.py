"""Long runs of any character that a rule mentions, and of any short pattern of such characters.

What 20 KB of one costs is measured in a process of its own.
"""

import itertools
import os
import random
import resource
import signal
import unicodedata
from functools import cache

from tategumi.cleaning.rules import catalogue

from .way import through

SIZE = 20_000
#: So much may one text cost: seconds of processor time, and megabytes beside what the code takes.
SECONDS, MEGABYTES = 2, 200
#: A child that takes so many seconds of processor time is ended.
_GIVEN_UP = 60
#: What a run may stand between.
FRAMES = [('', ''), ('港', '港'), ('「', '」'), ('港の灯は消えた。\n', '\n港の灯は消えた。')]


def marks():
    """The characters that rules mention, but for words: no more than three of a Unicode class."""
    mentioned = {
        mark
        for rule in catalogue().rules
        for pattern in (rule.line, rule.inside)
        if pattern
        for mark in pattern.pattern
    } | {mark for rule in catalogue().rules for texts in rule.examples for mark in ''.join(texts)}
    letters, others = {}, []
    for mark in sorted(mentioned):
        if mark.isalnum():
            kind = unicodedata.category(mark), unicodedata.name(mark, '').split(' ')[0]
            letters.setdefault(kind, []).append(mark)
        else:
            others.append(mark)
    return others + [mark for alike in letters.values() for mark in alike[:3]]


def patterns():
    """Every mark, then all pairs and triples of marks in an order of chance, without end."""
    single = marks()
    yield from single
    pairs = [''.join(pair) for pair in itertools.product(single, repeat=2)]
    random.shuffle(pairs)
    yield from pairs
    while True:
        yield ''.join(random.choices(single, k=3))


def run_of(pattern, frame=('', ''), size=SIZE):
    """The bytes of so much of ``pattern``, between what ``frame`` has."""
    before, after = frame
    return (before + pattern * (size // len(pattern.encode())) + after).encode()


def cost(name, data):
    """``(seconds, megabytes)`` that the seed ``name`` takes; ``None`` where it fails.

    The megabytes are those beside what a child takes that does nothing.
    """
    _get_ready()
    _, _, nothing = _child(lambda: None)
    status, seconds, most = _child(lambda: through(name, data))
    return (seconds, max(0, most - nothing)) if status == 0 else None


@cache
def _get_ready():
    """Have all in this process that a seed needs, so that no child has to load it."""
    for name in ('a.txt', 'a.md'):
        through(name, '# 港\n\n港の灯は消えた。'.encode())


def _child(work):
    """``(status, seconds, megabytes)`` of ``work`` in a forked process."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.signal(signal.SIGXCPU, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_CPU, (_GIVEN_UP, _GIVEN_UP))
            work()
            status = 0
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    return status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
