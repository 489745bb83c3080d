"""Whether a seed is a page with a site's lines around its text, or a text and nothing else."""

import re
from collections.abc import Sequence, Set

from ..lexicon import COUNT_SLOT, fold
from ..lines import reads_as_prose
from ..rules import EDGE, Catalogue
from ..sites import weight_of
from .matching import Names, first_match

#: A page has so many lines of a site above its first sentence and below its last, or so many in
#: all, or so many stretches between sentences with sure ones, as threads have, or so many of them
#: again in another stretch: a story may quote some.
_AROUND, _IN_ALL, _POSTS, _RECURRING = 2, 10, 3, 3
#: The head of a letter; where several stand in a text they are its own.
_FIELD = re.compile(r'\s*(From|To|Cc|Subject|Date|差出人|宛先|件名|日付|日時)\s*[:：]')
#: A line that somebody wrote at a time of day; so many in a row are a talk.
_AT = re.compile(r'\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?[\s　]+\S.*')
_TALK = 3


def own_sentences(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> Set[int]:
    """The indexes from the first sentence of ``texts`` to the last, where no site stands around.

    All of them where there is none, and lines of figures alone. There a line that looks like one
    of a site is the text's: a sign that somebody reads, a price list, the words on a screen.
    Empty where the seed is a page of a site: then its text is between two boundaries, and a
    site's lines may stand within.
    """
    sentences, sites, figures, posts, talk = [], [], [], set(), _talk(texts)
    fields: list[int] = []
    stretches: dict[str, set[int]] = {}
    labels: dict[str, set[int]] = {}
    for index, text in enumerate(texts):
        if not text.strip(EDGE):
            continue
        weight = 0 if fenced[index] or index in talk else weight_of(text)
        if fenced[index] or index in talk or reads_as_prose(text) and not weight:
            sentences.append(index)
            continue
        if label := _FIELD.match(text):
            fields.append(index)
            labels.setdefault(label[1], set()).add(len(sentences))
            continue
        rule = first_match(rules, text, 'tail') if named[index] is None else None
        folded = fold(text)
        # Figures and days alone are of tables and diaries, too.
        is_sure = rule is not None and rule.rule.sure
        if (weight or is_sure) and (weight == 2 or any(map(str.isalpha, folded))):
            sites.append(index)
            stretches.setdefault(folded, set()).add(len(sentences))
        if not folded.strip(f'{COUNT_SLOT} -.'):
            figures.append(index)
        if weight == 2 or is_sure:
            posts.add(len(sentences))
    if not sentences:
        return frozenset(() if sites else range(len(texts)))
    first, last = sentences[0], sentences[-1]
    recurring = sum(len(places) > 1 for places in stretches.values())
    around = sum(not first < index < last for index in sites)
    is_page = (
        around >= _AROUND
        or len(sites) >= _IN_ALL
        or len(posts) >= _POSTS
        or recurring >= _RECURRING
    )
    letters = fields if any(len(places) > 1 for places in labels.values()) else []
    return frozenset() if is_page else frozenset([*range(first, last + 1), *figures, *letters])


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
