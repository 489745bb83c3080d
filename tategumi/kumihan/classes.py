"""Character classes (JLReq appendix A) and the part of its em a character fills."""

from enum import IntEnum

from .tables import rows


class CharacterClass(IntEnum):
    """JLReq's classes by their numbers, cl-01 to cl-30."""

    OPENING_BRACKET = 1
    CLOSING_BRACKET = 2
    HYPHEN = 3
    DIVIDING_MARK = 4
    MIDDLE_DOT = 5
    FULL_STOP = 6
    COMMA = 7
    INSEPARABLE = 8
    ITERATION_MARK = 9
    PROLONGED_SOUND = 10
    SMALL_KANA = 11
    PREFIXED_ABBREVIATION = 12
    POSTFIXED_ABBREVIATION = 13
    IDEOGRAPHIC_SPACE = 14
    HIRAGANA = 15
    KATAKANA = 16
    MATH_SYMBOL = 17
    MATH_OPERATOR = 18
    IDEOGRAPHIC = 19
    REFERENCE_MARK = 20
    ORNAMENTED = 21
    SIMPLE_RUBY = 22
    JUKUGO_RUBY = 23
    GROUPED_NUMERAL = 24
    UNIT_SYMBOL = 25
    WORD_SPACE = 26
    WESTERN = 27
    WARICHU_OPENING = 28
    WARICHU_CLOSING = 29
    TATE_CHU_YOKO = 30


_CLASS_OF = {
    character: int(number) for number, characters in rows('classes') for character in characters}

#: How much of its em a mark's body fills; the rest is space that JLReq's
#: table 1 gives or takes (§3.1.2). Classes not named fill it.
BODY = {1: .5, 2: .5, 5: .5, 6: .5, 7: .5}

#: Where the body stands in the em, from its start: an opening bracket in the
#: second half, a middle dot in the middle, all others at the start.
BODY_START = {1: .5, 5: .25}


def class_of(character):
    """The class of ``character`` in Japanese text, as a number; cl-19 if in no list."""
    return _CLASS_OF.get(character, 19)
