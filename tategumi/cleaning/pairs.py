"""Brackets and quotes: which belong together, and in which width they stand."""

import re
from itertools import accumulate

from .characters import JAPANESE

_BRACKETS = {'(': '）', '（': '）'}
_PAIRS = dict(('「」', '『』', '（）', '()', '【】', '〈〉', '《》', '〔〕', '［］', '“”', '〝〟'))
_OPENING_OF = {closing: opening for opening, closing in _PAIRS.items()}
_JAPANESE = re.compile(f'[{JAPANESE}]')
# 「1)」 at the head of a line counts an item; it closes nothing.
_ENUMERATOR = re.compile(r'\w{1,2}[)）]')


def widen_brackets(text):
    """Paired ``( )`` beside or around Japanese text as （ ）; a pair stays a pair."""
    return _convert(text, _bracket_pairs(text), '（', '）')


def curl_quotes(text):
    """Paired ``"`` beside or around Japanese text as “ ”; an odd number stays as it is."""
    places = [match.start() for match in re.finditer('"', text)]
    if len(places) % 2:
        return text
    return _convert(text, zip(places[::2], places[1::2]), '“', '”')


def unpaired(text):
    """The places of the brackets and quotes of ``text`` that have no partner, in order."""
    enumerator = _ENUMERATOR.match(text)
    start = enumerator.end() if enumerator else 0
    opened, alone = [], []
    for place, mark in enumerate(text[start:], start):
        if mark in _PAIRS:
            opened.append(place)
        elif mark in _OPENING_OF:
            if opened and text[opened[-1]] == _OPENING_OF[mark]:
                opened.pop()
            else:
                alone.append(place)
    alone += opened
    quotes = [match.start() for match in re.finditer('"', text)]
    if len(quotes) % 2:
        alone.append(quotes[-1])
    return sorted(alone)


def unpaired_emphasis(text):
    """Whether a ``**`` of ``text`` has no partner."""
    return text.count('**') % 2 == 1


def _bracket_pairs(text):
    opened, pairs = [], []
    for place, mark in enumerate(text):
        if mark in _BRACKETS:
            opened.append(place)
        elif mark in ')）' and opened:
            pairs.append((opened.pop(), place))
    return pairs


def _convert(text, pairs, opening, closing):
    marks = list(text)
    japanese_before = [0, *accumulate(bool(_JAPANESE.match(mark)) for mark in text)]
    for start, end in pairs:
        first, last = start - 1, end + 1
        while first > 0 and text[first] == ' ':
            first -= 1
        while last < len(text) - 1 and text[last] == ' ':
            last += 1
        inside = japanese_before[end] - japanese_before[start + 1]
        if inside or _JAPANESE.match(text[max(first, 0)]) or _JAPANESE.match(text[last:last + 1]):
            marks[start], marks[end] = opening, closing
    return ''.join(marks)
