"""Notation within a line of web novels and of other tools, in that of the manuscript.

The help pages of pixiv, 小説家になろう and カクヨム, and the specifications of CommonMark, GitHub
and Zenn, are the sources of the forms.
"""

import re
from collections.abc import Callable

from ..lazy import lazy_pattern
from ..messages import Message
from ..notation import KANJI, LETTER, ruby

_CODE = lazy_pattern(r'((?<!`)(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`)|\\.)')
_READING = '[ぁ-ゖァ-ヺー・]'

#: ``[[rb:漢字 > かんじ]]``, ``[[jumpuri:題 > https://…]]`` of pixiv.
_PIXIV_RUBY = lazy_pattern(
    r'\[\[rb:[ 　]*([^\[\]\n>＞]+?)[ 　]*[>＞][ 　]*([^\[\]\n]+?)[ 　]*\]\]'
)
_PIXIV_LINK = lazy_pattern(
    r'\[\[jumpuri:[ 　]*([^\[\]\n>＞]+?)[ 　]*[>＞][ 　]*(https?://[^\[\]\s()]+)[ 　]*\]\]',
    re.IGNORECASE,
)
#: A picture that pixiv or 小説家になろう keeps by its number, and a jump to a page of pixiv.
_UNSHOWN = lazy_pattern(
    r'\[(?:pixivimage|uploadedimage|jump):[0-9A-Za-z_-]{1,40}\]|<i[0-9]{3,10}(?:\|[0-9]{1,10})?>',
    re.IGNORECASE,
)
#: ``｜《魔法》``: the bar says that the brackets are text.
_BARRED_BRACKETS = lazy_pattern('[｜|](《{1,2})(?=[^《》\n]+》)')
#: ``｜強《・》``: dots where the reading would be.
_DOTTED = lazy_pattern(
    rf'(?:[｜|](?P<marked>[^｜|《》\s]{{1,40}}?)|(?P<bare>{KANJI}{{1,40}}|{LETTER}{{1,40}}))'
    r'《[・﹅●•･]{1,40}》'
)
#: ``{漢字｜かんじ}``, as an input method writes the marks.
_WIDE_RUBY = lazy_pattern(
    rf'(?P<opens>[{{｛])(?P<base>[^{{}}｛｝|｜\n]{{1,100}})'
    rf'(?P<readings>(?:[|｜]{_READING}{{1,50}})+)[}}｝]'
)
#: ``<name@example.com>`` (CommonMark §6.5).
_MAIL = lazy_pattern(
    r'<((?:mailto:)?[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,8})>'
)
#: ``![](絵.png =250x)`` of Zenn and HackMD, ``![[絵.png]]`` of Obsidian.
_SIZE = lazy_pattern(r'(!\[[^\[\]\n]*\]\([^()\s]+)[ ]+=\d{0,5}%?x?\d{0,5}%?(?=[)\s])')
_EMBEDDED = lazy_pattern(
    r'!\[\[([^\[\]|\n()\s]+\.(?:png|jpe?g|gif|webp|svg))(?:\|[^\[\]\n]*)?\]\]', re.I
)
#: ``$`x^2`$`` of GitHub and Qiita.
_FORMULA = lazy_pattern(r'\$`([^`\n]+)`\$')

#: One of these is in whatever ``in_notation`` changes.
MARKS = lazy_pattern(
    r'\[(?:\[|pixivimage|uploadedimage|jump)|<i[0-9]|｜《|\|《|《[・﹅●•･]|｛[^{}｛｝\n]*[｜|]'
    r'|\{[^{}｛｝\n]*(?:｜|\|[^{}｛｝\n]*｝)|@[^\n]*>|[ ]=[\d%x]*[)\s]|\$`',
    re.IGNORECASE,
)
_REPLACED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_PIXIV_RUBY, lambda match: ruby(match[1], match[2])),
    (_PIXIV_LINK, lambda match: f'[{match[1]}]({match[2]})'),
    (_DOTTED, lambda match: f'《《{match["marked"] or match["bare"]}》》'),
    (_WIDE_RUBY, lambda match: _narrow(match)),
    (_MAIL, lambda match: f'[{match[1].removeprefix("mailto:")}](mailto:{match[1]})'),
    (_SIZE, lambda match: match[1]),
    (_EMBEDDED, lambda match: f'![]({match[1]})'),
)


def in_notation(line: str) -> tuple[str, list[Message]]:
    """``line`` in the notation of the manuscript, and what an editor should see to.

    Code, and what stands behind a backslash, stay as they are.
    """
    if not MARKS.search(line):
        return line, []
    line = _FORMULA.sub(r'$\1$', line)
    is_row = line.lstrip().startswith('|') and line.count('|') > 1
    said: list[Message] = []

    def unshown(match: re.Match[str]) -> str:
        message = Message(
            '{mark} is of the site it was written for, and is left out', mark=match[0]
        )
        said.append(message)
        return ''

    def said_of(part: str) -> str:
        for form, said_in in _REPLACED:
            part = form.sub(said_in, part)
        if not is_row:
            part = _BARRED_BRACKETS.sub(lambda match: '\\《' * len(match[1]), part)
        return _UNSHOWN.sub(unshown, part)

    parts = _CODE.split(line)
    # Behind each part that was split at stand the part itself and its marks.
    made = [said_of(part) if place % 3 == 0 else part for place, part in enumerate(parts)]
    return ''.join(part for place, part in enumerate(made) if place % 3 < 2), said


def _narrow(match: re.Match[str]) -> str:
    readings = match['readings'].replace('｜', '|')
    return f'{{{match["base"]}{readings}}}'
