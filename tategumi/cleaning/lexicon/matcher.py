"""The automaton over all phrases: how much of a line the words of sites are, and of what kinds."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .folding import COUNT_SLOT, DATE_SLOT, fold

KINDS = frozenset(
    'account advert author button form label legal menu page react stamp tags'.split()
)
LISTS = Path(__file__).parent
# Not a list of phrases: the characters of the Chinese scripts that stand for one another.
VARIANTS = LISTS / 'variants.txt'

# Scripts whose words have space between them end here (Latin, Greek, Cyrillic).
_LAST_OF_WORDS = '\u052f'
# A word of at most 12 characters, or a part of one before fixed words.
_NAME = r'[\w\-\x01]{1,12}'
_SLOTS = {'{count}': COUNT_SLOT, '{date}': DATE_SLOT}
# Some sites set a space between a figure and its unit: 5 分で読めます.
_UNIT = re.compile(f'(?<={COUNT_SLOT}) (?=[ぁ-ヿ一-鿿])')
# Phrases are sought under their first two characters; few have the same.
_KEY = 2
# How many joins away from a phrase still count: function words in a row are prose.
_JOINS_IN_A_ROW = 2


@dataclass(frozen=True)
class Hits:
    """``share``: 0 to 1, of the letters, figures and slots of the folded line, what phrases
    cover. ``kinds``: of ``KINDS``, those of the phrases that cover it.
    """

    share: float
    kinds: frozenset[str]


def phrases_of(path: Path) -> list[str]:
    """The phrases of the list ``path``, as they stand; lines from ``#`` on are comments."""
    lines = path.read_text('utf-8').split('\n')
    return [line for line in lines if line and not line.startswith('#')]


@cache
def _variants() -> dict[int, str]:
    """The first character of each line of ``VARIANTS``, for ``str.translate`` of the others."""
    return {ord(other): line[0] for line in phrases_of(VARIANTS) for other in line[1:]}


@dataclass(frozen=True)
class _Automaton:
    """``kinds_of``: phrase → kinds. ``lengths``: ``_KEY`` characters, or one,
    → how long the phrases are that begin so, longest first. ``named``: kind → the pattern of its
    phrases with a name; ``fixed`` finds the words of any of these.
    """

    kinds_of: dict[str, frozenset[str]]
    lengths: dict[str, list[int]]
    named: dict[str, re.Pattern[str]]
    fixed: re.Pattern[str]


@cache
def _automaton() -> _Automaton:
    kinds_of: dict[str, frozenset[str]] = {}
    named: dict[str, list[str]] = {}
    fixed: set[str] = set()
    for path in sorted(LISTS.glob('*.*.txt')):
        kind = path.name.partition('.')[0]
        text = unicodedata.normalize('NFKC', '\n'.join(phrases_of(path))).casefold()
        text = text.translate(_variants())
        for slot, character in _SLOTS.items():
            text = text.replace(slot, character)
        text = _UNIT.sub('', text)
        for phrase in text.split('\n'):
            if '{' in phrase:
                named.setdefault(kind, []).append(re.escape(phrase).replace(r'\{name\}', _NAME))
                fixed.add(max(phrase.split('{name}'), key=len))
            else:
                kinds_of[phrase] = kinds_of.get(phrase, frozenset()) | {kind}
    lengths: dict[str, set[int]] = {}
    for phrase in kinds_of:
        lengths.setdefault(phrase[:_KEY], set()).add(len(phrase))
    return _Automaton(
        kinds_of,
        {key: sorted(of_key, reverse=True) for key, of_key in lengths.items()},
        {kind: re.compile('|'.join(patterns)) for kind, patterns in named.items()},
        re.compile('|'.join(map(re.escape, sorted(fixed)))),
    )


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text)) + text.count(COUNT_SLOT) + text.count(DATE_SLOT)


def _parts_word(line: str, place: int) -> bool:
    """Whether a word in Latin, Greek or Cyrillic letters goes on across ``place``."""
    return (
        0 < place < len(line)
        and line[place - 1] <= _LAST_OF_WORDS
        and line[place] <= _LAST_OF_WORDS
        and line[place - 1].isalpha()
        and line[place].isalpha()
    )


def _phrase_at(
    automaton: _Automaton, line: str, start: int, lengths: Sequence[int]
) -> tuple[int, frozenset[str]] | None:
    """Where the longest phrase at ``start`` of one of the ``lengths`` ends, and its kinds."""
    for length in lengths:
        end = start + length
        kinds = automaton.kinds_of.get(line[start:end])
        if kinds and not _parts_word(line, end):
            return end, kinds
    return None


def _named_at(automaton: _Automaton, line: str, start: int) -> tuple[int, frozenset[str]] | None:
    """The same for a phrase with a name, where a word begins at ``start``."""
    if start and _letters(line[start - 1]):
        return None
    for kind, pattern in automaton.named.items():
        found = pattern.match(line, start)
        if found and not _parts_word(line, found.end()):
            return found.end(), frozenset([kind])
    return None


def _phrases(line: str) -> list[tuple[int, int, frozenset[str]]]:
    """Start, end and kinds of the phrases of ``line``, joins and counts too (of no kind)."""
    automaton = _automaton()
    lengths, has_named = automaton.lengths, automaton.fixed.search(line)
    phrases = []
    place, last = 0, len(line)
    while place < last:
        found = None
        of_two, of_one = lengths.get(line[place : place + _KEY]), lengths.get(line[place])
        if (of_two or of_one) and not _parts_word(line, place):
            found = of_two and _phrase_at(automaton, line, place, of_two)
            found = found or of_one and _phrase_at(automaton, line, place, of_one)
        if has_named:
            named = _named_at(automaton, line, place)
            if named and (not found or named[0] > found[0]):
                found = named
        if found:
            phrases.append((place, found[0], found[1] & KINDS))
            place = found[0]
        else:
            if line[place] == COUNT_SLOT:
                phrases.append((place, place + 1, frozenset()))
            place += 1
    return phrases


def hits(text: str) -> Hits:
    """What phrases cover of the line ``text``: left to right, at each place the longest.

    A join or a count counts within ``_JOINS_IN_A_ROW`` of a phrase. Words in Latin letters match
    whole, and so do Greek and Cyrillic ones. The time grows with the length of the line.
    """
    return hits_of_folded(fold(text))


def hits_of_folded(folded: str) -> Hits:
    """The same of a line as ``fold`` makes it."""
    line = _UNIT.sub('', folded.translate(_variants()))
    phrases = _phrases(line)
    kinds = frozenset(kind for _, _, of_phrase in phrases for kind in of_phrase)
    letters = _letters(line) if kinds else 0
    if not letters:
        return Hits(0.0, kinds)
    near = _near(line, phrases) | _near(line, phrases[::-1])
    covered = sum(
        _letters(line[start:end])
        for start, end, of_phrase in phrases
        if of_phrase or start in near
    )
    return Hits(covered / letters, kinds)


def _near(line: str, phrases: Sequence[tuple[int, int, frozenset[str]]]) -> set[int]:
    """The starts of the joins that stand within ``_JOINS_IN_A_ROW`` of a phrase before them."""
    found, reach, before = set(), 0, None
    for start, end, kinds in phrases:
        if before and _letters(line[min(before[1], end) : max(before[0], start)]):
            reach = 0
        if kinds:
            reach = _JOINS_IN_A_ROW
        elif reach:
            found.add(start)
            reach -= 1
        before = start, end
    return found
