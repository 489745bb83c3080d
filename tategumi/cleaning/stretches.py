"""Stretches of lines that are no prose: what in them is the site's by what stands around it."""

import re
from collections import Counter

from .rules import EDGE

#: A stretch is a site's by so many lines that rules know; sure ones count twice to the second.
_KNOWN, _EVIDENCE = 3, 5
#: So wide a line is a title in a list at most; a Latin letter has half the width of a kanji.
_WIDEST = 40
#: So many lines in a row that no rule knows are more than a name, a date and a title.
_ROW = 3
#: So many known lines stand at least between a line amid them and the prose below.
_BELOW = 2
#: The head of a post has so many lines that rules know, and a name no wider than this.
_POST, _NAME = 2, 12
#: A title that asks or quotes is no longer than this.
_TITLE = 60
_PROSE_END = re.compile(r'[。．…‥♪～〜]["”’»\'*」』）)】]*$|[.]["”’»\'*」』）)】]*$')
_OTHER_END = re.compile(r'[！？!?」』）)】"”’]["”\'’*]*$')
_SAID_END = re.compile(r'[！？!?」』"”’]["”\'’*]*$')
_SPOKEN = re.compile(r'[「『“"‘〝（(—―–-]')
_WORD = re.compile(r'[\w’\'-]+')


def reads_as_prose(text):
    """Whether a line is a sentence, an utterance or long; a title may end in a mark, too."""
    text = text.strip(EDGE)
    if width(text) > 100 or '。' in text[:-1]:
        return True
    if _PROSE_END.search(text):
        # A name may end in its initial: Tom B.
        return not (text.isascii() and len(_WORD.findall(text)) <= 2)
    return bool(_OTHER_END.search(text)) and (bool(_SPOKEN.match(text)) or width(text) > _TITLE)


def may_be_a_sites(text):
    """Whether a line that no rule knows is short enough, and nothing that somebody says."""
    text = text.strip(EDGE)
    return width(text) <= _WIDEST and not _SAID_END.search(text)


def width(text):
    """The width of a line in characters as wide as a kanji."""
    return sum(0.5 if mark < '\u2e80' else 1 for mark in text)


def between_prose(kinds):
    """Lists of the indexes, blank lines aside, of each run of lines that are no prose.

    ``kinds`` has for each line ``prose``, ``site`` (a rule knows it as the
    site's), ``sure`` (by words that are nothing else), ``open`` (none knows
    it), ``other`` (the text's, though no prose) or '' (blank, or marks alone).
    The first run may be empty, and so may the last.
    """
    stretch = []
    for index, kind in enumerate(kinds):
        if kind == 'prose':
            yield stretch
            stretch = []
        elif kind:
            stretch.append(index)
    yield stretch


def site_stretches(texts, kinds, names):
    """``(known, amid)``: indexes of lines that are the site's below the first prose.

    ``names`` has for each line the name of the rule that knows it. ``known`` are the lines
    that a rule knows, of stretches with enough of them, or with two where a sure one is in
    another stretch by the same rule: the heads of posts. ``amid`` are the open ones that stand
    among these: at most three in a row, no stanza, and in the stretch not more than the known
    ones, or with one on either side; and beside the prose, who wrote the post, where the same
    name stands elsewhere.
    """
    stretches = list(between_prose(kinds))
    recurring = Counter(
        name
        for stretch in stretches
        for name in {names[index] for index in stretch if kinds[index] == 'sure'}
    )
    alone = Counter(text.strip(EDGE) for text in texts)
    known, amid, beside = [], [], []
    for number, stretch in enumerate(stretches[1:], 1):
        found = [index for index in stretch if kinds[index] in ('site', 'sure')]
        sure = [index for index in found if kinds[index] == 'sure']
        is_post = len(found) >= _POST and any(recurring[names[index]] > 1 for index in sure)
        if not is_post and (len(found) < _KNOWN or len(found) + len(sure) < _EVIDENCE):
            continue
        unknown = [index for index in stretch if kinds[index] == 'open']
        is_last = number == len(stretches) - 1
        if not is_last and len(unknown) > len(found):
            continue
        known += found
        amid += _amid(texts, kinds, stretch, is_last, len(unknown) <= len(found))
        beside.append(
            [
                index
                for index in {stretch[0], stretch[-1]}
                if not is_last and kinds[index] == 'open' and width(texts[index]) <= _NAME
            ]
        )
    if any(alone[texts[index].strip(EDGE)] > 1 for each in beside for index in each):
        amid += [
            index
            for each in beside
            for index in each
            if sum(map(bool, beside)) > 1 or alone[texts[index].strip(EDGE)] > 1
        ]
    return known, amid


def _amid(texts, kinds, stretch, is_last, mostly_known):
    rows, row = [], []
    for index in [*stretch, None]:
        if index is not None and kinds[index] in ('open', 'other'):
            row.append(index)
        else:
            rows.append((row, index))
            row = []
    longest = _ROW if mostly_known else 1
    apart = sum(_stands_apart(kinds, [index]) for index in stretch)
    for place, (row, after) in enumerate(rows[1:], 1):
        ends = after is None
        # A head may have an advertisement between itself and its text.
        is_amid = (
            is_last
            or not ends
            and len(rows) - place > _BELOW
            and not (_stands_apart(kinds, row) and 2 * apart < len(stretch))
        )
        if (
            row
            and is_amid
            and len(row) <= longest
            and not (len(row) > 1 and _stands_apart(kinds, row))
        ):
            yield from (
                each for each in row if kinds[each] == 'open' and may_be_a_sites(texts[each])
            )


def _stands_apart(kinds, row):
    """Whether the lines stand together, and apart from all others."""
    return (
        bool(row)
        and row[-1] - row[0] == len(row) - 1
        and not any(kinds[other] for other in (row[0] - 1, row[-1] + 1) if other < len(kinds))
    )
