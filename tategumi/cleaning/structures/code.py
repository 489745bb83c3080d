"""Code within plain text: fenced, or lines in a row with the marks that programs are made of."""

import re
from collections.abc import Sequence

from ..rules import EDGE
from .claim import Claim

_FENCE = re.compile(r'[ \t]*(```|~~~)')
#: So many lines in a row are code, none of them longer.
_LINES, _LONGEST = 3, 200
_CODE = re.compile(
    r'(?:\t| {2,})[ -~]+|[ \t]*(?:[})\]]+[;,]?|(?:#|//|/\*|\*/).*'
    r'|(?=[ -~]*[;{}()=<>\[\]$])[ -~]*(?:[;{}\[\]>,\\)]|[^ ]\(.*\)|:)'
    r'|[ \t]*[\w.$\[\]]+[ ]?(?:=|:=|\+=|->)[ ]?[ -~]+)[ \t]*',
    re.ASCII,
)
_SURE = re.compile(r'[;{}]|\w\(|==|=>|->|\s=\s|</?\w+[ >]', re.ASCII)


def code_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The lines of code among ``texts``, by their indexes."""
    claims = _fenced(texts)
    run: list[int] = []
    for index, text in enumerate([*texts, '']):
        if (
            index not in claims
            and text.strip(EDGE)
            and len(text) <= _LONGEST
            and _CODE.fullmatch(text)
        ):
            run.append(index)
            continue
        sure = sum(bool(_SURE.search(texts[each])) for each in run)
        if len(run) >= _LINES and 2 * sure >= len(run):
            claims |= _claims(texts, run)
        run = []
    return claims


def _fenced(texts: Sequence[str]) -> dict[int, Claim]:
    claims: dict[int, Claim] = {}
    start, mark = None, ''
    for index, text in enumerate(texts):
        match = _FENCE.match(text)
        if match and start is None:
            start, mark = index, match[1]
        elif match and start is not None and match[1] == mark:
            claims |= _claims(texts, range(start, index + 1))
            start = None
    return claims


def _claims(texts: Sequence[str], lines: Sequence[int]) -> dict[int, Claim]:
    return {
        index: Claim('code', own=True, text=texts[index], lines=tuple(lines)) for index in lines
    }
