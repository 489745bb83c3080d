"""The shape of a line that is counted: what stands around its number.

Heads of one series have one shape. None is listed here by its spelling: a shape is inferred from
where the number stands, from what names it (第, a word, a mark), what it counts (話, 日目) and
what parts it from the title.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ..numerals import number_of
from ..rules import EDGE

#: The longest title of a chapter that sites of web novels take, and room for its number.
LONGEST = 130
_ARABIC = '[0-9０-９]{1,4}'
_KANJI = '[〇零一二三四五六七八九十百千壱弐参]{1,7}'
_OTHERS = '[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]{1,3}|[①-⑳㉑-㉟㊱-㊿]'
_ROMAN = '[IVXLC]{1,7}(?![A-Za-z])'
_WORDS = '(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![A-Za-z])'
_ANY = f'(?:{_ARABIC}|{_KANJI}|{_OTHERS})'
# Not the storeys that boards of China count their posts by.
_LETTERS = '[々〆ヶ\u4e00-\u697b\u697d-\u6a12\u6a14-\u9fff]'
# 第2.5話 is between the second and the third.
_HALF = '(?:[.．][0-9０-９](?![0-9０-９]))?'
#: What parts a chapter, as a title may follow it without a mark between.
_COUNTER = '(?:[話章節項回幕夜部巻編篇場](?!目)|[話章回夜]目)'
_OPENS = '「『【〈《≪（(［[〔“"‘～〜~♪♡★☆'
_PARTS = ' \t\u3000.．、,:：・･-‐－–—―─=＝_＿|｜/／…‥'
_BOUND = f'(?=[{re.escape(_OPENS + _PARTS)}]|$)'
_SPACE = '[ \t\u3000]*'
# One class, for a run of marks could be parted in many ways otherwise, and each would be tried.
_LEAD = '(?P<lead>[■◆●▼□◇★☆▽◎▶○＊*†§♪‐－–—―─～〜=＝-]{1,12}[ \u3000]*)?'

#: How sure the number is one of a head, by what names it.
Sort = Literal['named', 'counted', 'bare']
_NUMBERED: dict[Sort, re.Pattern[str]] = {
    'named': re.compile(
        rf"""(?x) {_LEAD}
        (?P<arc> [^\s。、「」『』第#]{{1,24}} [ \u3000]+ (?=第)
          | 第{_ANY}{_COUNTER} [ \u3000・:：-]* (?=第) )?
        (?P<number>
          (?P<prefix> 第 ){_SPACE}(?P<n>{_ANY}){_HALF}{_SPACE}
            (?: (?P<counter>{_COUNTER}){_BOUND} | (?P<direct>{_COUNTER})
              | (?P<counter2> の?(?:{_LETTERS}{{1,4}}|[ァ-ヴー]{{1,8}}) ){_BOUND} )
        | (?P<prefix2> [そ其][のノ之乃] ){_SPACE}(?P<n2>{_ANY}){_BOUND}
        | (?P<prefix3> [A-Za-z]{{2,12}} ) (?P<dot>[.#＃ \t\u3000-]{{0,3}})
            (?P<n3> [0-9０-９]{{1,4}} | {_OTHERS}
              | (?<=[ \u3000.]) (?:{_ROMAN}|{_WORDS}) ){_BOUND}
        | (?P<prefix4> [ァ-ヴー]{{2,10}} ){_SPACE}(?P<n4>{_ANY}){_BOUND}
        | (?P<prefix5> [#＃№] ){_SPACE}(?P<n5>{_ARABIC}){_HALF}{_BOUND}
        | (?P<n6>{_ARABIC}|{_KANJI}){_HALF}
            (?: (?P<counter6>[話章節幕]|[話章回夜]目){_BOUND} | (?P<direct6>話目?|章) )
        )(?P<rest>.*)"""
    ),
    'counted': re.compile(
        rf"""(?x) {_LEAD}
        (?P<number>
          (?P<n>[0-9０-９]{{1,3}}|{_KANJI})(?P<counter>の?{_LETTERS}{{1,3}})(?<!前){_BOUND}
        | (?P<n2>[0-9０-９]{{1,3}}[-‐－–ー.．][0-9０-９]{{1,3}})(?![0-9０-９%％年月日]){_BOUND}
        | (?P<prefix3>[^\W\d_]{{1,12}}[ \u3000]?)(?P<n3>[0-9０-９]{{1,3}}|{_OTHERS}){_BOUND}
        )(?P<rest>.*)"""
    ),
    'bare': re.compile(
        rf"""(?x) (?P<lead>[（(])?
        (?P<number>
          (?P<n> [0-9０-９]{{1,3}} | [一二三四五六七八九十]{{1,3}} | {_OTHERS} | [IVX]{{1,5}} ) )
        (?P<close>[)）])?
        (?P<rest> $ | (?<=[①-⑳]) .*
          | (?: (?<=[)）]) | [ \t\u3000]+ | [.．、:：]{_SPACE} | (?=[「『【〈《（(]) ) .* )"""
    ),
}
_COMPOSITE = re.compile('[-‐－–ー.．]')
_BLANK = re.compile('[ \t\u3000]+')
# It goes on as a sentence does, and one ends it.
_PARTICLE = re.compile('[はがをにでともへやか、]|の[はがを]|から|まで|より|では|には|とは')
_ENCLOSED = re.compile(
    r'【(?P<in>[^【】]+)】|〔(?P<in2>[^〔〕]+)〕|［(?P<in3>[^［］]+)］|\[(?P<in4>[^\[\]]+)\]'
    r'|≪(?P<in5>[^≪≫]+)≫|[<＜〈](?P<in6>[^<>＜＞〈〉]+)[>＞〉]|[「『](?P<in7>第[^「」『』]+)[」』]'
)
_CLOCK = re.compile(r'\d{1,2}:\d{2}')
_CLOSES = re.compile('[ \u3000]*[■◆●□◇★☆◎○＊*♪‐－–—―─～〜=＝-]{1,12}$')


# Few lines of prose have a number so near their beginning; what somebody says is none.
_MAY_COUNT = re.compile(
    r'(?![「『][^第])[^。、]{0,40}?(?:[0-9０-９〇零一二三四五六七八九十百壱弐参ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ①-⑳㉑-㊿]'
    rf'|\b{_ROMAN}|\b{_WORDS})'
)


@dataclass(frozen=True)
class Shape:
    """A counted line. ``key`` is what all lines of its series have alike.

    ``value`` is its number, of two parts for 2-1. ``number`` counts it, as it stands in the line
    (第三話), ``title`` is what follows, ``text`` both, as a head is printed. ``counter`` is what
    it counts. ``is_direct``: nothing parts the title from the number.
    """

    sort: Sort
    key: tuple[str, ...]
    value: tuple[int, ...]
    number: str
    title: str
    text: str
    counter: str = ''
    is_direct: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether the title is one, or what only begins like a number goes on as one."""
        return '。' in self.title or self.is_direct and bool(_PARTICLE.match(self.title))


def shape_of(line: str) -> Shape | None:
    """The ``Shape`` of a line, or ``None`` where no number counts it."""
    text = line.strip(EDGE)
    if not 0 < len(text) <= LONGEST or not _MAY_COUNT.match(text):
        return None
    enclosed = _ENCLOSED.fullmatch(text)
    inside = next(filter(None, enclosed.groups()), '').strip(EDGE) if enclosed else text
    for sort, pattern in _NUMBERED.items():
        match = pattern.fullmatch(inside)
        found = _shape(sort, match, bool(enclosed)) if match else None
        if found:
            return found
    return None


def _shape(sort: Sort, match: re.Match, is_enclosed: bool) -> Shape | None:
    groups = {name.rstrip('23456'): text for name, text in match.groupdict().items() if text}
    numeral = groups['n']
    parts = _COMPOSITE.split(numeral)
    value = tuple(number for number in map(number_of, parts) if number is not None)
    if len(value) < len(parts) or value[0] > 3000:
        return None
    lead, prefix = groups.get('lead', '').strip(EDGE), groups.get('prefix', '').strip(EDGE)
    counter = groups.get('counter', '') or groups.get('direct', '')
    rest = groups.get('rest', '')
    if lead and not rest.strip(EDGE) and not counter and not prefix and sort != 'bare':
        return None
    if lead and not is_enclosed:
        rest = _CLOSES.sub('', rest) if lead[-1] in rest[-1:] else rest
    title = rest.lstrip(_PARTS)
    sep, title = rest[: len(rest) - len(title)], title.strip(EDGE)
    # 第一夜、港の灯がともった。
    if sep.strip(EDGE) in ('、', '，') and title.endswith('。'):
        return None
    # A sentence in English begins in small letters, or goes on in them.
    if prefix.isascii() and prefix.isalpha():
        if title[:1].islower() or prefix[0].islower() and title[:1].isascii() and title:
            return None
    number = groups.get('arc', '') + _BLANK.sub('', groups['number'])
    if prefix.isascii() and prefix:
        number = groups['number'].strip(EDGE)
    if sort == 'bare':
        if not _is_bare_title(title, rest):
            return None
        number = (
            f'{groups.get("lead", "")}{numeral}{groups.get("close", "")}' if not title else numeral
        )
    style = '' if sort == 'named' else _style(numeral)
    # A word of Western letters keeps the mark behind its number.
    is_plain = not sep.strip(EDGE if prefix.isascii() and prefix else EDGE + '.．、:：,')
    is_plain &= bool(sep) or style == 'circled' and rest[:1] not in _OPENS
    text = f'{number}　{title}' if is_plain and title else f'{number}{rest.strip(EDGE)}'
    key = (
        sort,
        style,
        prefix.lower(),
        counter,
        *(() if sort == 'named' else (lead, sep.strip(EDGE))),
    )
    return Shape(
        sort,
        key,
        value,
        number,
        title,
        text if title else number,
        counter,
        bool('direct' in groups and rest and rest[0] not in _OPENS + _PARTS),
    )


def _is_bare_title(title: str, rest: str) -> bool:
    """Whether it is none of a clock, a measure or a date: 12:30, 3.5."""
    if not title:
        return True
    goes_on = title[0].isdecimal() and rest[0] in '.:．' and rest[1] not in ' \u3000'
    return not goes_on and title[0] not in '.．、,:：%％' and not _CLOCK.search(title)


def _style(numeral: str) -> str:
    first = numeral[0]
    if first.isdecimal():
        return 'arabic'
    if first in '〇零一二三四五六七八九十百壱弐参':
        return 'kanji'
    return 'roman' if first in 'IVXLCⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ' else 'circled'
