"""The automaton over all phrases: how much of a line the words of sites are, and of what kinds."""

import re
import unicodedata
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

# A word of at most 12 characters, or a part of one before fixed words.
_NAME = r'[\w\-\x01]{1,12}'
_SLOTS = {'{count}': COUNT_SLOT, '{date}': DATE_SLOT}
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


@dataclass
class _Piece:
    """A run of the line: the phrase, join or single character at one place."""

    letters: int
    kinds: frozenset[str]
    joins: bool
    covered: bool


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
    """``kinds_of``: phrase → kinds. ``lengths``: ``_KEY`` characters → how long the phrases are
    that begin so, longest first. ``named``: kind → the pattern of its phrases with a name.
    """

    kinds_of: dict[str, frozenset[str]]
    lengths: dict[str, list[int]]
    named: dict[str, re.Pattern[str]]


@cache
def _automaton() -> _Automaton:
    kinds_of: dict[str, frozenset[str]] = {}
    named: dict[str, list[str]] = {}
    for path in sorted(LISTS.glob('*.*.txt')):
        kind = path.name.partition('.')[0]
        text = unicodedata.normalize('NFKC', '\n'.join(phrases_of(path))).casefold()
        text = text.translate(_variants())
        for slot, character in _SLOTS.items():
            text = text.replace(slot, character)
        for phrase in text.split('\n'):
            if '{' in phrase:
                named.setdefault(kind, []).append(re.escape(phrase).replace(r'\{name\}', _NAME))
            else:
                kinds_of[phrase] = kinds_of.get(phrase, frozenset()) | {kind}
    lengths: dict[str, set[int]] = {}
    for phrase in kinds_of:
        lengths.setdefault(phrase[:_KEY], set()).add(len(phrase))
    return _Automaton(
        kinds_of,
        {key: sorted(of_key, reverse=True) for key, of_key in lengths.items()},
        {kind: re.compile('|'.join(patterns)) for kind, patterns in named.items()},
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in (COUNT_SLOT, DATE_SLOT)


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < '\u0250'


def _within_word(line: str, place: int) -> bool:
    """Whether a word in Latin letters goes on across ``place``."""
    return 0 < place < len(line) and _is_latin(line[place - 1]) and _is_latin(line[place])


def _phrase_at(line: str, start: int) -> tuple[int, frozenset[str]] | None:
    """Where the longest phrase at ``start`` ends, and its kinds."""
    automaton = _automaton()
    if start and _is_latin(line[start]) and _is_latin(line[start - 1]):
        return None
    for key in (line[start : start + _KEY], line[start]):
        for length in automaton.lengths.get(key, ()):
            end = start + length
            kinds = automaton.kinds_of.get(line[start:end])
            if kinds and not _within_word(line, end):
                return end, kinds
    return None


def _named_at(line: str, start: int) -> tuple[int, frozenset[str]] | None:
    """The same for a phrase with a name, where a word begins at ``start``."""
    if start and _is_letter(line[start - 1]):
        return None
    for kind, pattern in _automaton().named.items():
        found = pattern.match(line, start)
        if found and not _within_word(line, found.end()):
            return found.end(), frozenset([kind])
    return None


def _pieces(line: str) -> list[_Piece]:
    """The runs of ``line`` that have letters, in order."""
    pieces = []
    place = 0
    while place < len(line):
        found = _phrase_at(line, place)
        named = _named_at(line, place)
        if named and (not found or named[0] > found[0]):
            found = named
        if found:
            end, kinds = found
            letters = sum(map(_is_letter, line[place:end]))
            evidence = kinds & KINDS
            pieces.append(_Piece(letters, evidence, not evidence, bool(evidence)))
            place = end
        else:
            if _is_letter(line[place]):
                pieces.append(_Piece(1, frozenset(), line[place] == COUNT_SLOT, False))
            place += 1
    return pieces


def hits(text: str) -> Hits:
    """What phrases cover of the line ``text``: left to right, at each place the longest.

    A join or a count counts within ``_JOINS_IN_A_ROW`` of a phrase. Words in Latin letters match
    whole. The time grows with the length of the line.
    """
    pieces = _pieces(fold(text).translate(_variants()))
    for way in (pieces, pieces[::-1]):
        reach = 0
        for piece in way:
            if piece.kinds:
                reach = _JOINS_IN_A_ROW
            elif piece.joins and reach:
                piece.covered = True
                reach -= 1
            else:
                reach = 0
    letters = sum(piece.letters for piece in pieces)
    covered = sum(piece.letters for piece in pieces if piece.covered)
    kinds = frozenset(kind for piece in pieces for kind in piece.kinds)
    return Hits(covered / letters if letters else 0.0, kinds)
