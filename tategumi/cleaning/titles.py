"""The title of a text amid the lines that a site puts above it."""

import re
from collections.abc import Sequence

from .rules import EDGE

#: In characters. Shorter lines are as often of a menu, longer ones of the text.
_SHORTEST, _LONGEST = 6, 70
#: Shorter ones may stand within other lines by chance.
_SHORTEST_AGAIN = 8
#: The longest line above a text says nothing where it is shorter.
_LONG = 9
#: Between a title and its day stand who wrote it and buttons, no more than this.
_NEAR = 6
#: Above this the day of an earlier text may stand.
_NEAR_ABOVE = 3
#: Besides its day a stamp has so many characters at most, so many of them hiragana.
_STAMP, _WORDS = 25, 4
#: More lines no site has above its text.
_ABOVE = 80
#: What must speak for a line.
_ENOUGH = 3
_JAPANESE = re.compile('[ぁ-んァ-ヴ一-鿿]')
_DAY = re.compile(
    r'(?:19|20)\d\d\s?[年/.-]\s?\d{1,2}|令和\s?\d{1,2}年\s?\d{1,2}月'
    r'|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}'
)
# A path, a credit, a field, an address, an item of a list, a note, a hashtag, a stop.
_NO_TITLE = re.compile(
    r'[>＞»＠@|｜]|https?:|[:：].*[:：]|^[・●◆■▶▼▲※*＊#＃☆★]|^(?:[ァ-ヴー]{2,6}|\S{1,4})[:：]'
    r'|。|[、,，:：]$|[*＊]{3}'
)
_PROSE = re.compile('。|^「.*」$')
#: As much as this is prose whatever it holds.
_PROSE_LENGTH = 100


def likely_title(texts: Sequence[str], is_open: Sequence[bool]) -> int | None:
    """The index of the line that more than one thing says is the title, or ``None``.

    ``is_open`` has for each of ``texts`` whether nothing is known of it yet. It stands above
    the prose. What speaks for a line: that a day stands near below it (or closely above), that
    other lines say it too, as paths and lists of what is new do, that it is the longest, or
    the first of all, where one of the former does.
    """
    zone = _above(texts, is_open)
    lines = [index for index in zone if _may_be(texts[index].strip(EDGE))]
    if not lines:
        return None
    longest = max(len(texts[index].strip(EDGE)) for index in lines)
    whole = '\n'.join(texts)
    said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    place = {index: number for number, index in enumerate(said)}
    days = [_is_stamp(texts[index].strip(EDGE)) for index in said]

    def weight(index: int) -> tuple[int, int]:
        text, at = texts[index].strip(EDGE), place[index]
        sites = (
            2 * any(days[at + 1 : at + 1 + _NEAR])
            + any(days[max(at - _NEAR_ABOVE, 0) : at])
            + 2 * _again(whole, text)
        )
        place_and_length = 2 * (len(text) == longest >= _LONG) + 2 * (at == 0)
        return sites and sites + place_and_length, len(text)

    best = max(lines, key=weight)
    return best if weight(best)[0] >= _ENOUGH else None


def _is_stamp(text: str) -> bool:
    """Whether it is little more than a day."""
    rest = _DAY.sub('', text)
    return rest != text and len(rest) <= _STAMP and len(re.findall('[ぁ-ん]', rest)) <= _WORDS


def _above(texts: Sequence[str], is_open: Sequence[bool]) -> list[int]:
    zone = []
    for index, text in enumerate(texts[:_ABOVE]):
        text = text.strip(EDGE)
        if is_open[index] and (_PROSE.search(text) or len(text) > _PROSE_LENGTH):
            break
        if is_open[index] and text:
            zone.append(index)
    return zone


def _may_be(text: str) -> bool:
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and bool(_JAPANESE.search(text))
        and not _NO_TITLE.search(text)
        and not _DAY.search(text)
        and len(re.findall(r'[ \u3000]+', text)) <= len(text) // 6
    )


def _again(whole: str, text: str) -> bool:
    return len(text) >= _SHORTEST_AGAIN and whole.find(text, whole.find(text) + 1) >= 0
