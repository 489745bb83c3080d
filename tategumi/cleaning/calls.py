"""Finds calls of notes, [1] and ［注2］, whose notes are in the text."""

import re
from collections.abc import Sequence

_SIGN = '(?:脚注|原注|訳注|注釈|注記|注|註)'
#: A call in brackets, as the inside of a regular expression.
CALL = rf'[\[［〔【(（]{_SIGN}?\s?[0-9０-９]{{1,3}}[\]］〕】)）]'
_CALL = re.compile(
    rf'(?<!\A)[\[［〔【(（](?P<sign>{_SIGN})?\s?(?P<number>[0-9０-９]{{1,3}})[\]］〕】)）]'
)
_NOTE = re.compile(
    rf'(?P<open>[\[［〔【(（])?(?P<sign>{_SIGN})?\s?(?P<number>[0-9０-９]{{1,3}})[\]］〕】)）]?'
    r'[\s.．:：、^↑]*[^\s\d]'
)
_HEAD = re.compile(
    r'[#■◆●【\[\s]*(?:脚注|注釈|注記|注|註|原注|訳注|出典|参考文献|notes?|references?)[】\]\s:：]*',
    re.IGNORECASE,
)
_NARROW = str.maketrans('０１２３４５６７８９註', '0123456789注')


def calls_with_notes(lines: Sequence[str]) -> frozenset[str]:
    """The calls, as they stand in ``lines``, of which ``lines`` have the note.

    That is a line that begins with the call or its sign and number, or below a head such as 脚注
    with the number alone.
    """
    notes, below = set(), False
    for line in lines:
        text = line.strip()
        below |= bool(_HEAD.fullmatch(text))
        match = _NOTE.match(text)
        if match and (match['open'] or match['sign'] or below):
            notes.add(_key(match['sign'], match['number']))
            if below or match['open'] and match['sign']:
                notes.add(_key('', match['number']))
    if not notes:
        return frozenset()
    found = set()
    for line in lines:
        # What a line begins with calls nothing.
        for match in _CALL.finditer(line.strip()):
            if _key(match['sign'], match['number']) in notes:
                found.add(match[0])
    return frozenset(found)


def _key(sign: str | None, number: str) -> tuple[str, int]:
    return (sign or '').translate(_NARROW), int(number)
