"""The box that says who wrote a text, which a page sets beside it."""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from ...east_asian import columns
from .boxes import Part

#: In half-width columns: a name with what its bearer does, and what is said of them.
_NAME, _LIFE = 48, 600
_NAMES, _LIVES = 3, 2
_FOLLOWS = re.compile(r'フォロー(?:する)?|(?i:follow(?:ing)?)|[关關]注|追[蹤踪]')
_OF_A_LIFE = re.compile(r"""(?x)
    生まれ | 生れ | 出身 | 在住 | 大学[^。]{0,12}(?:卒|修了|中退|入学|院) | を経て | 著書
    | 著作に | 代表作 | 受賞 | 趣味は | 歴は | 専門は | として(?:活動|活躍|勤務)
    | (?:に|へ)(?:勤務|入社|入局|入庁|所属) | 代表取締役 | を(?:運営|主宰) | ライター
    | フリーランス | 連載中 | 元[^。、]{1,8}。\Z | (?:毕业|畢業)于? | 著有 | 现居 | 現居
    | 出生[于於] | 专栏作 | 专栏作家
    | \A(?:She|He|They|[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){0,3})\ (?:is|was|lives|writes|covers|has
      |works|worked|joined|grew\ up|holds|studied|teaches|edits|reports)\b
    | \AWrites\ (?:about|on)\b""")


def profile_of(parts: Sequence[Part], names: Set[str]) -> list[Part]:
    """The parts of the box at the end that says who ``names`` are, who wrote the text.

    It begins with one of them, on a line of its own, above what is said of them or above a button
    to follow them and a few words of theirs; or what is said of them begins so.
    """
    prose = [place for place, part in enumerate(parts) if part.kind == 'prose']
    if len(prose) <= _LIVES:
        return []
    for place in range(prose[-_LIVES - 1] + 1, len(parts)):
        part = parts[place]
        if part.kind == 'prose':
            is_life = part.text.startswith(tuple(names)) and _OF_A_LIFE.search(part.text)
            if names and is_life and columns(part.text) <= _LIFE:
                below = [each for each in parts[place + 1 :] if each.kind == 'prose']
                return [part, *takewhile(lambda each: _OF_A_LIFE.search(each.text), below)]
        elif part.text in names and part.kind != 'own':
            below = [each for each in parts[place + 1 :] if each.kind == 'prose']
            button = parts[place + 1].text if place + 1 < len(parts) else ''
            is_box = below and all(columns(each.text) <= _LIFE for each in below)
            if is_box and (
                _FOLLOWS.fullmatch(button) or all(_OF_A_LIFE.search(each.text) for each in below)
            ):
                return [part, *below]
    return []


def profile_below(parts: Sequence[Part], label: int) -> list[Part]:
    """The parts of the box that ``parts[label]`` heads: names, and what is said of them.

    Empty where a sentence in it is not plainly of somebody's life, or what comes after it
    is prose again, or most of the text: then it says whom the text is about.
    """
    found, names, lives = [parts[label]], 0, 0
    for part in parts[label + 1 :]:
        if part.kind == 'prose':
            if lives == _LIVES or columns(part.text) > _LIFE or not _OF_A_LIFE.search(part.text):
                return []
            lives += 1
        elif part.kind == 'open' and not lives and names < _NAMES and columns(part.text) <= _NAME:
            names += 1
        else:
            break
        found.append(part)
    prose = [place for place, part in enumerate(parts) if part.kind == 'prose']
    end = label + len(found)
    is_above = sum(place >= end for place in prose) > sum(place < label for place in prose)
    return found if lives and not is_above else []
