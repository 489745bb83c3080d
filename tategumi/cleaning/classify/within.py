"""Lines of a site within the main text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from ..boundaries import Part, boxes_of, profile_below, profile_of
from ..lexicon import DATE_SLOT, fold
from ..lines import reads_as_prose
from ..record import ABOVE, BELOW, WITHIN
from ..rules import EDGE, Catalogue
from ..sites import weight_of
from ..structures import Claim, is_field
from .matching import Named, Names, as_site, first_match, is_aside, is_sites, of_whole

#: Sentences are looked at where so near a line of the site, and so near the ends of the text.
_NEAR, _NEAR_END = 3, 40
#: What is the text's own, whatever words it has.
_WHOLE = ('field-head', 'file', 'table', 'table-rule')
_HEAD, _ITEM = re.compile('#{1,6} '), re.compile('[-*+] ')
_BULLETS = EDGE + '-*+'
_FIGURES = re.compile(r'\d+')
#: The rule that knows a line as a site's, and how surely (1, 2).
_Known: TypeAlias = tuple[Named | None, int]


def name_within(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    fenced: Sequence[bool],
    claims: Mapping[int, Claim],
    is_page: bool = True,
) -> None:
    """Name the lines of a site that are boxes within the main text, or stand at its edges.

    Of a text that is no page of a site these are the ones alone that nothing else is.
    """
    _name_marks_at_edge(rules, texts, named)
    first, last = _prose(texts, named, fenced)
    known = _known_lines(rules, texts, named, fenced, first, last)
    if not is_page:
        known = {
            index: (found, weight)
            for index, (found, weight) in known.items()
            if found
            and (found.rule.sure or found.rule.does == 'metadata')
            or index < first
            and weight == 2
            and DATE_SLOT in fold(texts[index])
        }
    headed = _headed(texts, named)
    known = {index: found for index, found in known.items() if index not in headed}
    parts = [
        part
        for index in range(len(texts))
        for part in [_part(texts, named, fenced, claims, known, index)]
        if part
    ]
    parts = _without_profiles(rules, texts, named, parts)
    if is_page:
        parts = _without_profile_of_author(rules, texts, named, parts)
    names = {'head': ABOVE, 'tail': BELOW, '': WITHIN}
    by_name = {rule.name: rule for rule in rules.rules if rule.name in names.values()}
    for index in boxes_of(parts):
        if named[index] is None:
            found = known.get(index, (None, 0))[0]
            rule = by_name[names[_where(index, first, last)]]
            named[index] = found or of_whole(rule, texts[index])
    _name_marks_at_edge(rules, texts, named)


def name_above(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    fenced: Sequence[bool],
    claims: Mapping[int, Claim],
    is_page: bool = True,
) -> None:
    """The same of the lines down to the first of prose, once the title is known."""
    first, _ = _prose(texts, named, fenced)
    above = slice(0, first + 1)
    found = named[above]
    name_within(rules, texts[above], found, fenced[above], claims, is_page)
    named[above] = found


def _known_lines(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    fenced: Sequence[bool],
    first: int,
    last: int,
) -> dict[int, _Known]:
    """``{index: (rule, how surely)}`` of the lines that are a site's by themselves.

    Sentences are looked at near other such lines, and near the ends of the text.
    """
    known, sentences, said = {}, [], []
    for index, text in enumerate(texts):
        if named[index] is not None or fenced[index] or not text.strip(EDGE):
            continue
        said.append(index)
        if reads_as_prose(text):
            sentences.append(index)
        elif found := _known(rules, text, _where(index, first, last)):
            known[index] = found
    place = {index: number for number, index in enumerate(said)}
    ends = {*said[:_NEAR_END], *said[-_NEAR_END:]}
    order = [sentences, sentences[::-1]]
    near = dict.fromkeys(sentences, False)
    for way in order:
        for index in way:
            around = said[max(0, place[index] - _NEAR) : place[index] + _NEAR + 1]
            if near[index] or not (index in ends or any(each in known for each in around)):
                continue
            near[index] = True
            if found := _known(rules, texts[index], _where(index, first, last)):
                known[index] = found
    return known


def _without_profiles(
    rules: Catalogue, texts: Sequence[str], named: Names, parts: list[Part]
) -> list[Part]:
    """The ``parts`` with boxes that say who wrote the text named and known for a site's."""
    first = next((place for place, part in enumerate(parts) if part.kind == 'prose'), len(parts))
    for place in range(first + 1, len(parts)):
        label = first_match(rules, parts[place].text, 'profile')
        if label is None:
            continue
        for part in profile_below(parts, place):
            named[part.index] = of_whole(label.rule, texts[part.index])
            parts[parts.index(part)] = replace(part, kind='sure', form=label.rule.name)
    return parts


