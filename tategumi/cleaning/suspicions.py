"""Suspicions: text that is kept and that an editor should look at."""

import re
from collections.abc import Collection, Iterable, Sequence
from math import inf
from statistics import median

from ..messages import Message
from ..seed.notation import plain_text
from .article import Block
from .lines import reads_as_prose
from .names import names_spelt_two_ways
from .record import Suspicion
from .rules import Catalogue
from .sites import weight_of

#: The rule of a sentence without an end.
NO_END = 'no-sentence-end'
#: What makes a paragraph too long beside the others: there are so many of those, it has so
#: many times their characters, so many at least, and so many sentences.
_PARAGRAPHS, _PROPORTION, _LONG, _SENTENCES = 8, 10, 600, 12
#: Where more of them are as long, one in so many and more than so few, the author writes so.
_OFTEN, _FEW = 50, 3
#: So many sentences amid a site's lines may be its readers', and so many other lines its own.
_SENTENCES_BESIDE, _TITLES_BESIDE = 2, 5
#: What its readers say is so many times shorter than the text.
_SHARE = 3
_SENTENCE_END = re.compile('[。！？]')
#: The marks of a paragraph, on the line below it.
MARKS = re.compile(r'(?:^|\n)\{: [^{}]*\}\s*$')
_LOOKED_AT = ('head', 'paragraph', 'caption', 'quotation', 'indent', 'line-end')


def suspicions_of(
    blocks: Sequence[Block], notation: str, rules: Catalogue
) -> list[list[Suspicion]]:
    """For each block of an article the list of its suspicions by the ``Catalogue``.

    Lists, tables and code of a Markdown seed are not looked at. A spelling is
    held against the block where the rarer form of a name first stands.
    """
    texts = [
        plain_text(block.text, notation) if block.kind in _LOOKED_AT else '' for block in blocks
    ]
    marks = [MARKS.search(text) if notation == 'markdown' else None for text in texts]
    texts = [text[: mark.start()] if mark else text for text, mark in zip(texts, marks)]
    found = [
        _of_text(block.kind, text, notation, rules) if text else []
        for block, text in zip(blocks, texts)
    ]
    for index, mark in enumerate(marks):
        if mark:
            # What its marks set apart, a signature or a caption, ends as it likes.
            found[index] = [each for each in found[index] if each.rule != NO_END]
    for rarer, commoner in names_spelt_two_ways(texts):
        first = next(index for index, text in enumerate(texts) if rarer in text)
        found[first].append(
            Suspicion(
                'name-spelt-two-ways',
                Message('a name that the text also spells otherwise'),
                f'{rarer} / {commoner}',
            )
        )
    for index in _far_longer(blocks):
        found[index].append(
            Suspicion(
                'long-paragraph',
                Message('many times as long as the others: perhaps several glued together'),
                f'{texts[index][:12]}…',
            )
        )
    return found


def beside_the_sites(
    texts: Sequence[str], kept: Collection[int], sites: Iterable[int]
) -> list[int]:
    """Indexes of the lines that are ``kept`` and perhaps the site's, as its lines are around them.

    ``kept`` and ``sites`` are the indexes of paragraphs and of lines that a rule took for the
    site's. The longest run of kept lines is the text. Of others those are perhaps the site's that
    stand between its lines, or those and either end: names and titles, no more than five, and
    below the text up to two sentences, which are short beside it.
    """
    runs: list[list[int]] = [[]]
    for index in sorted({*kept, *sites}):
        if index in kept:
            runs[-1].append(index)
        else:
            runs.append([])
    size = [sum(len(texts[index]) for index in run) for run in runs]
    longest = size.index(max(size))
    found = []
    for place, run in enumerate(runs):
        says = any(reads_as_prose(texts[index]) for index in run)
        is_short = len(run) <= _SENTENCES_BESIDE and _SHARE * size[place] < size[longest]
        if place != longest and (
            place > longest and is_short if says else len(run) <= _TITLES_BESIDE
        ):
            found += run
    return found


def _far_longer(blocks: Sequence[Block]) -> list[int]:
    """The indexes of paragraphs that are out of all proportion to the others."""
    lengths = {
        index: len(block.text) for index, block in enumerate(blocks) if block.kind == 'paragraph'
    }
    usual = median(lengths.values()) if len(lengths) >= _PARAGRAPHS else inf
    longer = [
        index
        for index, length in lengths.items()
        if length > max(usual * _PROPORTION, _LONG)
        and len(_SENTENCE_END.findall(blocks[index].text)) >= _SENTENCES
    ]
    return longer if len(longer) <= max(_FEW, len(lengths) // _OFTEN) else []


def _of_text(kind: str, text: str, notation: str, rules: Catalogue) -> list[Suspicion]:
    marks = set(text)
    amiss = [
        Suspicion(rule.name, rule.why, found)
        for rule in rules.that('suspect', notation)
        if not rule.needs or not marks.isdisjoint(rule.needs)
        if 'anywhere' in rule.where or kind in rule.where
        for found in [rule.finds(text)]
        if found
    ]
    if kind == 'paragraph' and not reads_as_prose(text) and weight_of(text):
        # Words of a site have no full stop: one reason to look at the line is enough.
        amiss = [each for each in amiss if each.rule != NO_END]
        amiss.append(
            Suspicion(
                'words-of-a-site',
                Message('it reads like words of a site, but it stands with the prose'),
            )
        )
    return amiss
