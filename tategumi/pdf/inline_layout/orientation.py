"""Which characters stand upright in vertical text and which lie sideways (UAX #50)."""

from collections.abc import Iterator
from functools import cache
from unicodedata import east_asian_width, name

from ...kumihan import class_of

#: UAX #50 makes these lie sideways (R); Japanese fonts have vertical forms
#: for the dashes and leaders, and books stand the others upright.
_SIDEWAYS_SCRIPTS = ('GREEK', 'CYRILLIC', 'LATIN')


@cache
def is_upright(character: str) -> bool:
    """Does ``character`` keep its own direction in a vertical line?

    Full- and wide characters do, as do the marks JLReq's classes name and the
    symbols of ambiguous width; letters of Greek, Cyrillic and Latin do not.
    """
    width = east_asian_width(character)
    if width in 'FW':
        return True
    if character < '\u00a0' or character in '‘’“”':
        return False
    if class_of(character) != 19:
        return True
    return width == 'A' and not name(character, '').startswith(_SIDEWAYS_SCRIPTS)


def spans_of(text: str) -> Iterator[tuple[str, str, int]]:
    """Cut ``text`` into ``(kind, text, offset)``: upright, sideways word, space, break."""
    if {*map(_KINDS.__getitem__, text)} == {'upright'}:
        yield 'upright', text, 0
        return
    start, length = 0, len(text)
    while start < length:
        kind = _KINDS[text[start]]
        end = start + 1
        while end < length and _KINDS[text[end]] == kind and kind not in ('space', 'break'):
            end += 1
        yield kind, text[start:end], start
        start = end


class _Kinds(dict):
    """Character → its kind of span."""

    def __missing__(self, character: str) -> str:
        kind = self[character] = 'upright' if is_upright(character) else 'sideways'
        return kind


_KINDS = _Kinds({' ': 'space', '\t': 'space', '\n': 'break'})
