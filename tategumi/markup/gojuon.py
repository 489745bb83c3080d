"""The order of an index: 五十音順, by readings, then Latin, then the rest (JIS X 4061)."""

import unicodedata

#: The first kana of each row 行.
ROWS = 'あかさたなはまやらわ'

#: What stands over words of Latin letters; over figures, marks and words without a reading.
LATIN, OTHERS = '欧文', 'その他'

#: The kana of each vowel, by which ー is read (JIS X 4061 §6.2).
_VOWELS = {
    kana: vowel
    for vowel, row in zip(
        'あいうえお',
        (
            'あかさたなはまやらわ',
            'いきしちにひみりゐ',
            'うくすつぬふむゆる',
            'えけせてねへめれゑ',
            'おこそとのほもよろを',
        ),
    )
    for kana in row
}
_SMALL = dict(zip('ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかけ'))
_LONG, _AGAIN = 'ー', 'ゝ'
#: Katakana stand so far behind hiragana.
_APART = 0x60


def in_hiragana(text: str) -> str:
    """``text`` with hiragana in the place of katakana, full-width Latin letters made ASCII."""
    return ''.join(
        chr(ord(character) - _APART)
        if 'ァ' <= character <= 'ヶ' or character in 'ヽヾ'
        else character
        for character in unicodedata.normalize('NFKC', text)
    )


def row_of(reading: str) -> str:
    """What ``reading`` stands under: a kana of ``ROWS``, ``LATIN`` or ``OTHERS``."""
    bases, _ = _parts(reading)
    first = bases[0] if bases else ''
    if 'あ' <= first <= 'ん':
        return [row for row in ROWS if row <= first][-1]
    return LATIN if 'a' <= first <= 'z' else OTHERS


def order_of(reading: str, term: str) -> tuple:
    """By which words of an index are sorted, ``term`` as its ``reading`` tells.

    Voiced as voiceless, small as large, ー as the vowel before it; where that is the same, in
    this order: voiceless, voiced; long, small, large; hiragana, katakana (JIS X 4061 §6).
    """
    rows = [*ROWS, LATIN, OTHERS]
    bases, marks = _parts(reading or term)
    return rows.index(row_of(reading)), bases, marks, in_hiragana(term) != term, term


def _parts(reading: str) -> tuple[list[str], list[list[int]]]:
    """The letters of ``reading`` by which it is sorted first; how each differs: voice and size."""
    bases: list[str] = []
    voices: list[int] = []
    sizes: list[int] = []
    for character in unicodedata.normalize('NFD', in_hiragana(reading).casefold()):
        if character in '\u3099\u309a' and bases:
            voices[-1] = 1 if character == '\u3099' else 2
            continue
        if not (character.isalnum() or character in (_LONG, _AGAIN)):
            continue
        size = 0 if character == _LONG else 1 if character in _SMALL else 2
        if character == _LONG and bases:
            character = _VOWELS.get(bases[-1], bases[-1])
        elif character == _AGAIN and bases:
            character = bases[-1]
        bases.append(_SMALL.get(character, character))
        voices.append(0)
        sizes.append(size)
    return bases, [voices, sizes]
