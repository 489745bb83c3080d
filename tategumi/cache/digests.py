"""Digests of files and of the press itself."""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..files import bytes_of
from ..settings import STATE_FILE, without_releases
from ..sheets import STYLES

_PACKAGE = Path(__file__).parents[1]


def digests(root: Path, names: Iterable[str | Path]) -> dict[str, str]:
    """``{path below root: SHA-256}`` of the files ``names``, and of all below such folders.

    What the press remembers of its EPUBs beside the manuscript does not count.
    """
    files = {
        file
        for name in names
        for file in (root / name, *(root / name).rglob('*'))
        if os.path.isfile(file) and file.suffix != '.pyc'
    }
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(content).hexdigest()
        for file in sorted(files)
        if (content := _counted(file)) is not None
    }


def _counted(file: Path) -> bytes | None:
    content = bytes_of(file)
    return without_releases(content) if file.name == STATE_FILE else content


@cache
def press_digest() -> str:
    """The digest of the press: its code, its sheets and the versions of its libraries."""
    content = [digests(_PACKAGE, ('',)), digests(STYLES, ('',)), _installed()]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _installed() -> list[str]:
    """Name and version of every package on the path, as its ``.dist-info`` is called."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({info.name for folder in folders for info in folder.glob('*.dist-info')})
