"""Removes glosses in brackets that repeat the word before them."""

import re
import unicodedata

from .characters import CLOSING

_GLOSS = re.compile('（([^（）]+)）')
_QUOTES = '「」『』“”〝〟" 　'
_REACH = 20
#: What follows the script in the name of a character.
_SCRIPT = re.compile('[^A-Z].*', re.DOTALL)
_ENDING = re.compile('[ぁ-ん]{1,2}$')


def drop_repeating_glosses(text: str) -> str:
    """``text`` without each （…） that repeats the word it stands after.

    Quotes around the word or the gloss do not count, nor does an ending of up
    to two hiragana after the word (種差別者だ（種差別者）). The word must begin
    where the script changes, so that 自動車 does not repeat 電気自動車.
    """
    kept, done = '', 0
    for match in _GLOSS.finditer(text):
        kept += text[done : match.start()]
        done = match.end()
        # No more than this can count, and a long line stays quick to go through.
        before = kept[-len(match.group()) - _REACH :]
        if not _repeats(before, match.group(1).strip(_QUOTES)):
            kept += match.group()
    return kept + text[done:]


def _repeats(before: str, word: str) -> bool:
    before = before.rstrip(CLOSING + _QUOTES)
    if len(word) < 2:
        return False
    for stem in (before, _ENDING.sub('', before)):
        if stem.endswith(word):
            start = len(stem) - len(word)
            return start == 0 or _script(stem[start - 1]) != _script(word[0])
    return False


def _script(character: str) -> str:
    if not character.isalnum():
        return ''
    # ー is named KATAKANA-HIRAGANA, and goes with katakana.
    return _SCRIPT.sub('', unicodedata.name(character, ''))
