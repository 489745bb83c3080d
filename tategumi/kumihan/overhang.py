"""How far a reading longer than its base may lie over what stands beside it (JLReq §3.3.8)."""

from .paragraph import Paragraph

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


def room_before(
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


def room_after(paragraph: Paragraph, end: int, size: float, is_read: bool, over: str) -> float:
    """As ``room_before``, behind the base that ends before item ``end``."""
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
