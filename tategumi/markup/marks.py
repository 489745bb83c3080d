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
_ANY = re.compile('[!?！？—―─…“”"\'~]')
# As an editor types them: of half the width, behind a character of Japanese.
_WIDE = '[々〆〇ヶ\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff5a」』）】〉》〕]'
_HALF_WIDTH = re.compile(f'(?<={_WIDE})[!?](?![!?！？])')
_STRAIGHT = re.compile(r'(?<![0-9A-Za-z])(["\'])(?=\S)([^"\'\n]{1,200}?)(?<=\S)\1(?![0-9A-Za-z])')
_CURLED = {'"': ('“', '”'), "'": ('‘', '’')}
_WAVE = re.compile(f'(?<=[0-9]|{_WIDE})~(?=[0-9]|{_WIDE})')


def marks(text: str, writing: str = 'vertical') -> list[Run]:
    """The runs that set the marks of ``text``; none where it has no Japanese in it.

    In vertical writing two or three exclamation or question marks together
    are tate-chu-yoko (JLReq §3.1.6, §3.2.5) and ``“ ”`` become ``〝 〟`` (§3.1.1); in
    horizontal writing such marks are full-width. In both, one such mark behind Japanese is
    full-width, straight quotes around Japanese are curled (and become ``〝 〟`` with the others),
    ``~`` between figures and kana is a wave dash, dashes are U+2015 in
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
        Run(m.start(), m.end(), m.group().translate(_FULL_WIDTH))
        for m in _HALF_WIDTH.finditer(text)
    ]
    runs += _quotes(text, writing)
    runs += [Run(m.start(), m.end(), '〜') for m in _WAVE.finditer(text)]
    runs += [
        Run(m.start(), m.end(), '―' * _even(m))
        for m in _DASHES.finditer(text)
        if not _between_latin(text, m)
    ]
    runs += [Run(m.start(), m.end(), '…' * _even(m)) for m in _LEADERS.finditer(text)]
    return sorted(runs, key=lambda run: run.start)


def _quotes(text: str, writing: str) -> list[Run]:
    """The runs of straight quotes around Japanese."""
    runs = []
    for match in _STRAIGHT.finditer(text):
        if is_japanese(match[2]):
            opening, closing = _CURLED[match[1]]
            if writing == 'vertical':
                opening, closing = _QUOTES.get(opening, opening), _QUOTES.get(closing, closing)
            runs.append(Run(match.start(), match.start() + 1, opening))
            runs.append(Run(match.end() - 1, match.end(), closing))
    return runs


def _even(match: re.Match[str]) -> int:
    length = match.end() - match.start()
    return length + length % 2


def _between_latin(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip(' ')[-1:]
    after = text[match.end() :].lstrip(' ')[:1]
    return all(re.match(f'[{LETTER}]', side) for side in (before, after))
