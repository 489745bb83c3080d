"""Punctuation that Japanese text writes in its own way."""

import re
import unicodedata

from .latin import LETTER, is_japanese
from .passage import Run

_QUOTES = {'“': '〝', '”': '〟'}
_FULL_WIDTH = str.maketrans('!?', '！？')
_EXCLAMATIONS = re.compile('(?<![!?！？])[!?！？]{2,3}(?![!?！？])')
_DASHES = re.compile('[—―─]+')
_LEADERS = re.compile('…+')
_QUOTE = re.compile('[“”]')
_ANY = re.compile('[!?！？—―─…“”]')


def marks(text: str, writing: str = 'vertical') -> list[Run]:
    """The runs that set the marks of ``text``; none where it has no Japanese in it.

    In vertical writing two or three exclamation or question marks together
    are tate-chu-yoko (JLReq §3.1.6, §3.2.5) and ``“ ”`` become ``〝 〟`` (§3.1.1); in
    horizontal writing such marks are full-width. In both, dashes are U+2015 in
    pairs and leaders ``…`` in pairs, as neither may be broken (JLReq §3.1.10). A
    dash between two Latin words is theirs.
    """
    if not (_ANY.search(text) and is_japanese(text)):
        return []
    if writing == 'vertical':
        runs = [
            Run(m.start(), m.end(), unicodedata.normalize('NFKC', m.group()), 'tcy')
            for m in _EXCLAMATIONS.finditer(text)
        ]
        runs += [Run(m.start(), m.end(), _QUOTES[m.group()]) for m in _QUOTE.finditer(text)]
    else:
        runs = [
            Run(m.start(), m.end(), m.group().translate(_FULL_WIDTH))
            for m in _EXCLAMATIONS.finditer(text)
        ]
    runs += [
        Run(m.start(), m.end(), '―' * _even(m))
        for m in _DASHES.finditer(text)
        if not _between_latin(text, m)
    ]
    runs += [Run(m.start(), m.end(), '…' * _even(m)) for m in _LEADERS.finditer(text)]
    return sorted(runs, key=lambda run: run.start)


def _even(match: re.Match[str]) -> int:
    length = match.end() - match.start()
    return length + length % 2


def _between_latin(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip(' ')[-1:]
    after = text[match.end() :].lstrip(' ')[:1]
    return all(re.match(f'[{LETTER}]', side) for side in (before, after))
