"""Make tategumi/markup/readings.txt, the readings of kanji, of the Unihan database.

Usage: ``readings.py Unihan_Readings.txt``, the file of the Unicode Character Database
(UAX #38; Debian's package unicode-data has it, compressed). Of each kanji a line: the kanji,
and its readings in hiragana (``kJapaneseOn``, ``kJapaneseKun``), a tab between.
"""

import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / 'tategumi' / 'markup' / 'readings.txt'

HEAD = """\
# Readings of kanji in hiragana, of kJapaneseOn and kJapaneseKun of the Unihan database (UAX #38),
# made by setup/readings.py. Copyright © 1991-2022 Unicode, Inc.; see NOTICE.
"""

_VOWELS = 'aiueo'

#: Kana by their consonants, in the order of the vowels.
_ROWS = {
    '': 'あ い う え お',
    'k': 'か き く け こ',
    's': 'さ し す せ そ',
    't': 'た ち つ て と',
    'n': 'な に ぬ ね の',
    'h': 'は ひ ふ へ ほ',
    'm': 'ま み む め も',
    'y': 'や い ゆ え よ',
    'r': 'ら り る れ ろ',
    'w': 'わ ゐ う ゑ を',
    'g': 'が ぎ ぐ げ ご',
    'z': 'ざ じ ず ぜ ぞ',
    'd': 'だ ぢ づ で ど',
    'b': 'ば び ぶ べ ぼ',
    'p': 'ぱ ぴ ぷ ぺ ぽ',
    'sh': 'しゃ し しゅ しぇ しょ',
    'ch': 'ちゃ ち ちゅ ちぇ ちょ',
    'j': 'じゃ じ じゅ じぇ じょ',
    'ts': 'つぁ つぃ つ つぇ つぉ',
    'f': 'ふぁ ふぃ ふ ふぇ ふぉ',
}
_GLIDES = dict(zip('kgntdhbpmrsz', 'きぎにちぢひびぴみりしじ'))

SYLLABLES = {
    consonants + vowel: kana
    for consonants, row in _ROWS.items()
    for vowel, kana in zip(_VOWELS, row.split())
}
SYLLABLES |= {
    f'{consonant}y{vowel}': kana + small
    for consonant, kana in _GLIDES.items()
    for vowel, small in zip('auo', 'ゃゅょ')
}


def hiragana(romaji: str) -> str:
    """``'chou'`` → ``'ちょう'``; ``''`` for what is no reading in Latin letters."""
    kana, at = '', 0
    while at < len(romaji):
        for length in (3, 2, 1):
            syllable = romaji[at : at + length]
            if syllable in SYLLABLES:
                kana += SYLLABLES[syllable]
                break
        else:
            length = 1
            if romaji[at] == 'n':
                kana += 'ん'
            elif romaji[at : at + 1] == romaji[at + 1 : at + 2]:
                kana += 'っ'
            else:
                return ''
        at += length
    return kana


def table(lines: list[str]) -> str:
    """The table of the lines of Unihan_Readings.txt."""
    readings: dict[str, list[str]] = {}
    for line in lines:
        code, field, value = (*line.split('\t'), '', '')[:3]
        if code.startswith('U+') and field in ('kJapaneseOn', 'kJapaneseKun'):
            readings.setdefault(chr(int(code[2:], 16)), []).extend(
                filter(None, map(hiragana, value.lower().split()))
            )
    return HEAD + ''.join(
        f'{kanji}\t{" ".join(sorted(set(found)))}\n'
        for kanji, found in sorted(readings.items())
        if found
    )


if __name__ == '__main__':
    source = Path(sys.argv[1]).read_text(encoding='utf-8')
    TABLE.write_text(table(source.splitlines()), encoding='utf-8')
