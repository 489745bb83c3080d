"""Brackets, quotes and sentence ends: their width, those without a partner, repeated glosses."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from .characters import CLOSING, JAPANESE

#: So many marks without a partner are shown.
_SHOWN = 5
_BRACKET = re.compile('[()（）]')
_PAIRS = {
    pair[0]: pair[1] for pair in '「」 『』 （） () 【】 〈〉 《》 〔〕 ［］ “” 〝〟'.split()
}
_OPENING_OF = {closing: opening for opening, closing in _PAIRS.items()}
_PAIRED = re.compile(f'[{re.escape("".join((*_PAIRS, *_OPENING_OF)))}]')
_JAPANESE = re.compile(f'[{JAPANESE}]')
# 「1)」 at the head of a line counts an item; it closes nothing.
_ENUMERATOR = re.compile(r'\w{1,2}[)）]')
_AFTER_JAPANESE = re.compile(rf'(?<=[{JAPANESE}])(?: *(?:\?|!(?!\[)))+')
_BEFORE_CLOSING = re.compile('(?<![!?！？])[!?！？]++(?=[」』）])')
_WIDE = str.maketrans('!?', '！？', ' ')
_ENDS = '。．！？」』）】〉》”’〟.!?:：;；)"~～〜♪*]…‥―—─'
_CALL = re.compile(r'\[\^[^\s\[\]^]+\]')
#: So many characters of an unended sentence are shown.
_END_SHOWN = 12
_GLOSS = re.compile('（([^（）]+)）')
_QUOTES = '「」『』“”〝〟" 　'
_REACH = 20
#: What follows the script in the name of a character.
_SCRIPT = re.compile('[^A-Z].*', re.DOTALL)
_ENDING = re.compile('[ぁ-ん]{1,2}$')
_HIRAGANA = re.compile('[ぁ-ん]')


def widen_brackets(text: str) -> str:
    """Paired ``( )`` beside or around Japanese text as （ ）; a pair stays a pair.

    So are those beside or around a pair that becomes Japanese in this way.
    """
    return _convert(text, _bracket_pairs(text), '（', '）')


def curl_quotes(text: str) -> str:
    """Paired ``"`` beside or around Japanese text as “ ”; an odd number stays as it is."""
    places = [match.start() for match in re.finditer('"', text)]
    if len(places) % 2:
        return text
    return _convert(text, zip(places[::2], places[1::2]), '“', '”')


def unpaired(text: str) -> list[int]:
    """The places of the brackets and quotes of ``text`` that have no partner, in order."""
    enumerator = _ENUMERATOR.match(text)
    start = enumerator.end() if enumerator else 0
    opened, alone = [], []
    for found in _PAIRED.finditer(text, start):
        place, mark = found.start(), found[0]
        if mark in _PAIRS:
            opened.append(place)
        else:
            if opened and text[opened[-1]] == _OPENING_OF[mark]:
                opened.pop()
            else:
                alone.append(place)
    alone += opened
    quotes = [match.start() for match in re.finditer('"', text)]
    if len(quotes) % 2:
        alone.append(quotes[-1])
    return sorted(alone)


def unpaired_shown(text: str) -> str:
    """What stands around the first marks of ``text`` without a partner, or ''."""
    places = unpaired(text)
    shown = [text[max(place - 6, 0) : place + 7] for place in places[:_SHOWN]]
    return ' … '.join([*shown, *(['…'] if len(places) > _SHOWN else [])])


def unpaired_emphasis(text: str) -> bool:
    """Whether a ``**`` of ``text`` has no partner."""
    return text.count('**') % 2 == 1


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    opened, pairs = [], []
    for match in _BRACKET.finditer(text):
        if match[0] in '(（':
            opened.append(match.start())
        elif opened:
            pairs.append((opened.pop(), match.start()))
    return pairs


def _convert(text: str, pairs: Iterable[tuple[int, int]], opening: str, closing: str) -> str:
    pairs = list(pairs)
    if not pairs:
        return text
    # A line may be a whole book: what is kept of each character is small.
    japanese_before = array(
        'I', accumulate((bool(_JAPANESE.match(mark)) for mark in text), initial=0)
    )
    wide: list[int] = []
    beside: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(pairs):
        first, last = _neighbours(text, start, end)
        if (
            japanese_before[end] > japanese_before[start + 1]
            or _JAPANESE.match(text[max(first, 0)])
            or _JAPANESE.match(text[last : last + 1])
        ):
            wide.append(index)
        else:
            beside.setdefault(first, []).append(index)
            beside.setdefault(last, []).append(index)
    if _JAPANESE.match(opening):
        wide = [*_spread(wide, pairs, beside)]
    marks = {pairs[index][0]: opening for index in wide}
    marks |= {pairs[index][1]: closing for index in wide}
    parts, done = [], 0
    for place in sorted(marks):
        parts += [text[done:place], marks[place]]
        done = place + 1
    return ''.join(parts) + text[done:]


def _neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """The places of what stands before and after a pair, spaces aside."""
    first, last = start - 1, end + 1
    while first > 0 and text[first] == ' ':
        first -= 1
    while last < len(text) - 1 and text[last] == ' ':
        last += 1
    return first, last


def _spread(
    wide: Iterable[int], pairs: Sequence[tuple[int, int]], beside: Mapping[int, Sequence[int]]
) -> set[int]:
    """The indexes of ``pairs`` that are ``wide``, and of all that those make so."""
    around = _enclosing(pairs)
    done, left = set(wide), list(wide)
    while left:
        index = left.pop()
        near = [*beside.get(pairs[index][0], ()), *beside.get(pairs[index][1], ())]
        if index in around:
            near.append(around[index])
        left += [other for other in near if other not in done]
        done.update(near)
    return done


def _enclosing(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """``{index: index}`` of each pair within another and the nearest that is around it."""
    around: dict[int, int] = {}
    opened: list[int] = []
    for index in sorted(range(len(pairs)), key=pairs.__getitem__):
        start, end = pairs[index]
        while opened and pairs[opened[-1]][1] < start:
            opened.pop()
        if opened:
            around[index] = opened[-1]
        opened.append(index)
    return around


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
    return text[max(end - _END_SHOWN, text.rfind('\n', 0, end) + 1) :]


def drop_repeating_glosses(text: str) -> str:
    """``text`` without each （…） that repeats the word or name it stands after.

    Quotes around the word or the gloss do not count, nor does an ending of up to two hiragana
    after the word (種差別者だ（種差別者）). A word with hiragana is said again, as in a song: it
    stays. The word must begin where the script changes, so that 自動車 does not repeat 電気自動車.
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
    if len(word) < 2 or _HIRAGANA.search(word):
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
