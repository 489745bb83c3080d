"""Finds names in katakana that a text spells in two ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

# Only where a mark says that it is a name: between ・, or before a form of address.
_NAME = re.compile(
    '(?<![ァ-ヴー])(?:[ァ-ヴー]{2,}+(?:・[ァ-ヴー]++)+'
    '|[ァ-ヴー]{3,}+(?=氏|さん|くん|君|様|女史|夫人|夫妻))'
)
_FOREIGN = str.maketrans({'ヴ': 'ブ', 'ー': None, 'ッ': None, **dict.fromkeys('ァィゥェォャュョ')})
_ROWS = {
    'k': 'カキクケコ',
    'g': 'ガギグゲゴ',
    's': 'サシスセソ',
    'z': 'ザジズゼゾ',
    't': 'タチツテト',
    'd': 'ダヂヅデド',
    'n': 'ナニヌネノ',
    'h': 'ハヒフヘホ',
    'b': 'バビブベボ',
    'p': 'パピプペポ',
    'm': 'マミムメモ',
    'y': 'ヤユヨ',
    'r': 'ラリルレロ',
    'w': 'ワヲ',
    'N': 'ン',
}
_CONSONANTS = str.maketrans(
    {
        **{kana: row for row, kanas in _ROWS.items() for kana in kanas},
        **dict.fromkeys('アイウエオ'),
    }
)


def names_spelt_two_ways(texts: Sequence[str]) -> list[tuple[str, str]]:
    """``(rarer, commoner)`` spellings of what is likely one name, the rarest first.

    Family names are compared by ear: without long marks, small kana and the
    vowels; one consonant more in one of them is allowed where four are the
    same. Endings that differ by a consonant (ペトローヴナ, ペトローヴィッチ)
    are two names.
    """
    count = Counter(
        match.group().split('・')[-1] for text in texts for match in _NAME.finditer(text)
    )

    def rarity(name: str) -> tuple[int, str]:
        return count[name], name

    names = sorted((name for name in count if len(name) >= 3), key=rarity)
    sounds, consonants = defaultdict(list), defaultdict(list)
    for name in names:
        sound = name.translate(_FOREIGN)
        sounds[sound].append(name)
        consonants[sound.translate(_CONSONANTS)].append(name)
    pairs = {(name, alike[-1]) for alike in sounds.values() for name in alike[:-1]}
    for longer, alike in consonants.items():
        for cut in range(1, len(longer) if len(longer) > 4 else 0):
            shorter = longer[:cut] + longer[cut + 1 :]
            if shorter in consonants:
                rarer, commoner = sorted((alike[-1], consonants[shorter][-1]), key=rarity)
                pairs.add((rarer, commoner))
    return sorted(pairs, key=lambda pair: tuple(map(rarity, pair)))
