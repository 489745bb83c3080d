"""Changes of a line as lists of edits, by which each stage of it can be replayed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import NamedTuple

from .differences import differences


class Edit(NamedTuple):
    """``old`` stood ``start`` characters into a text, and ``new`` stands in its place."""

    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule made of a text: ``edits`` in their order, none within another.

    ``start`` of each counts in the text as the rule found it.
    """

    rule: str
    edits: tuple[Edit, ...]

    @classmethod
    def between(cls, rule: str, before: str, after: str) -> 'Change':
        """The change by ``rule`` that makes ``after`` of ``before``."""
        return cls(rule, edits_between(before, after))

    def apply(self, text: str) -> str:
        """``text`` with the change made in it."""
        parts, done = [], 0
        for start, old, new in self.edits:
            parts += [text[done:start], new]
            done = start + len(old)
        return ''.join(parts) + text[done:]

    def shifted(self, by: int) -> 'Change':
        """The same change in a text that has ``by`` characters more before it."""
        return Change(self.rule, _shifted(self.edits, by)) if by else self


def edits_between(before: str, after: str) -> tuple[Edit, ...]:
    """The ``Edit``s that make ``after`` of ``before``."""
    edits, start = [], 0
    for old, new in differences(before, after):
        if old != new:
            edits.append(Edit(start, old, new))
        start += len(old)
    return tuple(edits)


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """``edits`` with those that touch one another as one."""
    runs: list[tuple[int, list[str], list[str]]] = []
    end = None
    for start, old, new in edits:
        if start != end:
            runs.append((start, [], []))
        runs[-1][1].append(old)
        runs[-1][2].append(new)
        end = start + len(old)
    return tuple(Edit(start, ''.join(old), ''.join(new)) for start, old, new in runs)


def stages(text: str, changes: Iterable[Change]) -> Iterator[str]:
    """``text`` after each of the ``changes``, which chain from it."""
    for change in changes:
        text = change.apply(text)
        yield text


def changed(text: str, changes: Iterable[Change]) -> str:
    """``text`` after all ``changes``."""
    for text in stages(text, changes):
        pass
    return text


def side_by_side(parts: list[tuple[str, tuple[Change, ...]]]) -> Iterator[Change]:
    """The changes of several texts as changes of those texts with one character between them.

    What one rule changes in many of them in the same turn is one change.
    """
    lengths = [len(text) for text, _ in parts]
    for turn in zip_longest(*(changes for _, changes in parts)):
        made = [(index, change) for index, change in enumerate(turn) if change]
        made.sort(key=lambda each: each[1].rule)
        for rule, group in groupby(made, key=lambda each: each[1].rule):
            changes = dict(group)
            edits: list[Edit] = []
            start = 0
            for index, length in enumerate(lengths):
                if index in changes:
                    own = changes[index].edits
                    edits += _shifted(own, start)
                    lengths[index] += sum(len(new) - len(old) for _, old, new in own)
                start += length + 1
            yield Change(rule, tuple(edits))


def _shifted(edits: Iterable[Edit], by: int) -> tuple[Edit, ...]:
    return tuple(Edit(start + by, old, new) for start, old, new in edits)
