"""Rules: ``catalogue/*.yaml``, and an editor's own in ``book/rules/*.yaml``.

Files are taken in the order of their names and rules in the order they stand, and so are they
applied. An editor's come before the press's own. A rule has

``name``
    what the record calls it.
``where``
    ``top``: the first line of a seed that is no button.
    ``head`` / ``tail``: lines before / after the prose, and in boxes of a site's lines amid it.
    ``on-a-page``: anywhere, but amid a text that is no page of a site
    ``structure``: lines that one of ``structures`` claims (the press's own rules alone).
    ``anywhere``; and for ``suspect``: ``paragraph``, prose alone.
    ``label``: a line above a list of links; the list goes with it, down to a
    blank line, or to the end where no prose follows.
    ``page``: lines whose ``number`` counts pages; ``running-head``: what
    recurs beside them; ``doubled``: a paragraph that repeats the one before;
    ``timecode``, ``subtitle``: the times of a transcript that stand alone, and sounds;
    ``byline``: a line that names the author; ``credit``: one that says who did what;
    ``title-again``: the title again;
    ``author-again``: who wrote it again; ``gutenberg…``: lines that Project Gutenberg adds;
    ``below-picture``, ``right-below-picture``: the next line below a picture, without a blank
    line between them;
    ``profile``: the head of a box that says who wrote the text; ``above-notes``: a line
    that has nothing but notes below it, down to the next head or the end;
    ``above-text``, ``below-text``, ``within``: what the press finds to be outside the main
    text, and a site's within it (the press's own rules alone).
    A list of these where several hold. Rules of ``notation: aozora`` may also
    act in one of the parts of ``seed.aozora.parts_of``; of a Markdown seed,
    in its ``front-matter``.
``line`` or ``inside``
    a regular expression for a whole line without the space around it, or for
    a part of one. ``%letter%``, ``%japanese%`` and ``%closing%`` stand for
    the insides of the classes of ``characters``, ``%behind-japanese%`` for
    the place behind a Japanese letter or what closes after one, ``%protected%`` for a part
    that rules may not touch, ``%tracking%`` for the part of an address that
    tells a site where its reader came from, and the other names of ``words.yaml``
    for any one of their words. Groups: ``text`` is what is kept of a line, ``number`` the number
    of a head, ``label`` of a credit or creator, ``raised`` of a line at its end, ``indent`` of
    one that is set in.
``by``
    instead of ``inside``, a function of ``PROCEDURES`` (text to text; for
    ``suspect``, text to what is wrong with it or '').
``needs``
    characters of which a line holds one if a rule that rewrites or suspects has work there.
``script``
    ``japanese``: only in lines with a letter or a mark that is Japanese alone. Marks and spaces
    of a line in another script are as its writers set them.
``does``
    ``drop``; ``metadata FIELD``; ``caption``; ``quotation``; ``scene-break``;
    ``line-end`` (``raised`` from there by so many characters);
    ``indent FIGURE`` (set in by so many characters; without a figure, by what ``indent`` or
    the block around the line says);
    ``head RANK`` (1 above 2 above 3; without one, as the topmost head of the seed); ``table``
    and ``list`` (the press's own rules alone: a row, an item);
    ``rewrite`` (to ``replacement``); ``suspect``.
``why``
    one line for the reader of the record.
``sure``
    one such line at the head or tail is enough; of others two must stand there.
``once``, ``apart``
    only if no other line of the seed matches; only if blank lines stand around it.
``notation``
    only in seeds of this notation (``seed.notation``).
``label``
    of a credit whose line has none; without it such a line goes on from the one before.
``in_code``
    also in what other rules may not touch: addresses, code, notation.
``examples``, ``near_misses``
    texts it is for, and texts it must leave alone. For ``rewrite``, an
    example is a pair: before, after.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from ..messages import Message
from ..seed.aozora import compose_accents, resolve_gaiji
from . import characters, punctuation
from .any_line import AnyLine
from .changes import Change, Edit, edits_between, joined
from .limited import LimitedPattern, replacements
from .names_in_patterns import expanded

PROCEDURES = {
    'compose-accents': compose_accents,
    'compose-kana': characters.compose_kana,
    'curl-quotes': punctuation.curl_quotes,
    'decode-entities': characters.decode_entities,
    'drop-repeating-glosses': punctuation.drop_repeating_glosses,
    'mend-mojibake': characters.mend_mojibake,
    'resolve-gaiji': resolve_gaiji,
    'unended': punctuation.unended,
    'unpaired': punctuation.unpaired_shown,
    'unpaired-emphasis': lambda text: '**' if punctuation.unpaired_emphasis(text) else '',
    'widen-brackets': punctuation.widen_brackets,
    'widen-dividing-punctuation': punctuation.widen_dividing_punctuation,
    'widen-kana': characters.widen_kana,
}


@dataclass(frozen=True)
class Rule:
    """One rule. ``does`` is the action, ``of`` what follows it (field, rank)."""

    name: str
    where: tuple[str, ...]
    does: str
    of: str
    why: Message
    line: re.Pattern | None = None
    inside: re.Pattern | None = None
    by: str = ''
    replacement: str = ''
    needs: str = ''
    script: str = ''
    once: bool = False
    apart: bool = False
    sure: bool = False
    notation: str = ''
    label: str = ''
    in_code: bool = False
    examples: tuple = field(default=(), compare=False)
    near_misses: tuple[str, ...] = field(default=(), compare=False)

    def is_for(self, notation: str) -> bool:
        """Whether it acts in seeds of that notation; web novels are plain text with ruby."""
        return self.notation in ('', notation) or (
            self.notation == 'plain' and notation == 'novel'
        )

    def match_line(self, text: str) -> re.Match[str] | None:
        """The match on a whole line, the space around it aside, or ``None``."""
        text = text.strip(EDGE)
        # No button is so long, and no pattern for one has to be quick on more.
        too_long = len(text) > _LONGEST and {'head', 'tail', 'label'} >= {*self.where}
        return self.line.fullmatch(text) if self.line and not too_long else None

    def rewrite(self, text: str) -> str:
        """``text`` as the rule makes it."""
        return Change(self.name, self.edits(text)).apply(text)

    def edits(self, text: str) -> tuple[Edit, ...]:
        """The ``Edit``s that the rule makes in ``text``; none where it leaves it as it is."""
        if self.needs and set(self.needs).isdisjoint(text):
            return ()
        if self.script and not characters.holds_japanese(text):
            return ()
        if self.by:
            after = PROCEDURES[self.by](text)
            return edits_between(text, after) if after != text else ()
        # In most lines there is nothing for most rules to do.
        if not self.inside or not self.inside.search(text):
            return ()
        replaced = (
            self.inside.replacements(self.replacement, text)
            if isinstance(self.inside, LimitedPattern)
            else replacements(self.inside, self.replacement, text)
        )
        return joined(Edit(start, old, new) for start, old, new in replaced if old != new)

    def faults(self) -> list[Message]:
        """What the rule does to its own examples and near misses that it should not."""
        acts_on = self.finds if self.does == 'suspect' else self.match_line
        if self.does != 'rewrite':
            unseen = [text for text in self.examples if not acts_on(text)]
            seen = filter(acts_on, self.near_misses)
            return [
                *(Message('does not see the example {text}', text=text) for text in unseen),
                *(Message('sees the near miss {text}', text=text) for text in seen),
            ]
        made = [(before, self.rewrite(before), after) for before, after in self.examples]
        wrong = 'makes {made} of the example {before}, not {after}'
        changed = [text for text in self.near_misses if self.rewrite(text) != text]
        return [
            *(Message(wrong, before=b, made=m, after=a) for b, m, a in made if m != a),
            *(Message('changes the near miss {text}', text=text) for text in changed),
        ]

    def finds(self, text: str) -> str:
        """What the rule finds amiss in ``text``, or ''."""
        if self.by:
            return PROCEDURES[self.by](text)
        match = self.inside.search(text) if self.inside else None
        return match.group() if match else ''


_LONGEST = 400
#: What may stand around the text of a line and is not part of it.
EDGE = (
    ' \t\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'
    '\u200b\u2028\u2029\u202f\u205f\u3000\ufeff'
)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Rules in the order they are applied."""

    rules: tuple[Rule, ...]

    @cache
    def that(self, does: str, notation: str = 'plain') -> tuple[Rule, ...]:
        """The rules with that action for seeds of that notation."""
        return tuple(rule for rule in self.rules if rule.does == does and rule.is_for(notation))

    @cache
    def in_code(self, notation: str = 'plain') -> tuple[Rule, ...]:
        """The rewriting rules that hold in code, too."""
        return tuple(rule for rule in self.that('rewrite', notation) if rule.in_code)

    @cache
    def needed(self, notation: str = 'plain') -> frozenset[str]:
        """All characters of which one or the other rewriting rule needs one."""
        return frozenset(''.join(rule.needs for rule in self.that('rewrite', notation)))

    @lru_cache(maxsize=1 << 10)
    def with_work(self, notation: str, marks: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
        """The rewriting rules, with their places, for a text that has ``marks`` of ``needed``."""
        return tuple(
            (place, rule)
            for place, rule in enumerate(self.that('rewrite', notation))
            if not rule.needs or not marks.isdisjoint(rule.needs)
        )

    @cache
    def of_lines(self, where: str, notation: str = 'plain') -> tuple[Rule, ...]:
        """The rules that name a whole line in that place of a seed of that notation."""
        return tuple(
            rule
            for rule in self.rules
            if rule.line and where in rule.where and rule.is_for(notation)
        )

    @cache
    def any_of_lines(self, where: str, notation: str = 'plain') -> AnyLine:
        """What tells of a line whether one of the rules of ``of_lines`` may name it."""
        return AnyLine(rule.line for rule in self.of_lines(where, notation))

    def why(self, name: str) -> str:
        """What the rule of that name says of itself, or '' where there is none."""
        return next((rule.why for rule in self.rules if rule.name == name), '')


@cache
def catalogue() -> Catalogue:
    """The press's own ``Catalogue``."""
    folder = resources.files(__package__) / 'catalogue'
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith('.yaml')),
        key=lambda file: file.name,
    )
    return Catalogue(
        tuple(
            rule_of(entry) for file in files for entry in yaml.safe_load(file.read_text('utf-8'))
        )
    )


def rule_of(entry: Mapping[str, Any], compiled: Callable[[str], Any] = re.compile) -> Rule:
    """The ``Rule`` of a mapping with the keys above, its patterns as ``compiled`` makes them."""
    does, _, of = entry['does'].partition(' ')
    where = entry['where']
    patterns = {key: compiled(expanded(entry[key])) for key in ('line', 'inside') if key in entry}
    return Rule(
        **{
            **entry,
            **patterns,
            'does': does,
            'of': of,
            'why': Message(entry['why']),
            'where': tuple(where) if isinstance(where, list) else (where,),
            'examples': tuple(entry['examples']),
            'near_misses': tuple(entry['near_misses']),
        }
    )
