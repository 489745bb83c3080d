"""The title of the text, found among the lines above it."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import exp

from ...people import JAPANESE
from ..lines import Line
from ..structures import Claim
from .candidates import NAMED, candidates_of
from .span import Span
from .verse import verse_above

#: The name of the weight that no line above a text is its title.
NONE = 'none'
#: How likely a line must be the title, beside all others.
LEAST = 0.2
#: How likely another must be to be kept as text beside the title.
_PERHAPS = 0.1
#: How likely it must be for all above it to be outside the text.
SURE = 0.8
#: Half-width columns of a sentence that no title cuts off, and of the narrowest standfirst.
_SENTENCE = 80
_STANDFIRST = 40
#: A deck has so many words, of which no more begin with a capital; a title above it has so many
#: words and half-width columns.
_WORDS_OF_DECK, _CAPITALS, _WORDS_OF_TITLE, _TITLE = 6, 0.5, 3, 14
#: A title stands so many lines above who wrote the text.
_NEAR = 3
_NAME = re.compile(rf'(?!.{{1,4}}[のをがはに]){JAPANESE}')
_BETWEEN = re.compile(r'[\s>＞›»→/／|｜]$')


@dataclass(frozen=True)
class Strip:
    """What the lines above a text are of it: places in the lines.

    ``title`` is ``None`` where no line is likely enough. ``kept`` are lines that are the text's
    though they stand above it: the standfirst, and what may be the title as well. ``chance`` is
    how likely the title is.
    """

    title: int | None
    kept: tuple[int, ...] = ()
    chance: float = 0.0


def strip_of(lines: Sequence[Line], start: int, end: int, claims: Mapping[int, Claim]) -> Strip:
    """The ``Strip`` above the text from place ``start`` up to ``end`` of ``lines``.

    What speaks for a line being the title: how near above the text it is, that the text speaks
    of the same things, that a day or a name follows, that the page says it again (in a path, as
    the name of its window); against it, that it ends as a sentence does, that sites have such
    words. How much each says was learned (``title.tsv``).
    """
    scores = {
        place: sum(weights().get(name, 0.0) for name in names)
        for place, names in candidates_of(lines, start, end, claims).items()
    }
    if not scores:
        return Strip(None)
    best = max(scores, key=lambda place: (scores[place], place))
    none = exp(weights().get(NONE, 0.0) - scores[best])
    whole = none + sum(exp(score - scores[best]) for score in scores.values())
    if 1 / whole < LEAST:
        return Strip(None)
    # A path to the text ends with its title.
    best = max(
        (place for place in scores if _ends(lines[best].text, lines[place].text)),
        key=lambda place: scores[place],
        default=best,
    )
    instead = _above_deck(lines, best, scores)
    if instead is None:
        instead = _above_name(lines, best, scores)
    deck = best if instead == best - 1 and not _is_of_somebody(lines, best) else None
    best = best if instead is None else instead
    words = lines[best].text
    perhaps = [
        place
        for place, score in scores.items()
        if place != best
        and exp(score - scores[best]) / whole >= _PERHAPS
        and lines[place].text not in words
        and words not in lines[place].text
        and not (instead is not None and place < best)
    ]
    if deck is not None and deck not in perhaps:
        perhaps.append(deck)
    below = best + 1
    if below < start and below not in perhaps and is_standfirst(lines[below], claims):
        perhaps.append(below)
    return Strip(best, tuple(perhaps), 1 / whole)


def below_title(span: Span, strip: Strip, lines: Sequence[Line]) -> Span:
    """The ``Span`` without what stands above a sure title, where lines were cut at all.

    Verse between the title and the first line of it is the text's, too.
    """
    if strip.title is None:
        return span
    sentences = (place for place, line in enumerate(lines) if line.index in span and line.is_prose)
    verse = verse_above(lines, next(sentences, 0))
    if verse and strip.title < verse.start:
        span = replace(span, start=min(span.start, lines[verse.start].index))
    if strip.chance < SURE or not span.chance:
        return span
    index = lines[strip.title].index
    above = [line for line in lines if span.start <= line.index < index]
    chance = {**span.chance, **{line.index: strip.chance for line in above}}
    is_site = not any(line.is_prose and line.width >= _SENTENCE for line in above)
    return Span(index, span.end, chance) if above and is_site else span


def _ends(path: str, text: str) -> bool:
    before = path.removesuffix(text)
    is_most = 3 * len(text) >= len(path)
    return is_most and before != path and bool(_BETWEEN.search(before))


def _above_deck(lines: Sequence[Line], place: int, titles: Container[int]) -> int | None:
    """The place of the title right above a deck at ``place``: a sentence, and wider.

    What stands first on a page is the site's name.
    """
    above = place - 1
    if above < 1 or above not in titles:
        return None
    title, deck = lines[above], lines[place]
    is_deck = deck.sentences > 1 or (
        deck.hiragana is None
        and deck.capitals <= _CAPITALS
        and len(deck.text.split()) >= _WORDS_OF_DECK
        and len(title.text.split()) >= _WORDS_OF_TITLE
    )
    is_title = title.width >= _TITLE and title.repeats == 1 and not title.has_separator
    return above if is_deck and is_title and deck.width > title.width and not deck.gap else None


def _above_name(lines: Sequence[Line], place: int, titles: Container[int]) -> int | None:
    """The place of the title above somebody's name at ``place``, with the day beside it.

    The page has the name again, as a box that tells who wrote the text does; a word with の has
    the form of a name, too.
    """
    if not _is_of_somebody(lines, place):
        return None
    return next(
        (
            above
            for above in range(place - 1, max(0, place - 1 - _NEAR), -1)
            if above in titles and lines[above].repeats == 1 and not lines[above].has_separator
        ),
        None,
    )


def _is_of_somebody(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    return (
        line.repeats > 1
        and bool(_NAME.fullmatch(line.text))
        and any(each.has_date and not each.is_prose for each in beside)
    )


def is_standfirst(line: Line, claims: Mapping[int, Claim]) -> bool:
    """Whether the line below a title says what the text is about."""
    return (
        line.width >= _STANDFIRST
        and not (line.has_date or line.has_separator or line.has_address or line.has_rights)
        and line.share < 0.3
        and line.index not in claims
        and not NAMED.search(line.text)
    )


@cache
def weights() -> dict[str, float]:
    """The weights of ``title.tsv`` by what a line shows, and that of ``NONE``."""
    rows = resources.files(__package__).joinpath('title.tsv').read_text('utf-8').splitlines()
    return {
        name: float(number)
        for name, number in (row.split('\t') for row in rows if not row.startswith('#'))
    }
