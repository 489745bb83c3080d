"""Applies the rewriting rules to a line until none changes it."""

from collections.abc import Container, Sequence

from .changes import Change
from .protected import protect, restore, restored
from .rules import Catalogue, catalogue

#: How often at most a long line is gone through: what rules change at once is a whole run, so
#: that only lines made to keep them busy need more. Of short ones so many characters are.
_ROUNDS, _CHARACTERS = 16, 6_000


def rewrite(
    text: str,
    notation: str = 'plain',
    rules: Catalogue | None = None,
    pictures: Container[str] = frozenset(),
    calls: Container[str] = frozenset(),
) -> tuple[str, tuple[Change, ...]]:
    """``(text, changes)`` after every ``rewrite`` rule; doing it again changes nothing.

    ``changes`` chain from ``text`` to the result. ``rules`` is a ``Catalogue``, the press's own if
    not given, ``pictures`` are the addresses of those that came with the seed, ``calls`` those of
    its notes. A long line on which rules go on making work for one another
    is left as it is after so many rounds.
    """
    rules = rules or catalogue()
    changes: tuple[Change, ...] = ()
    patience = _Patience(text)
    while patience.lasts(text):
        before = text
        text, made = rewrite_code(text, notation, rules)
        changes += made
        text, made = _rewrite_prose(text, notation, rules, pictures, calls, patience)
        changes += made
        if text == before:
            break
    return text, changes


def rewrite_code(
    text: str, notation: str = 'plain', rules: Catalogue | None = None
) -> tuple[str, tuple[Change, ...]]:
    """The same with only the rules that hold in code, too."""
    changes: tuple[Change, ...] = ()
    for rule in (rules or catalogue()).in_code(notation):
        edits = rule.edits(text)
        if edits:
            changes += (Change(rule.name, edits),)
            text = changes[-1].apply(text)
    return text, changes


class _Patience:
    """How much is left of the work that a line may make."""

    def __init__(self, text: str) -> None:
        self._characters = max(_ROUNDS * len(text), _CHARACTERS)

    def lasts(self, text: str) -> bool:
        """Whether ``text`` may be gone through once more."""
        self._characters -= len(text) + 1
        return self._characters >= 0


def _rewrite_prose(
    text: str,
    notation: str,
    rules: Catalogue,
    pictures: Container[str],
    calls: Container[str],
    patience: _Patience,
) -> tuple[str, tuple[Change, ...]]:
    text, parts = protect(text, notation, pictures, calls)
    changes: tuple[Change, ...] = ()
    while True:
        before = text
        made, text = _in_turn(rules, notation, text, parts)
        changes += made
        if text == before or not patience.lasts(text):
            return restore(text, parts), changes


def _in_turn(
    rules: Catalogue, notation: str, text: str, parts: Sequence[str]
) -> tuple[tuple[Change, ...], str]:
    """The changes that the rules make one after the other, and the text after them."""
    changes: tuple[Change, ...] = ()
    done = 0
    while True:
        # Most lines have nothing of what most rules need.
        for place, rule in rules.with_work(notation, rules.needed(notation) & set(text)):
            edits = rule.edits(text) if place >= done else ()
            if edits:
                changes += (Change(rule.name, restored(edits, text, parts)),)
                text = Change(rule.name, edits).apply(text)
                done = place + 1
                break
        else:
            return changes, text
