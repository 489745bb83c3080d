"""Who wrote the text, as the lines beside its title say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..lines import Line
from ..structures import Claim

#: So many lines above the title a byline may stand, and so many below the text.
_ABOVE, _BELOW = 3, 4
#: So many lines above a text without a title are looked at.
_NO_TITLE = 12
#: A name alone on its line must have a day so near, in lines: words of Japanese are as short
#: as names, so there it stands beside the day.
_NEAR, _NEAR_WESTERN = 1, 2

_PARTICLE = 'de|da|del|van|von|der|la|le|bin|al|y|e'
_WESTERN = rf"[A-Z][\w'’.-]*(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0])?[A-Z][\w'’.-]*)"
_JAPANESE = (
    '(?:[一-鿿々ヶ]{1,5}[ 　]?(?:[一-鿿々]{1,4}|[ぁ-ん]{2,5}|[ァ-ヴー]{2,6})'
    '|[ァ-ヴー]{2,10}[・＝=][ァ-ヴー・＝=]{2,20})'
)
_DAY = (
    r'(?:\d{4}[-/.年]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|昨天|今天|前天'
    r'|(?:on\ )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?:on\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep'
    r'|Oct|Nov|Dec)[a-z]*\.?\ \d|(?:on\ )?\d{1,2}\ [A-Z][a-z]{2,8}\.?\ \d{4})'
)
#: Words before a name that say it is the author's: behind some a space is enough, behind others
#: stands a mark. A word that stands alone has the name below it.
_BY = r'(?i:(?:written|posted|words|text|story|report|published|reviewed)?\s?by)|Von|Par|Por'
_WHO = '著者名?|筆者|作者名?|執筆者?|投稿者|ライター|記者|记者'
_WORK = (
    '(?i:authors?|writer)|Текст|Автор|寄稿|取材[・･]文|文[・･]取材|構成[・･]文|文[・･]構成|文[・･]写真'
    '|写真[・･]文|文|著|作|撰文|编译|編譯|采写|採訪'
)
_TRANSLATOR = '翻訳者?|訳者?|译者?|Translat(?:or|ed by)'
_MARK = r'\s?[:：=＝／/｜|●◎]\s?'
_LABELLED = (
    re.compile(
        rf'[【（(\[]?(?:(?:{_BY}|{_WHO})(?:{_MARK}|\s)|(?:{_WORK}){_MARK}'
        '|[记記]者(?=[一-鿿]{2,3}[／/]))(?P<name>.+)'
    ),
    re.compile(rf'(?:{_WORK})・(?!写真|構成|編集|撮影|イラスト|取材)(?P<name>{_JAPANESE})'),
    re.compile(rf'.*{_DAY}.*?(?:\b(?i:by)[: ]\s?|[|｜•]\s?(?:文\s?)?(?!(?i:by)\b))(?P<name>\S.*)'),
)
_ALONE = {
    'aut': re.compile(rf'(?:{_BY}|{_WHO}|{_WORK})\s?[:：]?'),
    'trl': re.compile(rf'(?:{_TRANSLATOR})\s?[:：]?'),
}
_DATED = (
    re.compile(
        rf'(?P<name>{_WESTERN}{{1,3}}|{_JAPANESE}|[一-鿿]{{2,4}})\s?[-–—|｜·•,，]?\s?{_DAY}.*'
    ),
    re.compile(rf'(?P<name>{_WESTERN}{{1,3}})\s?[|,]?\s?@\w+'),
    re.compile(
        rf'(?P<name>{_WESTERN}{{1,3}}),? (?:\|.*|[A-Z].*'
        r'(?:Writer|Press|Editor|Reporter|Columnist|Correspondent|Insider|News)\b.*)'
    ),
)
#: Parts that stand behind their names, and their roles where it is no author's.
_PARTS = {'訳': 'trl', '監訳': 'trl', '編': 'edt'}
_WITH_PARTS = re.compile(
    r'(?P<name>[^\s、。,，/／][^、。,，/／]{1,30}?)[ 　]?'
    r'(?P<part>著|監訳|訳|編著|編|作|画)(?=[、，,/／]|$)'
)
#: A line that is a name and nothing else.
NAME_ALONE = re.compile(rf'(?P<name>{_WESTERN}{{1,3}}|{_JAPANESE})')
#: Where a name ends on a line that goes on.
_END = re.compile(
    rf"""(?sx)
    \s*(?: [|｜•·―—【】（(）)\]［].* | \s[-–/／]\s.* | \s{{2,}}.* | \u3000.*
      | ,?\ {_DAY}.* | {_DAY}.* | \d.*
      | \S*@.* | ,\ (?: M[SDA] | RD | Ph\.?D | MPH | \d
          | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
          | [\w\ ]*(?:Writer|Editor|Columnist|Press|Reporter) ).*
      | (?:publi|updated|发布|投稿日).* | [（(]?(?:記者|さん|氏|编辑|編輯)[）)]?$ )"""
)
_NO_NAME = re.compile(
    r"""(?x)
    [。！？!?@:：;<>＜＞{}\[\]「」『』\#＃→…] | \d | https? | www\.
    | Share | Comment | Read | About | Follow | News | Published | Updated | 記事 | 一覧 | 編集部$
    | ^(?: 追伸 | 追記 | 敬具 | 敬白 | 草々 | 拝啓 | 謹啓 | 前略 | 早々 | かしこ )$
    | ^[一二三四五六七八九十]+月
    | ^(?: 公開 | 更新 | 投稿 | 掲載 | 配信 | 発表 | 出版 | 発売 | 最終 | 初出 | 編集$ )
    | ^(?: The | the | an? | my | our | your | his | her | their | no | all )\b
    | ^(?: and | of | to | in | on )\b
    | ^(?: Posted | Last | Photo | Image | Getty | Admin | admin | Staff )\b"""
)
#: What a name has before it: whose writer it is.
_POST = re.compile(r'\S{1,16}(?:作者|记者|記者)\s')
_LONGEST, _WORDS = 60, 12


@dataclass(frozen=True)
class Byline:
    """A name of who had a part in the text: ``line.text[start:end]`` of the line at ``place``.

    ``role`` is a MARC relator code: ``aut`` or ``trl``, ``edt``.
    """

    place: int
    start: int
    end: int
    role: str = 'aut'


def bylines_of(
    lines: Sequence[Line],
    title: int | None,
    start: int,
    end: int,
    text: int,
    claims: Mapping[int, Claim],
) -> tuple[Byline, ...]:
    """The ``Byline``s beside the title: the places are those of ``lines``, () where none is sure.

    The text begins at ``start`` and ends before ``end``, ``text`` is its first sentence. The
    heads of the text, by ``claims``, name nobody. Lines
    from the title down to that are looked at first, then those just above the title, then those
    just below the text. Of lines that say a name in several ways the plainest counts: a label
    before a label on the line above, that before a name with a day, that before a name alone
    with a day beside it.
    """
    first = max(0, start - _NO_TITLE) if title is None else title + 1
    regions = (
        range(first, max(first, text, start)),
        range(max(0, first - 1 - _ABOVE), max(0, first - 1)),
        range(end, min(len(lines), end + _BELOW)),
    )
    heads = {index for index, claim in claims.items() if claim.kind == 'head' and claim.own}
    for region in regions:
        places = [place for place in region if lines[place].index not in heads]
        bylines = (
            _of_form(lines, places, _LABELLED)
            or _below_label(lines, places)
            or _with_parts(lines, places)
            or _of_form(lines, places, _DATED)
            # Below a text names alone are of its tags, or of the next text.
            or (_alone(lines, places) if region.start < end else ())
        )
        if bylines:
            return bylines
    return ()


def _of_form(
    lines: Sequence[Line], places: Sequence[int], forms: Sequence[re.Pattern[str]]
) -> tuple[Byline, ...]:
    """The first name, of the first line that has one of ``forms``."""
    for place in places:
        text = lines[place].text
        for form in forms:
            match = form.fullmatch(text)
            if match and (span := _name(text, *match.span('name'))):
                return (Byline(place, *span),)
    return ()


def _below_label(lines: Sequence[Line], places: Sequence[int]) -> tuple[Byline, ...]:
    bylines = []
    for place in places:
        above = lines[place - 1].text if place else ''
        role = next((role for role, label in _ALONE.items() if label.fullmatch(above)), None)
        span = _name(lines[place].text, 0, len(lines[place].text))
        if role and span and not lines[place].has_date:
            bylines.append(Byline(place, *span, role))
    return tuple(bylines)


def _with_parts(lines: Sequence[Line], places: Sequence[int]) -> tuple[Byline, ...]:
    for place in places:
        text = lines[place].text
        matches = list(_WITH_PARTS.finditer(text))
        if matches and matches[-1].end() == len(text) and not lines[place].sentences:
            spans = [(_name(text, *match.span('name')), match['part']) for match in matches]
            return tuple(
                Byline(place, *span, _PARTS.get(part, 'aut')) for span, part in spans if span
            )
    return ()


def _alone(lines: Sequence[Line], places: Sequence[int]) -> tuple[Byline, ...]:
    days = [place for place in places if lines[place].has_date]
    for place in places:
        line = lines[place]
        near = _NEAR_WESTERN if line.hiragana is None else _NEAR
        is_near = any(0 < abs(day - place) <= near for day in days)
        if is_near and line.share < 0.5 and not line.has_date and NAME_ALONE.fullmatch(line.text):
            if span := _name(line.text, 0, len(line.text)):
                return (Byline(place, *span),)
    return ()


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of ``text[start:end]`` that is a name, or several; ``None`` where it is none."""
    while start < end and text[start] in ' 　・:：、,，':
        start += 1
    post = _POST.match(text, start, end)
    start = post.end() if post else start
    tail = _END.search(text, start + 1, end)
    name = text[start : tail.start() if tail else end].rstrip(' 　,，、|・')
    fits = 2 <= len(name) <= _LONGEST and len(name.split()) <= _WORDS
    return (start, start + len(name)) if fits and not _NO_NAME.search(name) else None
