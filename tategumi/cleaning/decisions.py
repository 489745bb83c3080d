"""The editor's decisions in ``book.yaml``: lines to keep and drop, heads, words to replace."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import BadSettings
from ..messages import Message
from ..seed import SeedLine, SeedText
from ..settings import Replacement, Settings, place_of
from .changes import Change, Edit, joined
from .record import SeedRecord, relative
from .rules import EDGE

KEPT, DROPPED, REPLACED = 'kept-by-book-yaml', 'dropped-by-book-yaml', 'replaced-by-book-yaml'
HEADED = 'head-by-book-yaml'
WHY = Message('book.yaml says so')
_LINES = re.compile(r'(?P<first>\d{1,9})\s*[-–]\s*(?P<last>\d{1,9})')
#: ``## 朝``: how deep a head is, as in the manuscript.
_MARKED = re.compile(r'(?P<marks>#{1,6})[ 　]+(?P<entry>.+)')
_LINE = re.compile(r'(?P<file>.+\.\w+):(?P<line>\d{1,9})')


@dataclass(frozen=True)
class Decisions:
    """For one seed: numbers of lines (``SeedLine.number``) to keep and to drop, words, and the
    numbers of the first and last line of its main text, where the editor says them.

    ``heading`` has by the number of a line that is a head its level, from 1.
    """

    keep: frozenset[int] = frozenset()
    drop: frozenset[int] = frozenset()
    heading: Mapping[int, int] = field(default_factory=dict)
    replace: tuple[Replacement, ...] = ()
    text: tuple[int, int] | None = None

    def settles(self, number: int) -> bool:
        """Whether the line of this number is in the book because the editor says so."""
        return number in self.keep or number in self.heading

    def replaced(self, text: str) -> tuple[str, tuple[Change, ...]]:
        """``(text, changes)`` with every word replaced."""
        changes: tuple[Change, ...] = ()
        for entry in self.replace:
            found = re.finditer(re.escape(entry.find), text) if entry.find != entry.by else ()
            edits = joined(Edit(match.start(), entry.find, entry.by) for match in found)
            if edits:
                change = Change(REPLACED, edits)
                changes, text = (*changes, change), change.apply(text)
        return text, changes


@dataclass
class _Lines:
    """The seeds' lines, and what is known of the entries of ``book.yaml``."""

    settings: Settings
    seeds: Sequence[SeedText]
    before: Mapping[str, str]
    now: dict[str, str] = field(default_factory=dict)

    def matching(self, key: str, entry: str) -> dict[Path, set[int]]:
        """``{file: numbers}`` of the lines that ``entry`` of ``key`` means."""
        marks = _MARKED.fullmatch(entry) if key == 'heading' else None
        match = _LINE.fullmatch(marks['entry'] if marks else entry)
        found = self._by_line(key, entry, match) if match else self._by_text(entry)
        if not found and marks:
            found = self._by_text(marks['entry'])
        if not found:
            was = self.before.get(f'{key} {entry}')
            place = place_of(self.settings, key)
            if was:
                raise BadSettings(
                    place,
                    '"{entry}" matches no line of a seed; it used to be {was}',
                    entry=entry,
                    was=was,
                )
            raise BadSettings(place, '"{entry}" matches no line of a seed', entry=entry)
        self.now[f'{key} {entry}'] = self._told(found, bool(match))
        return found

    def _by_line(self, key: str, entry: str, match: re.Match[str]) -> dict[Path, set[int]]:
        before, number = self.before.get(f'{key} {entry}'), int(match['line'])
        for seed in self.seeds:
            if relative(seed.path, self.settings.root) != match['file']:
                continue
            lines = [line for line in seed.lines if _text(line)]
            alike = [line for line in lines if before in (None, _text(line))]
            # After a new scrape the same words may stand elsewhere.
            nearest = min((abs(line.place[0] - number) for line in alike), default=None)
            if nearest is None or before is None and nearest:
                return {}
            return {
                seed.path: {
                    line.number for line in alike if abs(line.place[0] - number) == nearest
                }
            }
        return {}

    def _by_text(self, entry: str) -> dict[Path, set[int]]:
        found = {
            seed.path: {line.number for line in seed.lines if _text(line) == entry.strip(EDGE)}
            for seed in self.seeds
        }
        return {path: numbers for path, numbers in found.items() if numbers}

    def _told(self, found: Mapping[Path, set[int]], by_line: bool) -> str:
        """What to remember of an entry: the text of its line, or the place of its text."""
        path, numbers = next(iter(found.items()))
        seed = next(seed for seed in self.seeds if seed.path == path)
        line = seed.lines[min(numbers) - 1]
        return (
            _text(line) if by_line else (f'{relative(path, self.settings.root)}:{line.place[0]}')
        )


