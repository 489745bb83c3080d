"""Temporary files: removed after errors, and swept up after a killed process.

A writer holds a lock (``flock``) on its file until the file has its name. The system
lets go of it when the process ends, however it ends: who can take the lock knows that
the file is nobody's.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:
    # Windows has no such locks: nothing is swept there.
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = '.tategumi-', '.unfinished'
_NAME = re.compile(rf'{re.escape(_PREFIX)}[a-z0-9_]{{8}}{re.escape(_SUFFIX)}', re.A)


@contextmanager
def unfinished(folder: Path) -> Iterator[tuple[IO[bytes], str]]:
    """Opens a new temporary file in ``folder`` for writing bytes: ``(file, name)``.

    Whatever stops its writer, Ctrl-C too, it is gone at the end, unless it was renamed.
    """
    file, name = _new(folder)
    try:
        # Open to the end: the lock is held until the file has its name.
        with file:
            yield file, name
    finally:
        Path(name).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Delete the temporary files below ``folder`` whose processes have ended.

    What cannot be read or deleted is left; nothing is raised. Links are not followed.
    """
    for place, _, names in os.walk(folder):
        for name in filter(_NAME.fullmatch, names):
            with suppress(OSError):
                _delete_if_nobodys(os.path.join(place, name))


def _new(folder: Path) -> tuple[IO[bytes], str]:
    while True:
        handle, name = tempfile.mkstemp(_SUFFIX, _PREFIX, folder)
        if fcntl:
            # Some file systems have no locks; there nothing is swept either.
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            if os.path.samestat(os.fstat(handle), os.stat(name)):
                return os.fdopen(handle, 'wb'), name
        except FileNotFoundError:
            pass
        # It was swept before it was locked.
        os.close(handle)


def _delete_if_nobodys(path: str) -> None:
    if not fcntl:
        return
    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    finally:
        os.close(handle)
