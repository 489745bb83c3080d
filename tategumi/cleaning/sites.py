"""How surely a line is a site's, looked at by itself: by its words, its figures, its form."""

import re
from functools import lru_cache

from ..east_asian import columns
from .lexicon import COUNT_SLOT, DATE_SLOT, fold, hits, hits_of_folded
from .lines import WIDEST_OF_A_SITE, reads_as_prose
from .rules import EDGE

#: The share of a line's letters that a site's words cover in a line that is the site's own; of
#: English ones, where of and the count, it takes more.
_COVERED = (0.8, 0.9)
#: A sentence is a site's where so much of it is, perhaps where so much (more in English, where
#: most sentences have some of its words), and where it has so many half-width columns.
_SENTENCE_COVERED, _SENTENCE_PERHAPS, _SENTENCE_WIDTH = 0.95, (0.6, 0.85), 24
#: Kinds of words that nothing but a site has, on a line of so many columns or with a figure.
_SURE = frozenset('account advert author label legal react tags'.split())
_SURE_WIDTH = 12
#: A line with a time of day is a stamp where it is no wider; so is a label with its value, and
#: the label itself.
_STAMP, _FIELD, _LABEL = 100, 100, 24
#: So many words of a site side by side are a bar of it; each has no more characters.
_WORDS, _WORD = 3, 24

#: How who narrates ends a sentence, and no notice does.
_NARRATES = re.compile('(?<!まし)(?<!でし)た。|である。|(?<!もの)だ。')
#: A time of day, with or without the day.
CLOCK = re.compile(r'\d{1,2}\s?[:：]\s?\d\d(?!\d)|\d{1,2}\s?[時时點点]\s?\d{1,2}\s?分')
_COLON = re.compile(r'\s*[:：]\s*')
_PATH = re.compile(r'\s*[>＞»›]+\s*|\s[/→]\s')
_BAR = re.compile(r'\s*[|｜/／・·•∙>＞»›]\s*|\s{2,}|\u3000|\t|\s[-–—]\s')


@lru_cache(maxsize=1 << 14)
def weight_of(text: str) -> int:
    """How surely the line is a site's: 0 not, 1 perhaps, 2 surely.

    Sure are words that nothing but a site has, rights, bars of words, paths, times of day; less
    so other words of sites, labels with a value, days and figures alone. Of a sentence nearly all
    must be a site's. What is wider than ``WIDEST_OF_A_SITE`` is none.
    """
    text = text.strip(EDGE)
    width = columns(text)
    if not text or width > WIDEST_OF_A_SITE:
        return 0
    folded = fold(text)
    if folded[0] == '©' and not _NARRATES.search(text) or folded.startswith('copyright'):
        return 2
    if not any(map(str.isalpha, folded)):
        # The hours of a timetable are its own.
        if CLOCK.fullmatch(text.strip('*＊ ')):
            return 0
        if reads_as_prose(text):
            return 0
        is_stamp = DATE_SLOT in folded and bool(CLOCK.search(text))
        return 2 * is_stamp or int(DATE_SLOT in folded or COUNT_SLOT in folded)
    found = hits_of_folded(folded)
    if reads_as_prose(text):
        if _NARRATES.search(text):
            return 0
        perhaps = _SENTENCE_PERHAPS[text.isascii()]
        is_sure = found.share >= _SENTENCE_COVERED
        if width >= _SENTENCE_WIDTH:
            return is_sure + (found.share >= perhaps)
        return int(is_sure and text.endswith(('…', '...')))
    if DATE_SLOT in folded and width <= _STAMP and CLOCK.search(text):
        return 2
    if not found.kinds:
        return 0
    weight = _of_its_form(text, width)
    if found.share >= _COVERED[text.isascii()]:
        has_figure = COUNT_SLOT in folded or DATE_SLOT in folded
        is_sure = bool(found.kinds & _SURE) and (has_figure or width >= _SURE_WIDTH)
        return max(weight, 2 if is_sure or has_figure and 'stamp' in found.kinds else 1)
    return weight


def _of_its_form(text: str, width: int) -> int:
    """Of a line that has some of a site's words among others."""
    path = _PATH.split(text)
    if len(path) > 1 and _kinds(path[0]):
        return 2
    words = [word for word in _BAR.split(text) if word]
    if len(words) < _WORDS and not text.isascii():
        words = text.split()
    if len(words) >= _WORDS and max(map(len, words)) <= _WORD:
        known = sum(bool(_kinds(word)) for word in words)
        if known >= _WORDS and 3 * (len(words) - known) <= len(words):
            return 2
    label, *value = _COLON.split(text, maxsplit=1)
    if value and value[0] and width <= _FIELD and columns(label) <= _LABEL:
        kinds = _kinds(label)
        return 2 if 'tags' in kinds else int(bool(kinds))
    return 0


def _kinds(text: str) -> frozenset[str]:
    """The kinds of a site's words that a part of a line is of, and nothing else."""
    found = hits(text)
    return found.kinds if found.share >= _COVERED[text.isascii()] else frozenset()
