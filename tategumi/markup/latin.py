"""Latin text amid Japanese: words, phrases, and upright acronyms (JLReq §3.2.3)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..lazy import lazy_pattern
from .passage import Run

#: Latin, Greek and Cyrillic letters, which vertical text sets sideways
#: (UAX #50, Vertical_Orientation R). Full-width letters stand upright and are not among them.
LETTER = 'A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ'
_LETTER = lazy_pattern(f'[{LETTER}]')
_JAPANESE = lazy_pattern(
    '[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]'
)
#: Figures set high and low, which belong to the letters before them.
_SCRIPTS = '²³¹⁰-₎'
_WORD = (
    rf'[{LETTER}0-9][{LETTER}0-9{_SCRIPTS}]*'
    rf"(?:[-‐–−'’.,:/@&+#_~?=%]+[{LETTER}0-9][{LETTER}0-9{_SCRIPTS}]*)*"
)
_BETWEEN_WORDS = r"""(?:[,.;:!?)\]"”’]*[ ][(\["“‘]*|[ ][-–—&+/][ ])"""
_PHRASE = lazy_pattern(f'{_WORD}(?:{_BETWEEN_WORDS}{_WORD})*')
_TWO_FIGURES = lazy_pattern('(?<![0-9])([0-9]{2})(?![0-9])|(?:(?!(?<![0-9])[0-9]{2}(?![0-9])).)+')
_MARKS_OF_A_WORD = frozenset('+#@&$*_/\\<>=^~|')


class Phrase(NamedTuple):
    """Latin words that belong together: characters ``start`` to ``end`` of a text."""

    start: int
    end: int
    text: str


def phrases(text: str) -> list[Phrase]:
    """The Latin phrases of ``text`` in order: words with a letter in them, and figures among them.

    Words that only a space or a mark with a space parts are one phrase
    (``Sam Altman``, ``Windows 95``); a word keeps the marks and figures inside
    it (``I-JEPA``, ``D1``, an address).
    """
    if not _LETTER.search(text):
        return []
    return [
        Phrase(match.start(), match.end(), match.group())
        for match in _PHRASE.finditer(text)
        if _LETTER.search(match.group())
    ]


def is_japanese(text: str) -> bool:
    """Has ``text`` a kana or kanji in it?"""
    return bool(_JAPANESE.search(text))


def acronyms(phrases: Sequence[Phrase], text: str, limit: int) -> list[Run]:
    """The runs that set acronyms: single words of up to ``limit`` capitals and figures (0: none).

    Two figures beside the capitals (``G20``) are tate-chu-yoko. Only a word that is a whole
    Latin phrase counts, so words among other Latin words (``AI Safety Lab``) and mixed words
    (``OpenAI``) stay as they are, as does an initial with its full stop (``D.``).
    """
    if not limit:
        return []
    runs = []
    for phrase in phrases:
        before = text[phrase.start - 1] if phrase.start else ''
        after = text[phrase.end : phrase.end + 1]
        is_part_of_word = before in _MARKS_OF_A_WORD or after in _MARKS_OF_A_WORD
        is_initial = len(phrase.text) == 1 and after in ('.', '．')
        is_acronym = re.fullmatch(f'[A-Z0-9]{{1,{limit}}}', phrase.text)
        if is_acronym and not is_part_of_word and not is_initial:
            for match in _TWO_FIGURES.finditer(phrase.text):
                first, end = (phrase.start + place for place in match.span())
                runs.append(Run(first, end, match[0], 'tcy' if match[1] else 'upright'))
    return runs
