"""What stays together where classes alone do not say so: figures with signs and units, marks.

The classes of ``breaks`` are those of Japanese text. What is half as wide, or set upright as a
figure, is of another class here (cl-19, cl-27, cl-30), and keeps the rules of what it is.
"""

import re
from collections.abc import Sequence
from unicodedata import decomposition

from .classes import class_of
from .paragraph import Paragraph
from .spacing import space_table

_FIGURES = '0-9０-９〇一二三四五六七八九十百千万億兆数'
_FIGURE = re.compile(f'[{_FIGURES}]')
_ARABIC = re.compile('[0-9０-９]')
_LETTER = re.compile('[A-Za-zＡ-Ｚａ-ｚ]')
#: Before a figure, and behind none, these are its sign.
_SIGNS = '−－±∓＋+-'
_FULL_WIDTH = 0xFEE0
_QUOTES = {'‘': 1, '“': 1, '’': 2, '”': 2}

#: Opening brackets and signs of a currency, which never end a line; what never begins one.
OPENING, CLOSING = frozenset((1, 12)), frozenset((2, 4, 5, 6, 7))


def half_width_class(character: str) -> int:
    """The class of ``character`` were it full-width; 0 of one that has no half-width form."""
    if '!' <= character <= '~':
        return class_of(chr(ord(character) + _FULL_WIDTH))
    return _QUOTES.get(character, 0)


def belong_together(before: str, between: str, after: str) -> bool:
    """May no line end between the characters ``between`` and ``after``?

    ``before`` is what stands before both, or ``''``. Asked of what the classes do not tell of:
    half-width brackets, quotes and stops (JLReq §3.1.7, §3.1.8); figures with the unit after
    them (appendix C, notes 9 to 11), the sign before them, the letters beside them.
    """
    if between in ' 　' or after in ' 　':
        return False
    if half_width_class(between) in OPENING or half_width_class(after) in CLOSING:
        return True
    if _FIGURE.match(between):
        return is_unit(after) or bool(_ARABIC.match(between) and _LETTER.match(after))
    if _FIGURE.match(after):
        if between in _SIGNS:
            return not re.match(rf'[{_FIGURES}A-Za-zＡ-Ｚａ-ｚ）)\]］]', before)
        return bool(_LETTER.match(between) and _ARABIC.match(after))
    return False


def is_unit(character: str) -> bool:
    """Is ``character`` written behind a figure: a postfixed abbreviation, a unit in one square?"""
    return class_of(character) == 13 or decomposition(character).startswith('<square>')


def keep_together(paragraph: Paragraph, last: int, texts: Sequence[str]) -> None:
    """See that no line ends after item ``last`` if it belongs together with the next.

    ``texts`` are of what stands before it, its own, and that of the next.
    """
    before, own, following = texts
    if not (own and following):
        return
    two = (before + own)[-2:]
    if belong_together(two[:-1], two[-1], following[0]):
        space = space_table()[paragraph.classes[last]][paragraph.classes[last + 1]]
        if space.before or space.after:
            paragraph.kept.add(last)
        else:
            paragraph.bound[last] = True


def pairs_in(text: str) -> list[int]:
    """The places in full-width ``text`` of characters that belong together with the next."""
    places = (match.start() for match in _CANDIDATES.finditer(text))
    return [
        place
        for place in places
        if belong_together(text[max(0, place - 1) : place], text[place], text[place + 1])
    ]


_UNITS = ''.join(chr(code) for code in range(0xA2, 0x3400) if is_unit(chr(code))) + '％￠'
_CANDIDATES = re.compile(
    f'[{_FIGURES}](?=[{_UNITS}])|[{re.escape(_SIGNS)}](?=[{_FIGURES}])|[０-９](?=[Ａ-Ｚａ-ｚ])|[Ａ-Ｚａ-ｚ](?=[０-９])'
)
