"""Chapters that have a kind in place of a number: プロローグ, 幕間, 番外編, あとがき."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..rules import EDGE
from .lines import Lines
from .shapes import LONGEST

#: A line of just this is a head anywhere.
_ALONE = (
    '序|自序|緒言|緒論|はしがき|凡例|跋|序章|序文|序幕|終章|終幕|間章|幕間|まえがき|はじめに|あとがき|おわりに|後書き|前書き|'
    'プロローグ|エピローグ|結び|結論|付録|解説'
)
#: These are where a series has found heads above or below.
_AMID = (
    '序話|閑話(?:休題)?|幕間劇?|間話|挿話|余話|断章|番外[編篇話]?|外[伝編]|[前後]日[譚談]|'
    '特別[編篇]|[前中後][編篇]|最終[章話回]|終[話編]|おまけ|登場人物(?:紹介|一覧)?|人物紹介|'
    'キャラ(?:クター)?紹介|設定(?:集|資料)?|用語集|インター(?:ルード|ミッション)|ＳＳ|SS|'
    '(?i:prologue|epilogue|interlude|intermission|afterword|foreword|side story|extra|finale)'
)
_NUMBER = r'[0-9０-９①-⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]{1,3}'
_LEAD = r'(?:[■◆●▼□◇★☆▽◎▶○＊*【〔［\[〈＜<―—–~～-]+[ 　]*)?'
_KIND = re.compile(
    rf'{_LEAD}(?P<kind>{_ALONE}|{_AMID})(?P<number>(?:その|[ 　]?[＃#])?{_NUMBER})?'
    r'(?P<rest>[】〕］\]〉＞>―—–~～-]+|(?:[ 　:：・]+|(?=[「『【〈《（(～〜―—–-])).*|)'
)
_ONLY = re.compile(_ALONE)
_SHORT = max(map(len, _ALONE.split('|')))
_CLOSING = re.compile('[】〕］\\]〉＞>―—–~～-]+')
_SENTENCE = re.compile('[。、，]$|。.')


@dataclass(frozen=True)
class KindHead:
    """A head by its kind. ``is_alone``: it is one by its own words, in whatever text."""

    index: int
    kind: str
    text: str
    is_alone: bool


def is_kind(text: str) -> bool:
    """Whether the line is a head by its kind in whatever text."""
    text = text.strip(EDGE)
    return len(text) <= _SHORT and bool(_ONLY.fullmatch(text))


def kind_heads(lines: Lines, heads: Sequence[int]) -> list[KindHead]:
    """The heads by their kind among ``lines``; ``heads`` are the indexes of those that count.

    With a title or a number it is one where it stands as those do, with text below it.
    """
    heads = sorted(heads)
    apart = Counter(_blank_above(lines, index) for index in heads).most_common(1)
    found = []
    for index in lines.said:
        text = lines.texts[index].strip(EDGE)
        match = _KIND.fullmatch(text) if len(text) <= LONGEST else None
        if not match:
            continue
        if _ONLY.fullmatch(text):
            found.append(KindHead(index, text, text, True))
        elif (
            apart
            and _blank_above(lines, index) >= apart[0][0]
            and not _SENTENCE.search(text)
            and _has_text(lines, index, heads)
        ):
            found.append(KindHead(index, match['kind'], _printed(text, match), False))
    return found


def _printed(text: str, match: re.Match) -> str:
    text = text[match.start('kind') :]
    return text[: -len(match['rest'])] if _CLOSING.fullmatch(match['rest']) else text


def _blank_above(lines: Lines, index: int) -> bool:
    return not (index and lines.texts[index - 1].strip(EDGE))


def _has_text(lines: Lines, index: int, heads: Sequence[int]) -> bool:
    below = bisect_left(heads, index + 1)
    return lines.sentences(index, heads[below] if below < len(heads) else None) > 0
