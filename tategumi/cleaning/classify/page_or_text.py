"""Whether a seed is a page with a site's lines around its text, or a text and nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from ..lexicon import COUNT_SLOT, DATE_SLOT, fold
from ..lines import reads_as_prose
from ..rules import EDGE, Catalogue
from ..sites import CLOCK, weight_of
from .matching import Names, first_match

#: A page has so many lines of a site above its first sentence and below its last, or so many in
#: all, or so many stretches between sentences with sure ones, as threads have, or so many of them
#: again in another stretch: a story may quote some.
_AROUND, _IN_ALL, _POSTS, _RECURRING = 2, 10, 3, 3
#: The head of a letter; where several stand in a text they are its own.
_FIELD = re.compile(r'\s*(From|To|Cc|Subject|Date|差出人|宛先|件名|日付|日時)\s*[:：]')
#: How minutes, notices and letters begin and end by custom.
_CLOSES = re.compile(r'\s*(?:記|以\s?上|敬\s?[具白]|草\s?々)\s*')
#: A line that somebody wrote at a time of day; so many in a row are a talk.
_AT = re.compile(
    r'\s*[\[(（]?(?:\d{1,4}(?:[/.-]\d{1,4}){1,2},?\s)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?'
    r'(?: ?[AaPp][Mm])?[\])）]?[\s　–—-]+\S.*'
)
_TALK = 3
#: Who says what stands below, and when; a talk begins with one of the first lines of its seed.
_WHO = re.compile(rf'(?P<name>(?!\d)[^:：。、{DATE_SLOT}]{{1,24}}?)[ —–·|・,-]*{DATE_SLOT}')
_BEGINS = 3
#: How the parts of a day are parted tells its form.
_BETWEEN_FIGURES = re.compile('[^年/.,-]')


def own_sentences(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> Set[int]:
    """The indexes from the first sentence of ``texts`` to the last, where no site stands around.

    All of them where there is none, and lines of figures alone. There a line that looks like one
    of a site is the text's: a sign that somebody reads, a price list, the words on a screen.
    Empty where the seed is a page of a site: then its text is between two boundaries, and a
    site's lines may stand within.
    """
    seen, who = _Seen(), who_talks(texts)
    talk = who | _talk(texts)
    for index, text in enumerate(texts):
        if not text.strip(EDGE):
            continue
        is_said = fenced[index] or index in talk
        weight = 0 if is_said or _CLOSES.fullmatch(text) else weight_of(text)
        if is_said or reads_as_prose(text) and not weight:
            seen.sentences.append(index)
        elif label := _FIELD.match(text):
            seen.fields.append(index)
            seen.labels[label[1]].add(len(seen.sentences))
        else:
            rule = first_match(rules, text, 'tail') if named[index] is None else None
            seen.see(index, text, weight, rule is not None and rule.rule.sure)
    if not seen.sentences:
        return frozenset(() if seen.sites else range(len(texts)))
    is_page = seen.is_page() and not who
    return frozenset() if is_page else frozenset(seen.own())


@dataclass
class _Seen:
    """What a seed has, by the indexes of its lines.

    ``labels``, ``posts`` and ``stretches`` count the sentences above each: labels of fields, what
    is surely a site's, and each line that may be one, as the lexicon folds it.
    """

    sentences: list[int] = field(default_factory=list)
    sites: list[int] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    days: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    posts: set[int] = field(default_factory=set)
    stretches: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def see(self, index: int, text: str, weight: int, is_sure: bool) -> None:
        """Note a line that is no sentence; ``weight`` and ``is_sure`` tell if it is a site's."""
        folded = fold(text)
        # Figures and days alone are of tables and diaries, too.
        if (weight or is_sure) and (weight == 2 or any(map(str.isalpha, folded))):
            self.sites.append(index)
            self.stretches[folded].add(len(self.sentences))
        if not folded.strip(f'{COUNT_SLOT} -.'):
            self.figures.append(index)
        # Letters and diaries have days, posts hours.
        if folded == DATE_SLOT and not CLOCK.search(text):
            self.days[_BETWEEN_FIGURES.sub('', text)].append(index)
        elif weight == 2 or is_sure:
            self.posts.add(len(self.sentences))

    def is_page(self) -> bool:
        """Whether a site's lines stand around the text, or in many places amid it."""
        first, last = self.sentences[0], self.sentences[-1]
        recurring = sum(len(places) > 1 for places in self.stretches.values())
        around = sum(not first < index < last for index in self.sites)
        return (
            around >= _AROUND
            or len(self.sites) >= _IN_ALL
            or len(self.posts) >= _POSTS
            or recurring >= _RECURRING
        )

    def own(self) -> Iterator[int]:
        """The indexes of the text's own lines, if the seed is no page."""
        first, last = self.sentences[0], self.sentences[-1]
        yield from range(first, last + 1)
        yield from self.figures
        if any(len(places) > 1 for places in self.labels.values()):
            yield from self.fields
        # Of several days of one form none is that of the text.
        for days in self.days.values():
            if any(first < index < last for index in days):
                yield from days if len(days) > 1 else ()


def who_talks(texts: Sequence[str]) -> set[int]:
    """The indexes of the lines that say who wrote what stands below, in a talk that was copied.

    Somebody has the word again, and the text begins with such a line.
    """
    said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    found = {
        index: match['name'].strip()
        for index in said
        for match in [_WHO.fullmatch(fold(texts[index]))]
        if match and not weight_of(match['name'])
    }
    first = said.index(min(found)) if found else 0
    is_talk = (
        len(found) >= _TALK
        and len({*found.values()}) < len(found)
        and first <= _BEGINS
        and not any(reads_as_prose(texts[index]) for index in said[:first])
        and 2 * sum(below not in found for index, below in pairwise(said) if index in found)
        >= len(found)
    )
    return {*found} if is_talk else set()


def _talk(texts: Sequence[str]) -> set[int]:
    """The indexes of lines that people wrote to one another, each with its time of day."""
    found: set[int] = set()
    row: list[int] = []
    for index, text in enumerate([*texts, '.']):
        if _AT.fullmatch(text):
            row.append(index)
        elif text.strip(EDGE):
            found |= {*row} if len(row) >= _TALK else set()
            row = []
    return found
