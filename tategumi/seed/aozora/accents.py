"""Accented letters that a text without them writes as letter and mark: 〔cafe'〕."""

import re
import unicodedata

_PASSAGE = re.compile('〔([^〔〕]*)〕')
_COMBINING = {
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    ':': '\u0308',
    '&': '\u030a',
    ',': '\u0327',
    '_': '\u0304',
}
_WHOLE = {
    'AE&': 'Æ',
    'OE&': 'Œ',
    'ae&': 'æ',
    'oe&': 'œ',
    's&': 'ß',
    'O/': 'Ø',
    'o/': 'ø',
    '!@': '¡',
    '?@': '¿',
}
_VOWELS = 'aeiouyhAEIOUYH'
# The apostrophe of l'eau, qu'il: one consonant, or qu, before a vowel.
_ELISION = rf"(?:(?<![A-Za-z])[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]|[qQ]u)'(?=[{_VOWELS}])"
# A colon or comma that no letter follows is punctuation.
_ACCENTED = re.compile(
    rf'(?P<elision>{_ELISION})|(?P<whole>{"|".join(map(re.escape, _WHOLE))})'
    r"|(?P<letter>[A-Za-z])(?P<mark>[`'^~&_]|[:,](?=[A-Za-z]))"
)


def compose_accents(text: str) -> str:
    """``text`` with each 〔…〕 that holds decomposed letters as the letters themselves.

    The brackets go with the decomposition (https://www.aozora.gr.jp/accent_separation.html);
    brackets that hold none are the text's own and stay.
    """
    return _PASSAGE.sub(_passage, text)


def _passage(match: re.Match[str]) -> str:
    composed = _ACCENTED.sub(_letter, match[1])
    return match[0] if composed == match[1] else composed


def _letter(match: re.Match[str]) -> str:
    if match['elision']:
        return match['elision']
    if match['whole']:
        return _WHOLE[match['whole']]
    composed = unicodedata.normalize('NFC', match['letter'] + _COMBINING[match['mark']])
    return composed if len(composed) == 1 else match[0]
