"""Why a line is outside the main text, in words for an editor."""

from functools import reduce

from ...messages import Message
from ..lines import Line

#: So many reasons are given, the strongest first.
_REASONS = 3

#: What the lists of the lexicon are of.
_KINDS = {
    'account': Message('account'),
    'advert': Message('advert'),
    'author': Message('author'),
    'button': Message('button'),
    'form': Message('form'),
    'join': Message('join'),
    'label': Message('label'),
    'legal': Message('legal'),
    'menu': Message('menu'),
    'page': Message('page'),
    'react': Message('react'),
    'stamp': Message('stamp'),
    'tags': Message('tags'),
}


def reasons_of(line: Line) -> str:
    """The strongest of what the line itself shows of being the site's, '' if nothing does."""
    kinds = [_KINDS[kind] for kind in sorted(line.kinds)]
    reasons = (
        (line.has_rights, Message('it claims rights')),
        (line.is_of_a_site, Message('words of sites ({kinds})', kinds=kinds)),
        (line.has_address, Message('an address')),
        (line.repeats > 1, Message('the seed has it {count} times', count=line.repeats)),
        (line.has_separator, Message('names side by side')),
        (line.has_date, Message('a date')),
        (
            0.3 <= line.share and not line.is_of_a_site,
            Message('some words of sites ({kinds})', kinds=kinds),
        ),
        (
            line.block >= 4 and not line.is_prose,
            Message('one of {count} lines in a list', count=line.block),
        ),
        (line.width < 40 and not line.ending, Message('short, no sentence')),
    )
    shown = [reason for holds, reason in reasons if holds][:_REASONS]
    return reduce(_joined, shown) if shown else ''


def _joined(first: Message, other: Message) -> Message:
    return Message('{first}; {other}', first=first, other=other)
