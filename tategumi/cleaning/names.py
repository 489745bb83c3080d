"""Names in katakana that a text spells in two ways."""

import re
from collections import Counter
from itertools import combinations

# Only where a mark says that it is a name: between ・, or before a form of address.
_NAME = re.compile(
    '[ァ-ヴー]{2,}(?:・[ァ-ヴー]+)+|[ァ-ヴー]{3,}(?=氏|さん|くん|君|様|女史|夫人|夫妻)')
_FOREIGN = str.maketrans({'ヴ': 'ブ', 'ー': None, 'ッ': None, **dict.fromkeys('ァィゥェォャュョ')})
_ROWS = {
    'k': 'カキクケコ', 'g': 'ガギグゲゴ', 's': 'サシスセソ', 'z': 'ザジズゼゾ',
    't': 'タチツテト', 'd': 'ダヂヅデド', 'n': 'ナニヌネノ', 'h': 'ハヒフヘホ',
    'b': 'バビブベボ', 'p': 'パピプペポ', 'm': 'マミムメモ', 'y': 'ヤユヨ',
    'r': 'ラリルレロ', 'w': 'ワヲ', 'N': 'ン'}
_CONSONANTS = str.maketrans(
    {**{kana: row for row, kanas in _ROWS.items() for kana in kanas},
     **dict.fromkeys('アイウエオ')})


def names_spelt_two_ways(texts):
    """``(rarer, commoner)`` spellings of what is likely one name, sorted.

    Family names are compared by ear: without long marks, small kana and the
    vowels; one consonant more in one of them is allowed where four are the
    same. Endings that differ by a consonant (ペトローヴナ, ペトローヴィッチ)
    are two names.
    """
    count = Counter(
        match.group().split('・')[-1] for text in texts for match in _NAME.finditer(text))
    names = sorted((name for name in count if len(name) >= 3), key=lambda n: (count[n], n))
    return [pair for pair in combinations(names, 2) if _sound_alike(*pair)]


def _sound_alike(one, other):
    one, other = one.translate(_FOREIGN), other.translate(_FOREIGN)
    if one == other:
        return True
    shorter, longer = sorted(
        (name.translate(_CONSONANTS) for name in (one, other)), key=len)
    return len(shorter) >= 4 and len(longer) == len(shorter) + 1 and any(
        longer[:cut] + longer[cut + 1:] == shorter for cut in range(1, len(longer)))
