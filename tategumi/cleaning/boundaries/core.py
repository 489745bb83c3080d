"""The surest part of the main text, which no boundary may cut."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence

from ..lines import Line
from ..structures import Claim, is_field

#: What a line counts for that is no prose, beside the width of one that is.
_NO_PROSE = 0.2
#: Prose that stands no further apart than this is one stretch.
_APART = 3
#: So many lines of prose, or such a share of the surest stretch, are of the text too where no
#: line of a site is between.
_LINES, _SHARE = 3, 0.25
#: With fewer lines of a site on a side of it a text is not on a page, but has some of its buttons.
#: A page has a foot: with few such lines, so many must be beyond a sentence that is cut. By how
#: it ends: in Western languages teasers are sentences, too.
_HARDLY, _FEW, _BEYOND = 3, {'japanese': 8, 'western': 3, '': 3}, 2
#: So often a form or a line must recur in the core for the next of it to be of the text.
_RECURS = 3
#: Lines that the core may grow over, and lines of a site that stop it.
_REACH, _STOPS = 60, 2
#: Fields below a text, with so many lines between, of which so many may be a site's, are the
#: text's; so many are where nobody knows of what they tell.
_BETWEEN, _HEAD, _FIELDS = 3, 1, 3
#: What stands in rows beside fields.
_ROWS = ('field-head', 'file', 'table', 'table-rule')
#: So often must a line recur for the page to be of several posts, each of so many lines at most.
_POSTS, _POST = 4, 40

_FORM = re.compile(
    r'[●•・■◆▼▲★☆※→○◎▶◇□①-⑳]|【[^】]{1,6}】|［[^］]{1,4}］|第?[\d一二三四五六七八九十]+[章話節回]'
    r'|[(（]?\d+[.)、）]|p\.?\s?\d+|[-*+] '
)
_ITEM = re.compile('[-*+] |[・•]')
_NUMBER = re.compile('[\\d一二三四五六七八九十]+')


def core_of(
    lines: Sequence[Line], claims: Mapping[int, Claim], shares: Sequence[float] | None = None
) -> tuple[int, int]:
    """``(first, end)``: places in ``lines`` of the surest part of the text, equal if none is.

    It is the heaviest run between two lines of a site, with all other prose that no line of a
    site parts from it; with lines that have the form of lines in it (items, numbered heads,
    rows) as far as two lines of a site; with structures that ``claims`` say are the text's own
    where part of them is in it; and, where lines of a site recur between prose, with all those
    posts. ``claims`` are by ``Line.index``; a line weighs its share of ``shares`` alone, as far as
    it is known how likely each is of the text.
    """
    start, end = _heaviest(lines, shares or [1.0] * len(lines))
    if start == end:
        return start, end
    sites = [place for place, line in enumerate(lines) if line.is_of_a_site]
    start, end = _with_prose_beside(lines, sites, start, end)
    start, end = _with_prose_of_a_short_page(lines, sites, start, end)
    start, end = _with_claims(lines, claims, start, end)
    end = _with_rows_beside(lines, claims, end)
    start = len(lines) - _with_rows_beside(lines[::-1], claims, len(lines) - start)
    end = _with_like_forms(lines, start, end)
    start = len(lines) - _with_like_forms(lines[::-1], len(lines) - end, len(lines) - start)
    start, end = _with_claimed_posts(lines, claims, start, end)
    return _with_posts(lines, start, end)


def _heaviest(lines: Sequence[Line], shares: Sequence[float]) -> tuple[int, int]:
    # What a page says twice, as shops do in a box, is its text the first time.
    widths: list[float] = []
    said: set[str] = set()
    for line, share in zip(lines, shares):
        is_new = not line.is_prose or line.folded not in said
        widths.append(line.width * (1 if line.is_prose else _NO_PROSE) * is_new * share)
        said.add(line.folded)
    heaviest, best, first = 0.0, (0, 0), 0
    for place in range(len(lines) + 1):
        if place < len(lines) and not lines[place].is_of_a_site:
            continue
        prose = [index for index in range(first, place) if lines[index].is_prose]
        mass = sum(widths[first:place])
        if mass > heaviest:
            heaviest = mass
            best = (prose[0], prose[-1] + 1) if prose else (first, place)
        first = place + 1
    return best


def _with_prose_beside(
    lines: Sequence[Line], sites: Sequence[int], start: int, end: int
) -> tuple[int, int]:
    stretches: list[list[int]] = []
    for place, line in enumerate(lines):
        if line.is_prose and stretches and place - stretches[-1][-1] <= _APART:
            stretches[-1].append(place)
        elif line.is_prose:
            stretches.append([place])
    whole = sum(line.width for line in lines[start:end])
    for stretch in sorted(stretches, key=lambda each: max(start - each[-1], each[0] - end, 0)):
        is_large = (
            len(stretch) >= _LINES
            or sum(lines[place].width for place in stretch) >= _SHARE * whole
        )
        if (
            is_large
            and not _between(sites, stretch[-1] + 1, start)
            and not _between(sites, end, stretch[0])
        ):
            start, end = min(start, stretch[0]), max(end, stretch[-1] + 1)
    return start, end


def _with_prose_of_a_short_page(
    lines: Sequence[Line], sites: Sequence[int], start: int, end: int
) -> tuple[int, int]:
    """The core with all prose on a side where there is hardly a line of a site."""
    above = bisect(sites, start - 1)
    below = len(sites) - bisect(sites, end - 1)
    for place, line in enumerate(lines):
        if not line.is_prose:
            continue
        if place < start and _is_hardly_a_page(line, above, bisect(sites, place)):
            start = place
        elif place >= end and _is_hardly_a_page(line, below, len(sites) - bisect(sites, place)):
            end = place + 1
    return start, end


def _is_hardly_a_page(line: Line, sites: int, beyond: int) -> bool:
    """Whether ``sites`` lines of a site on a side of the text are few, ``beyond`` past this."""
    return sites < _HARDLY or sites < _FEW[line.ending] and beyond < _BEYOND


def _between(places: Sequence[int], start: int, end: int) -> bool:
    return start < end and bisect(places, end - 1) > bisect(places, start - 1)


def _with_claims(
    lines: Sequence[Line], claims: Mapping[int, Claim], start: int, end: int
) -> tuple[int, int]:
    inside = {line.index for line in lines[start:end]}
    own: set[int] = set()
    for index, claim in claims.items():
        if claim.own and (index in inside or inside.intersection(claim.lines)):
            own.update(claim.lines or (index,))
    places = [place for place, line in enumerate(lines) if line.index in own]
    return min([start, *places]), max([end, *(place + 1 for place in places)])


def _with_rows_beside(lines: Sequence[Line], claims: Mapping[int, Claim], end: int) -> int:
    """The core's end, beyond the rows that stand there: fields, files, the text's own tables.

    Between one and the next stand no more lines than a head and a sentence, one of them of a
    site's words, as heads are, and the name whose fields they are; of a list any items.
    ``lines`` may run upwards.
    """
    place, passed, sites = end, 0, 0
    while place < len(lines) and passed <= _BETWEEN and sites <= _HEAD:
        last = _end_of_row(lines, claims, place)
        if last > place:
            end, place, passed, sites = last, last, 0, 0
        else:
            is_item = bool(_ITEM.match(lines[place].text))
            passed += not is_item
            sites += lines[place].is_of_a_site and not is_item
            place += 1
    return end


def _end_of_row(lines: Sequence[Line], claims: Mapping[int, Claim], first: int) -> int:
    """The place below the row that begins at ``first`` and is the text's; ``first`` if none does.

    Fields that nobody knows to be its own are many, and none of them is a site's.
    """
    last = first
    while last < len(lines) and (claim := claims.get(lines[last].index)):
        is_row = is_field(claim) or claim.kind in _ROWS
        if not is_row or lines[last].is_of_a_site and not claim.own:
            break
        last += 1
    row = [claims[line.index] for line in lines[first:last]]
    is_own = any(claim.own for claim in row)
    return last if is_own or len(row) >= _FIELDS else first


def _with_like_forms(lines: Sequence[Line], start: int, end: int) -> int:
    """The core's end, moved on over lines like those in it."""
    grown = -1
    while grown != end:
        grown = end
        forms = Counter(filter(None, map(_form_of, lines[start:end])))
        own = {line.folded for line in lines[start:end] if line.width >= 4}
        stops = 0
        for place in range(end, min(len(lines), end + _REACH)):
            line = lines[place]
            stops += line.is_of_a_site
            if stops == _STOPS:
                break
            if not line.is_of_a_site and (
                forms[_form_of(line) or ''] >= _RECURS or line.folded in own and line.share < 0.5
            ):
                end = place + 1
    return end


