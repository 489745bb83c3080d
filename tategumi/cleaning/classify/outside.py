"""Lines outside the main text, and what is known of the text from those near it."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ..boundaries import (
    Span,
    Strip,
    below_title,
    bylines_of,
    is_standfirst,
    reasons_of,
    span_of,
    strip_of,
)
from ..lines import Line, facts_of
from ..rules import EDGE, Catalogue
from ..structures import Claim, claims_of, is_field
from .lone_head import name_lone_head
from .matching import Named, Names, first_match, of_whole
from .title import title_at, title_of, topmost_head

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
#: How the rules of days label one that has no label of its own.
_DAY = '日付'
#: Where nothing was cut, a title is more likely than not.
_LIKELY = 0.5
#: Heads of the text stand so near above it, with a day or a name between.
_HEADS = 6


@dataclass(frozen=True)
class _Page:
    """The lines of a seed that are not blank, their claims, the ``Span`` and the ``Strip``.

    ``added`` are the indexes of lines that only the editor says are text.
    """

    lines: Sequence[Line]
    claims: Mapping[int, Claim]
    span: Span
    strip: Strip
    has_bounds: bool
    added: Set[int] = frozenset()

    @property
    def places(self) -> list[int]:
        """The places in ``lines`` of those within the span."""
        return [place for place, line in enumerate(self.lines) if line.index in self.span]


def name_outside(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    fenced: Sequence[bool],
    bounds: tuple[int, int] | None = None,
    with_title: bool = True,
    is_article: bool = False,
) -> Set[int]:
    """Name the lines outside the main text; return the indexes of those the editor added to it.

    ``bounds`` are the first and last line of it, from 1, where the editor has set them.
    ``is_article``: the texts are the article of a page, whose heads are marked as such.
    """
    if is_article and with_title and not bounds:
        # A page says itself which line is its title.
        for index in topmost_head(rules, texts, named, fenced):
            named[index] = title_at(rules, texts, named, index, lambda *_: True) or named[index]
    page = _page_of(texts, fenced, bounds, with_title, is_article)
    if bounds:
        known = _known_of_it(rules, texts, named, page, (fenced, with_title))
        page = replace(page, added=page.added - known)
    span = page.span
    is_whole = (span.start, span.end) == (0, len(texts))
    if is_whole and not _has_title(page, is_article or any(fenced)):
        return page.added
    own = _with_title(rules, texts, named, page) if with_title else set()
    _name_authors(rules, texts, named, page)
    if is_whole:
        return page.added
    if page.has_bounds:
        own.intersection_update(title_of(named))
    else:
        own |= {
            index
            for index, claim in page.claims.items()
            if claim.kind == 'head' and claim.own and 0 < span.start - index <= _HEADS
        }
        own |= name_lone_head(
            rules, texts, named, (page.lines, page.places, page.strip.title), page.claims
        )
        if is_article:
            own |= {
                index
                for index, found in enumerate(named[: span.start])
                if found and found.rule.does == 'head'
            }
    _name_the_rest(rules, texts, named, page, own)
    return page.added


def _has_title(page: _Page, is_own: bool) -> bool:
    """Whether a page that nothing was cut of has a title above its text all the same.

    It is likely, or there is no sentence: a poem.
    """
    if is_own or page.strip.title is None:
        return False
    return page.strip.chance >= _LIKELY or not any(line.is_prose for line in page.lines)


def _known_of_it(
    rules: Catalogue,
    texts: Sequence[str],
    named: Names,
    page: _Page,
    how: tuple[Sequence[bool], bool],
) -> set[int]:
    """Name the lines within the editor's bounds that say what the text is called, and whose it is.

    They are those that say so without bounds; their indexes are returned. ``how`` is which lines
    are fenced, and whether one may be the title.
    """
    fenced, with_title = how
    without = list(named)
    name_outside(rules, texts, without, fenced, with_title=with_title)
    known = {
        index
        for index in page.added
        if (found := without[index]) and found.rule.does == 'metadata'
    }
    for index in known:
        named[index] = without[index]
    return known


def _page_of(
    texts: Sequence[str],
    fenced: Sequence[bool],
    bounds: tuple[int, int] | None,
    with_title: bool,
    is_article: bool,
) -> _Page:
    looked_at = ['' if fence else text for text, fence in zip(texts, fenced)]
    if len(texts) > 2 * _LOOKED_AT:
        # No menu is so long; of a long book the middle is its text.
        middle = range(_LOOKED_AT, len(texts) - _LOOKED_AT)
        looked_at[middle.start : middle.stop] = [''] * len(middle)
    # Also what rules took is of a structure here: heads of posts, captions, rows.
    lines = facts_of(looked_at)
    if not bounds and not any(line.is_of_a_site for line in lines):
        return _Page(lines, {}, Span(0, len(texts), {}), Strip(None), False)
    claims = claims_of(looked_at, is_article)
    found = span = _with_whole_fields(span_of(lines, len(texts), claims), claims)
    if bounds:
        span = Span(bounds[0] - 1, bounds[1], {})
    page = _Page(lines, claims, span, Strip(None), bool(bounds))
    if places := page.places:
        page = replace(page, strip=strip_of(lines, places[0], places[-1] + 1, claims))
    if bounds:
        added = {index for index in range(span.start, span.end) if index not in found}
        page = replace(page, added=added)
    elif with_title:
        page = replace(page, span=below_title(span, page.strip, lines))
    return page


def _name_the_rest(
    rules: Catalogue, texts: Sequence[str], named: Names, page: _Page, own: Set[int]
) -> None:
    """Name each line outside that is not one of the text's ``own``, and not dropped already."""
    span, by_index = page.span, {line.index: line for line in page.lines}
    above, below = (
        next(rule for rule in rules.of_lines(where)) for where in ('above-text', 'below-text')
    )
    for index, text in enumerate(texts):
        if index in span or index in own or not text.strip(EDGE):
            continue
        before = named[index]
        if before and before.rule.does in ('metadata', 'drop'):
            continue
        where = 'head' if index < span.start else 'tail'
        known = first_match(rules, text, where) if _is_near(index, span) else None
        if known and _is_of_the_text(known, named[: span.start] if where == 'tail' else ()):
            named[index] = known
            continue
        reasons = reasons_of(by_index[index]) if index in by_index else ''
        named[index] = replace(
            of_whole(above if where == 'head' else below, text), reasons=reasons
        )


