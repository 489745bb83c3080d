"""Names of people on a line that says who wrote a text: one pattern for all who look for it."""

import re

_PARTICLE = 'de|da|del|van|von|der|la|le|bin|al|y|e'
_CAPITAL = '[A-ZÀ-ÖØ-ÞΑ-ΩЁА-Я]'
#: A word of a name in letters that have capitals, with the particle before it.
WESTERN = rf"{_CAPITAL}[\w'’.-]*(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0])?{_CAPITAL}[\w'’.-]*)"
JAPANESE = (
    '(?:[一-鿿々ヶ]{1,5}[ 　]?(?:[一-鿿々]{1,4}|[ぁ-ん]{2,5}|[ァ-ヴー]{2,6})'
    '|[ァ-ヴー]{2,10}[・＝=][ァ-ヴー・＝=]{2,20})'
)
#: A line that is a name and nothing else.
ALONE = re.compile(rf'{WESTERN}{{1,3}}|{JAPANESE}')
#: In Japanese words are as short as names: this has three characters, or the space between two,
#: or ends in a short given name in katakana.
_SURE = re.compile(
    '[一-鿿々]{3,6}|[一-鿿々]{1,4}[ 　][一-鿿々ぁ-んァ-ヴー]{1,6}'
    '|[一-鿿々]{2,3}[ァ-ヴ]{1,2}[ア-ヴ]'
)
DAY = (
    r'(?:\d{4}[-/.年]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|昨天|今天|前天'
    r'|(?:on\ )?(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b'
    r'|(?:on\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep'
    r'|Oct|Nov|Dec)[a-z]*\.?\ \d|(?:on\ )?\d{1,2}\ \w{3,9}\.?\ \d{4})'
)
#: Words before a name that say it is the author's: behind some a space is enough, behind others
#: stands a mark.
BY = r'(?i:(?:written|posted|words|text|story|report|published|reviewed)?\s?by)|Von|Par|Por'
WHO = (
    '(?:本文)?作者名?|書いた人|書き手|著者名?|筆者|執筆者?|投稿者|発信者|ライター|記者|记者|글쓴이'
)
WORK = (
    '(?i:authors?|writer|text|words)|Текст|Автор|寄稿|取材[・･]文|文[・･]取材|構成[・･]文|文[・･]構成'
    '|文[・･]写真|写真[・･]文|文|著|作|撰文|编译|編譯|采写|採訪'
)
MARK = r'\s?[:：=＝／/｜|●◎]\s?'
#: Words before a name, and what parts them from it.
LABEL = re.compile(
    rf'[【（(\[]?(?:(?:{BY}|{WHO})(?:{MARK}|\s+)|(?:{WORK})(?:{MARK}|(?<=・..)[ 　](?={JAPANESE}$)'
    rf'|・(?!写真|構成|編集|撮影|イラスト|取材)(?={JAPANESE}(?:\s|$)))|[记記]者(?=[一-鿿]{{2,3}}[／/]))'
)
#: What makes somebody write, behind the name: so it is known for a name.
JOBS = (
    r'記者|ライター|編集者|編集委員|論説委員|特派員|作家|小説家|詩人|歌人|俳人|評論家|批評家|翻訳家'
    r'|ジャーナリスト|コラムニスト|エッセイスト|フォトグラファー|写真家|建築家|料理家|研究家|研究員'
    r'|[^\s　]{0,8}(?:学者|教授|講師|助教|研究者|医師|弁護士|司書)|기자|특파원|작가|칼럼니스트'
)
_TITLED = re.compile(rf'(?:{JOBS})[ 　]')
#: Where a name ends on a line that goes on.
_END = re.compile(
    rf"""(?sx)
    \s*(?: [|｜•·―—【】（(）)\]［].* | \s[-–/／]\s.* | \s{{2,}}.* | \u3000.*
      | ,?\ (?:at\ )?{DAY}.* | {DAY}.* | \d.*
      | \S*@.* | ,\ (?: M[SDA]\b | RD\b | Ph\.?D | MPH\b | \d
          | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
          | [\w\ ]*(?:Writer|Editor|Columnist|Press|Reporter)\b ).*
      | (?<=[a-z])(?:[A-Z][a-z]+\ )?(?:Writer|Editor|Columnist|Reporter)$
      | (?<=[a-z])View\ More.*
      | (?:publi|updated|发布|投稿日).* | \ ?(?:기자|특파원).*
      | [（(]?(?:記者|さん|氏|编辑|編輯)[）)]?$ )"""
)
_NO_NAME = re.compile(
    r"""(?x)
    [。！？!?@:：;<>＜＞{}\[\]「」『』\#＃→…] | \d | https? | www\.
    | Share | Comment | Read | About | Follow | News | Published | Updated | 記事 | 一覧 | 編集部$
    | ^(?: 追伸 | 追記 | 敬具 | 敬白 | 草々 | 拝啓 | 謹啓 | 前略 | 早々 | かしこ )$
    | ^[一二三四五六七八九十]+[月日年]
    | ^(?: 作 | 著 | 文 | 絵 | 訳 | 写真 )[ 　]
    | ^(?: 公開 | 更新 | 投稿 | 掲載 | 配信 | 発表 | 出版 | 発売 | 最終 | 初出 | 編集$ )
    | ^只看
    | ^(?: 分类 | 分類 | 归档 | 标签 | 阅读 | 来源 | 發表 | 发表 | 評論 | 评论 )
    | ^(?: The | the | an? | my | our | your | his | her | their | no | all )\b
    | ^(?: and | of | to | in | on )\b
    | ^(?: Posted | Last | Photo | Image | Getty | Admin | admin | Staff )\b"""
)
#: How what is no name ends: of works, and of companies.
_WORKS = re.compile('[章節話篇編巻部版集訳詩回幕記論考譚伝録帖抄]$|小説|物語|随筆|会社|新聞|出版')
#: Parts that stand behind their names, and the MARC relator codes of those that are no author's.
_PARTS = {'訳': 'trl', '監訳': 'trl', '編': 'edt'}
_WITH_PART = re.compile(
    r'(?P<name>[^\s、。,，/／][^、。,，/／]{1,30}?)[ 　]?'
    r'(?P<part>著|監訳|訳|編著|編|作|画)(?=[、，,/／]|$)'
)
_BETWEEN_PARTS = re.compile('[、，,/／]')
_BETWEEN = re.compile(r'\s*[、，,]\s?(?:and\s)?(?=[^\s,]{2,}\s?[^\s,]{2})|\s(?:and|&)\s')
#: What a name has before it: whose writer it is.
_POST = re.compile(r'\S{1,16}?(?:作者|记者|記者)(?:\s|(?=[一-鿿]{2,3}$))')
_SPACE = re.compile('[ 　]')
#: What somebody did for a text or its pictures, where the name stands behind it.
_DID = (
    '取材|文章?|写真|撮影|構成|編集|イラスト|挿絵|絵|聞き手|インタビュー|執筆|撰文'
    '|[采採][访訪]|[摄攝]影'
)
_DID_ALL = f'(?:{_DID})(?:[・&＆／/](?:{_DID}))*'
_OF = r'\s?[:：=＝／/｜|●◎]\s?'
_CREDIT = re.compile(
    rf'(?P<did>{_DID_ALL})'
    rf'(?:{_OF}|(?<=・..)[ 　]|(?<=・.)[ 　]|(?<=・....)[ 　]|(?<=[^文絵])\u3000)'
    rf'(?P<name>[^:：=＝／/｜|。]{{2,24}}?)'
    rf'(?:[ 　、,/／|｜]*(?={_DID_ALL}(?:{_OF}|\u3000))|\Z)'
)
_WROTE = re.compile(r'文|執筆|(?i:words|text|story)')
_PICTURED = re.compile('.{1,4}[のをがはに]')
_WORDS_BY = re.compile(
    r'(?i:(?P<did>(?:words|text|story|photos?|photographs?|photography|pictures|illustrations?)'
    r'(?: (?:and|&) (?:photos?|photographs?|photography|pictures|illustrations?))?) by )'
    rf'(?P<name>{WESTERN}{{1,3}})'
)
_LONGEST, _WORDS = 60, 12


