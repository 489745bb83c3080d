"""Lines outside the main text, and what is known of the text from those near it."""

import re
from dataclasses import replace

from ..boundaries import Span, Strip, below_title, bylines_of, reasons_of, span_of, strip_of
from ..lines import facts_of
from ..rules import EDGE
from ..structures import claims_of
from .matching import ANYTHING, Named, first_match
from .title import title_at, title_of

#: What is known of a text stands so near above it, and below it.
_ABOVE, _BELOW = 25, 8
#: Of longer seeds only so many lines from either end are looked at.
_LOOKED_AT = 3000
#: The rules for those who had a part in the text, by MARC relator code.
_RULES = {
    'aut': 'author-beside-title',
    'trl': 'translator-beside-title',
    'edt': 'editor-beside-title',
}
#: Heads of the text stand so near above it, with a day or a name between.
_HEADS = 6


def name_outside(rules, texts, named, fenced, bounds=None, with_title=True):
    """Name the lines outside the main text; return its ``Span``.

    ``bounds`` are the first and last line of it, from 1, where the editor has set them.
    """
    looked_at = ['' if fence else text for text, fence in zip(texts, fenced)]
    if len(texts) > 2 * _LOOKED_AT:
        # No menu is so long; of a long book the middle is its text.
        middle = range(_LOOKED_AT, len(texts) - _LOOKED_AT)
        looked_at[middle.start : middle.stop] = [''] * len(middle)
    # Also what rules took is of a structure here: heads of posts, captions, rows.
    lines = facts_of(looked_at)
    if not bounds and not any(line.is_of_a_site for line in lines):
        return Span(0, len(texts), {})
    claims = claims_of(looked_at)
    span = Span(bounds[0] - 1, bounds[1], {}) if bounds else span_of(lines, len(texts), claims)
    if not bounds:
        span = _with_whole_fields(span, claims)
    if (span.start, span.end) == (0, len(texts)):
        return span
    places = {line.index: place for place, line in enumerate(lines)}
    strip = _strip_of(lines, span, claims)
    if with_title and not bounds:
        span = below_title(span, strip, lines)
    own = _with_title(rules, texts, named, lines, strip) if with_title else set()
    _name_authors(rules, texts, named, (lines, strip, span, claims), bool(bounds))
    if bounds:
        own.intersection_update(title_of(named))
    else:
        own |= {
            index
            for index, claim in claims.items()
            if claim.kind == 'head' and claim.own and 0 < span.start - index <= _HEADS
        }
    above, below = (
        next(rule for rule in rules.of_lines(where)) for where in ('above-text', 'below-text')
    )
    for index, text in enumerate(texts):
        if span.start <= index < span.end or index in own or not text.strip(EDGE):
            continue
        if named[index] and named[index].rule.does in ('metadata', 'drop'):
            continue
        where = 'head' if index < span.start else 'tail'
        found = first_match(rules, text, where) if _is_near(index, span) else None
        if found and found.rule.does == 'metadata' and found.rule.of != 'title':
            named[index] = found
            continue
        reasons = reasons_of(lines[places[index]]) if index in places else ''
        named[index] = Named(
            above if where == 'head' else below, ANYTHING.fullmatch(text), reasons=reasons
        )
    return span


def _with_whole_fields(span, claims):
    """The ``Span`` with the rest of each block of fields that a cut goes through."""
    start, end = span.start, span.end
    for claim in claims.values():
        if claim.kind == 'field' and any(start <= index < end for index in claim.lines):
            start, end = min(start, claim.lines[0]), max(end, claim.lines[-1] + 1)
    return replace(span, start=start, end=end)


def _strip_of(lines, span, claims):
    inside = _places_of(lines, span)
    return strip_of(lines, inside[0], inside[-1] + 1, claims) if inside else Strip(None)


def _places_of(lines, span):
    return [place for place, line in enumerate(lines) if line.index in span]


def _with_title(rules, texts, named, lines, strip):
    """The indexes of lines above the text that are its own; the title among them is named."""
    if title_of(named) or strip.title is None:
        return set()
    index = lines[strip.title].index
    # What it must look like where nothing but its form says so, it need not here.
    named[index] = title_at(rules, texts, [None] * len(named), index, lambda *_: True) or Named(
        next(rule for rule in rules.of_lines('top') if rule.does == 'metadata'),
        ANYTHING.fullmatch(texts[index]),
    )
    return {index, *(lines[place].index for place in strip.kept)}


def _name_authors(rules, texts, named, page, has_bounds):
    """Name the lines beside the title, or below the text, that say who wrote it.

    What the editor says is text, within bounds, names nobody.
    """
    lines, strip, span, claims = page
    inside = _places_of(lines, span)
    if not inside:
        return
    start, end = inside[0], inside[-1] + 1
    text = next(
        (place for place in inside if lines[place].is_prose and place != strip.title), start
    )
    for byline in bylines_of(lines, strip.title, start, end, text, claims):
        line = lines[byline.place]
        before = texts[line.index].index(line.text) + byline.start
        if named[line.index] and named[line.index].rule.of == 'title':
            continue
        if has_bounds and line.index in span:
            continue
        named[line.index] = Named(
            next(rule for rule in rules.of_lines('byline') if rule.name == _RULES[byline.role]),
            re.compile(
                f'.{{{before}}}(?P<text>.{{{byline.end - byline.start}}}).*', re.DOTALL
            ).fullmatch(texts[line.index]),
        )


def _is_near(index, span):
    return span.start - _ABOVE <= index < span.start or span.end <= index < span.end + _BELOW
