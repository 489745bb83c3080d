"""Formats the cleaning record line by line, and the list of rules."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ..cleaning import Change
from ..cleaning.report import FATES
from ..cleaning.rules import Catalogue
from ..errors import BadRecord, Place
from ..files import is_there, text_of
from ..messages import ENGLISH, Language, Message
from ..printable import printable
from ..settings import Settings

_T = TypeVar('_T')

#: Of a longer line no more is shown than so many places that a rule changed, and so many
#: characters before and after each.
_LONG, _PLACES, _BESIDE = 200, 3, 12


def report(settings: Settings, language: Language = ENGLISH) -> str:
    """The text of the report in ``language``, from ``dist/cleaning.json``.

    Raises ``BadInput`` when nothing was cleaned yet, or the record is not one.
    """
    return _from_record(settings, lambda seeds: '\n'.join(_seed(seed, language) for seed in seeds))


def explain(settings: Settings, place: str, language: Language = ENGLISH) -> str:
    """The fate of the line ``place`` (``seeds/a.txt:12``) of a seed, and its reasons.

    Raises ``BadInput`` where ``place`` names no line of the last cleaning.
    """
    file, _, number = place.rpartition(':')
    lines = _from_record(
        settings,
        lambda seeds: [
            text
            for seed in seeds
            for line in seed['lines']
            if (seed['file'], str(line['line'])) == (Path(file).as_posix(), number)
            for text in map(language.say, _whole_fate(line))
        ],
    )
    if not lines:
        first, last = _from_record(settings, lambda seeds: _ends(seeds, Path(file or place).name))
        raise BadRecord(
            place, 'names no line of a seed; they are {first} to {last}', first=first, last=last
        )
    return '\n'.join(lines)


def _ends(seeds: Any, name: str) -> tuple[str, str]:
    """The places of the first and the last line of the seed of that ``name``, else of any."""
    seed = next((each for each in seeds if Path(each['file']).name == name), seeds[0])
    numbers = [line['line'] for line in seed['lines']]
    return f'{seed["file"]}:{numbers[0]}', f'{seed["file"]}:{numbers[-1]}'


def _from_record(settings: Settings, render: Callable[[Any], _T]) -> _T:
    path = settings.dist / 'cleaning.json'
    if not is_there(path):
        raise BadRecord(path, 'there is no record yet; run "tategumi clean" first')
    try:
        return render(json.loads(text_of(path))['seeds'])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadRecord(path, 'is not the record that cleaning wrote; clean again') from error


def _seed(seed: Any, language: Language) -> str:
    lines = [
        f'{seed["file"]}:{line["line"]}: {language.say(text)}'
        for line in seed['lines']
        for text in _fate(line)
    ]
    return '\n'.join(lines)


def _whole_fate(line: Any) -> Iterator[Message]:
    yield Message('{fate}: {text}', fate=FATES[line['fate']], text=line['text'])
    if 'rule' in line:
        yield Message('  by {rule}: {why}', rule=line['rule'], why=line['why'])
    if 'field' in line:
        yield Message('  as {field}', field=line['field'])
    for rule, before, after in _changes(line):
        yield Message(
            '  changed by {rule}: {before} → {after}', rule=rule, before=before, after=after
        )
    for each in line.get('suspicions', ()):
        if each['found']:
            yield Message('  to look at: {why}: {found}', why=each['why'], found=each['found'])
        else:
            yield Message('  to look at: {why}', why=each['why'])
    if 'where' in line:
        place = Place(line['where']['file'], line['where']['line'])
        yield Message('  now in {place}', place=place)


def _fate(line: Any) -> Iterator[Message]:
    text = line['text']
    if line['fate'] == 'dropped' and text.strip():
        yield Message(
            'dropped by {rule} ({why}): {text}', rule=line['rule'], why=line['why'], text=text
        )
    if line['fate'] == 'metadata':
        yield Message('{field}: {text}', field=line['field'], text=text)
    for rule, before, after in _changes(line):
        yield Message(
            'changed by {rule}: {before} → {after}', rule=rule, before=before, after=after
        )
    for each in line.get('suspicions', ()):
        yield Message('to look at: {why}: {found}', why=each['why'], found=each['found'] or text)


def _changes(line: Any) -> Iterator[tuple[str, str, object]]:
    """``(rule, before, after)`` of each change of a line, of a long line what is around it."""
    text = line['text']
    for change in line.get('changes', ()):
        after = Change(change['rule'], change['edits']).apply(text)
        yield change['rule'], *_around(change['edits'], text, after)
        text = after


def _around(edits: Sequence[tuple[int, str, str]], before: str, after: str) -> tuple[str, object]:
    if max(len(before), len(after)) <= _LONG:
        return before, after
    seen, result, shift = [], [], 0
    for start, old, new in edits[:_PLACES]:
        seen.append(_excerpt(before, start, len(old)))
        result.append(_excerpt(after, start + shift, len(new)))
        shift += len(new) - len(old)
    others = len(edits) - len(seen)
    texts = ' '.join(seen), ' '.join(result)
    if not others:
        return texts
    more = Message('{text} (and at {count} more places)', text=texts[1], count=others)
    return texts[0], more


def _excerpt(text: str, start: int, length: int) -> str:
    first, last = max(0, start - _BESIDE), start + min(length, _LONG) + _BESIDE
    return '…' * (first > 0) + text[first:last] + '…' * (last < len(text))


def rule_list(catalogue: Catalogue, language: Language = ENGLISH) -> str:
    """The text of a ``Catalogue``: name, place, action and reason, a line a rule."""
    entries = [
        (
            rule.name,
            ' '.join(filter(None, (rule.notation, ', '.join(rule.where)))),
            f'{rule.does} {rule.of}'.strip(),
            language.say(rule.why),
        )
        for rule in catalogue.rules
    ]
    rows = [[printable(' '.join(text.split())) for text in row] for row in entries]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return '\n'.join(
        '  '.join((*(text.ljust(width) for text, width in zip(row, widths)), row[3]))
        for row in rows
    )
