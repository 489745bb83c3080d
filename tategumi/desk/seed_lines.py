"""A seed as the page shows it: every line with what became of it. Plain data, no markup."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..cleaning import LineRecord, SeedRecord
from ..cleaning.differences import differences
from ..cleaning.rules import Catalogue
from ..messages import Language


def seed_lines(
    seed: SeedRecord,
    decided: Mapping[int, str],
    places: Mapping[int, tuple[str, int]],
    rules: Catalogue,
    language: Language,
) -> list[dict[str, Any]]:
    """A mapping for each line of ``seed``, for JSON.

    ``decided``: ``keep``, ``drop`` or ``heading`` by the number of the line, where ``book.yaml``
    says it by its place; ``places``: chapter and line by the index of the record, where it is in
    the manuscript. What the ``rules`` did is said in ``language``.
    """
    return [
        _line(record, decided.get(record.line), places.get(index), rules, language)
        for index, record in enumerate(seed.lines)
    ]


def _line(
    record: LineRecord,
    decided: str | None,
    place: tuple[str, int] | None,
    rules: Catalogue,
    language: Language,
) -> dict[str, Any]:
    line: dict[str, Any] = {'line': record.line, 'text': record.text, 'fate': record.fate}
    if record.rule:
        line |= {'rule': record.rule, 'why': language.say(record.why)}
    if record.field:
        line['field'] = record.field
    if record.changes:
        line['parts'] = [[old, new] for old, new in differences(record.text, record.result)]
        names = dict.fromkeys(change.rule for change in record.changes)
        line['rules'] = [language.say(rules.why(name)) or name for name in names]
    if record.suspicions:
        line['doubts'] = [[language.say(each.why), each.found] for each in record.suspicions]
    if decided:
        line['decided'] = decided
    if place:
        line['chapter'], line['at'] = place
    return line


def text_bounds(seed: SeedRecord) -> tuple[int, int]:
    """The numbers of the first and last line of the main text: of all, where none is outside."""
    if seed.bounds:
        return seed.bounds.first, seed.bounds.last
    said = [record.line for record in seed.lines if record.text.strip()]
    return (said[0], said[-1]) if said else (1, 1)


def decided_lines(name: str, entries: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """``{line: key}`` of the ``entries`` by key that name a line of the seed ``name``."""
    found = {}
    for key, values in entries.items():
        for entry in values:
            file, _, line = entry.lstrip('# ').rpartition(':')
            if file == name and line.isdigit():
                found[int(line)] = key
    return found
