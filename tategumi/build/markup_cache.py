"""Chapters that were marked up before, and would be marked up the same."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, fields
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree

from ..cache import codec
from ..cache.digests import press_digest
from ..cache.store import Store
from ..manuscript import Chapter
from ..markup import Heading, MarkedChapter, mark_up, mark_up_book
from ..pdf.cache.boxes import tuples
from ..settings import Settings

#: The libraries whose work is in the XHTML of a chapter.
_PACKAGES = ('lxml', 'markdown')

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, etree.XMLSyntaxError)


def mark_up_kept(
    manuscript: Sequence[Chapter], settings: Settings, folder: Path
) -> list[MarkedChapter]:
    """The ``manuscript`` as ``mark_up_book`` makes it of it, with what lies in ``folder``.

    What was marked up is left there for the next time; where it cannot be read or
    written, nothing is lost but time. Chapters with pictures, which are looked at, are
    marked up anew.
    """
    store, key = Store(folder, settings.root), _surroundings(settings)
    kept = _read(store, key)
    used: dict[str, MarkedChapter] = {}

    def mark_up_one(chapter: Chapter, settings: Settings) -> MarkedChapter:
        own = _digest([str(chapter.path), chapter.index, chapter.text]).hex()
        made = kept.get(own)
        if made is None:
            made = mark_up(chapter, settings)
        if '![' not in chapter.text:
            used[own] = made
        return made

    marked = mark_up_book(manuscript, settings, mark_up_one)
    if used.keys() != kept.keys():
        plain = [[own, _plain(made)] for own, made in used.items()]
        store.write(key, codec.written(key, plain, codec.Bytes()))
    store.keep_only([key])
    return marked


def _surroundings(settings: Settings) -> bytes:
    """What shapes every chapter alike, as 32 bytes."""
    return _digest(
        [
            press_digest(),
            platform.python_version(),
            [version(name) for name in _PACKAGES],
            repr(settings),
        ]
    )


def _digest(told: Any) -> bytes:
    return blake2b(json.dumps(told).encode(), digest_size=32).digest()


def _read(store: Store, key: bytes) -> dict[str, MarkedChapter]:
    """``{digest: MarkedChapter}``, empty where nothing was kept."""
    try:
        chapters, _ = codec.read(key, store.read(key))
        return {own: _made(told) for own, told in chapters}
    except _FAULTS:
        return {}


def _plain(made: MarkedChapter) -> dict[str, Any]:
    """A ``MarkedChapter`` as JSON knows it."""
    told = {each.name: getattr(made, each.name) for each in fields(made)}
    return {**told, 'section': made.xhtml, 'headings': [*map(asdict, made.headings)]}


def _made(told: dict[str, Any]) -> MarkedChapter:
    headings = tuple(Heading(**heading) for heading in told.pop('headings'))
    section = etree.fromstring(told.pop('section'))
    return MarkedChapter(
        section=section,
        headings=headings,
        **{name: tuples(value) for name, value in told.items()},
    )
