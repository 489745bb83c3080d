"""The cleaning record: the fate of every line of every seed, and its JSON."""

import dataclasses
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..errors import Place
from ..messages import ENGLISH, Language, Message
from .changes import Change, changed


@dataclass(frozen=True)
class Suspicion:
    """Why an editor should look at a line; ``found`` is the text that gave the reason."""

    rule: str
    why: Message
    found: str = ''

    @property
    def message(self) -> Message:
        """Why, and what was found."""
        if self.found:
            return Message('{why}: {found}', why=self.why, found=self.found)
        return self.why

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True)
class LineRecord:
    """A line of a seed and its one ``fate``.

    ``rule`` and ``why`` say what dropped it or took it for metadata; ``field``
    which metadata it is; ``changes`` chain from ``text`` to what is kept of
    it; ``where`` is its place in the manuscript as cleaning writes it.
    A suspect line may have changes too. Of an HTML seed it is a piece that
    begins in ``column`` (from 1) of the line.
    """

    line: int
    text: str
    end: str
    fate: Literal['kept', 'metadata', 'dropped', 'changed', 'suspect']
    rule: str = ''
    why: str = ''
    field: str = ''
    changes: tuple[Change, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    where: Place | None = None
    column: int = 1

    @property
    def result(self) -> str:
        """``text`` after all changes: what is kept of the line."""
        return changed(self.text, self.changes)


#: The rules that drop what stands outside the main text.
ABOVE, BELOW = 'above-the-text', 'below-the-text'
#: The rule that drops lines of a site within it.
WITHIN = 'box-within-the-text'


@dataclass(frozen=True)
class Bounds:
    """The first and last line of a main text, of ``count``; how many are out on either side."""

    first: int
    last: int
    count: int
    above: int
    below: int


@dataclass(frozen=True)
class SeedRecord:
    """All lines of one seed; their ``text + end`` joined is the decoded seed."""

    file: Path
    encoding: str
    lines: tuple[LineRecord, ...]

    @property
    def bounds(self) -> Bounds | None:
        """Where the main text is, or ``None`` where nothing is outside it."""
        above = [line.line for line in self.lines if line.rule == ABOVE]
        below = [line.line for line in self.lines if line.rule == BELOW]
        if not above and not below:
            return None
        inside = [
            line.line
            for line in self.lines
            if line.text.strip()
            and line.rule not in (ABOVE, BELOW)
            and (not above or line.line > above[-1])
            and (not below or line.line < below[0])
        ]
        if not inside:
            return None
        return Bounds(inside[0], inside[-1], self.lines[-1].line, len(above), len(below))


@dataclass(frozen=True)
class Summary:
    """Counts of lines by fate, and of lines by the rule that took or changed them."""

    lines: int
    kept: int
    changed: int
    metadata: int
    suspect: int
    dropped: dict[str, int]
    changed_by: dict[str, int]


@dataclass(frozen=True)
class CleaningRecord:
    """What became of all seeds."""

    seeds: tuple[SeedRecord, ...]

    @property
    def suspicions(self) -> list[tuple[Place, Suspicion]]:
        """``(Place in the seed, Suspicion)`` in the order of the seeds."""
        return [
            (Place(seed.file, line.line), suspicion)
            for seed in self.seeds
            for line in seed.lines
            for suspicion in line.suspicions
        ]

    @property
    def summary(self) -> Summary:
        """Counts over all seeds."""
        lines = [line for seed in self.seeds for line in seed.lines]
        fates = Counter(line.fate for line in lines)
        dropped = Counter(line.rule for line in lines if line.fate == 'dropped')
        changed_by = Counter(
            rule for line in lines for rule in {change.rule for change in line.changes}
        )
        return Summary(
            len(lines),
            fates['kept'],
            fates['changed'],
            fates['metadata'],
            fates['suspect'],
            dict(sorted(dropped.items())),
            dict(sorted(changed_by.items())),
        )


def record_json(
    record: CleaningRecord, root: Path | str = '.', language: Language = ENGLISH
) -> str:
    """The record as JSON text; files are given relative to ``root``, with ``/``.

    Why a line had its fate is said in ``language``. A line of it for each line of a seed; keys
    that say nothing are left out. Of a line that
    rules changed, ``becomes`` is what is kept of it; ``edits`` of each change are
    ``[start, old, new]``: ``old`` stood ``start`` characters into what the change before left.
    """
    seeds = ',\n'.join(_seed_json(seed, root, language) for seed in record.seeds)
    summary = _json(dataclasses.asdict(record.summary))
    return f'{{"seeds": [\n{seeds}],\n"summary": {summary}}}\n'


def _seed_json(seed: SeedRecord, root: Path | str, language: Language) -> str:
    lines = ',\n'.join(_json(_plain_line(line, language)) for line in seed.lines)
    file, encoding = _json(relative(seed.file, root)), _json(seed.encoding)
    return f'{{"file": {file}, "encoding": {encoding}, "lines": [\n{lines}]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain_line(line: LineRecord, language: Language) -> dict[str, Any]:
    plain = {'line': line.line, 'text': line.text, 'end': line.end, 'fate': line.fate}
    plain |= {
        key: language.say(getattr(line, key))
        for key in ('rule', 'why', 'field')
        if getattr(line, key)
    }
    if line.changes:
        plain['becomes'] = line.result
        plain['changes'] = [
            {'rule': change.rule, 'edits': change.edits} for change in line.changes
        ]
    if line.suspicions:
        plain['suspicions'] = [
            {'rule': each.rule, 'why': language.say(each.why), 'found': each.found}
            for each in line.suspicions
        ]
    if line.where:
        plain['where'] = {'file': str(line.where.file), 'line': line.where.line}
    if line.column != 1:
        plain['column'] = line.column
    return plain


def relative(file: Path | str, root: Path | str) -> str:
    """``file`` as the user knows it: from the book's folder ``root``, with ``/``."""
    file = Path(file)
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
