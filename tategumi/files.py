"""Reading files, and writing them so that a reader never sees half of one."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import IO

from .errors import BadFile, Place, reason_of
from .unfinished import unfinished


def opened(path: Path | str) -> IO[bytes]:
    """The regular file ``path``, open for reading bytes.

    Raises ``OSError`` where it is none: a pipe would be waited for, a device has no
    end, and opening one may do things.
    """
    _refuse_irregular(os.stat(path), path)
    # Whatever stands there by now.
    handle = os.open(path, os.O_RDONLY | getattr(os, 'O_NONBLOCK', 0) | getattr(os, 'O_BINARY', 0))
    try:
        _refuse_irregular(os.fstat(handle), path)
    except OSError:
        os.close(handle)
        raise
    return os.fdopen(handle, 'rb')


def _refuse_irregular(state: os.stat_result, path: Path | str) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, 'it is a folder', str(path))
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, 'it is no regular file', str(path))


def bytes_of(path: Path) -> bytes:
    """The content of the file ``path``. Raises ``BadInput`` naming it when it cannot be read."""
    try:
        with opened(path) as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def text_of(path: Path, largest: int | None = None) -> str:
    """The text of the file ``path``, which is UTF-8; a byte order mark is left out.

    Raises ``BadInput`` naming it, and the line where it is not UTF-8, when it cannot be
    read or has more than ``largest`` bytes.
    """
    try:
        with opened(path) as file:
            if largest is not None and os.fstat(file.fileno()).st_size > largest:
                raise BadFile(
                    path,
                    'is larger than {largest:,} bytes, more than any such file',
                    largest=largest,
                )
            data = file.read()
        return data.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b'\n') + 1
        raise BadFile(Place(path, line), 'is not UTF-8 text') from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def is_there(path: Path) -> bool:
    """Whether ``path`` exists, be it a broken link.

    Raises ``BadInput`` where that cannot be seen.
    """
    try:
        os.lstat(path)
        return True
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def entries_of(folder: Path) -> list[Path]:
    """The paths in ``folder``, by name; none where there is no such folder.

    Raises ``BadInput`` where they cannot be seen.
    """
    try:
        return sorted(Path(folder).iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(folder, error) from error


def is_inside(path: Path, folder: Path) -> bool:
    """Whether ``path`` is below ``folder`` after ``..`` and symbolic links are resolved."""
    # pathlib's way raises for a link to itself, which leads nowhere.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _unreadable(path: Path, error: OSError | ValueError) -> BadFile:
    return BadFile(path, 'cannot be read: {reason}', reason=reason_of(error))


def write_whole(path: Path | str, content: bytes | str, lasting: bool = True) -> Path:
    """Write ``content`` (``bytes``, or ``str`` as UTF-8) to ``path`` by rename.

    The folder is made if missing. The old file stays as it was until the new
    one is complete on disk. Raises ``BadInput`` naming ``path`` when the disk
    is full or the place is not writable; nothing half-written is left. What is
    not ``lasting`` may be lost or garbled where the machine stops at once.
    """
    path = Path(path)
    if isinstance(content, str):
        content = content.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(path.parent) as (file, temporary):
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
            os.chmod(temporary, 0o644)
            if sys.platform == 'win32':
                # Windows renames no file that is open.
                file.close()
            os.replace(temporary, path)
    except OSError as error:
        raise BadFile(path, 'cannot be written: {reason}', reason=reason_of(error)) from error
    return path
