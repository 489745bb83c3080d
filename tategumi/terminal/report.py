"""The last cleaning, line by line: what was dropped, moved, changed, and why."""

import json
from pathlib import Path

from ..cleaning import Change
from ..errors import BadInput
from ..files import is_there, text_of

#: Of a longer line no more is shown than so many places that a rule changed, and so many
#: characters before and after each.
_LONG, _PLACES, _BESIDE = 200, 3, 12


def report(settings):
    """The text of the report, from ``dist/cleaning.json``.

    Raises ``BadInput`` when nothing was cleaned yet, or the record is not one.
    """
    return _of_record(settings, lambda seeds: '\n'.join(map(_seed, seeds)))


def explain(settings, place):
    """What became of the line ``place`` (``seeds/a.txt:12``) of a seed, and why.

    Raises ``BadInput`` where ``place`` names no line of the last cleaning.
    """
    file, _, number = place.rpartition(':')
    told = _of_record(
        settings,
        lambda seeds: [
            text
            for seed in seeds
            for line in seed['lines']
            if (seed['file'], str(line['line'])) == (Path(file).as_posix(), number)
            for text in _whole_fate(line)
        ],
    )
    if not told:
        raise BadInput(place, 'names no line of a seed; write it like seeds/a.txt:12')
    return '\n'.join(told)


def _of_record(settings, tell):
    path = settings.dist / 'cleaning.json'
    if not is_there(path):
        raise BadInput(path, 'there is no record yet; run "clean" first')
    try:
        return tell(json.loads(text_of(path))['seeds'])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(path, 'is not the record that cleaning wrote; clean again') from error


def _seed(seed):
    lines = [
        f'{seed["file"]}:{line["line"]}: {text}' for line in seed['lines'] for text in _fate(line)
    ]
    return '\n'.join(lines)


def _whole_fate(line):
    yield f'{line["fate"]}: {line["text"]}'
    if 'rule' in line:
        yield f'  by {line["rule"]}: {line["why"]}'
    if 'field' in line:
        yield f'  as {line["field"]}'
    for rule, before, after in _changes(line):
        yield f'  changed by {rule}: {before} → {after}'
    for suspicion in line.get('suspicions', ()):
        found = f': {suspicion["found"]}' if suspicion['found'] else ''
        yield f'  to look at: {suspicion["why"]}{found}'
    if 'where' in line:
        yield f'  now in {line["where"]["file"]}:{line["where"]["line"]}'


def _fate(line):
    if line['fate'] == 'dropped' and line['text'].strip():
        yield f'dropped by {line["rule"]} ({line["why"]}): {line["text"]}'
    if line['fate'] == 'metadata':
        yield f'{line["field"]}: {line["text"]}'
    for rule, before, after in _changes(line):
        yield f'changed by {rule}: {before} → {after}'
    for suspicion in line.get('suspicions', ()):
        yield f'to look at: {suspicion["why"]}: {suspicion["found"]}'


def _changes(line):
    """``(rule, before, after)`` of each change of a line, of a long line what is around it."""
    text = line['text']
    for change in line.get('changes', ()):
        after = Change(change['rule'], change['edits']).apply(text)
        yield change['rule'], *_around(change['edits'], text, after)
        text = after


def _around(edits, before, after):
    if max(len(before), len(after)) <= _LONG:
        return before, after
    seen, made, shift = [], [], 0
    for start, old, new in edits[:_PLACES]:
        seen.append(_excerpt(before, start, len(old)))
        made.append(_excerpt(after, start + shift, len(new)))
        shift += len(new) - len(old)
    others = len(edits) - len(seen)
    more = f' (and at {others} more places)' if others else ''
    return ' '.join(seen), ' '.join(made) + more


def _excerpt(text, start, length):
    first, last = max(0, start - _BESIDE), start + min(length, _LONG) + _BESIDE
    return '…' * (first > 0) + text[first:last] + '…' * (last < len(text))
