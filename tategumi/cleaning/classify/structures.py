"""Lines that structures claim: heads, the contents that name them, tables and lists."""

import re
from collections.abc import Mapping, Sequence

from ...seed import SeedText
from ...seed.notation import LINE_BY_LINE
from ..protected import begins_notation
from ..repeats import is_sentence
from ..rules import EDGE, Catalogue
from ..structures import Claim, claims_of
from ..structures.heads import head_claims
from ..structures.shapes import LONGEST
from .matching import Named, Names

_FIRST = {
    'head': 'head-by-its-form',
    'head-title': 'title-below-its-number',
    'head-again': 'head-said-again',
    'contents': 'contents-of-the-text',
    'step': 'step-below-its-number',
    'step-number': 'number-of-a-step',
    'table': 'row-of-a-table',
    'table-rule': 'rule-of-a-table',
}
#: A site's buttons are lists, too: these are named when its lines are.
_LAST = {'item': 'item-of-a-list'}
_NOTATION = ('table', 'table-rule', 'item')
#: So many heads with a button beside them are an encyclopedia's.
_HEADS = 2
#: In 青空文庫 a head may be set in by a note.
_SET_IN = ('indent',)
_INDENT = re.compile('［＃[^［］]*字下げ］')
#: What a line alone looks like may be a row of a table.
_LOOKS = ('caption', 'head', 'quotation', 'scene-break')


def name_structures(
    rules: Catalogue, seed: SeedText, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> dict[int, Claim]:
    """Name the lines that structures claim, and that no rule took; return all the claims.

    In Markdown, notation says itself what a table is and what a list.
    """
    looked_at = [
        '' if fence or found and found.rule.does not in _LOOKS else text
        for text, found, fence in zip(texts, named, fenced)
    ]
    edited = {} if seed.is_html else _edited(rules, looked_at)
    for index, text in edited.items():
        looked_at[index] = text
    claims = claims_of(looked_at, seed.is_html)
    heads = tuple(index for index, text in edited.items() if text)
    claims |= {
        index: Claim('head', True, edited[index].strip(EDGE), lines=heads)
        for index in heads
        if index not in claims
    }
    _name(rules, texts, named, _without_notation(seed, texts, claims), _FIRST)
    return claims


def _without_notation(
    seed: SeedText, texts: Sequence[str], claims: Mapping[int, Claim]
) -> dict[int, Claim]:
    """The ``claims`` but those on lines of which notation says itself what they are."""
    is_lined = seed.notation in LINE_BY_LINE
    return {
        index: claim
        for index, claim in claims.items()
        if claim.kind not in _NOTATION
        or not (seed.is_html or not is_lined and begins_notation(texts[index]))
    }


def _edited(rules: Catalogue, texts: Sequence[str]) -> dict[int, str]:
    """The heads that an encyclopedia set its button beside, or below, without it, by index.

    The lines that are but the button are '' in it. It is empty where fewer than two have one.
    """
    button = next(rule for rule in rules.rules if rule.name == 'edit-mark')
    found: dict[int, str] = {}
    above = None
    for index, text in enumerate(texts):
        if not text.strip(EDGE):
            continue
        bare = button.rewrite(text) if len(text) <= LONGEST else text
        head = index if bare.strip(EDGE) else above
        if bare != text and head is not None and not is_sentence(texts[head]):
            found |= {index: bare, head: bare if head == index else texts[head]}
        above = index
    return found if sum(map(bool, found.values())) >= _HEADS else {}


def name_plain_heads(rules: Catalogue, texts: Sequence[str], named: Names) -> None:
    """Name the heads that have no note, in a text of 青空文庫 that has none with one."""
    if any(found and found.rule.does.startswith('head') for found in named):
        return
    bare = [
        '' if found and found.rule.does not in _SET_IN else _INDENT.sub('', text)
        for text, found in zip(texts, named)
    ]
    claims = {index: claim for index, claim in head_claims(bare).items() if claim.own}
    for index in claims:
        named[index] = None
    _name(rules, bare, named, claims, _FIRST)


def name_items(
    rules: Catalogue,
    seed: SeedText,
    texts: Sequence[str],
    named: Names,
    claims: Mapping[int, Claim],
) -> None:
    """Name the items among ``claims`` that no rule took."""
    _name(rules, texts, named, _without_notation(seed, texts, claims), _LAST)


def _name(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    claims: Mapping[int, Claim],
    names: Mapping[str, str],
) -> None:
    by_name = {rule.name: rule for rule in rules.of_lines('structure')}
    for index, claim in claims.items():
        is_row = claim.kind in ('table', 'table-rule')
        found = named[index]
        is_open = found is None or is_row and found.rule.does in _LOOKS
        if claim.kind in names and is_open:
            rule = by_name[names[claim.kind]]
            match = rule.match_line(texts[index])
            named[index] = match and Named(rule, match, claim=claim)
