"""The last cleaning, line by line: what was dropped, moved, changed, and why."""

import json
from pathlib import Path

from ..errors import BadInput
from ..files import is_there, text_of


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
    for change in line.get('changes', ()):
        yield f'  changed by {change["rule"]}: {change["before"]} → {change["after"]}'
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
    for change in line.get('changes', ()):
        yield f'changed by {change["rule"]}: {change["before"]} → {change["after"]}'
    for suspicion in line.get('suspicions', ()):
        yield f'to look at: {suspicion["why"]}: {suspicion["found"]}'
