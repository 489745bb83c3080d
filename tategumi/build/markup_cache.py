"""The cache of marked-up chapters."""

import json
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

from ..cache import codec
from ..cache.digests import press_digest
from ..cache.store import Store
from ..forked import forked, may_fork
from ..manuscript import Chapter
from ..markup import Heading, IndexMark, MarkedChapter, mark_up, mark_up_book
from ..messages import Message, all_plain, from_plain
from ..settings import Settings

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError)


#: Of so many characters the half pays for a copy of this process.
_WORTH_A_COPY = 100_000


def mark_up_cached(
    manuscript: Sequence[Chapter], settings: Settings, folder: Path, jobs: int = 1
) -> list[MarkedChapter]:
    """Mark up the ``manuscript`` as ``mark_up_book`` does, with the cache in ``folder``.

    What was marked up is left there for the next time; where it cannot be read or
    written, nothing is lost but time. Chapters with pictures, which are looked at, are
    marked up anew. Of several ``jobs`` another process does a half of what is much.
    """
    store, key = Store(folder, settings.root), _surroundings(settings)
    kept = _read(store, key)
    names = [_name_of(chapter) for chapter in manuscript]
    anew = [chapter for name, chapter in zip(names, manuscript) if name not in kept]
    used: dict[str, MarkedChapter] = {}
    with _marked_beside(anew, settings, jobs) as marked_beside:

        def mark_up_one(chapter: Chapter, settings: Settings) -> MarkedChapter:
            own = names[chapter.index]
            marked = kept.get(own) or marked_beside(chapter) or mark_up(chapter, settings)
            if '![' not in chapter.text:
                used[own] = marked
            return marked

        marked = mark_up_book(manuscript, settings, mark_up_one)
    if used.keys() != kept.keys():
        plain = [[own, _values_of(chapter)] for own, chapter in used.items()]
        store.write(key, codec.written(key, plain, codec.Bytes()))
    store.keep_only([key])
    return marked


@contextmanager
def _marked_beside(
    chapters: Sequence[Chapter], settings: Settings, jobs: int
) -> Iterator[Callable[[Chapter], MarkedChapter | None]]:
    """What a copy of this process makes of the second half of ``chapters``.

    Of the others, and of all where that failed, ``None``.
    """
    left, rest = sum(len(chapter.text) for chapter in chapters), list(chapters)
    much = left >= _WORTH_A_COPY and jobs > 1 and may_fork()
    half = left / 2
    while rest and left > half:
        left -= len(rest.pop(0).text)
    if not (much and rest):
        yield lambda chapter: None
        return
    with forked(lambda: [mark_up(chapter, settings) for chapter in rest]) as result:

        @cache
        def made() -> dict[int, MarkedChapter]:
            return {chapter.index: marked for chapter, marked in zip(rest, result() or ())}

        yield lambda chapter: made().get(chapter.index) if chapter in rest else None


def _name_of(chapter: Chapter) -> str:
    """A digest of all that is its own."""
    source = [chapter.index, chapter.text, chapter.lines, chapter.remarks]
    return _digest([str(chapter.path), *source]).hex()


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
    warnings = cast('tuple[Message, ...]', tuple(map(from_plain, plain.pop('warnings'))))
    return MarkedChapter(
        headings=headings,
        index=index,
        warnings=warnings,
        **{name: _tuples(value) for name, value in plain.items()},
    )


def _tuples(value: Any) -> Any:
    """``value`` with a tuple for every list, as headings have them."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