def decisions_of(
    settings: Settings, seeds: Sequence[SeedText], before: Mapping[str, str]
) -> tuple[dict[Path, Decisions], dict[str, str]]:
    """``({path of a seed: Decisions}, remembered)``.

    ``before`` is what was remembered at the last cleaning. Raises
    ``BadInput`` with the line of ``book.yaml`` for an entry that matches no
    line; it says where it used to match.
    """
    lines = _Lines(settings, seeds, before)
    found: dict[str, dict[Path, set[int]]] = {'keep': {}, 'drop': {}}
    for key, numbers in found.items():
        for entry in getattr(settings, key):
            for path, matching in lines.matching(key, entry).items():
                numbers.setdefault(path, set()).update(matching)
    heads: dict[Path, dict[int, int]] = {}
    for entry in settings.heading:
        marks = _MARKED.fullmatch(entry)
        for path, matching in lines.matching('heading', entry).items():
            level = len(marks['marks']) if marks else 1
            heads.setdefault(path, {}).update(dict.fromkeys(matching, level))
    bounds = _bounds(settings, seeds)
    return {
        seed.path: Decisions(
            frozenset(found['keep'].get(seed.path, ())),
            frozenset(found['drop'].get(seed.path, ())),
            heads.get(seed.path, {}),
            settings.replace,
            bounds.get(seed.path),
        )
        for seed in seeds
    }, lines.now


def _bounds(settings: Settings, seeds: Iterable[SeedText]) -> dict[Path, tuple[int, int]]:
    """``{path: (first, last)}``: numbers of lines (``SeedLine.number``) as ``text`` says them."""
    by_name = {relative(seed.path, settings.root): seed for seed in seeds}
    found = {}
    for name, lines in settings.text.items():
        seed, match = by_name.get(name), _LINES.fullmatch(lines)
        if seed is None:
            raise BadSettings(
                place_of(settings, 'text'), '"{name}" is no seed of this book', name=name
            )
        numbers = [
            line.number
            for line in seed.lines
            if match and int(match['first']) <= line.place[0] <= int(match['last'])
        ]
        if not numbers:
            raise BadSettings(
                place_of(settings, 'text'),
                '"{lines}" must be the first and the last line of the text in {name}, as 41-118',
                lines=lines,
                name=name,
            )
        found[seed.path] = numbers[0], numbers[-1]
    return found


def check_replacements(
    settings: Settings, records: Sequence[SeedRecord], before: Mapping[str, str]
) -> dict[str, str]:
    """What to remember of the replacements, once the seeds are cleaned (``SeedRecord``s).

    Raises ``BadInput`` for one that found nothing to replace.
    """
    remembered = {}
    for entry in settings.replace:
        place = next(
            (
                f'{relative(seed.file, settings.root)}:{line.line}'
                for seed in records
                for line in seed.lines
                for change in line.changes
                if change.rule == REPLACED and any(entry.find in edit.old for edit in change.edits)
            ),
            None,
        )
        key = f'replace {entry.find}'
        if place is None:
            was = before.get(key)
            where = place_of(settings, 'replace')
            if was:
                raise BadSettings(
                    where,
                    '"{words}" is in no line of a seed; it used to be in {was}',
                    words=entry.find,
                    was=was,
                )
            raise BadSettings(where, '"{words}" is in no line of a seed', words=entry.find)
        remembered[key] = place
    return remembered


def _text(line: SeedLine) -> str:
    return '' if line.markdown == '' else line.content.strip(EDGE)
