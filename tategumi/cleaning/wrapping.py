"""Paragraphs that were cut into lines of one width, or by the end of a page."""

import re
import unicodedata

from .hyphens import SOFT_HYPHEN
from .repeats import is_sentence
from .rules import EDGE

#: In half-width columns. Narrower lines are verse or lists, wider ones were not wrapped.
_NARROWEST, _WIDEST = 50, 140
#: Down to here lines are taken for wrapped where words are cut in two.
_NARROW = 30
#: So many cut words are no accident.
_CUT_WORDS = 3
#: So much a full line of Japanese may leave: marks that may not end it, or begin the next.
_SLACK = 6
#: So many full lines show that the text was wrapped.
_LINES = 5
# A kanji with its kana, a word in katakana or in small letters on both sides of a line's end.
_CUT_WORD = re.compile(
    '[\u4e00-\u9fff]\n[ぁ-ん]|[ァ-ヴー]\n[ァ-ヴー]|[ぁ-ん]\n[っゃゅょ]|[a-z,]\n[a-z]')
_OPENS = re.compile('[ \t　「『（(【〈《・●■◆※*＊>-]')


def going_on(lines, prose, page_numbers):
    """The indexes of ``lines`` whose text goes on from the line of prose before.

    ``prose`` and ``page_numbers`` tell for each index whether the line is one.
    Wrapped is a text where most of the lines that another follows directly
    are of the same width; of narrow lines, and lines with a blank one after
    each, where words are cut in two besides.
    """
    return _wrapped(lines, prose) | _over_pages(lines, prose, page_numbers)


def _wrapped(lines, prose):
    before = _lines_before(lines, prose)
    widths = {index: _width(lines[other].rstrip(EDGE)) for index, other in before.items()}
    measure = max(widths.values(), default=0)
    full = {index for index in before if widths[index] + _rest(lines[index]) > measure}
    cut_words = sum(bool(_CUT_WORD.search(f'{lines[before[index]][-1:]}\n{lines[index][:1]}'))
                    for index in full)
    apart = any(index - other > 1 for index, other in before.items())
    narrowest = _NARROW if cut_words >= _CUT_WORDS else _NARROWEST
    if not (narrowest <= measure <= _WIDEST and len(full) >= _LINES
            and len(full) * 10 >= len(before) * 6
            and (not apart or cut_words >= _CUT_WORDS)):
        return set()
    # Only where paragraphs are told apart otherwise does a full stop at the end tell nothing.
    marked = any(_OPENS.match(line) for line, is_prose in zip(lines, prose) if is_prose) or (
        not apart and any(not line.strip(EDGE) for line in lines[1:-1]))
    return {
        index for index in full
        if not _OPENS.match(lines[index]) and (marked or not is_sentence(lines[before[index]]))}


def _lines_before(lines, prose):
    """``{index: index}`` of lines of prose and the one that each follows directly.

    Where none follows another directly, one blank line stands between.
    """
    for step in (1, 2):
        found = {
            index: index - step for index in range(step, len(lines))
            if prose[index] and prose[index - step] and lines[index].strip(EDGE)
            and not any(line.strip(EDGE) for line in lines[index - step + 1:index])}
        if found:
            return found
    return {}


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
    return sum(
        2 if unicodedata.east_asian_width(mark) in 'WFA' and mark != SOFT_HYPHEN else 1
        for mark in text)
