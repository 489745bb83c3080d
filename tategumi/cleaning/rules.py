"""The catalogue: ``catalogue/*.yaml`` as ``Rule``.

Files are taken in the order of their names and rules in the order they stand,
and so are they applied. A rule of the catalogue has

``name``
    what the record calls it.
``where``
    ``top``: the first line of a seed that is not a button or a credit.
    ``head`` / ``tail``: the lines before / after the prose, as far as such
    rules name every one of them.
    ``series``: lines whose ``number`` runs 1, 2, 3, … (or from 0) through the
    seed with other text after each.
    ``anywhere``; and for ``suspect``: ``paragraph``, prose alone.
    A list of these where several hold. Rules of ``notation: aozora`` may also
    act in one of the parts of ``seed.aozora.parts_of``.
``line`` or ``inside``
    a regular expression for a whole line without the space around it, or for
    a part of one. ``%letter%``, ``%japanese%`` and ``%closing%`` stand for
    the insides of the classes of ``characters``, ``%protected%`` for a part
    that rules may not touch. Groups: ``text`` is what is kept of a line,
    ``number`` the number of a head, ``label`` of a credit or creator.
``by``
    instead of ``inside``, a function of ``PROCEDURES`` (text to text; for
    ``suspect``, text to what is wrong with it or '').
``does``
    ``drop``; ``metadata FIELD``; ``caption``; ``quotation``; ``scene-break``;
    ``head RANK`` (1 above 2 above 3; without one, as the topmost head of the seed);
    ``rewrite`` (to ``replacement``); ``suspect``.
``why``
    one line for the reader of the record.
``once``, ``apart``
    only if no other line of the seed matches; only if blank lines stand
    around it.
``notation``
    only in seeds of this notation (``seed.notation``).
``label``
    of a credit whose line has none; without it such a line goes on from the
    credit before.
``in_code``
    also in what other rules may not touch: addresses, code, notation.
``examples``, ``near_misses``
    texts it is for, and texts it must leave alone. For ``rewrite``, an
    example is a pair: before, after.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from ..seed.aozora import compose_accents, resolve_gaiji
from . import characters, glosses, pairs
from .protected import STAND_INS

PROCEDURES = {
    'compose-accents': compose_accents,
    'compose-kana': characters.compose_kana,
    'curl-quotes': pairs.curl_quotes,
    'decode-entities': characters.decode_entities,
    'drop-repeating-glosses': glosses.drop_repeating_glosses,
    'resolve-gaiji': resolve_gaiji,
    'unpaired': lambda text: ' … '.join(
        text[max(place - 6, 0):place + 7] for place in pairs.unpaired(text)),
    'unpaired-emphasis': lambda text: '**' if pairs.unpaired_emphasis(text) else '',
    'widen-brackets': pairs.widen_brackets,
    'widen-kana': characters.widen_kana,
}

_CLASSES = {
    '%letter%': characters.LETTER,
    '%japanese%': characters.JAPANESE,
    '%closing%': characters.CLOSING,
    '%protected%': f'[{STAND_INS}]',
}


@dataclass(frozen=True)
class Rule:
    """One rule. ``does`` is the action, ``of`` what follows it (field, rank)."""

    name: str
    where: tuple[str, ...]
    does: str
    of: str
    why: str
    line: re.Pattern | None = None
    inside: re.Pattern | None = None
    by: str = ''
    replacement: str = ''
    once: bool = False
    apart: bool = False
    notation: str = ''
    label: str = ''
    in_code: bool = False
    examples: tuple = field(default=(), compare=False)
    near_misses: tuple[str, ...] = field(default=(), compare=False)

    def match_line(self, text):
        """The match on a whole line, the space around it aside, or ``None``."""
        return self.line.fullmatch(text.strip(EDGE)) if self.line else None

    def rewrite(self, text):
        """``text`` as the rule makes it."""
        if self.by:
            return PROCEDURES[self.by](text)
        return self.inside.sub(self.replacement, text)

    def finds(self, text):
        """What the rule finds amiss in ``text``, or ''."""
        if self.by:
            return PROCEDURES[self.by](text)
        match = self.inside.search(text)
        return match.group() if match else ''


#: What may stand around the text of a line and is not part of it.
EDGE = ' \t\u3000\u00a0\u200b\ufeff'


@cache
def catalogue():
    """All rules in the order they are applied."""
    folder = resources.files(__package__) / 'catalogue'
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith('.yaml')),
        key=lambda file: file.name)
    return tuple(
        _rule(entry) for file in files for entry in yaml.safe_load(file.read_text('utf-8')))


@cache
def rules_that(does, notation='plain'):
    """The rules with that action for seeds of that notation."""
    return tuple(
        rule for rule in catalogue()
        if rule.does == does and rule.notation in ('', notation))


def _rule(entry):
    does, _, of = entry.pop('does').partition(' ')
    where = entry.pop('where')
    for key in ('line', 'inside'):
        if key in entry:
            entry[key] = re.compile(_expand(entry[key]))
    return Rule(
        where=tuple(where) if isinstance(where, list) else (where,), does=does, of=of,
        examples=tuple(entry.pop('examples')), near_misses=tuple(entry.pop('near_misses')),
        **entry)


def _expand(pattern):
    for name, characters_of_class in _CLASSES.items():
        pattern = pattern.replace(name, characters_of_class)
    return pattern
