"""Marks that end a sentence: in which width they stand, and whether one is there."""

import re

from .characters import JAPANESE

_AFTER_JAPANESE = re.compile(rf'(?<=[{JAPANESE}])(?: *(?:\?|!(?!\[)))+')
_BEFORE_CLOSING = re.compile('(?<![!?！？])[!?！？]++(?=[」』）])')
_WIDE = str.maketrans('!?', '！？', ' ')
_ENDS = '。．！？」』）】〉》”’〟.!?:：;；)"~～〜♪*]…‥―—─'
_CALL = re.compile(r'\[\^[^\s\[\]^]+\]')
_SHOWN = 12


def widen_dividing_punctuation(text: str) -> str:
    """``?`` and ``!`` after Japanese text, or before a bracket that closes it, as ？ and ！.

    A run of them is taken at once.
    """
    for place in (_AFTER_JAPANESE, _BEFORE_CLOSING):
        text = place.sub(lambda run: run[0].translate(_WIDE), text)
    return text


def unended(text: str) -> str:
    """The last characters of ``text`` where no mark ends its sentence, or ''.

    Calls of notes after the mark do not count.
    """
    end = len(text)
    while text.endswith(']', 0, end):
        start = text.rfind('[^', 0, end)
        if start < 0 or not _CALL.fullmatch(text, start, end):
            break
        end = start
    if not end or text[end - 1] in _ENDS:
        return ''
    return text[max(end - _SHOWN, text.rfind('\n', 0, end) + 1) :]