def _without_profile_of_author(
    rules: Catalogue, texts: Sequence[str], named: Names, parts: list[Part]
) -> list[Part]:
    """The ``parts`` with what is said at the end of who wrote the text named as a site's."""
    names = {
        found.group('text').strip(EDGE)
        for found in named
        if found and (found.rule.does, found.rule.of) == ('metadata', 'creators')
    } - {''}
    rule = next(iter(rules.of_lines('profile')))
    for part in profile_of(parts, names):
        named[part.index] = of_whole(rule, texts[part.index])
        parts[parts.index(part)] = replace(part, kind='sure', form=rule.name)
    return parts


def _prose(texts: Sequence[str], named: Names, fenced: Sequence[bool]) -> tuple[int, int]:
    """The indexes of the first and the last line of prose."""

    def is_prose(index: int) -> bool:
        text = texts[index]
        return fenced[index] or (
            named[index] is None and reads_as_prose(text) and not weight_of(text)
        )

    order = range(len(texts))
    first = next(filter(is_prose, order), len(texts))
    return first, next(filter(is_prose, order[::-1]), -1)


def _where(index: int, first: int, last: int) -> str:
    return 'head' if index < first else 'tail' if index > last else ''


def _name_marks_at_edge(rules: Catalogue, texts: Sequence[str], named: Names) -> None:
    """A row of marks with no text on one of its sides parts nothing."""
    for order, where in ((range(len(texts)), 'head'), (range(len(texts))[::-1], 'tail')):
        for index in order:
            found = named[index]
            if found and found.rule.does == 'scene-break':
                named[index] = first_match(rules, texts[index], where) or found
            elif not found or not is_aside(found):
                break


def _known(rules: Catalogue, text: str, where: str) -> _Known | None:
    """The rule that knows a line as a site's, or ``None`` if its words do, and how surely."""
    found = first_match(rules, text, where) if where else as_site(rules, text)
    if found:
        is_credit = where and found.rule.does == 'metadata'
        return found, 2 if found.rule.sure or is_credit else max(1, weight_of(text))
    weight = weight_of(text)
    return (None, weight) if weight else None


def _part(
    texts: Sequence[str],
    named: Names,
    fenced: Sequence[bool],
    claims: Mapping[int, Claim],
    known: Mapping[int, _Known],
    index: int,
) -> Part | None:
    text, found = texts[index].strip(EDGE), named[index]
    if not text or not any(map(str.isalnum, text)):
        return None
    claim = claims.get(index)
    kind: Literal['prose', 'site', 'sure', 'open', 'own']
    if fenced[index]:
        kind = 'prose'
    elif found and is_sites(found):
        kind = 'sure' if found.rule.sure or 'label' in found.rule.where else 'site'
    elif found:
        if found.rule.does in ('drop', 'metadata', 'scene-break'):
            return None
        kind = 'own'
    elif (
        claim
        and is_field(claim)
        and (claim.own or not all(each in known or _is_about(named[each]) for each in claim.lines))
    ):
        kind = 'own'
    elif claim and claim.own and claim.kind in _WHOLE:
        kind = 'own'
    elif index in known:
        kind = 'sure' if known[index][1] == 2 else 'site'
    elif reads_as_prose(text):
        kind = 'prose'
    else:
        kind = 'own' if claim and claim.own else 'open'
    return Part(index, kind, text, _form(known.get(index), found, text))


def _headed(texts: Sequence[str], named: Names) -> set[int]:
    """The indexes of the items of lists below a head that notation marks.

    Neither the head nor most of the items have the words of a site, and no rule took the head.
    """
    found: set[int] = set()
    head, items = '', []
    for index, text in enumerate([*texts, '.']):
        if not text.strip(EDGE):
            continue
        if head and _ITEM.match(text):
            items.append(index)
            continue
        sites = sum(bool(weight_of(texts[item].strip(_BULLETS))) for item in items)
        found |= {*items} if 2 * sites < len(items) else set()
        is_head = index < len(texts) and _HEAD.match(text) and not _is_taken(named[index])
        head, items = text if is_head and not weight_of(text.lstrip('# ')) else '', []
    return found


def _is_taken(found: Named | None) -> bool:
    return found is not None and is_sites(found)


def _is_about(found: Named | None) -> bool:
    return found is not None and (found.rule.does == 'metadata' or is_sites(found))


def _form(known: _Known | None, found: Named | None, text: str) -> str:
    rule = found.rule if found else known and known[0] and known[0].rule
    return rule.name if rule else _FIGURES.sub('0', text)
