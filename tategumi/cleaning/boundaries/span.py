"""Where the main text of a seed begins and ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ..lines import Line
from ..structures import Claim
from .core import core_of
from .evidence import evidence_of
from .model import chances_of

#: A character of the text that is lost counts as so many of the site's that are left.
LOST = 8
#: No line is surer to be the site's than this leaves: prose, and any other line.
_DOUBT_OF_PROSE, _DOUBT = 0.01, 0.001
#: A line of the site must be within so many lines of a boundary, or nothing is cut there.
_NEAR = 8
#: So many lines of the site a cut must take at least: one word of a site may be the text's.
_LEAST = 2

#: Of a block that a cut goes through so many lines go with its larger part; none has a share of a
#: site's words as great as this.
_BLOCK, _SITES_OWN = 6, 0.3

#: So few lines between the text and the first of a site are the text's, with no greater share of
#: a site's words.
_LAST, _LITTLE = 3, 0.4

#: A short sentence that ends the text has no greater share of them: anybody goes home.
_SOME = 0.6

#: A core is looked for again if its lines are less likely of the text than this.
_DOUBTED = 0.5


@dataclass(frozen=True)
class Span:
    """The main text: from the line with index ``start`` up to and without ``end``.

    ``chance`` has for the index of each line outside it how likely it is the site's.
    """

    start: int
    end: int
    chance: Mapping[int, float]

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


def span_of(lines: Sequence[Line], count: int, claims: Mapping[int, Claim] | None = None) -> Span:
    """The ``Span`` of the text in a seed of ``count`` lines, of which ``lines`` are not blank.

    It has all ``count`` lines where no line of a site shows a boundary. A cut is where the loss
    to be expected is least: ``LOST`` for each character of the text outside, one for each of the
    site's inside; never within the core, nor where no line of a site is near.
    """
    claims = claims or {}
    whole = Span(0, count, {})
    if not any(line.is_of_a_site for line in lines):
        return whole
    first, last = core_of(lines, claims)
    if not any(line.is_prose for line in lines[first:last]):
        return whole
    chances = chances_of(evidence_of(lines, (first, last), claims))
    inside = [1 - above - below for above, below in zip(chances.above, chances.below)]
    if _mean(inside[first:last], lines[first:last]) < _DOUBTED:
        # Teasers side by side may be heavier than a short text.
        first, last = core_of(lines, claims, inside)
        chances = chances_of(evidence_of(lines, (first, last), claims))
    start = _cut(lines, chances.above, first)
    end = len(lines) - _cut(lines[::-1], chances.below[::-1], len(lines) - last)
    # What is a site's by its words alone, right beside a cut, goes with it.
    while 0 < start < first and lines[start].is_of_a_site:
        start += 1
    while last < end < len(lines) and lines[end - 1].is_of_a_site:
        end -= 1
    start, end = _with_whole_blocks(lines, start, end)
    while 0 < end < len(lines) and _ends_the_text(lines, end):
        end += 1
    end = _with_last_lines(lines, end)
    # The heads of the text stand above it, whatever stands above them.
    while 0 < start and _is_head(lines[start - 1], claims):
        start -= 1
    outside = {
        line.index: chance
        for place, (line, *pair) in enumerate(zip(lines, chances.above, chances.below))
        if not start <= place < end
        for chance in [max(pair)]
    }
    return Span(
        lines[start].index if start else 0,
        lines[end].index if end < len(lines) else count,
        outside,
    )


def _with_whole_blocks(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The cut with the rest of a block that it goes through, where no line there is a site's.

    A block is what has a blank line above and below: a stanza, a list, who signs a letter.
    """
    last = end
    while 0 < last < len(lines) and not lines[last].gap and _is_plain(lines[last]):
        last += 1
    if end < last <= end + _BLOCK and (last == len(lines) or lines[last].gap):
        end = last
    first = start
    while 0 < first < len(lines) and not lines[first].gap and _is_plain(lines[first - 1]):
        first -= 1
    if start - _BLOCK <= first < start and lines[first].gap:
        start = first
    return start, end


def _with_last_lines(lines: Sequence[Line], end: int) -> int:
    """The end of the text with the few lines from it down to the first of a site.

    None of them counts, dates or parts anything: tips below a recipe, who signs a notice.
    """
    last = end
    while 0 < last < len(lines) and last - end <= _LAST and _is_the_texts(lines[last]):
        last += 1
    is_down_to_a_site = end < last < len(lines) and lines[last].share > _SOME
    return last if is_down_to_a_site and last - end <= _LAST else end


def _is_the_texts(line: Line) -> bool:
    return (
        not line.is_of_a_site
        and line.repeats == 1
        and line.share <= _LITTLE
        and _is_plain(replace(line, share=0))
    )


def _is_plain(line: Line) -> bool:
    """Whether nothing on the line is a site's, or counts, or dates."""
    return not (
        line.share >= _SITES_OWN
        or line.has_date
        or line.has_count
        or line.has_separator
        or line.has_address
        or line.has_rights
    )


def _ends_the_text(lines: Sequence[Line], place: int) -> bool:
    """Whether a short sentence stands right below the last of the text: it ends with a mark."""
    line, above = lines[place], lines[place - 1]
    is_sentence = bool(line.ending) and (
        line.hiragana is not None or ' ' in line.text and not line.text[0].islower()
    )
    return (
        is_sentence
        and not line.is_prose
        and bool(above.ending)
        and not line.text.endswith((':', '：', '…', '...'))
        and line.gap <= max(1, above.gap)
        and line.share <= _SOME
        and _is_plain(replace(line, share=0))
        and line.repeats == 1
    )


def _mean(shares: Sequence[float], lines: Sequence[Line]) -> float:
    """The mean of ``shares``, of each line by its width."""
    width = sum(line.width for line in lines)
    return sum(share * line.width for share, line in zip(shares, lines)) / width if width else 1


def _is_head(line: Line, claims: Mapping[int, Claim]) -> bool:
    claim = claims.get(line.index)
    return claim is not None and claim.kind == 'head' and bool(claim.number)


def _cut(lines: Sequence[Line], chances: Sequence[float], most: int) -> int:
    """How many of ``lines`` from the first on are cut: ``most`` at most.

    ``chances`` tell how likely each is to be the site's.
    """
    sure = [
        min(chance, 1 - (_DOUBT_OF_PROSE if line.is_prose else _DOUBT))
        for line, chance in zip(lines, chances)
    ]
    gains = accumulate(
        (line.width * (chance - LOST * (1 - chance)) for line, chance in zip(lines, sure)),
        initial=0.0,
    )
    best, cut, near, sites = 0.0, 0, 0, 0
    for place, gain in enumerate(gains):
        if place > most:
            break
        if place and lines[place - 1].is_of_a_site:
            near, sites = place + _NEAR, sites + 1
        if place < near and sites >= _LEAST and gain > best:
            best, cut = gain, place
    return cut
