"""What the press tells of files and folders it may not use, as JSON.

``python -m tests.fuzz.denied ROOT COMMAND…``, to be run without the right of a superuser to
read everything.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

from tategumi.cli import main

#: What is denied, and what must be named; '' is the folder of the book.
DENIED = {
    '': '',
    'seeds': 'seeds',
    'seeds/a.txt': 'a.txt',
    'book': 'book',
    'book/book.yaml': 'book.yaml',
    'book/.manuscript.json': '.manuscript.json',
    'book/chapters': 'chapters',
    'book/chapters/*.md': 'chapters/',
    'book/rules': 'rules',
    'book/rules/a.yaml': 'a.yaml',
    'dist': 'dist',
    'dist/cleaning.json': 'cleaning.json',
    'dist/.cache': 'dist',
}


def told_of(root, commands):
    """``[path, mode, command, exit status, output, errors]`` of each that is denied."""
    for path in DENIED:
        place = next(root.glob(path)) if '*' in path else root / path
        mode = place.stat().st_mode
        # Not at all; and folders, not to write in.
        for denied in (0, 0o500) if place.is_dir() else (0,):
            place.chmod(denied)
            try:
                for command in commands:
                    out, err = io.StringIO(), io.StringIO()
                    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                        status = main([*command.split(), '--root', str(root)])
                    yield [path, denied, command, status, out.getvalue(), err.getvalue()]
            finally:
                place.chmod(mode)


if __name__ == '__main__':
    told = [*told_of(Path(sys.argv[1]), sys.argv[2:])]
    print(json.dumps({'superuser': os.access('/etc/shadow', os.R_OK), 'told': told}))
