"""Western words in Japanese text: where one may be divided (JLReq §3.2.6)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import pyphen

#: Letters of a name in a program that stay together.
_LONGEST_NAME = 20

#: Words shorter than this are never hyphenated.
_SHORTEST = 6
#: Languages in whose text a Western word is taken for English unless it says what it is.
_EAST_ASIAN = ('ja', 'ko', 'zh')
_ADDRESS = re.compile(r'\w+://|www\.')


@cache
def divide(word: str, language: str = 'ja') -> list[tuple[str, bool]]:
    """``word`` in the pieces a line may end between, each ``(piece, hyphen)``.

    ``hyphen`` is true where a line that ends after the piece adds one. Plain
    words are divided at their syllables; names of mixed capitals, figures and
    codes never; addresses (URLs) after their slashes and dots. The syllables are
    those of ``language`` (BCP 47), of English in Japanese text.
    """
    is_english = language.lower().split('-')[0] in _EAST_ASIAN
    if _ADDRESS.match(word):
        return [(piece, False) for piece in re.findall(r'[^/.?&=]*[/.?&=]+|[^/.?&=]+', word)]
    match = re.search('[A-Za-z]+' if is_english else r'[^\W\d_]+', word)
    if not match or len(match[0]) < _SHORTEST or not match[0][1:].islower():
        return [(word, False)]
    pieces, start = [], 0
    for position in _syllables(match[0], 'en-US' if is_english else language):
        end = match.start() + position
        pieces.append((word[start:end], True))
        start = end
    return [*pieces, (word[start:], False)]


@cache
def divide_code(word: str) -> list[tuple[str, bool]]:
    """``word`` of a program in the pieces a line may end between, as ``divide``.

    They end with marks, or are stretches of a name too long for any line. No
    hyphen is added: it would be part of the program.
    """
    pieces = re.findall(rf'\w{{1,{_LONGEST_NAME}}}\W*|\W+', word)
    return [(piece, False) for piece in pieces]


def _syllables(word: str, language: str) -> Sequence[int]:
    dictionary = _dictionary(language)
    return dictionary.positions(word) if dictionary else ()


@cache
def _dictionary(language: str) -> Any:
    known = pyphen.language_fallback(language.replace('-', '_'))
    return pyphen.Pyphen(lang=known, left=2, right=3) if known else None
