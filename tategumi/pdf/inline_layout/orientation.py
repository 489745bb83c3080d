"""Which characters stand upright in vertical text and which lie sideways (UAX #50)."""

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
