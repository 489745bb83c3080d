"""The numbers that texts call glyphs by: a font's own, and those of characters it lacks."""

from array import array
from collections.abc import Iterable
from typing import TypeAlias

#: Numbers of 32 bits.
Glyphs: TypeAlias = array

#: Of a character that no font has the number is so much more than its code point: a font has
#: fewer glyphs, and wherever the character is set it has the same number.
MISSING = 0x10000


def glyphs(numbers: Iterable[int]) -> Glyphs:
    """``numbers`` as texts hold them."""
    return array('I', numbers)


def missing_character(glyph: int) -> str:
    """The character that ``glyph`` stands for, which no font has; ``''`` for a font's own."""
    return chr(glyph - MISSING) if glyph >= MISSING else ''
