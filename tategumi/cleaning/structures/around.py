"""Lines about a text: who wrote it and when, fields, times of a transcript, heads of posts.

None of them is the text's own, nor is it no text: they are what a reader of the lines above and
below a text looks for.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...east_asian import columns
from ...fields import (
    FIELD,
    NAME_OF_FILE,
    labels_of,
    names_its_maker,
    names_its_price,
    tell_of_a_thing,
    without_fields_of_a_page,
)
from ..repeats import is_sentence, timecodes
from ..rules import EDGE
from .claim import Claim

_LONGEST = 80
#: So many fields in a row, and heads of posts in a text, are no accident.
_FIELDS, _POSTS = 2, 2
#: Kinds of claims that a field may have been given before.
_WITH_LABEL = ('byline', 'dateline')
#: What heads a row of fields is no wider, in half-width columns; no more lines do, so near.
_HEAD, _HEADS, _REACH = 40, 2, 6
_SAYS_OF_WHAT = re.compile(
    r'(?i)(?:#+ )?[■◆●▼【\[]?.{0,14}(?:概要|情報|データ|詳細|仕様|方法|アクセス|問い?合わ?せ先?'
    r'|窓口|連絡先|案内|要項|日程|会場|[简簡]介|信息|方式|contacts?|information|details)[】\]]?'
)
_WORK_NAMED = re.compile('(?:[-*+] )?『.+』.*')
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


def file_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """Lines that are the name of a file with its form, and how large it is: a sheet to fill in."""
    files = {
        index: text.strip(EDGE)
        for index, text in enumerate(texts)
        if len(text) <= _LONGEST and NAME_OF_FILE.fullmatch(text.strip(EDGE))
    }
    return {index: Claim('file', True, text, lines=tuple(files)) for index, text in files.items()}


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
    and is of the row by its ``lines``. A row that tells of a thing is the text's own, and so is
    the ``field-head`` above it; above the first sentence a row with who wrote it tells of the
    text itself.
    """
    found: dict[int, Claim] = {}
    run: list[tuple[int, re.Match]] = []
    first = next((index for index, text in enumerate(texts) if is_sentence(text)), len(texts))
    for index, text in enumerate([*texts, '.']):
        # Paragraphs of a page have blank lines between them, fields or not.
        if not text.strip(EDGE):
            continue
        before = claims.get(index)
        # The colon of a day without a label is that of its clock.
        is_open = before is None or before.kind in _WITH_LABEL and bool(before.number)
        match = FIELD.fullmatch(text.strip(EDGE)) if is_open and len(text) <= _LONGEST else None
        if match and (len(run) >= _FIELDS or not _STOPS.search(text.strip(EDGE))):
            run.append((index, match))
            continue
        # Below those of a thing the fields of the page may begin.
        for row in _parted(run):
            found |= _row(texts, claims, row, row[0][0] > first)
        run = []
    return found


def _parted(run: list[tuple[int, re.Match]]) -> list[list[tuple[int, re.Match]]]:
    count = without_fields_of_a_page([match['label'] for _, match in run])
    is_of_a_thing = tell_of_a_thing([match['label'] for _, match in run[:count]])
    rows = [run[:count], run[count:]] if is_of_a_thing else [run]
    return [row for row in rows if row]


def _row(
    texts: Sequence[str],
    claims: Mapping[int, Claim],
    run: Sequence[tuple[int, re.Match]],
    is_below: bool,
) -> dict[int, Claim]:
    labels = [label for _, match in run for label in labels_of(match[0])]
    if len(labels) < _FIELDS:
        return {}
    heads = _heads_above(texts, claims, run[0][0])
    own = tell_of_a_thing(labels) and (
        is_below
        or not any(map(names_its_maker, labels))
        or _is_of_a_work(labels, [texts[index] for index in heads])
    )
    lines = tuple(index for index, _ in run)
    row = {
        index: replace(claims[index], own=own, lines=lines)
        if index in claims
        else Claim('field', own, text=match['text'], number=match['label'], lines=lines)
        for index, match in run
    }
    whole = (*heads, *lines)
    heads = heads if own else ()
    return row | {
        index: Claim('field-head', True, texts[index].strip(EDGE), lines=whole) for index in heads
    }


def _is_of_a_work(labels: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether the fields are what is said of a work that they name, and not of the text."""
    is_named = any(_WORK_NAMED.fullmatch(head.strip(EDGE)) for head in heads)
    return is_named and any(map(names_its_price, labels))


def _heads_above(texts: Sequence[str], claims: Mapping[int, Claim], row: int) -> tuple[int, ...]:
    """The indexes of what heads a row of fields: a short line, below one that says of what."""
    said = (index for index in range(row - 1, max(-1, row - 1 - _REACH), -1) if texts[index])
    found: list[int] = []
    for index in said:
        text = texts[index].strip(EDGE)
        is_head = (
            text
            and index not in claims
            and columns(text) <= _HEAD
            and not is_sentence(text)
            and (not found or _SAYS_OF_WHAT.fullmatch(text))
        )
        if not is_head or len(found) == _HEADS:
            break
        found.append(index)
    return tuple(found[::-1])
