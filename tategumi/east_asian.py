"""How wide text is by the classes of East Asian Width (UAX #11)."""

from unicodedata import east_asian_width

_SOFT_HYPHEN = '\u00ad'


def is_wide(character: str) -> bool:
    """Is ``character`` as wide as a kanji in East Asian text? Ambiguous ones are."""
    return east_asian_width(character) in 'WFA' and character != _SOFT_HYPHEN


class _Columns(dict[str, int]):
    """The columns of each character that was asked for."""

    def __missing__(self, character: str) -> int:
        self[character] = found = 2 if is_wide(character) else 1
        return found


_COLUMNS = _Columns()


def columns(text: str) -> int:
    """The width of ``text`` on a terminal or typewriter: two of a kanji, one of a letter."""
    return sum(map(_COLUMNS.__getitem__, text))


def em_length(text: str, narrow: float = 0.6) -> float:
    """The length of ``text`` in em, each character that is not wide taken for ``narrow``."""
    return sum(1 if is_wide(character) else narrow for character in text)
