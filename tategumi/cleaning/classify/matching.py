"""Which rule a line is for, looked at by itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, cast

from ...seed.aozora import Indent
from ..record import WITHIN
from ..rules import EDGE, Catalogue, Rule
from ..structures import Claim

ANYTHING = re.compile('.*', re.DOTALL)
_EDGES = ('head', 'tail')
_PLACES = frozenset({*_EDGES, 'label', 'profile'})
_ADORNS = '•●■▶►▷▸→⇒»＞>*＊+＋-–—―=＝~〜☆★◆◇□▼▲▽△↓↑⇓※♪♡＼\\|｜/／【】［］[]<>〈〉'
#: What is wider is no button.
_WIDE = 200


@dataclass(frozen=True)
class Named:
    """A rule and what it matched of the line.

    ``indent`` is that of the block the line stands in, if it stands in one, ``claim`` that of
    the structure which the line is of; ``reasons`` are why just this line is taken.
    """

    rule: Rule
    match: re.Match
    indent: Indent | None = None
    claim: Claim | None = None
    reasons: str = ''

    def group(self, name: str) -> str:
        """The text of the group, or '' if the rule has none of that name."""
        return self.match.groupdict().get(name) or ''


#: For each line the rule that takes it, if any does yet.
Names: TypeAlias = list[Named | None]


def of_whole(rule: Rule, text: str) -> Named:
    """The ``Named`` of a ``rule`` that takes ``text`` whatever it is."""
    return Named(rule, cast(re.Match, ANYTHING.fullmatch(text)))


def first_match(rules: Catalogue, text: str, where: str, notation: str = 'plain') -> Named | None:
    """The ``Named`` rule for ``text`` in the place ``where`` (``Rule.where``), or ``None``."""
    find = _find if len(text) > _WIDE else _find_again
    return find(rules, text, where, notation)


def _find(rules: Catalogue, text: str, where: str, notation: str) -> Named | None:
    any_line = rules.any_of_lines(where, notation)
    for form in _forms(text, where):
        for rule in (
            rules.of_lines(where, notation) if any_line.may_match(form.strip(EDGE)) else ()
        ):
            match = rule.match_line(form)
            if match:
                return Named(rule, match)
    return None


# The edges of a text are looked at from either side, and once more when the title is known.
_find_again = lru_cache(maxsize=1 << 15)(_find)


def _forms(text: str, where: str) -> tuple[str, ...]:
    """The text, and at the edges of a page the same without the marks that adorn a button."""
    bare = text.strip(EDGE + _ADORNS) if where in _EDGES or where == 'label' else text
    return (text, bare) if bare and bare != text.strip(EDGE) and len(bare) < _WIDE else (text,)


@lru_cache(maxsize=1 << 14)
def as_site(rules: Catalogue, text: str) -> Named | None:
    """The rule that drops such a line at the end of a text; else the one that takes a credit."""
    credit = None
    any_line = rules.any_of_lines('tail')
    for form in _forms(text, 'tail'):
        for rule in rules.of_lines('tail') if any_line.may_match(form.strip(EDGE)) else ():
            match = rule.match_line(form) if credit is None or rule.does == 'drop' else None
            if match and rule.does == 'drop':
                return Named(rule, match)
            if match:
                credit = Named(rule, match)
    return credit


def take(
    rules: Catalogue, texts: Sequence[str], named: Names, indexes: Iterable[int], where: str
) -> None:
    """Give the lines at ``indexes`` that no rule took the rule of ``where`` that is for them."""
    for index in indexes:
        named[index] = named[index] or first_match(rules, texts[index], where)


def is_sites(found: Named | None) -> bool:
    """Whether a rule took the line for the site's own, and not for a mere row of marks."""
    return (
        found is not None
        and is_aside(found)
        and (found.rule.name == WITHIN or not _PLACES.isdisjoint(found.rule.where))
        and any(map(str.isalnum, found.match.string))
    )


def is_aside(found: Named) -> bool:
    """Whether the rule takes the line out of the text."""
    return found.rule.does in ('drop', 'metadata')
