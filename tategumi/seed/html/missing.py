"""Pictures of a page that are not beside it: their alternative text and place."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from .tokens import unescape

#: Attributes that name the file of a picture; pages that load it late keep it in another.
SOURCES = ('src', 'data-src', 'data-original', 'data-lazy-src')
#: A picture so small, in pixels, is a sign in the text, as of a character that fonts lack.
_SIGN = 64
#: A picture so small is none: pages count their readers with it, or keep room.
_DOT = 2
#: As many characters, if they are marks alone, are a picture's own: faces, flags.
_MARKS = 12


@dataclass(frozen=True)
class Missing:
    """A picture at ``start`` of the page, the ``words`` for it, its ``source`` as the page has it.

    ``is_linked``: it stands in a link.
    """

    start: int
    words: str
    source: str
    is_linked: bool


def words_of(attributes: Mapping[str, str]) -> str:
    """What the page says for those who do not see the picture."""
    return ' '.join(unescape(attributes.get('alt') or '').split())


def name_of(attributes: Mapping[str, str]) -> str:
    """What the page calls the file; of a picture within the page its kind alone."""
    names = [attributes[key] for key in SOURCES if attributes.get(key)]
    name = next((name for name in names if not name.startswith('data:')), (names or [''])[0])
    return name.partition(',')[0] if name.startswith('data:') else name


def is_sign(attributes: Mapping[str, str]) -> bool:
    """Whether it is as small as a character."""
    return any(side <= _SIGN for side in _sides(attributes))


def is_dot(attributes: Mapping[str, str]) -> bool:
    """Whether nobody sees it."""
    return any(side <= _DOT for side in _sides(attributes))


def is_character(words: str) -> bool:
    """Whether the words are the character that the picture shows, or marks alone."""
    kinds = [unicodedata.category(mark)[0] for mark in words]
    letters = [kind for kind in kinds if kind in 'LN']
    return (
        bool(words)
        and not words.isascii()
        and (len(kinds) - kinds.count('M') == 1 or len(kinds) <= _MARKS and not letters)
    )


def _sides(attributes: Mapping[str, str]) -> list[int]:
    sides = [attributes.get(key, '').removesuffix('px') for key in ('width', 'height')]
    return [int(side[:9]) for side in sides if side.isdecimal() and side.isascii()]
