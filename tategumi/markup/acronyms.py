"""Acronyms of capitals stand upright in vertical text (JLReq §3.2.3)."""

import re
from collections.abc import Sequence

from .latin import Phrase
from .passage import Run

_MARKS_OF_A_WORD = frozenset('+#@&$*_/\\<>=^~|')


def acronyms(phrases: Sequence[Phrase], text: str, limit: int) -> list[Run]:
    """The runs that set acronyms: single words of up to ``limit`` capitals (0: none).

    Only a word that is a whole Latin phrase counts, so words among other Latin
    words (``AI Safety Lab``), mixed words (``OpenAI``) and words with figures
    (``D1``) stay as they are, as does an initial with its full stop (``D.``).
    """
    if not limit:
        return []
    runs = []
    for phrase in phrases:
        before = text[phrase.start - 1] if phrase.start else ''
        after = text[phrase.end : phrase.end + 1]
        is_part_of_word = before in _MARKS_OF_A_WORD or after in _MARKS_OF_A_WORD
        is_initial = len(phrase.text) == 1 and after in ('.', '．')
        is_acronym = re.fullmatch(f'[A-Z]{{1,{limit}}}', phrase.text)
        if is_acronym and not is_part_of_word and not is_initial:
            runs.append(Run(phrase.start, phrase.end, phrase.text, 'upright'))
    return runs
