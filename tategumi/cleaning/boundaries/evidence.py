"""What speaks for a line being of the main text, as names that have a weight each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from ..lexicon import COUNT_SLOT, DATE_SLOT
from ..lines import Line
from ..structures import Claim

#: Lines on either side that count as near.
_NEAR = (2, 5, 12)
#: How far the nearest line of the site may be to count.
_REACH = 9
_BULLETS = '•●・■◆▼▶▲★☆※→'
_FIELD = re.compile(r'[^\s:：]{1,12}(?:[:：]|　)\s?\S')
#: Words that tell what a text is about: of kanji, katakana, Latin letters.
_WORDS = re.compile('[\u4e00-\u9fff]{2}|[ァ-ヴー]{3,}|[a-z]{4,}')
_OPENING = '【《[［「'


def evidence_of(
    lines: Sequence[Line], core: tuple[int, int], claims: Mapping[int, Claim]
) -> list[list[str]]:
    """For each line the names of what speaks for or against it.

    ``core`` is the surest part of the text, from the first of its lines up to and without the
    second; ``claims`` are by ``Line.index``. The names are those of the weights;
    one that has no weight says nothing.
    """
    around = _Around(lines, core)
    return [
        [*_of_line(line), *_of_claim(claims.get(line.index)), *around.of(place)]
        for place, line in enumerate(lines)
    ]


def binned(name: str, value: float, edges: Sequence[float]) -> str:
    """``name`` with the first of ``edges`` that ``value`` does not pass, such as 'width <= 12'."""
    for edge in edges:
        if value <= edge:
            return f'{name} <= {edge:g}'
    return f'{name} > {edges[-1]:g}'


def _of_claim(claim: Claim | None) -> Iterator[str]:
    if claim:
        yield f'claim {claim.kind}'
        if claim.own:
            yield 'claim of the text'


def _of_line(line: Line) -> Iterator[str]:
    end = {'japanese': 'ej', 'western': 'ee', '': 'e0'}[line.ending]
    yield '1'
    yield binned('width', line.width, (6, 12, 20, 32, 48, 72, 110, 180, 300))
    yield end
    yield f'{end} {binned("width", line.width, (20, 48, 110))}'
    yield 'prose' if line.is_prose else 'no prose'
    yield binned('sentences', line.sentences, (0, 1, 2, 4))
    yield binned('commas', line.commas, (0, 1, 3))
    yield binned('share', line.share, (0, 0.25, 0.5, 0.75, 0.999))
    share = binned('share', line.share, (0, 0.5, 0.8))
    yield f'{share} {binned("width", line.width, (12, 32, 72))}'
    yield binned('block', line.block, (1, 2, 4, 8, 16))
    kind = 'prose' if line.is_prose else 'short' if _is_short(line) else 'other'
    yield f'{binned("block", line.block, (1, 3, 8))} {kind}'
    yield f'gap {line.gap}'
    if line.hiragana is None:
        yield binned('capitals', line.capitals, (0.2, 0.5, 0.8))
    else:
        yield binned('hiragana', line.hiragana, (0, 0.2, 0.35, 0.5, 0.65))
    if line.share >= 0.6:
        yield from sorted(f'kind {kind}' for kind in line.kinds)
    yield from (name for name, holds in _marks(line) if holds)


def _marks(line: Line) -> Iterator[tuple[str, bool]]:
    yield 'indented', line.is_indented
    yield 'repeated', line.repeats > 1
    yield 'repeated often', line.repeats > 3
    yield 'date', line.has_date
    yield 'count', line.has_count
    yield 'begins with a count', line.folded.startswith(COUNT_SLOT)
    yield 'only counts', not line.folded.strip(f'{COUNT_SLOT}{DATE_SLOT} .,:/()')
    yield 'address', line.has_address
    yield 'rights', line.has_rights
    yield 'separator', line.has_separator
    yield 'bullet', line.text[0] in _BULLETS
    yield 'field', bool(_FIELD.match(line.text))
    yield 'opening bracket', line.text[0] in _OPENING
    yield 'ellipsis', line.text.endswith(('…', '...'))
    yield 'question', line.text.endswith(('?', '？'))
    yield 'of a site', line.is_of_a_site


class _Around:
    """Sums over the lines, so that what is around each is found at once."""

    def __init__(self, lines: Sequence[Line], core: tuple[int, int]) -> None:
        self._count = len(lines)
        self._core = core
        prose = [line.width if line.is_prose else 0 for line in lines]
        self._sites = [line.is_of_a_site for line in lines]
        self._widths = _sums([line.width for line in lines])
        self._prose = _sums(prose)
        self._known = _sums([line.share >= 0.75 for line in lines])
        self._dates = _sums([line.has_date for line in lines])
        self._all_sites = _sums(self._sites)
        self._about = _shares_of_the_core(lines, core)
        said = [0 if share is None else 1 for share in self._about]
        self._with_words = _sums(said)
        self._shares = _sums([share or 0 for share in self._about])
        self._before = _distances(self._sites)
        self._after = _distances(self._sites[::-1])[::-1]

    def of(self, place: int) -> Iterator[str]:
        """Names for what is around the line at ``place``."""
        last = self._count
        for reach in _NEAR:
            for side, start, end in (
                ('before', max(0, place - reach), place),
                ('after', place + 1, min(last, place + 1 + reach)),
            ):
                width = _between(self._widths, start, end)
                prose = _between(self._prose, start, end) / width if width else 0
                known = _between(self._known, start, end) / (end - start) if end > start else 0
                yield binned(f'prose in {reach} {side}', prose, (0, 0.3, 0.6, 0.85))
                yield binned(f'known in {reach} {side}', known, (0, 0.2, 0.5))
                if reach != _NEAR[0]:
                    words = _between(self._with_words, start, end)
                    about = _between(self._shares, start, end) / words if words else 0
                    yield binned(f'about in {reach} {side}', about, (0, 0.15, 0.3, 0.5))
        if (share := self._about[place]) is not None:
            yield binned('about', share, (0, 0.2, 0.4, 0.6, 0.99))
        whole = self._prose[last] or 1
        shares = (0, 0.02, 0.1, 0.3, 0.7, 0.9, 0.99)
        yield binned('prose above', self._prose[place] / whole, shares)
        yield binned('prose below', _between(self._prose, place + 1, last) / whole, shares)
        dates = _between(self._dates, max(0, place - 5), min(last, place + 6))
        yield binned('dates near', dates, (0, 1, 3))
        yield binned('site above in', self._before[place], (1, 2, 4, 8))
        yield binned('site below in', self._after[place], (1, 2, 4, 8))
        yield f'sites above {_some(self._all_sites[place])}'
        yield f'sites below {_some(_between(self._all_sites, place + 1, last))}'
        start, end = self._core
        if place < start:
            yield binned('above the core by', start - place, (1, 2, 4, 8, 16))
        elif place >= end:
            yield binned('below the core by', place - end + 1, (1, 2, 4, 8, 16))
        else:
            yield 'in the core'


def _shares_of_the_core(lines: Sequence[Line], core: tuple[int, int]) -> list[float | None]:
    """For each line the share of its words that the core has too, on other lines."""
    words = [set(_WORDS.findall(line.text.casefold())) for line in lines]
    counts = Counter(word for those in words[core[0] : core[1]] for word in those)
    return [
        sum(counts[word] > (core[0] <= place < core[1]) for word in those) / len(those)
        if those
        else None
        for place, those in enumerate(words)
    ]


def _is_short(line: Line) -> bool:
    return line.width <= 40 and line.ending != 'japanese'


def _some(count: float) -> str:
    return 'some' if count else 'none'


def _sums(values: Iterable[float]) -> list[float]:
    return [0, *accumulate(values)]


def _between(sums: Sequence[float], start: int, end: int) -> float:
    return sums[end] - sums[start]


def _distances(flags: Sequence[bool]) -> list[int]:
    """For each place how many steps back the last flag is, no more than ``_REACH``."""
    found, steps = [], _REACH
    for flag in flags:
        found.append(steps)
        steps = 1 if flag else min(steps + 1, _REACH)
    return found