def _is_of_the_text(known: Named, above: Sequence[Named | None]) -> bool:
    """Whether it is metadata of the text; below one that has its day, a bare day is a reader's."""
    if known.rule.does != 'metadata' or known.rule.of == 'title':
        return False
    is_bare_day = known.rule.label == _DAY and not known.group('label')
    return not (is_bare_day and any(each and each.rule.label == _DAY for each in above))


def _with_whole_fields(span: Span, claims: Mapping[int, Claim]) -> Span:
    """The ``Span`` with the rest of each block of fields that a cut goes through."""
    start, end = span.start, span.end
    for claim in claims.values():
        if is_field(claim) and any(start <= index < end for index in claim.lines):
            start, end = min(start, claim.lines[0]), max(end, claim.lines[-1] + 1)
    return replace(span, start=start, end=end)


def _with_title(rules: Catalogue, texts: Sequence[str], named: Names, page: _Page) -> set[int]:
    """The indexes of lines above the text that are its own; the title among them is named."""
    if known := title_of(named):
        return _deck_below(page, known[0])
    if page.strip.title is None:
        return set()
    index = page.lines[page.strip.title].index
    own = {index, *(page.lines[place].index for place in page.strip.kept)}
    found = named[index]
    if found and found.rule.does == 'head':
        # One of lower rank that Markdown marks is the head of a part.
        named[index] = title_at(rules, texts, named, index, lambda *_: True) or found
        return own
    # What it must look like where nothing but its form says so, it need not here.
    named[index] = title_at(rules, texts, [None] * len(named), index, lambda *_: True) or of_whole(
        next(rule for rule in rules.of_lines('top') if rule.does == 'metadata'), texts[index]
    )
    return own


def _deck_below(page: _Page, title: int) -> set[int]:
    """The index of the line right below the title that the page itself names, if it is a deck."""
    below = next((line for line in page.lines if line.index > title), None)
    is_deck = below is not None and is_standfirst(below, page.claims)
    return {below.index} if below and is_deck else set()


def _name_authors(rules: Catalogue, texts: Sequence[str], named: Names, page: _Page) -> None:
    """Name the lines beside the title, or below the text, that say who wrote it.

    What the editor alone says is text names nobody.
    """
    lines, title, places = page.lines, page.strip.title, page.places
    if not places:
        return
    for byline in bylines_of(lines, title, (places[0], places[-1] + 1), page.claims):
        line = lines[byline.place]
        taken = named[line.index]
        if taken and taken.rule.of == 'title' or line.index in page.added:
            continue
        if not byline.role:
            several = next(iter(rules.of_lines('credit')))
            found = first_match(rules, line.text, 'credit')
            named[line.index] = found or of_whole(several, texts[line.index])
            continue
        before = texts[line.index].index(line.text) + byline.start
        form = f'.{{{before}}}(?P<text>.{{{byline.end - byline.start}}}).*'
        if match := re.fullmatch(form, texts[line.index], re.DOTALL):
            rule = next(
                rule for rule in rules.of_lines('byline') if rule.name == _RULES[byline.role]
            )
            named[line.index] = Named(rule, match)


def _is_near(index: int, span: Span) -> bool:
    return span.start - _ABOVE <= index < span.start or span.end <= index < span.end + _BELOW
