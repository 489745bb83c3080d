"""Western words in Japanese text: where one may be divided (JLReq §3.2.6)."""

import re
from functools import cache

import pyphen

#: Words shorter than this are never hyphenated.
_SHORTEST = 6
_HYPHENATED = re.compile(r'[A-Z]?[a-z]+')
_ADDRESS = re.compile(r'\w+://|www\.')


@cache
def divide(word):
    """``word`` in the pieces a line may end between, each ``(piece, hyphen)``.

    ``hyphen`` is true where a line that ends after the piece adds one. Plain
    words are divided at their syllables; names of mixed capitals, figures and
    codes never; addresses (URLs) after their slashes and dots.
    """
    if _ADDRESS.match(word):
        return [(piece, False) for piece in re.findall(r'[^/.?&=]*[/.?&=]+|[^/.?&=]+', word)]
    match = re.search(r'[A-Za-z]+', word)
    if not match or len(match[0]) < _SHORTEST or not _HYPHENATED.fullmatch(match[0]):
        return [(word, False)]
    pieces, start = [], 0
    for position in _dictionary().positions(match[0]):
        end = match.start() + position
        pieces.append((word[start:end], True))
        start = end
    return [*pieces, (word[start:], False)]


@cache
def _dictionary():
    return pyphen.Pyphen(lang='en_US', left=2, right=3)
