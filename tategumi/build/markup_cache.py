"""The cache of marked-up chapters."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..cache import codec
from ..cache.digests import press_digest
from ..cache.store import Store
from ..manuscript import Chapter
from ..markup import Heading, IndexMark, MarkedChapter, mark_up, mark_up_book
from ..messages import all_plain, from_plain
from ..settings import Settings

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError)


def mark_up_cached(
    manuscript: Sequence[Chapter], settings: Settings, folder: Path
) -> list[MarkedChapter]:
    """Mark up the ``manuscript`` as ``mark_up_book`` does, with the cache in ``folder``.

    What was marked up is left there for the next time; where it cannot be read or
    written, nothing is lost but time. Chapters with pictures, which are looked at, are
    marked up anew.
    """
    store, key = Store(folder, settings.root), _surroundings(settings)
    kept = _read(store, key)
    used: dict[str, MarkedChapter] = {}

    def mark_up_one(chapter: Chapter, settings: Settings) -> MarkedChapter:
        source = [chapter.index, chapter.text, chapter.lines, chapter.remarks]
        own = _digest([str(chapter.path), *source]).hex()
        marked = kept.get(own)
        if marked is None:
            marked = mark_up(chapter, settings)
        if '![' not in chapter.text:
            used[own] = marked
        return marked

    marked = mark_up_book(manuscript, settings, mark_up_one)
    if used.keys() != kept.keys():
        plain = [[own, _values_of(chapter)] for own, chapter in used.items()]
        store.write(key, codec.written(key, plain, codec.Bytes()))
    store.keep_only([key])
    return marked


def _surroundings(settings: Settings) -> bytes:
    """What shapes every chapter alike, as 32 bytes."""
    return _digest(
        [
            press_digest(),
            platform.python_version(),
            repr(settings),
        ]
    )


def _digest(content: Any) -> bytes:
    return blake2b(json.dumps(content).encode(), digest_size=32).digest()


def _read(store: Store, key: bytes) -> dict[str, MarkedChapter]:
    """``{digest: MarkedChapter}``, empty where nothing was kept."""
    try:
        chapters, _ = codec.read(key, store.read(key))
        return {own: _chapter_of(plain) for own, plain in chapters}
    except _FAULTS:
        return {}


def _values_of(chapter: MarkedChapter) -> dict[str, Any]:
    """A ``MarkedChapter`` as JSON knows it."""
    values = {each.name: getattr(chapter, each.name) for each in fields(chapter)}
    values['warnings'] = all_plain(chapter.warnings)
    plain = {name: [*map(asdict, values[name])] for name in ('headings', 'index')}
    return {**values, **plain}


def _chapter_of(plain: dict[str, Any]) -> MarkedChapter:
    headings = tuple(Heading(**heading) for heading in plain.pop('headings'))
    index = tuple(IndexMark(**mark) for mark in plain.pop('index'))
    warnings = tuple(map(from_plain, plain.pop('warnings')))
    return MarkedChapter(
        headings=headings,
        index=index,
        warnings=warnings,
        **{name: _tuples(value) for name, value in plain.items()},
    )


def _tuples(value: Any) -> Any:
    """``value`` with a tuple for every list, as headings have them."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