def _form_of(line: Line) -> str | None:
    match = _FORM.match(line.text)
    return _NUMBER.sub('0', match[0]) if match else None


def _with_claimed_posts(
    lines: Sequence[Line], claims: Mapping[int, Claim], start: int, end: int
) -> tuple[int, int]:
    """The core with all posts of a board of which it has one, down to the last one's words."""
    heads = [
        place
        for place, line in enumerate(lines)
        if (claim := claims.get(line.index)) and claim.kind == 'post'
    ]
    if len(heads) < 2 or not (heads[0] < end and start <= heads[-1]):
        return start, end
    last = heads[-1] + 1
    while last < len(lines) and last <= heads[-1] + _POST and not lines[last].is_of_a_site:
        last += 1
    return min(start, heads[0]), max(end, last)


def _with_posts(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The core with all posts of a page where a line of the site stands above or below each."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.repeats >= _POSTS and not line.is_prose:
            places.setdefault(line.folded, []).append(place)
    prose = [place for place, line in enumerate(lines) if line.is_prose]
    for recurring in places.values():
        gaps = list(zip(recurring, recurring[1:]))
        parting = [
            pair
            for pair in gaps
            if pair[1] - pair[0] <= _POST and _between(prose, pair[0] + 1, pair[1])
        ]
        if len(parting) >= _POSTS - 1 and 4 * len(parting) >= 3 * len(gaps):
            first, last = parting[0][0], parting[-1][1]
            if first < end and start < last:
                start, end = min(start, first), max(end, last)
    return start, end
