"""The last cleaning, line by line: what was dropped, moved, changed, and why."""

import json

from ..errors import BadInput


def report(settings):
    """The text of the report, from ``dist/cleaning.json``.

    Raises ``BadInput`` when nothing was cleaned yet, or the record is not one.
    """
    path = settings.dist / 'cleaning.json'
    try:
        record = json.loads(path.read_text(encoding='utf-8'))
        return '\n'.join(_seed(seed) for seed in record['seeds'])
    except OSError as error:
        raise BadInput(path, 'there is no record yet; run "clean" first') from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(path, 'is not the record that cleaning wrote; clean again') from error


def _seed(seed):
    lines = [
        f'{seed["file"]}:{line["line"]}: {text}'
        for line in seed['lines'] for text in _fate(line)]
    return '\n'.join(lines)


def _fate(line):
    if line['fate'] == 'dropped' and line['text'].strip():
        yield f'dropped by {line["rule"]} ({line["why"]}): {line["text"]}'
    if line['fate'] == 'metadata':
        yield f'{line["field"]}: {line["text"]}'
    for change in line.get('changes', ()):
        yield f'changed by {change["rule"]}: {change["before"]} → {change["after"]}'
    for suspicion in line.get('suspicions', ()):
        yield f'to look at: {suspicion["why"]}: {suspicion["found"]}'
