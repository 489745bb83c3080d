"""Rules that change a line of text, one after the other, until none has work left."""

from .protected import protect, restore
from .record import Change
from .rules import catalogue


def rewrite(text, notation='plain', rules=None, pictures=frozenset(), calls=frozenset()):
    """``(text, changes)`` after every ``rewrite`` rule; doing it again changes nothing.

    ``changes`` chain: the first begins with ``text``, the last ends with the
    result. ``rules`` is a ``Catalogue``, the press's own if not given,
    ``pictures`` are the addresses of those that came with the seed, ``calls`` those of its notes.
    """
    rules = rules or catalogue()
    changes = ()
    while True:
        before = text
        text, made = rewrite_code(text, notation, rules)
        changes += made
        text, made = _rewrite_prose(text, notation, rules, pictures, calls)
        changes += made
        if text == before:
            return text, changes


def rewrite_code(text, notation='plain', rules=None):
    """The same with only the rules that hold in code, too."""
    changes = ()
    for rule in (rules or catalogue()).that('rewrite', notation):
        after = rule.rewrite(text) if rule.in_code else text
        if after != text:
            changes += (Change(rule.name, text, after),)
            text = after
    return text, changes


def _rewrite_prose(text, notation, rules, pictures, calls):
    text, parts = protect(text, notation, pictures, calls)
    changes = ()
    while True:
        before = text
        for rule in rules.that('rewrite', notation):
            after = rule.rewrite(text)
            if after != text:
                changes += (Change(rule.name, restore(text, parts), restore(after, parts)),)
                text = after
        if text == before:
            return restore(text, parts), changes
