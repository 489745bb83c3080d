"""Digests of files and of the press itself."""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..files import bytes_of
from ..sheets import STYLES

_PACKAGE = Path(__file__).parents[1]


def digests(root: Path, names: Iterable[str | Path]) -> dict[str, str]:
    """``{path below root: SHA-256}`` of the files ``names``, and of all below such folders."""
    files = {
        file
        for name in names
        for file in (root / name, *(root / name).rglob('*'))
        if os.path.isfile(file) and file.suffix != '.pyc'
    }
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(bytes_of(file)).hexdigest()
        for file in sorted(files)
    }


@cache
def press_digest() -> str:
    """The digest of the press: its code, its sheets and the versions of its libraries."""
    content = [digests(_PACKAGE, ('',)), digests(STYLES, ('',)), _installed()]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _installed() -> list[str]:
    """Name and version of every package on the path, as its ``.dist-info`` is called."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({info.name for folder in folders for info in folder.glob('*.dist-info')})
