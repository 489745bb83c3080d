"""Lists of plain text: lines in a row with the same mark."""

import re
from collections.abc import Sequence

from ..repeats import is_sentence
from ..rules import EDGE
from .claim import Claim

_ITEM = re.compile(r'(?P<mark>[・•‣⁃◦▪·]|[-–*+](?= ))[ \t\u3000]*(?P<text>[^\s・•‣⁃◦▪·*-].*)')
_ANNOUNCES = tuple(':：、')
_NUMBERED = re.compile(
    r'(?P<mark>(?P<number>[0-9０-９]{1,2})(?P<close>[.．]|[ \u3000]))'
    r'[ \t\u3000]*(?P<text>[^\s0-9０-９].*)'
)


def item_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The items of lists, by their indexes: two lines at least, directly below one another.

    They have the same mark, or numbers that count from 1. A list is the text's own where
    sentences stand above and below it, and one of them, or a line that announces it, right there.
    """
    claims: dict[int, Claim] = {}
    run: list[tuple[int, re.Match]] = []
    said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    prose = [index for index in said if is_sentence(texts[index])]
    near = {
        index: any(
            is_sentence(texts[other]) or texts[other].strip(EDGE).endswith(_ANNOUNCES)
            for other in said[max(place - 1, 0) : place + 2]
            if other != index
        )
        for place, index in enumerate(said)
    }
    for index, text in enumerate([*texts, '']):
        text = text.strip(EDGE)
        match = _ITEM.fullmatch(text) or _NUMBERED.fullmatch(text)
        if run and not (match and _goes_on(run, match)):
            if len(run) > 1:
                claims |= _claims(run, prose, near)
            run = []
        if match and (run or _begins(match)):
            run.append((index, match))
    return claims


def _number(match: re.Match) -> int | None:
    return int(match['number']) if 'number' in match.groupdict() else None


def _begins(match: re.Match) -> bool:
    return _number(match) in (None, 1)


def _goes_on(run: Sequence[tuple[int, re.Match]], match: re.Match) -> bool:
    last, number = run[-1][1], _number(match)
    if number is None or _number(last) is None:
        return match['mark'] == last['mark']
    return number == len(run) + 1 and match['close'] == last['close']


def _claims(
    run: Sequence[tuple[int, re.Match]], prose: Sequence[int], near: dict[int, bool]
) -> dict[int, Claim]:
    lines = tuple(index for index, _ in run)
    own = bool(prose) and prose[0] < lines[0] and lines[-1] < prose[-1]
    own &= near[lines[0]] or near[lines[-1]]
    return {
        index: Claim(
            'item',
            own=own,
            text=match['text'],
            number=match['mark'].strip(EDGE),
            rank=_number(match) or 0,
            lines=lines,
        )
        for index, match in run
    }
