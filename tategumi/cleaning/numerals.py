"""Parses numerals: Arabic, kanji, Roman, circled, English words."""

import re
import unicodedata

_DIGITS = {digit: value for value, digit in enumerate('〇一二三四五六七八九')} | {
    '零': 0,
    '壱': 1,
    '弐': 2,
    '参': 3,
}
_PLACES = {'十': 10, '百': 100, '千': 1000}
_ROMAN = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
_WORDS = {
    word: value
    for value, word in enumerate(
        'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(), 1
    )
}
_ROMAN_FORM = re.compile('(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})')


def number_of(text: str) -> int | None:
    """The value of a numeral, ``None`` for anything else.

    Numerals are 12, １２, 十二, 一二, 弐, Ⅻ, XII, ⑫ and English words from one to twelve.
    """
    plain = unicodedata.normalize('NFKC', text).upper()
    if plain.isascii() and plain.isdigit() and len(plain) <= 6:
        return int(plain)
    if plain in _WORDS:
        return _WORDS[plain]
    if plain and _ROMAN_FORM.fullmatch(plain):
        return _roman(plain)
    if plain and len(plain) <= 9 and all(mark in _DIGITS or mark in _PLACES for mark in plain):
        return _kanji(plain)
    return None


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0])
    )


def _kanji(text: str) -> int:
    if not any(mark in _PLACES for mark in text):
        return int(''.join(str(_DIGITS[mark]) for mark in text))
    total = digit = 0
    for mark in text:
        if mark in _PLACES:
            total += (digit or 1) * _PLACES[mark]
            digit = 0
        else:
            digit = _DIGITS[mark]
    return total + digit
