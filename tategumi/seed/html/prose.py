"""Tells sentences from names, labels and heads."""

import re
import unicodedata

_END = re.compile(r'[。．！？…」』）.!?:：;；]["”\'’*)\]]*$')
_SENTENCE = re.compile(r'[。！？]|[.!?]["”\'’)]*(?:\s|$)')
_STOP = re.compile(r'[。．.]["”\'’)」』）]*$')
#: Western words of a sentence.
_WORDS = 5
#: Characters of a sentence that is no label; and of a line, not in a link, that is no head.
_LONG, _LONGER = 12, 30
#: The same in Western words.
_LONGER_WORDS = 15
_SPACE = re.compile(r'\s+')
_QUOTES = str.maketrans('’‘“”', '\'\'""')


def is_prose(plain: str, linked: int) -> bool:
    """Whether ``plain``, of which ``linked`` characters are in links, is made of sentences."""
    text = plain.strip()
    if 2 * linked >= len(text) or len(text) < _LONG:
        return False
    words = len(text.split())
    is_western = sum(map(str.isascii, text)) * 2 > len(text)
    if _SENTENCE.search(text):
        return not is_western or words >= _WORDS
    return not linked and (words >= _LONGER_WORDS if is_western else len(text) >= _LONGER)


def ends_a_sentence(plain: str) -> bool:
    """Whether ``plain`` ends as a sentence or speech does."""
    return bool(_END.search(plain.strip()))


def is_whole_sentence(plain: str) -> bool:
    """Whether ``plain`` ends in a full stop, behind words enough; names of links do not."""
    text = plain.strip()
    return bool(_STOP.search(text)) and (not text.isascii() or len(text.split()) >= _WORDS)


def width_of(plain: str) -> int:
    """The width of ``plain`` in half ems."""
    return sum(1 if character.isascii() else 2 for character in plain)


def without_space(text: str) -> str:
    """``text`` without any space."""
    return _SPACE.sub('', text)


def compared(text: str) -> str:
    """``text`` without what a page sets one way here and another there.

    Those are spaces, capitals, the width of letters and marks, the form of quotes.
    """
    return without_space(unicodedata.normalize('NFKC', text).casefold().translate(_QUOTES))
