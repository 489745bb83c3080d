"""Where the phrases 文節 of a heading end."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ...lazy import lazy
from .pieces import Piece

budoux = lazy('budoux')

_MARK = re.compile(
    '(?:[、。，．！？!?：；]|――|——|—|…)[」』）〕】〉》]*　*'
    '|(?<!^)　+(?!$)|[」』）】](?=[「『（【])'
)

#: What leans on the words before it, though the parser takes it for a phrase of its own:
#: formal nouns, compound particles, auxiliaries.
_LEANING = re.compile(
    '(?<=[たるいなうくすつぬむぐぶのだ])'
    '(?:こと|とき|ため|よう|ほう|もの|ところ|わけ|はず|まま|うち|ほど|おそれ)'
    '|(?<=[にをと])(?:よ[るっれり]|つ[いき]|お[いけ]|と[っり]|かけて|対[しす]|関[しす]|いう|いった|する|な[るっ])'
    '|(?<=[てでくに])'
    '(?:くだ|くれ|もら|いただ|しま|お[くき]|み[るた]|い[るたい]|あ(?:る|り(?!が))|な[いくるっかり]|ほし|す[るべ])'
)

#: A prefix that the parser leaves with the phrase before: 待ちのお|客, ご|予約.
_PREFIX = re.compile('(?<=[とをにがはのもで、])[おご](?=[一-龥])')


#: Stands for a leader, which goes on from the words before it to the folio.
_LEADER = '\ue000'
_BEFORE_LEADER = re.compile(f'[ 　]*{_LEADER}')


def phrase_ends(pieces: Iterable[Piece]) -> list[set[int]]:
    """Sets of the items that end a phrase, the best first.

    Those with a mark after them; those that end a phrase by which no other leans on;
    all that BudouX finds. ``pieces`` are those of a paragraph.
    """
    text, items = _read(pieces)
    marks = {match.end() for match in _MARK.finditer(text)}
    found = marks | {_shifted(text, place) for place in _boundaries(text)}
    found = {
        place
        for place in found
        if text[place : place + 1] not in ' 　'
        and text[place - 1] != _LEADER
        and not _BEFORE_LEADER.match(text, place)
    }
    marks &= found
    phrases = {place for place in found if place in marks or not _LEANING.match(text, place)}
    return [
        {items[place - 1] for place in places if 0 < place < len(text)}
        for places in (marks, phrases, found)
    ]


def _read(pieces: Iterable[Piece]) -> tuple[str, list[int]]:
    """The text of ``pieces``, and for each character of it the item it ends with."""
    text: list[str] = []
    items: list[int] = []
    for piece in pieces:
        if piece.kind == 'upright':
            text.append(piece.text)
            items += range(piece.first, piece.end)
        elif piece.end > piece.first:
            # What else has no text stands for a word.
            text.append(_LEADER if piece.kind == 'leader' else piece.text or '物')
            items += [piece.end - 1] * len(text[-1])
    return ''.join(text), items


def _shifted(text: str, place: int) -> int:
    """A boundary behind the space that a line may end with, and before a prefix."""
    if text[place : place + 1] == ' ':
        return place + 1
    return place - 1 if _PREFIX.match(text, place - 1) else place


def _boundaries(text: str) -> Iterator[int]:
    place = 0
    for phrase in _parser().parse(text):
        place += len(phrase)
        yield place


@cache
def _parser() -> Any:
    return budoux.load_default_japanese_parser()
