"""Words that the end of a line divided."""

import re
from collections.abc import Iterable, Sequence

#: The sign for a place where a word may be divided (Unicode, chapter 6.2).
SOFT_HYPHEN = '\u00ad'
_DIVIDED = re.compile("([A-Za-z'’]*[a-z])-$")
_REST = re.compile("[a-z'’]+")
_WORD = re.compile("[A-Za-z'’]+(?:-[A-Za-z'’]+)*")


def without_hyphens(lines: Sequence[str], goes_on: Iterable[int]) -> dict[int, str]:
    """``{index: text}`` of the ``lines`` that lose the hyphen at their end.

    ``goes_on`` has the index of each line that goes on from the one before it
    in ``lines``. Sure is only what the text itself shows: the whole word stands
    elsewhere in one, and nowhere with a hyphen.
    """
    divided = {
        index - 1: (match[1] + rest[0], f'{match[1]}-{rest[0]}')
        for index in goes_on
        for match, rest in [(_DIVIDED.search(lines[index - 1]), _REST.match(lines[index]))]
        if match and rest
    }
    words = {word.lower() for line in lines for word in _WORD.findall(line)} if divided else ()
    return {
        index: lines[index][:-1]
        for index, (whole, parted) in divided.items()
        if whole.lower() in words and parted.lower() not in words
    }
