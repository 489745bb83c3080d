"""Chapters that were marked up before, and would be marked up the same."""

import json
import platform
from dataclasses import asdict, fields
from hashlib import blake2b
from importlib.metadata import version

from lxml import etree

from ..cache import codec
from ..cache.digests import press_digest
from ..cache.store import Store
from ..markup import Heading, MarkedChapter, mark_up, mark_up_book
from ..pdf.cache.boxes import tuples

#: The libraries whose work is in the XHTML of a chapter.
_PACKAGES = ('lxml', 'markdown')

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, etree.XMLSyntaxError)


def mark_up_kept(manuscript, settings, folder):
    """The ``manuscript`` as ``mark_up_book`` makes it of it, with what lies in ``folder``.

    What was marked up is left there for the next time; where it cannot be read or
    written, nothing is lost but time. Chapters with pictures, which are looked at, are
    marked up anew.
    """
    store, key = Store(folder, settings.root), _surroundings(settings)
    kept, used = _read(store, key), {}

    def mark_up_one(chapter, settings):
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


def _surroundings(settings):
    """What shapes every chapter alike, as 32 bytes."""
    return _digest(
        [
            press_digest(),
            platform.python_version(),
            [version(name) for name in _PACKAGES],
            repr(settings),
        ]
    )


def _digest(told):
    return blake2b(json.dumps(told).encode(), digest_size=32).digest()


def _read(store, key):
    """``{digest: MarkedChapter}``, empty where nothing was kept."""
    try:
        chapters, _ = codec.read(key, store.read(key))
        return {own: _made(told) for own, told in chapters}
    except _FAULTS:
        return {}


def _plain(made):
    """A ``MarkedChapter`` as JSON knows it."""
    told = {each.name: getattr(made, each.name) for each in fields(made)}
    return {**told, 'section': made.xhtml, 'headings': [*map(asdict, made.headings)]}


def _made(told):
    headings = tuple(Heading(**heading) for heading in told.pop('headings'))
    section = etree.fromstring(told.pop('section'))
    return MarkedChapter(
        section=section,
        headings=headings,
        **{name: tuples(value) for name, value in told.items()},
    )
