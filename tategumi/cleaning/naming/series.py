"""Heads that are numbered or marked through the seed, and one marked alone."""

from ..numerals import number_of
from ..repeats import is_sentence
from ..rules import EDGE
from .matching import Named, first_match


def name_series(rules, texts, named, fenced):
    """Heads numbered one by one, with text between them."""
    for rule in rules.of_lines('series'):
        run, number, parted = [], None, True
        for index, text in enumerate(texts):
            match = None if named[index] or fenced[index] else rule.match_line(text)
            # Between two heads of a series stands prose; between items of a list none does.
            parted |= named[index] is None and not match
            if match and parted:
                found = Named(rule, match)
                value = number_of(found.group('number'))
                counts = value is not None and (
                    value == number or number is None and value in (0, 1)
                )
                if counts or not found.group('number'):
                    run.append((index, found))
                    number, parted = (value or 0) + 1, False
        if len(run) >= rule.least:
            for index, found in run:
                named[index] = found


def name_lone(rules, texts, named, fenced):
    """Heads by their mark alone, where sentences stand before and after them."""
    said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    is_prose = [
        named[index] is None and not fenced[index] and is_sentence(texts[index]) for index in said
    ]
    for place in range(1, len(said) - 1):
        index = said[place]
        if (
            named[index] is None
            and not fenced[index]
            and is_prose[place - 1]
            and is_prose[place + 1]
        ):
            named[index] = first_match(rules, texts[index], 'lone')
