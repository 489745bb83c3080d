"""Files in the folder of the cache."""

import os
import re
import stat
from collections.abc import Collection
from pathlib import Path

from ..errors import BadInput
from ..files import is_inside, write_whole

#: A file of the cache.
_OWN = re.compile(r'[0-9a-f]{64}\.drawn', re.A)

#: Read alone, following no link, waiting for nobody; Windows has bytes apart from text instead.
_CAREFULLY = os.O_RDONLY
for _name in ('O_NOFOLLOW', 'O_NONBLOCK', 'O_BINARY'):
    _CAREFULLY |= getattr(os, _name, 0)


class Store:
    """The files below ``folder`` (``Path``), named by their keys (32 bytes).

    None where that leads out of the book's folder ``root``: then it is always empty.
    What cannot be read or written is not there; nothing is raised.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._is_own = is_inside(folder, root)

    def read(self, key: bytes) -> bytes:
        """The content of the file of ``key``; ``b''`` where there is none."""
        if not self._is_own:
            return b''
        try:
            # A pipe in the place of a file would be waited for.
            handle = os.open(self._path(key), _CAREFULLY)
            with open(handle, 'rb') as file:
                return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else b''
        except OSError:
            return b''

    def write(self, key: bytes, content: bytes) -> None:
        """Keep ``content`` as the file of ``key``."""
        if self._is_own:
            try:
                write_whole(self._path(key), content, lasting=False)
            except BadInput:
                pass

    def keep_only(self, keys: Collection[bytes]) -> None:
        """Delete the files of all others than ``keys``."""
        names = {self._path(key).name for key in keys}
        try:
            paths = sorted(self._folder.iterdir()) if self._is_own else ()
            for path in paths:
                if _OWN.fullmatch(path.name) and path.name not in names:
                    path.unlink(missing_ok=True)
        except OSError:
            pass

    def _path(self, key: bytes) -> Path:
        return self._folder / f'{key.hex()}.drawn'
