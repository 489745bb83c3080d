"""One process with all it starts: how long it took, and how much memory. Linux only."""

import ctypes
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

#: A sample is taken so many times its own length after the last, so that the
#: taking costs no more than this part of one processor.
_SHARE = 20
_SHORTEST = 0.02

_PR_SET_CHILD_SUBREAPER = 36

#: Starts a process and tells its seconds, status, seconds of the processor and kilobytes. The
#: memory of a process counts that of who started it, up to its own first step: this one is
#: small.
_STARTER = """
import json, os, sys, time
figures, arguments = int(sys.argv[1]), sys.argv[2:]
os.set_inheritable(figures, False)
start = time.monotonic()
child = os.posix_spawnp(arguments[0], arguments, os.environ)
_, status, usage = os.wait4(child, 0)
wall, status = time.monotonic() - start, os.waitstatus_to_exitcode(status)
told = wall, status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss
os.write(figures, json.dumps(told).encode())
"""


@dataclass(frozen=True)
class Measured:
    """Seconds by the clock, of processor time (user and system), and the peak memory in bytes.

    Memory is the largest sum over all processes at one time (what they share counted
    once, PSS), sampled; or the largest of any one process (``ru_maxrss``), if that is more.
    """

    wall: float
    cpu: float
    memory: int


class Failed(Exception):
    """The process ended with a status other than 0; says the end of what it printed."""


def measure(arguments, folder, environment=None):
    """Run a command in ``folder`` and wait for it and all it started: a ``Measured``.

    Raises ``Failed``.
    """
    others = set(_children(os.getpid()))
    with (
        _adopted_orphans(),
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as figures,
    ):
        starter = subprocess.Popen(
            [sys.executable, '-I', '-S', '-c', _STARTER, str(figures.fileno()), *arguments],
            cwd=folder,
            env=_kept_bytecode(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=[figures.fileno()],
        )
        with _Sampler(starter.pid) as sampler:
            starter.wait()
        usages = [*map(_waited_for, set(_children(os.getpid())) - others)]
        wall, status, cpu, memory = _told(figures) or (0, starter.returncode, 0, 0)
        if status:
            output.seek(0)
            told = output.read().decode('utf-8', 'replace').strip().splitlines()
            raise Failed(f'status {status}: {" / ".join(told[-3:])}')
    return Measured(
        wall,
        cpu + sum(usage.ru_utime + usage.ru_stime for usage in usages),
        1024 * max(sampler.peak // 1024, memory, *(usage.ru_maxrss for usage in usages), 0),
    )


def _told(figures):
    """What the starter wrote into the file ``figures``; ``None`` where it could not start."""
    figures.seek(0)
    content = figures.read()
    return json.loads(content) if content else None


def _kept_bytecode(environment):
    """``environment`` as it usually is: what Python compiles once, it keeps."""
    environment = dict(os.environ if environment is None else environment)
    environment.pop('PYTHONDONTWRITEBYTECODE', None)
    return environment


@contextmanager
def _adopted_orphans():
    """Become the parent of what a process leaves behind, whose time were lost otherwise."""
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _waited_for(process):
    return os.wait4(process, 0)[2]


class _Sampler:
    """Looks at the memory of all processes below one until told to stop."""

    def __init__(self, process):
        self.peak = 0
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self._ended.set()
        self._thread.join()

    def _watch(self):
        pause = _SHORTEST
        while not self._ended.wait(pause):
            start = time.thread_time()
            self.peak = max(self.peak, sum(map(_memory, _below(self._process))))
            pause = max(_SHORTEST, _SHARE * (time.thread_time() - start))


def _below(process):
    for child in _children(process):
        yield child
        yield from _below(child)


def _children(process):
    """Those that any thread of ``process`` started, and those it adopted."""
    for threads in Path(f'/proc/{process}/task').glob('*/children'):
        try:
            yield from map(int, threads.read_text(encoding='ascii').split())
        except OSError:
            pass


def _memory(process):
    try:
        return psutil.Process(process).memory_full_info().pss
    except (psutil.Error, OSError):
        return 0
