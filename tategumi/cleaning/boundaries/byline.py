"""Who wrote the text, as the lines beside its title say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...people import (
    ALONE,
    BY,
    DAY,
    JAPANESE,
    JOBS,
    LABEL,
    WESTERN,
    WHO,
    WORK,
    credits_of,
    is_name,
    is_writing,
    name_within,
    names_with_parts,
)
from ..lines import Line
from ..structures import Claim, is_field
from .verse import verse_above

#: So many lines above the title a byline may stand, and so many below the text.
_ABOVE, _BELOW = 3, 4
#: So many lines above a text without a title are looked at.
_NO_TITLE = 12
#: In the first lines of a page a name alone is the site's.
_TOP = 3
#: A title stands again so many lines above itself at most.
_AGAIN = 40
#: A name alone on its line must have a day so near, in lines: words of Japanese are as short
#: as names, so there it stands beside the day.
_NEAR, _NEAR_WESTERN = 1, 2

_TRANSLATOR = '翻訳者?|訳者?|译者?|Translat(?:or|ed by)'
_LABELLED = (
    re.compile(rf'{LABEL.pattern}(?P<name>.+)'),
    re.compile(rf'.*{DAY}.*?(?:\b(?i:by)[: ]\s?|[|｜•]\s?(?:文\s?)?(?!(?i:by)\b))(?P<name>\S.*)'),
    re.compile(rf'.*{DAY}.*?(?:{WHO})[:：]\s?(?P<name>\S.*)'),
    re.compile(r'(?P<name>[가-힣]{2,4}) ?(?:기자|특파원|논설위원)(?: .*|=.*)?'),
)
_ALONE = {
    'aut': re.compile(rf'(?:{BY}|{WHO}|{WORK})\s?[:：]?'),
    'trl': re.compile(rf'(?:{_TRANSLATOR})\s?[:：]?'),
}
_DATED = (
    re.compile(
        rf'(?P<name>{WESTERN}{{1,3}}|{JAPANESE}|[一-鿿]{{2,4}})\s?[-–—|｜·•,，]?\s?{DAY}.*'
    ),
    re.compile(rf'(?P<name>{WESTERN}{{1,3}})\s?[|,]?\s?@\w+'),
    re.compile(
        rf'(?P<name>{WESTERN}{{1,3}}),? (?:\|.*|[A-Z].*'
        r'(?:Writer|Press|Editor|Reporter|Columnist|Correspondent|Insider|News)\b.*)'
    ),
    re.compile(rf'(?P<name>{JAPANESE})[ 　／/]+(?:{JOBS})'),
)


@dataclass(frozen=True)
class Byline:
    """A name of who had a part in the text: ``line.text[start:end]`` of the line at ``place``.

    ``role`` is a MARC relator code: ``aut`` or ``trl``, ``edt``; '' where the line says who did
    what.
    """

    place: int
    start: int
    end: int
    role: str = 'aut'


def bylines_of(
    lines: Sequence[Line],
    title: int | None,
    span: tuple[int, int],
    claims: Mapping[int, Claim],
) -> tuple[Byline, ...]:
    """The ``Byline``s beside the title: the places are those of ``lines``, () where none is sure.

    The text is from the first place of ``span`` up to the second. The heads of the text, by
    ``claims``, name nobody. Lines from the title down to the first sentence are looked at first,
    then those right below that, which may be a standfirst, then those just above the title, then
    those just below the last sentence. Of lines that say a name in several ways the plainest
    counts: a label before a label on the line above, that before a name with a day, that before a
    name alone with a day beside it, or that the page says again.
    """
    start, end = span
    prose = [place for place in range(start, end) if lines[place].is_prose and place != title]
    first = max(0, start - _NO_TITLE) if title is None else _topmost(lines, title) + 1
    text, last = (prose[0], prose[-1] + 1) if prose else (min(first + _BELOW, end), end)
    text = verse_above(lines, text).start
    strip = range(first, max(first, text, start))
    others = {
        index
        for index, claim in claims.items()
        if claim.own and (claim.kind in ('head', 'field-head') or is_field(claim))
    }
    made: tuple[Byline, ...] = ()
    for region in (
        strip,
        range(strip.stop + 1, min(end, strip.stop + 1 + _ABOVE)),
        range(max(0, first - 1 - _ABOVE), max(0, first - 1)),
        range(last, min(len(lines), end + _BELOW)),
    ):
        places = [place for place in region if lines[place].index not in others]
        credited = {place: credits_of(lines[place].text) for place in places}
        made += tuple(
            Byline(place, 0, len(lines[place].text), '') for place in places if credited[place]
        )
        if any(is_writing(did) for credits in credited.values() for did, _ in credits):
            return made
        places = [place for place in places if not credited[place]]
        bylines = _of_form(lines, places, _LABELLED) or _below_label(lines, places)
        if not bylines and region.start < strip.stop:
            bylines = (
                _with_parts(lines, places)
                or _of_form(lines, places, _DATED)
                or _alone(
                    lines,
                    [place for place in places if region is strip or place >= _TOP],
                    region is strip,
                )
            )
        if bylines:
            return made + bylines
    return made


def _topmost(lines: Sequence[Line], title: int) -> int:
    """The first place near above that has the words of the title: a page may repeat it."""
    return next(
        place
        for place in range(max(0, title - _AGAIN), title + 1)
        if lines[place].folded == lines[title].folded
    )


def _of_form(
    lines: Sequence[Line], places: Sequence[int], forms: Sequence[re.Pattern[str]]
) -> tuple[Byline, ...]:
    """The first name, of the first line that has one of ``forms``."""
    for place in places:
        text = lines[place].text
        for form in forms:
            match = form.fullmatch(text)
            if match and (span := name_within(text, *match.span('name'))):
                return (Byline(place, *span),)
    return ()


def _below_label(lines: Sequence[Line], places: Sequence[int]) -> tuple[Byline, ...]:
    bylines = []
    for place in places:
        above = lines[place - 1].text if place else ''
        role = next((role for role, label in _ALONE.items() if label.fullmatch(above)), None)
        span = name_within(lines[place].text, 0, len(lines[place].text))
        if role and span and not lines[place].has_date:
            bylines.append(Byline(place, *span, role))
    return tuple(bylines)


def _with_parts(lines: Sequence[Line], places: Sequence[int]) -> tuple[Byline, ...]:
    """The first line of names with their parts behind them: ``people_of`` reads each."""
    for place in places:
        text = lines[place].text
        if (found := names_with_parts(text)) and not lines[place].sentences:
            return (Byline(place, *found),)
    return ()


def _alone(lines: Sequence[Line], places: Sequence[int], may_recur: bool) -> tuple[Byline, ...]:
    days = [place for place in places if lines[place].has_date]
    for place in places:
        line = lines[place]
        near = _NEAR_WESTERN if line.hiragana is None else _NEAR
        is_known = any(0 < abs(day - place) <= near for day in days) or (
            may_recur and _is_said_again(lines, place)
        )
        if is_known and line.share < 0.5 and not line.has_date and ALONE.fullmatch(line.text):
            if span := name_within(line.text, 0, len(line.text)):
                return (Byline(place, *span),)
    return ()


def _is_said_again(lines: Sequence[Line], place: int) -> bool:
    """Whether a line that can be nothing but a name stands on the page again."""
    name = lines[place].text
    is_sure = is_name(name) if lines[place].hiragana is not None else ' ' in name
    return is_sure and any(line.text == name for line in lines[place + 2 :])
