"""Character classes (JLReq appendix A) and the part of its em a character fills.

A class is its number in JLReq, here and in all of ``kumihan``:

1 opening brackets, 2 closing brackets, 3 hyphens, 4 dividing marks, 5 middle
dots, 6 full stops, 7 commas, 8 inseparable characters, 9 iteration marks,
10 prolonged sound mark, 11 small kana, 12 prefixed and 13 postfixed
abbreviations, 14 ideographic space, 15 hiragana, 16 katakana, 17 math symbols,
18 math operators, 19 ideographic characters; and, by use, 20 reference marks,
21 ornamented characters, 22 simple ruby, 23 jukugo-ruby, 24 grouped numerals,
25 unit symbols, 26 word space, 27 Western characters, 28 and 29 warichu
brackets, 30 tate-chu-yoko.
"""

from .tables import rows


class _Classes(dict):
    """Character → class; cl-19 of one that is in no list."""

    def __missing__(self, character: str) -> int:
        self[character] = 19
        return 19


_CLASS_OF = _Classes(
    {character: int(number) for number, characters in rows('classes') for character in characters}
)

#: How much of its em a mark's body fills; the rest is space that JLReq's
#: table 1 gives or takes (§3.1.2). Classes not named fill it.
BODY = {1: 0.5, 2: 0.5, 5: 0.5, 6: 0.5, 7: 0.5}

#: Where the body stands in the em, from its start: an opening bracket in the
#: second half, a middle dot in the middle, all others at the start.
BODY_START = {1: 0.5, 5: 0.25}


def class_of(character: str) -> int:
    """The class of ``character`` in Japanese text, as a number; cl-19 if in no list."""
    return _CLASS_OF[character]


def classes_of(text: str) -> list[int]:
    """The class of each character of ``text``, a list."""
    return list(map(_CLASS_OF.__getitem__, text))
