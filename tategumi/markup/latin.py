"""Latin words and phrases in Japanese text."""

import re
from dataclasses import dataclass

#: Latin, Greek and Cyrillic letters, which vertical text sets sideways
#: (UAX #50, Vertical_Orientation R). Full-width letters stand upright and are not among them.
LETTER = 'A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ'

_JAPANESE = re.compile(
    '[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]'
)
_WORD = rf"[{LETTER}0-9]+(?:[-‐'’.,:/@&+#_~?=%]+[{LETTER}0-9]+)*"
_BETWEEN_WORDS = r"""(?:[,.;:!?)\]"”’]*[ ][(\["“‘]*|[ ][-–—&+/][ ])"""
_PHRASE = re.compile(f'{_WORD}(?:{_BETWEEN_WORDS}{_WORD})*')


@dataclass(frozen=True)
class Phrase:
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
    return [
        Phrase(match.start(), match.end(), match.group())
        for match in _PHRASE.finditer(text)
        if re.search(f'[{LETTER}]', match.group())
    ]


def is_japanese(text: str) -> bool:
    """Has ``text`` a kana or kanji in it?"""
    return bool(_JAPANESE.search(text))
