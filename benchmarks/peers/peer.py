"""What every peer is."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Work:
    """The ``command`` that writes the file ``made``."""

    command: tuple
    made: Path


@dataclass(frozen=True)
class Peer:
    """A typesetter, or a maker of EPUBs.

    ``makes`` is ``.pdf`` or ``.epub``. ``version()`` says what is installed, ``None`` where
    nothing is. ``prepare(novel, folder)`` writes a ``Novel`` into an empty folder as
    this peer takes it, and returns the ``Work`` to do there. ``told`` is what
    readers of the results must know of how it is used.
    """

    name: str
    makes: str
    version: Callable
    prepare: Callable
    told: str = ''


def first_line(*command):
    """The first line that a command prints, or ``None`` where there is no such command."""
    if not shutil.which(command[0]):
        return None
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding='utf-8')
    return run.stdout.splitlines()[0].strip() if not run.returncode and run.stdout else None
