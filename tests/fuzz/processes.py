"""The press as a process of its own: stopped, killed, short of memory, refused, unheard."""

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

PRESS = Path(__file__).parents[2]

#: The press, which writes to its file ``told`` when it is about to have a file on disk, and
#: waits then for as long as anybody likes.
SLOWED = """
import os, sys, time
from pathlib import Path
from tategumi.cli import run

told, sys.argv = Path(sys.argv[1]), ['tategumi', *sys.argv[2:]]
left, fsync = {skip}, os.fsync

def slowed(handle):
    global left
    fsync(handle)
    left -= 1
    if left < 0:
        told.write_text('now')
        time.sleep(60)

os.fsync = slowed
sys.exit(run())
"""


def press(*arguments, program=None, **options):
    """The finished process of the press."""
    start = [sys.executable, *(['-c', program] if program else [PRESS / 'pipeline.py'])]
    return subprocess.run(
        [*start, *arguments],
        cwd=PRESS,
        capture_output=True,
        encoding='utf-8',
        errors='surrogateescape',
        timeout=300,
        **options,
    )


def with_memory(megabytes, *arguments):
    """The finished process of the press with so much address space."""

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)

    return press(*arguments, preexec_fn=limited)


def hear_all():
    """Have a process hear the signals that a shell may have told the one before not to."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Slowed:
    """The press at work, waiting where it has written a file but not yet given it its name."""

    def __init__(self, folder, skip, *arguments):
        told = folder / 'told'
        told.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, '-c', SLOWED.format(skip=skip), told, *arguments],
            cwd=PRESS,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding='utf-8',
            preexec_fn=hear_all,
        )
        while not told.exists() and self.process.poll() is None:
            time.sleep(0.02)
        self.waits = told.exists()

    def stop(self, number):
        """Send the signal ``number``; ``(exit status, output, errors)``."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err
