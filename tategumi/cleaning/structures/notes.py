"""Notes of plain text: lines that begin with a mark that a line above calls them by."""

import re
from collections.abc import Sequence

from ..rules import EDGE
from .claim import Claim

_SIGN = '[*＊※]|脚注|原注|訳注|注釈|注|註'
_NUMBER = '(?P<number>[0-9０-９]{1,3})'
# A sign, in brackets or not, or brackets that are not round.
_MARK = re.compile(
    rf'(?:(?P<open>[\[［〔（(])?(?P<sign>{_SIGN})[ \u3000]?|(?P<bracket>[\[［〔])[ \u3000]?)'
    rf'{_NUMBER}(?P<close>[\]］〕）)])?'
)
_SIGNS = re.compile('[*＊※\\[［〔注註]')
_SAME = str.maketrans('＊註［〔（０１２３４５６７８９', '*注[[(0123456789')


def note_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The notes among ``texts`` that a line above calls, by their indexes."""
    called: set[tuple[str, int]] = set()
    claims: dict[int, Claim] = {}
    for index, text in enumerate(texts):
        if not _SIGNS.search(text):
            continue
        text = text.strip(EDGE)
        match = _MARK.match(text)
        if match and _key(match) in called and text[match.end() :].strip(EDGE + ':：.．、'):
            claims[index] = Claim('note', own=True, text=text, number=match[0], lines=(index,))
        called |= {_key(call) for call in _MARK.finditer(text) if call.start()} - {('', 0)}
    return claims


def _key(match: re.Match) -> tuple[str, int]:
    """What tells a call from figures of the text: its sign or bracket, and its number."""
    opening = match['open'] or match['bracket'] or ''
    if bool(opening) != bool(match['close']):
        return '', 0
    sign = match['sign'] or opening
    return sign.translate(_SAME), int(match['number'])
