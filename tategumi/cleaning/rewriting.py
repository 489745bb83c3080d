"""Rules that change a line of text, one after the other, until none has work left."""

from .protected import protect, restore
from .record import Change
from .rules import rules_that


def rewrite(text, is_markdown=False):
    """``(text, changes)`` after every ``rewrite`` rule; doing it again changes nothing.

    ``changes`` chain: the first begins with ``text``, the last ends with the
    result.
    """
    text, changes = rewrite_code(text)
    text, parts = protect(text, is_markdown)
    while True:
        before_pass = text
        for rule in rules_that('rewrite'):
            after = rule.rewrite(text)
            if after != text:
                changes += (Change(rule.name, restore(text, parts), restore(after, parts)),)
                text = after
        if text == before_pass:
            return restore(text, parts), changes


def rewrite_code(text):
    """The same with only the rules that hold in code, too."""
    changes = ()
    for rule in rules_that('rewrite'):
        after = rule.rewrite(text) if rule.in_code else text
        if after != text:
            changes += (Change(rule.name, text, after),)
            text = after
    return text, changes
