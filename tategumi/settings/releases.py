"""When each content of the EPUB first came to be, kept in ``book/.manuscript.json``.

It stands beside what cleaning wrote there, which does not depend on it.
"""

import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..files import bytes_of, is_there, write_whole
from .state_file import MOMENT, STATE_FILE, read_state_file

#: Said of a book of which nothing is known: the earliest date of a ZIP archive.
UNKNOWN = datetime(1980, 1, 1, tzinfo=timezone.utc)

_KEY = 'releases'

#: So many are remembered; of more, the oldest are forgotten.
_MOST = 200


def first_made(book: Path, digest: str) -> datetime:
    """When the content of ``digest`` (hexadecimal) first came to be (UTC), to the second.

    That is now for one that is not remembered in the folder ``book``; it is remembered then.
    Raises ``BadInput`` where the record is none, or cannot be written.
    """
    path = book / STATE_FILE
    releases = read_state_file(path)[_KEY]
    if digest not in releases:
        now = datetime.now(timezone.utc).strftime(MOMENT)
        # Two contents of one second are told apart by nothing: the order is that of writing.
        newest = dict(sorted([*releases.items(), (digest, now)], key=_moment)[-_MOST:])
        state = _state(bytes_of(path)) if is_there(path) else {'metadata': {}, 'chapters': {}}
        _write_unnoticed(path, _written({**(state or {}), _KEY: newest}))
        releases = newest
    return datetime.strptime(releases[digest], MOMENT).replace(tzinfo=timezone.utc)


def without_releases(content: bytes) -> bytes | None:
    """``content`` of the record as cleaning wrote it; ``None`` where cleaning wrote nothing."""
    state = _state(content)
    if not state or _KEY not in state:
        return content
    del state[_KEY]
    return _written(state) if any(state.values()) else None


def with_releases_of(content: bytes | None, other: bytes | None) -> bytes | None:
    """``content`` of a record, with what another remembers of releases."""
    releases = (_state(other or b'') or {}).get(_KEY)
    state = _state(content) if content is not None else {'metadata': {}, 'chapters': {}}
    if state is None or not releases:
        return content
    return _written({**state, _KEY: releases})


def _moment(release: tuple[str, str]) -> str:
    return release[1]


def _state(content: bytes) -> dict[str, Any] | None:
    try:
        state = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return state if isinstance(state, dict) else None


def _written(state: dict[str, Any]) -> bytes:
    return f'{json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True)}\n'.encode()


def _write_unnoticed(path: Path, content: bytes) -> None:
    """Write the file, and leave its folder the time it had: nothing of the editor's changed."""
    there = os.stat(path.parent) if path.parent.is_dir() else None
    write_whole(path, content)
    if there:
        os.utime(path.parent, ns=(there.st_atime_ns, there.st_mtime_ns))
