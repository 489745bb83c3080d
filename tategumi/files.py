"""Reading files, and writing them so that a reader never sees half of one."""

import os
import tempfile
from pathlib import Path

from .errors import BadInput


def bytes_of(path):
    """The content of the file ``path``. Raises ``BadInput`` naming it when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise BadInput(path, f'cannot be read: {error.strerror}') from error


def write_whole(path, content, lasting=True):
    """Write ``content`` (``bytes``, or ``str`` as UTF-8) to ``path`` by rename.

    The folder is made if missing. The old file stays as it was until the new
    one is complete on disk. Raises ``BadInput`` naming ``path`` when the disk
    is full or the place is not writable; nothing half-written is left. What is
    not ``lasting`` may be lost or garbled where the machine stops at once.
    """
    path = Path(path)
    if isinstance(content, str):
        content = content.encode()
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f'.{path.name[:40]}.')
        with os.fdopen(handle, 'wb') as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        raise BadInput(path, f'cannot be written: {error.strerror or error}') from error
    finally:
        # Whatever stops it, Ctrl-C too, leaves no half-written file.
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
    return path
