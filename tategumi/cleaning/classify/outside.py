"""Lines outside the main text, and what is known of the text from those near it."""

from dataclasses import replace

from ..boundaries import Span, Strip, reasons_of, span_of, strip_of
from ..lines import facts_of
from ..rules import EDGE
from ..structures import claims_of
from .matching import ANYTHING, Named, first_match
from .title import title_at, title_of

#: What is known of a text stands so near above it, and below it.
_ABOVE, _BELOW = 25, 8
#: Of longer seeds only so many lines from either end are looked at.
_LOOKED_AT = 3000
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
    own = _of_strip(rules, texts, named, lines, span, claims) if with_title else set()
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


def _of_strip(rules, texts, named, lines, span, claims):
    """The indexes of lines above the text that are its own; the title among them is named."""
    if title_of(named):
        return set()
    inside = [place for place, line in enumerate(lines) if span.start <= line.index < span.end]
    strip = strip_of(lines, inside[0], inside[-1] + 1, claims) if inside else Strip(None)
    if strip.title is None:
        return set()
    index = lines[strip.title].index
    found = title_at(rules, texts, [None] * len(named), index, lambda *_: True)
    if not found:
        return set()
    named[index] = found
    return {index, *(lines[place].index for place in strip.kept)}


def _is_near(index, span):
    return span.start - _ABOVE <= index < span.start or span.end <= index < span.end + _BELOW
