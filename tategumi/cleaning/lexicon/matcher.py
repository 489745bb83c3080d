"""The automaton over all phrases: how much of a line the words of sites are, and of what kinds."""

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

_NAME_SLOT = '\x03'
_LONGEST_NAME = 12
_SLOTS = {'{count}': COUNT_SLOT, '{date}': DATE_SLOT, '{name}': _NAME_SLOT}
# The key of a node's kinds, where a phrase ends at it; no text has it, for it is no character.
_END = ''


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


@cache
def _automaton() -> dict:
    """A trie: character or slot → node; ``_END`` → the kinds of the phrase that ends there."""
    root: dict = {}
    kinds_of: dict[str, set[str]] = {}
    for path in sorted(LISTS.glob('*.*.txt')):
        kind = path.name.partition('.')[0]
        text = unicodedata.normalize('NFKC', '\n'.join(phrases_of(path))).casefold()
        for slot, character in _SLOTS.items():
            text = text.replace(slot, character)
        text = text.translate(_variants())
        for phrase in text.split('\n'):
            kinds_of.setdefault(phrase, set()).add(kind)
    shared: dict[tuple[str, ...], frozenset[str]] = {}
    for phrase, kinds in kinds_of.items():
        node = root
        for character in phrase:
            following = node.get(character)
            if following is None:
                following = node[character] = {}
            node = following
        node[_END] = shared.setdefault(tuple(sorted(kinds)), frozenset(kinds))
    return root


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in (COUNT_SLOT, DATE_SLOT)


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < '\u0250'


def _within_word(line: str, place: int) -> bool:
    """Whether a word in Latin letters goes on across ``place``."""
    return 0 < place < len(line) and _is_latin(line[place - 1]) and _is_latin(line[place])


def _longest(
    line: str, start: int, node: dict, names: int = 1
) -> tuple[int, frozenset[str]] | None:
    """Where the longest phrase from ``node`` on at ``start`` ends, and its kinds.

    ``names``: how many name slots it may still fill; each tries ``_LONGEST_NAME`` lengths, so
    that the work at one place has a bound.
    """
    best = None
    place = start
    while True:
        if names and _NAME_SLOT in node:
            found = _after_name(line, place, node[_NAME_SLOT], names - 1)
            if found and (best is None or found[0] > best[0]):
                best = found
        if _END in node and not _within_word(line, place) and (best is None or place > best[0]):
            best = (place, node[_END])
        if place == len(line) or line[place] not in node:
            return best
        node = node[line[place]]
        place += 1


def _after_name(
    line: str, start: int, node: dict, names: int
) -> tuple[int, frozenset[str]] | None:
    """The same for what follows a name at ``start``: the longest phrase that any name leaves."""
    if start and line[start - 1].isalnum() and line[start - 1].isascii():
        return None
    best = None
    for place in range(start + 1, min(start + _LONGEST_NAME, len(line)) + 1):
        if not (_is_letter(line[place - 1]) or line[place - 1] in '_-'):
            break
        if _within_word(line, place):
            continue
        found = _longest(line, place, node, names)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _pieces(line: str) -> list[_Piece]:
    """The runs of ``line`` that have letters, in order."""
    root = _automaton()
    pieces = []
    place = 0
    while place < len(line):
        first = line[place]
        found = None
        if (first in root or _NAME_SLOT in root) and not _within_word(line, place):
            found = _longest(line, place, root)
        if found and found[0] > place:
            end, kinds = found
            letters = sum(map(_is_letter, line[place:end]))
            evidence = kinds & KINDS
            pieces.append(_Piece(letters, evidence, not evidence, bool(evidence)))
            place = end
        else:
            if _is_letter(first):
                pieces.append(_Piece(1, frozenset(), first == COUNT_SLOT, False))
            place += 1
    return pieces


def hits(text: str) -> Hits:
    """What phrases cover of the line ``text``: left to right, at each place the longest.

    A join or a count counts where it touches what counts. Words in Latin letters match whole.
    The time grows with the length of the line.
    """
    pieces = _pieces(fold(text).translate(_variants()))
    for way in (pieces, pieces[::-1]):
        touches = False
        for piece in way:
            piece.covered = touches = piece.covered or (touches and piece.joins)
    letters = sum(piece.letters for piece in pieces)
    covered = sum(piece.letters for piece in pieces if piece.covered)
    kinds = frozenset().union(*(piece.kinds for piece in pieces if piece.covered))
    return Hits(covered / letters if letters else 0.0, kinds)
