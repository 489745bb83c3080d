"""Lines about a text: who wrote it and when, fields, times of a transcript, heads of posts.

None of them is the text's own, nor is it no text: they are what a reader of the lines above and
below a text looks for.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..repeats import is_sentence, timecodes
from ..rules import EDGE
from .claim import Claim

_LONGEST = 80
#: So many fields in a row, and heads of posts in a text, are no accident.
_FIELDS, _POSTS = 2, 2
#: Kinds of claims that a field may have been given before.
_WITH_LABEL = ('byline', 'dateline')
_FIELD = re.compile(
    r'[■◆●・▼【\[]?(?P<label>[^\s:：。、「」【】\[\]][^:：。、「」]{0,11})[】\]]?'
    r'[ \u3000]*[:：][ \u3000]*(?P<text>\S.*)'
)
# A bracket may close what a field says, too.
_STOPS = re.compile('[。．！？!?…」』][）)】〉》]*$')
_WORK = (
    '取材|撮影|写真|構成|編集|翻訳|監修|執筆|著者?|筆者|作者?|文責|文|訳者?|聞き手|ライター|記者'
)
_BYLINE = re.compile(
    rf'[（(【\[◎■●]?'
    rf'(?P<label>(?:{_WORK})(?:[・／/＝=](?:{_WORK}))*|(?i:(?:written |text |words )?by))'
    r'(?:[ \u3000]*[●◎：:＝=／/・|｜][ \u3000]*|[ \u3000]+)(?P<text>[^。！？!?]{2,40}?)[）)】\]]?'
)
_MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
_DATE = (
    r'(?:[0-9０-９]{4}|(?:令和|平成|昭和)[ ]?(?:[0-9０-９]{1,2}|元))[ ]?(?:年|[-/.．／])[ ]?'
    r'[0-9０-９]{1,2}[ ]?(?:月|[-/.．／])[ ]?[0-9０-９]{1,2}日?'
    rf'|(?i:(?:[0-3]?\d )?(?:{_MONTHS})[a-z]*\.?(?: [0-3]?\d(?:st|nd|rd|th)?)?,? \d{{4}})'
)
_CLOCK = (
    r'[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}){1,2}'
    r'|(?:午前|午後)?[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分)?'
)
_WEEKDAY = r'[（(]?[月火水木金土日](?:曜日?)?(?:・祝)?[）)]|[月火水木金土日]曜日?'
_DATELINE = re.compile(
    rf'(?P<label>[^\s0-9０-９:：。、]{{1,12}}?[ \u3000:：]*)?(?P<text>(?:{_DATE})'
    rf'(?:[ \u3000]*(?:{_WEEKDAY}))?[ \u3000T]*(?:{_CLOCK})?)[ \u3000]*'
    r'(?:[^\s0-9０-９。、]{1,8})?'
)
_POST = re.compile(
    rf'(?P<number>[0-9０-９]{{1,5}})[ \u3000]*(?:[:：.．]|[番楼樓F#]|名前)[ \u3000:：]*'
    rf'.*(?:{_DATE}).*'
    r'|(?P<number2>[0-9０-９]{1,5})[楼樓].*'
    r'|(?P<number3>\d{1,5})[ :：]+(?:名無し|匿名|anonymous).*',
    re.IGNORECASE,
)


def timecode_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The times of a transcript that stand alone, by their indexes."""
    lines = tuple(timecodes(texts))
    return {index: Claim('timecode', text=texts[index], lines=lines) for index in lines}


def post_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The heads of the posts of several people, numbered, with names or days."""
    found = {
        index: match
        for index, text in enumerate(texts)
        if len(text) <= _LONGEST
        for match in [_POST.fullmatch(text.strip(EDGE))]
        if match and not is_sentence(text)
    }
    if len(found) < _POSTS:
        return {}
    return {
        index: Claim(
            'post', text=match[0], number=next(filter(None, match.groups())), lines=tuple(found)
        )
        for index, match in found.items()
    }


def byline_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """Lines that name who wrote the text, or translated it or the like."""
    return _alone(texts, _BYLINE, 'byline')


def dateline_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """Lines that are a day, and what it is the day of."""
    return _alone(texts, _DATELINE, 'dateline')


def _alone(texts: Sequence[str], pattern: re.Pattern, kind: Any) -> dict[int, Claim]:
    return {
        index: Claim(
            kind,
            text=match['text'].strip(EDGE),
            number=(match['label'] or '').strip(EDGE + ':：'),
            lines=(index,),
        )
        for index, text in enumerate(texts)
        if len(text) <= _LONGEST
        for match in [pattern.fullmatch(text.strip(EDGE))]
        if match
    }


def field_claims(texts: Sequence[str], claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """Labels with what is said of each, in a row.

    ``claims`` are those made so far. A day or a name with its label, amid others, keeps its kind
    and is of the row by its ``lines``.
    """
    found: dict[int, Claim] = {}
    run: list[tuple[int, re.Match]] = []
    for index, text in enumerate([*texts, '.']):
        # Paragraphs of a page have blank lines between them, fields or not.
        if not text.strip(EDGE):
            continue
        before = claims.get(index)
        # The colon of a day without a label is that of its clock.
        is_open = before is None or before.kind in _WITH_LABEL and bool(before.number)
        match = _FIELD.fullmatch(text.strip(EDGE)) if is_open and len(text) <= _LONGEST else None
        if match and (len(run) >= _FIELDS or not _STOPS.search(text.strip(EDGE))):
            run.append((index, match))
            continue
        if len(run) >= _FIELDS:
            lines = tuple(each for each, _ in run)
            found |= {
                each: replace(claims[each], lines=lines)
                if each in claims
                else Claim('field', text=match['text'], number=match['label'], lines=lines)
                for each, match in run
            }
        run = []
    return found
