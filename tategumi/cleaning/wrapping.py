"""Paragraphs that were cut into lines of one width, or by the end of a page."""

import re
import unicodedata

from .repeats import is_sentence
from .rules import EDGE

#: In half-width columns. Narrower lines are verse or lists, wider ones were not wrapped.
_NARROWEST, _WIDEST = 50, 140
#: So much a full line of Japanese may leave: marks that may not end it, or begin the next.
_SLACK = 6
#: So many full lines show that the text was wrapped.
_LINES = 5
_OPENS = re.compile('[ \t　「『（(【〈《・●■◆※*＊>-]')


def going_on(lines, prose, page_numbers):
    """The indexes of ``lines`` whose text goes on from the line of prose before.

    ``prose`` and ``page_numbers`` tell for each index whether the line is one.
    Wrapped is a text where most of the lines that another follows directly
    are of the same width.
    """
    return _wrapped(lines, prose) | _over_pages(lines, prose, page_numbers)


def _wrapped(lines, prose):
    pairs = [
        index for index in range(1, len(lines))
        if prose[index] and prose[index - 1] and lines[index].strip(EDGE)]
    widths = {index: _width(lines[index - 1].rstrip(EDGE)) for index in pairs}
    measure = max(widths.values(), default=0)
    full = {index for index in pairs if widths[index] + _rest(lines[index]) > measure}
    if not (_NARROWEST <= measure <= _WIDEST and len(full) >= _LINES
            and len(full) * 10 >= len(pairs) * 6):
        return set()
    # Only where paragraphs are told apart otherwise does a full stop at the end tell nothing.
    marked = any(_OPENS.match(line) for line, is_prose in zip(lines, prose) if is_prose) or any(
        not line.strip(EDGE) for line in lines[1:-1])
    return {
        index for index in full
        if not _OPENS.match(lines[index]) and (marked or not is_sentence(lines[index - 1]))}


def _rest(line):
    """What would have had to fit into the line before: the first Western word, or marks."""
    word = re.match('[!-~]+', line)
    return len(word[0]) + 1 if word else _SLACK + 1


def _over_pages(lines, prose, page_numbers):
    found, before, page = set(), None, False
    for index, line in enumerate(lines):
        page |= page_numbers[index]
        if prose[index] and line.strip(EDGE):
            if (page and before is not None and not _OPENS.match(line)
                    and not is_sentence(lines[before]) and len(lines[before]) > 10):
                found.add(index)
            before, page = index, False
    return found


def _width(text):
    return sum(2 if unicodedata.east_asian_width(mark) in 'WFA' else 1 for mark in text)
