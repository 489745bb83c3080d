"""The cache of a cleaning: what it told, for as long as nothing changes but chapters.

What an editor changes in chapters changes what is told of them; the seeds need not be cleaned
for that.
"""

import json
import platform
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from ..cache import codec
from ..cache.digests import digests, press_digest
from ..cache.store import Store
from ..errors import BadInput, Place
from ..lazy import lazy
from ..messages import Message, all_plain, from_plain, plain
from ..terminal.summary import Summary

manuscript = lazy('tategumi.manuscript')

#: What a cleaning reads, and what it writes.
_PLACES = ('seeds', 'book', 'dist/cleaning.json', 'dist/cleaning.html')

_CHAPTER = re.compile(r'book/chapters/[^/]+\.md')

#: What may be a picture that chapters take from the seeds.
_PICTURE = re.compile(r'.*\.(?:png|jpe?g|gif|webp|svg)', re.I)

#: What decoding raises for a file that only looks like one of the cache.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError)


class CleaningCache:
    """What the last cleaning of the book in folder ``root`` told, kept in ``folder``.

    ``language`` is the tag of that of the reports it wrote.
    """

    def __init__(self, root: Path, folder: Path, language: str = 'en') -> None:
        self._root, self._store, self._language = root, Store(folder, root), language

    def last_summary(self) -> Summary | None:
        """The ``Summary`` of a cleaning that would write nothing; ``None`` if it may."""
        keys = self._keys()
        if not keys:
            return None
        key, key_without_chapters = keys
        try:
            return _summary_of(*self._read(key))
        except _FAULTS:
            pass
        try:
            summary = _Cleaned(*self._read(key_without_chapters)).summary(self._root)
        except (*_FAULTS, BadInput):
            return None
        if summary is not None:
            self._keep(key, summary)
            self._store.keep_only(keys)
        return summary

    def keep(self, result: Any) -> None:
        """Remember that ``result`` (a ``CleaningResult``) is what there is now.

        The next time it would be another where something was merged or put aside.
        """
        keys = self._keys()
        if not keys or result.merged or result.kept_aside or result.removed or result.conflicts:
            return
        summary = Summary()
        summary.add_cleaning(replace(result, written=()))
        self._keep(keys[0], summary)
        if not self._waits(result):
            self._write(keys[1], [*_Cleaned.of(result, self._root)])
        self._store.keep_only(keys)

    def _waits(self, result: Any) -> bool:
        """Whether what it made waits for an editor, to be merged by the next cleaning."""
        recorded = manuscript.read_state(self._root / 'book').chapters
        return recorded != {name: manuscript.digest_of(text) for name, text in result.made.items()}

    def _keys(self) -> tuple[bytes, bytes] | None:
        """Twice 32 bytes that are others where a cleaning may come out otherwise.

        The first are others where a chapter is another too; the second where there are others.
        """
        try:
            files = digests(self._root, _PLACES)
        except BadInput:
            return None
        others = {
            path: '' if _CHAPTER.fullmatch(path) else digest for path, digest in files.items()
        }
        return self._key(files), self._key(others)

    def _key(self, files: Mapping[str, str]) -> bytes:
        parts = [str(self._root), press_digest(), platform.python_version(), files, self._language]
        return blake2b(json.dumps(parts).encode(), digest_size=32).digest()

    def _read(self, key: bytes) -> Any:
        value, _ = codec.read(key, self._store.read(key))
        return value

    def _write(self, key: bytes, value: Any) -> None:
        self._store.write(key, codec.written(key, value, codec.Bytes()))

    def _keep(self, key: bytes, summary: Summary) -> None:
        self._write(key, [_plain_facts(summary), all_plain(summary.warnings)])


class _Cleaned(NamedTuple):
    """What a cleaning told, whatever an editor changed of the chapters it made.

    ``facts`` and ``warnings`` are those without the editor's part, as plain values. ``asked`` is
    all that was to settle: file and line of the manuscript that it is about, if there is one,
    and the message.
    """

    facts: list[Any]
    warnings: list[Any]
    asked: list[tuple[str | None, int | None, Any]]

    @classmethod
    def of(cls, result: Any, root: Path) -> '_Cleaned':
        """That of a ``CleaningResult`` of the book in folder ``root``."""
        summary = Summary()
        summary.add_cleaning(replace(result, written=(), left_alone=(), questions=()))
        return cls(
            _plain_facts(summary),
            all_plain(summary.warnings),
            [*map(_plain_question, manuscript.all_questions(result.record, root))],
        )

    def summary(self, root: Path) -> Summary | None:
        """What a cleaning of the book in folder ``root`` would tell, if chapters alone changed.

        ``None`` where it would do more. Raises ``BadInput``.
        """
        book, folder = root / 'book', root / 'book' / 'chapters'
        recorded = manuscript.read_state(book).chapters
        made = manuscript.read_merge_base(book, recorded)
        now = manuscript.chapter_texts(folder)
        if made.keys() != recorded.keys() or not made.keys() <= now.keys():
            return None
        if _has_pictures(root) and manuscript.named_in_chapters(root / 'seeds', book):
            return None
        summary = _summary_of(self.facts, self.warnings)
        there = digests(folder, made)
        edited = [folder / name for name in made if there[name] != recorded[name]]
        summary.add_files(Message('left alone (edited)'), edited)
        unchanged = manuscript.unchanged_lines(made, now)
        summary.warnings += [
            from_plain(message)
            for file, line, message in self.asked
            if file is None or not manuscript.is_settled(Place(file, line), unchanged)
        ]
        return summary


def _has_pictures(root: Path) -> bool:
    return any(_PICTURE.fullmatch(path.name) for path in (root / 'seeds').rglob('*'))


def _plain_question(question: Any) -> tuple[str | None, int | None, Any]:
    where = question.where
    return where and str(where.file), where and where.line, plain(question.message)


def _summary_of(facts: Iterable[tuple[str, Any]], warnings: Iterable[Any]) -> Summary:
    return Summary([(name, _fact_of(text)) for name, text in facts], [*map(from_plain, warnings)])


def _plain_facts(summary: Summary) -> list[Any]:
    return [(name, _plain_fact(text)) for name, text in summary.facts]


def _plain_fact(fact: object) -> Any:
    return plain(fact) if isinstance(fact, str) else fact


def _fact_of(value: Any) -> object:
    return from_plain(value) if isinstance(value, (str, list)) else value
