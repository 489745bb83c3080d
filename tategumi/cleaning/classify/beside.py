"""What is known by what it stands beside: the head of notes, the caption of a picture."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...east_asian import columns
from ...seed.markdown import NOTE
from ...seed.pictures import PICTURE
from ..rules import EDGE, Catalogue
from .matching import Names, first_match, is_aside

#: So a further paragraph of a note begins.
_SET_IN = re.compile(r'(?: {4}|\t)\s*\S')
#: What is no blank line, and begins no paragraph.
_GOES_ON = re.compile(r'[ \t]*[^\s「『（〈《【〔]')
#: Columns by which lines of a text that is set to a width may differ.
_RAGGED = 6


def name_above_notes(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> None:
    """What stands above notes, with nothing else below it down to the next head or the end."""
    only_notes, above_notes = True, False
    for index in range(len(texts))[::-1]:
        found = named[index]
        if NOTE.match(texts[index]) and not fenced[index]:
            above_notes = only_notes
        elif (found and is_aside(found)) or _SET_IN.match(texts[index]):
            continue
        elif above_notes and first_match(rules, texts[index], 'above-notes'):
            named[index] = first_match(rules, texts[index], 'above-notes')
        else:
            only_notes, above_notes = found is not None and found.rule.does == 'head', False


def name_below_pictures(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool], is_html: bool
) -> None:
    """The line below a picture, blank lines between them or not, that is no part of a sentence.

    A page has its lines apart; elsewhere one that reaches about as far as the next may be cut.
    """
    words = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    for above, index in pairwise(words):
        if fenced[index] or named[index] or not _is_picture(texts[above]):
            continue
        text, below = texts[index], ''.join(texts[index + 1 : index + 2])
        if not is_html and _GOES_ON.match(below) and columns(text) + _RAGGED >= columns(below):
            continue
        named[index] = first_match(rules, text, 'below-picture')
        if not named[index] and index == above + 1:
            named[index] = first_match(rules, text, 'right-below-picture')


def _is_picture(text: str) -> bool:
    return PICTURE.fullmatch(text.strip(EDGE)) is not None
