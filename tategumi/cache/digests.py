"""What files hold, told by their digests."""

import hashlib
import json
import os
from functools import cache
from pathlib import Path

from ..files import bytes_of

_PRESS = Path(__file__).parents[2]


def digests(root, names):
    """``{path below root: SHA-256}`` of the files ``names``, and of all below such folders."""
    files = [
        file
        for name in names
        for file in (root / name, *(root / name).rglob('*'))
        if os.path.isfile(file) and file.suffix != '.pyc'
    ]
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(bytes_of(file)).hexdigest()
        for file in sorted(files)
    }


@cache
def press_digest():
    """One digest of the press itself: its code, its sheets and what it is set up with."""
    return hashlib.sha256(
        json.dumps(digests(_PRESS, ('tategumi', 'styles', 'requirements.txt'))).encode()
    ).hexdigest()