def name_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of ``text[start:end]`` that is a name, or several; ``None`` where it is none."""
    while start < end and text[start] in ' 　・:：、,，':
        start += 1
    for before in (_POST, _TITLED):
        if match := before.match(text, start, end):
            start = match.end()
    tail = _END.search(text, start + 1, end)
    name = text[start : tail.start() if tail else end].rstrip(' 　,，、|・')
    fits = 2 <= len(name) <= _LONGEST and len(name.split()) <= _WORDS
    return (start, start + len(name)) if fits and not _NO_NAME.search(name) else None


def is_name(text: str) -> bool:
    """Whether it is the name of somebody in Japanese, and can hardly be another word."""
    return bool(_SURE.fullmatch(text)) and not (_NO_NAME.search(text) or _WORKS.search(text))


def is_full_name(text: str) -> bool:
    """The same of a name with a space in it, which no title of a few characters has."""
    return bool(_SPACE.search(text)) and is_name(text)


def names_with_parts(text: str) -> tuple[int, int] | None:
    """The part of ``text`` that is names with what each did behind it, down to its end."""
    parts = list(_WITH_PART.finditer(text))
    if not parts or parts[-1].end() != len(text):
        return None
    names = [match for match in parts if name_within(text, *match.span('name'))]
    return (names[0].start(), len(text)) if names else None


def credits_of(text: str) -> list[tuple[str, str]]:
    """``(what, name)`` of each of those who made the text or its pictures, as a line says.

    文＝岬みなと　写真＝浜野渡 is two of them. Empty where a part of the line says anything else.
    """
    found: list[tuple[str, str]] = []
    if western := _WORDS_BY.fullmatch(text):
        return [(western['did'], western['name'])]
    place = 0
    while place < len(text):
        match = _CREDIT.match(text, place)
        name = match['name'].strip(' 　、,') if match else ''
        if not match or not ALONE.fullmatch(name) or _PICTURED.match(name):
            return []
        found.append((match['did'], name))
        place = match.end()
    return found


def is_writing(did: str) -> bool:
    """Whether what somebody did, as ``credits_of`` says it, is or has in it to write the text."""
    return bool(_WROTE.search(did))


def people_of(text: str) -> list[tuple[str, str]]:
    """``(name, role)`` of each name that ``text`` has, the role '' where no part stands behind."""
    between = _BETWEEN_PARTS if len(_WITH_PART.findall(text)) > 1 else _BETWEEN
    people = []
    for each in between.split(text):
        part = _WITH_PART.fullmatch(each)
        people.append((part['name'], _PARTS.get(part['part'], 'aut')) if part else (each, ''))
    return people
