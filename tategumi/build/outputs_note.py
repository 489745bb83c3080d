"""The note of the finished books in ``dist/``: which are of a name the book no longer has.

It is ``dist/.outputs.json``, ``{name of a file: slug of the book when it was made}``. Whoever
deletes ``dist/`` deletes it too.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from ..errors import BadInput
from ..files import text_of, write_whole
from ..settings import UNWRITABLE

_NOTE = '.outputs.json'
#: Bytes of a note, beyond which it is none of the press's.
_LARGEST = 1_000_000


def note_outputs(dist: Path, slug: str, made: Iterable[str]) -> list[str]:
    """Note that the files ``made`` in ``dist`` are of the book as it is called now.

    Returns the names of those that still lie there from when its ``slug`` was another. Where the
    note cannot be read or written nothing is known of these; nothing is raised.
    """
    noted = _read(dist / _NOTE)
    here = {name: of for name, of in noted.items() if os.path.isfile(dist / name)}
    here |= dict.fromkeys(made, slug)
    if here != noted:
        text = json.dumps(dict(sorted(here.items())), ensure_ascii=False, indent=1)
        try:
            write_whole(dist / _NOTE, f'{text}\n')
        except BadInput:
            pass
    return sorted(name for name, of in here.items() if of != slug)


def _read(note: Path) -> dict[str, str]:
    try:
        content = json.loads(text_of(note, _LARGEST))
        return {
            name: of
            for name, of in content.items()
            if isinstance(of, str) and name == Path(name).name and not UNWRITABLE.search(name + of)
        }
    except (BadInput, ValueError, AttributeError, RecursionError):
        return {}
