"""What heads the notes, which go to the chapters that call them."""

import re
from collections.abc import Sequence

from ...seed.markdown import NOTE
from ..rules import Catalogue
from .matching import Names, first_match, is_aside

#: So a further paragraph of a note begins.
_SET_IN = re.compile(r'(?: {4}|\t)\s*\S')


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
