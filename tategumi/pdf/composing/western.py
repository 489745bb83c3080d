"""Western words in Japanese text: where one may be divided (JLReq §3.2.6)."""

import re
from functools import cache

import pyphen

#: Letters of a name in a program that stay together.
_LONGEST_NAME = 20

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
def divide_code(word):
    """``word`` of a program in the pieces a line may end between, as ``divide``.

    They end with marks, or are stretches of a name too long for any line. No
    hyphen is added: it would be part of the program.
    """
    pieces = re.findall(rf'\w{{1,{_LONGEST_NAME}}}\W*|\W+', word)
    return [(piece, False) for piece in pieces]


@cache
def _dictionary():
    return pyphen.Pyphen(lang='en_US', left=2, right=3)
