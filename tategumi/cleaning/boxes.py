"""Boxes that a page sets beside its text: who wrote it, and what its heads are."""

import re
from bisect import bisect

from .rules import EDGE
from .stretches import reads_as_prose, width

#: So wide is a name with what its bearer does, and so wide what is said of them.
_NAME, _LIFE = 24, 300
_NAMES, _LIVES = 3, 2
_OF_A_LIFE = re.compile(r"""(?x)
    生まれ | 生れ | 出身 | 在住 | 大学[^。]{0,12}(?:卒|修了|中退|入学|院) | を経て | 著書
    | 著作に | 代表作 | 受賞 | 趣味は | 歴は | 専門は | として(?:活動|活躍|勤務)
    | (?:に|へ)(?:勤務|入社|入局|入庁|所属) | 代表取締役 | を(?:運営|主宰) | ライター
    | フリーランス | 連載中 | 元[^。、]{1,8}。\Z | (?:毕业|畢業)于? | 著有 | 现居 | 現居
    | 出生[于於] | 专栏作 | 专栏作家
    | \A(?:She|He|They|[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){0,3})\ (?:is|was|lives|writes|covers|has
      |works|worked|joined|grew\ up|holds|studied|teaches|edits|reports)\b
    | \AWrites\ (?:about|on)\b""")
_NUMBER = re.compile(
    r'\s*(?:[-*+・•●■◆▼]\s*)?(?:第?[\d〇一二三四五六七八九十]{1,3}(?:章|節|[.．、:：)）]|(?:\.\d+)+|\s)\s*)?'
)


def profile(texts, kinds, label, prose):
    """Indexes of the box of which ``label`` is the first line: names, and what is said of them.

    Empty where a sentence in it is not plainly of somebody's life, or what comes after it
    is prose again, or most of the text. ``kinds`` are those of ``stretches.between_prose``,
    ``prose`` the indexes of prose in order.
    """
    found, names, lives = [label], 0, 0
    for index in range(label + 1, len(texts)):
        text = texts[index].strip(EDGE)
        if not text:
            continue
        if kinds[index] == 'prose':
            if lives == _LIVES or width(text) > _LIFE or not _OF_A_LIFE.search(text):
                return []
            lives += 1
        elif kinds[index] == 'open' and not lives and names < _NAMES and width(text) <= _NAME:
            names += 1
        else:
            break
        found.append(index)
    # Above most of the text it says whom the text is about.
    is_above = len(prose) - bisect(prose, found[-1]) > bisect(prose, label)
    return found if lives and not is_above else []


def contents(texts, label, last):
    """Indexes of the lines below ``label`` that name heads which come again further down.

    ``last`` has for ``words_of`` each line the index of the last line with these words.
    """
    found = []
    for index in range(label + 1, len(texts)):
        words = words_of(texts[index])
        if not words or reads_as_prose(texts[index]) or last[words] <= index:
            break
        found.append(index)
    return found if len(found) > 1 else []


def words_of(text):
    """A head or its item in a list, without number and marks."""
    return re.sub(r'\W', '', _NUMBER.sub('', text[:_LIFE].strip(EDGE), count=1))
