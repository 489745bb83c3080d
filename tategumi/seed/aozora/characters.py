"""Characters that the notation spells out: 外字, and accented letters as letter and mark."""

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
#: A description, and a code: plane, row and cell of JIS X 0213, or that of Unicode.
GAIJI = (
    r'※［＃(?:「[^［］]*」|[^［］「」、]*)[、，]'
    r'(?:(?:第[1-4１-４]水準)?(?P<plane>[12])-(?P<row>\d{1,2})-(?P<cell>\d{1,2})(?!\d)'
    r'|(?:U\+|unicode)(?P<code>[0-9A-Fa-f]{4,6}))[^［］]*］'
)
_GAIJI = re.compile(GAIJI)
#: As text these would be notation; whoever reads a line takes their notes for them.
_NOTATION = frozenset('《》｜［］〔〕＃※')


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


def resolve_gaiji(text: str) -> str:
    """``text`` with each ※［＃…］ that gives a code as the character it names.

    One that names no character stays as it is, and so does one that names a mark of the notation.
    """
    return _GAIJI.sub(_named, text)


def character_of(match: re.Match[str]) -> str:
    """The character that a ``match`` of ``GAIJI`` names, or ``''``."""
    character = _character(match)
    return character if character.isprintable() else ''


def _named(match: re.Match[str]) -> str:
    character = character_of(match)
    return match[0] if character in _NOTATION else character or match[0]


def _character(match: re.Match[str]) -> str:
    if match['code']:
        code = int(match['code'], 16)
        return chr(code) if code <= 0x10FFFF else ''
    row, cell = int(match['row']), int(match['cell'])
    if not (1 <= row <= 94 and 1 <= cell <= 94):
        return ''
    pair = bytes((row + 0xA0, cell + 0xA0))
    try:
        return (b'\x8f' + pair if match['plane'] == '2' else pair).decode('euc_jis_2004')
    except UnicodeDecodeError:
        return ''
