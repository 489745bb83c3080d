"""Records what a book was made of, so that ``--resume`` skips unchanged books.

It is kept in ``dist/.made.json``: whoever deletes ``dist/`` deletes it too.
"""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..cache.digests import digests, press_digest
from ..errors import BadInput
from ..files import text_of, write_whole
from ..messages import all_plain, from_plain
from ..settings import UNWRITABLE
from .outcome import Outcome

_MADE = Path('dist', '.made.json')
_SOURCES = ('seeds', 'book', 'styles')
# Cleaning itself writes these while the book is made.
_WRITTEN = (
    'book/chapters/',
    'book/pictures/',
    'book/.ground/',
    'book/.manuscript.json',
)


def files_of(root: Path) -> dict[str, str]:
    """``{path in the book's folder: SHA-256}`` of all that the book in ``root`` is made of."""
    return digests(root, _SOURCES)


def remember(
    root: Path, before: Mapping[str, str], sources: Mapping[str, str], outcome: Outcome
) -> None:
    """Record that ``outcome`` was made of ``sources``, as ``files_of`` gave them after cleaning.

    Not where a file changed while the press was at work, since ``before``:
    which state of it went into the book is not known then.
    """
    steady = all(
        sources.get(path) == digest
        for path, digest in before.items()
        if not path.startswith(_WRITTEN)
    )
    if not steady or files_of(root) != sources:
        (root / _MADE).unlink(missing_ok=True)
        return
    write_whole(
        root / _MADE,
        json.dumps(
            {
                'press': press_digest(),
                'sources': sources,
                'files': digests(root, outcome.files),
                'outcome': {
                    **dataclasses.asdict(outcome),
                    'warnings': all_plain(outcome.warnings),
                },
            },
            ensure_ascii=False,
            indent=1,
        )
        + '\n',
    )


def unchanged(root: Path) -> Outcome | None:
    """The ``Outcome`` of the last run, where the press, all sources and books are as then.

    ``None`` where anything differs or nothing is known.
    """
    try:
        record = json.loads(text_of(root / _MADE))
        outcome = _outcome(record['outcome'])
        then = record['press'], record['sources'], record['files']
    except (BadInput, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    now = press_digest(), files_of(root), digests(root, outcome.files)
    return outcome if now == then else None


def _outcome(values: Any) -> Outcome:
    """The ``Outcome`` that ``remember`` wrote. Raises ``ValueError`` for what it never writes."""
    outcome = Outcome(
        'unchanged',
        values['title'],
        values['chapters'],
        values['pages'],
        tuple(values['files']),
        tuple(map(from_plain, values['warnings'])),
    )
    texts = (outcome.title, *outcome.files, *outcome.warnings)
    if (
        not all(isinstance(text, str) and not UNWRITABLE.search(text) for text in texts)
        or not all(type(count) is int for count in (outcome.chapters, outcome.pages))
        or not all(Path(name).parts == ('dist', Path(name).name) for name in outcome.files)
    ):
        raise ValueError(values)
    return outcome
