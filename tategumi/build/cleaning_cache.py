"""The cache of a cleaning: what it told, for as long as nothing it reads or writes changes."""

import json
import platform
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..cache import codec
from ..cache.digests import digests, press_digest
from ..cache.store import Store
from ..errors import BadInput
from ..messages import all_plain, from_plain, plain
from ..terminal.summary import Summary

#: What a cleaning reads, and what it writes.
_PLACES = ('seeds', 'book', 'dist/cleaning.json', 'dist/cleaning.html')

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError)


class CleaningCache:
    """What the last cleaning of the book in folder ``root`` told, kept in ``folder``.

    ``language`` is the tag of that of the reports it wrote.
    """

    def __init__(self, root: Path, folder: Path, language: str = 'en') -> None:
        self._root, self._store, self._language = root, Store(folder, root), language

    def last_summary(self) -> Summary | None:
        """The ``Summary`` of a cleaning that would change nothing; ``None`` if it may."""
        key = self._key()
        if not key:
            return None
        try:
            (facts, warnings), _ = codec.read(key, self._store.read(key))
            return Summary(
                [(name, _fact_of(text)) for name, text in facts], [*map(from_plain, warnings)]
            )
        except _FAULTS:
            return None

    def keep(self, result: Any) -> None:
        """Remember that ``result`` (a ``CleaningResult``) is what there is now.

        The next time it would be another where something was merged or put aside.
        """
        key = self._key()
        if key and not (result.merged or result.kept_aside or result.removed or result.conflicts):
            summary = Summary()
            summary.add_cleaning(replace(result, written=()))
            facts = [(name, _plain_fact(text)) for name, text in summary.facts]
            values = [facts, all_plain(summary.warnings)]
            self._store.write(key, codec.written(key, values, codec.Bytes()))
            self._store.keep_only([key])

    def _key(self) -> bytes | None:
        """32 bytes that are others where a cleaning may come out otherwise."""
        try:
            files = digests(self._root, _PLACES)
        except BadInput:
            return None
        parts = [str(self._root), press_digest(), platform.python_version(), files, self._language]
        return blake2b(json.dumps(parts).encode(), digest_size=32).digest()


def _plain_fact(fact: object) -> Any:
    return plain(fact) if isinstance(fact, str) else fact


def _fact_of(value: Any) -> object:
    return from_plain(value) if isinstance(value, (str, list)) else value
