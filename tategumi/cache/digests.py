"""Digests of files and of the press itself."""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
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
    inside = len(os.path.join(root, ''))
    files = {file for name in names for file in _files(os.path.join(root, name))}
    return {
        file[inside:].replace(os.sep, '/'): hashlib.sha256(content).hexdigest()
        for file in sorted(files)
        if (content := _counted(file)) is not None
    }


def _files(place: str) -> Iterator[str]:
    """The file at the path ``place``, or all below such a folder, but what Python compiled."""
    below = [os.path.join(folder, name) for folder, _, names in os.walk(place) for name in names]
    for file in (place, *below):
        if not file.endswith('.pyc') and os.path.isfile(file):
            yield file


def _counted(file: str) -> bytes | None:
    content = bytes_of(Path(file))
    return without_releases(content) if os.path.basename(file) == STATE_FILE else content


@cache
def press_digest() -> str:
    """The digest of the press: its code, its sheets and the versions of its libraries."""
    content = [digests(_PACKAGE, ('',)), digests(STYLES, ('',)), _installed()]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _installed() -> list[str]:
    """Name and version of every package on the path, as its ``.dist-info`` is called."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({info.name for folder in folders for info in folder.glob('*.dist-info')})
