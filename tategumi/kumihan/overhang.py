"""How far a reading longer than its base may lie over what stands beside it (JLReq §3.3.8)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from .paragraph import Paragraph
from .ruby import Ruby

#: By the class of the character beside the base (appendix B): its own size; half of it;
#: or the half-em space that the character has on that side.
_OVER_CHARACTER = frozenset((5, 8, 10, 11, 14, 15, 16))
_OVER_WESTERN_SPACE = frozenset((24, 25, 27))
_OVER_SPACE_BEFORE = frozenset((2, 6, 7))
_OVER_SPACE_AFTER = frozenset((1,))
_BEFORE = _OVER_CHARACTER | {1}
_AFTER = _OVER_CHARACTER | {2, 6, 7}

_KATAKANA = frozenset((10, 16))
_KANA = _KATAKANA | {11, 15}
_KANJI_AND_KANA = _KANA | {19}

#: What a house lets readings lie over, beside marks and their spaces: kana by one ruby character;
#: hiragana alone (JIS X 4051); kana and kanji by half of one; none of them.
OVERHANGS = ('kana', 'hiragana', 'half', 'none')

_NEARLY = 1e-6


def fit_ruby(paragraph: Paragraph, words: Sequence[Ruby], indent: float = 0) -> None:
    """Make room for ``words`` (``Ruby``, in order) in ``paragraph``.

    A base shorter than its reading is spaced out, as far as the reading may
    not lie over the characters beside it. ``indent`` is the paragraph's
    first-line indent, which a reading may lie over too (appendix B, note 8). Two of ``words``
    with the same base are the readings on its two sides (§3.3.4).
    """
    for word in words:
        word.prepare(paragraph)
    firsts, ends = {word.first for word in words}, {word.end for word in words}
    for word in _in_turn(words):
        first, end = word.readings[0], word.readings[-1]
        is_read = word.first - 1 in ends, word.end + 1 in firsts
        word.fit(
            paragraph,
            _room_before(paragraph, word.first, first.size, is_read[0], indent, word.over),
            _room_after(paragraph, word.end, end.size, is_read[1], word.over),
        )


def _in_turn(words: Sequence[Ruby]) -> Iterator[Ruby]:
    """``words``, where two are of one base the longer first, and both once more.

    Then each is fitted to the base as both have spaced it out.
    """
    for _, group in groupby(words, key=lambda word: word.first):
        both = sorted(group, key=lambda word: -sum(r.count * r.size for r in word.readings))
        yield from both * min(len(both), 2)


def _room_before(
    paragraph: Paragraph, base: int, size: float, is_read: bool, indent: float, over: str
) -> float:
    """How far a reading of ``size`` may go out before item ``base``, which its base begins with.

    ``is_read`` says that what stands there has a reading beyond it, too; ``indent`` is the
    paragraph's (appendix B, note 8); ``over`` one of ``OVERHANGS``.
    """
    item = base - 1
    if item < 0:
        return min(indent, size)
    if _is_broader(paragraph, item, base):
        return 0
    number = paragraph.classes[item]
    if number in _OVER_SPACE_BEFORE:
        return min(paragraph.sizes[item] / 2, size)
    return _room(number, size, is_read, over, _BEFORE)


def _room_after(paragraph: Paragraph, end: int, size: float, is_read: bool, over: str) -> float:
    """As ``_room_before``, behind the base that ends before item ``end``."""
    if end >= len(paragraph) or _is_broader(paragraph, end, end - 1):
        return 0
    number = paragraph.classes[end]
    if number in _OVER_SPACE_AFTER:
        return min(paragraph.sizes[end] / 2, size)
    return _room(number, size, is_read, over, _AFTER)


def _room(number: int, size: float, is_read: bool, over: str, open_to: frozenset[int]) -> float:
    if over == 'half' and number in _KANJI_AND_KANA:
        return size / 4 if is_read else size / 2
    if over == 'none' and number in _KANA or over == 'hiragana' and number in _KATAKANA:
        return 0
    if number in open_to:
        # Two readings over one character would be read as one (§3.3.8, note).
        return size / 2 if is_read else size
    return size / 2 if number in _OVER_WESTERN_SPACE else 0


def _is_broader(paragraph: Paragraph, item: int, base: int) -> bool:
    """Is ``item`` larger than ``base``, so that ruby close to the one is upon the other?"""
    return paragraph.sizes[item] > paragraph.sizes[base] + _NEARLY
