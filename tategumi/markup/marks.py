"""Punctuation that Japanese text writes in its own way."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable

from ..lazy import lazy_pattern
from .latin import LETTER, is_japanese
from .passage import Run

_QUOTES = {'“': '〝', '”': '〟'}
_FULL_WIDTH = str.maketrans('!?', '！？')
_EXCLAMATIONS = lazy_pattern('(?<![!?！？])[!?！？]{2,3}(?![!?！？])')
_DASHES = lazy_pattern('[—―─]+')
_HYPHENS = lazy_pattern('(?<=[^ -~])[-‐]{2,}(?=[^ -~]|$)')
#: What a single dash or leader stands between, without being one of a pair.
_TEXT = '[々〆〇\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\uff10-\uff5a0-9A-Za-z]'
_LONE = lazy_pattern(f'(?<={_TEXT})[—―─…](?={_TEXT})')
_HALF_WIDTH_KANA = lazy_pattern('[\uff61-\uff9f]+')
# The sound mark as a character of its own, behind the kana it belongs to.
_SOUND_MARK = lazy_pattern('[\u3041-\u3096\u30a1-\u30fa][゛゜ﾞﾟ]')
_COMBINING = str.maketrans('゛゜ﾞﾟ', '\u3099\u309a\u3099\u309a')
_QUOTED = lazy_pattern('“([^“”]{1,200})”')
_QUOTED_ONCE = lazy_pattern('‘([^‘’]{1,200})’')
_LATIN_LETTER = lazy_pattern(f'[{LETTER}]')
_LOWERCASE = lazy_pattern('[a-zß-öø-ÿ]')
_LEADERS = lazy_pattern('…+')
_QUOTE = lazy_pattern('[“”]')
# Marks that Unicode turns where a font has no vertical form for them, as fonts have none:
# reading systems leave them as they are. ﹙ ﹚ ﹛ ﹜ ﹝ ﹞ are brackets.
_WITHOUT_FORM = lazy_pattern('〰+|[\ufe59-\ufe5e]')
_ANY = lazy_pattern('[!?！？—―─…‘’“”"\'~‐\uff61-\uff9f゛゜〰\ufe59-\ufe5e-]')
# As an editor types them: of half the width, behind a character of Japanese.
_WIDE = '[々〆〇ヶ\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff5a」』）】〉》〕]'
_HALF_WIDTH = lazy_pattern(f'(?<={_WIDE})[!?](?![!?！？])')
_STRAIGHT = lazy_pattern(
    r'(?<![0-9A-Za-z=])(?<![0-9A-Za-z]\()(["\'])(?=\S)([^"\'\n]{1,200}?)(?<=\S)\1(?![0-9A-Za-z])'
)
_CURLY = '‘’“”'
_CURLED = {'"': ('“', '”'), "'": ('‘', '’')}
_APOSTROPHE = lazy_pattern(f"(?<=[{LETTER}])'(?=[{LETTER}])")
# An apostrophe within a word, behind it or before it: It’s, boys’, ’97.
_OF_WORD = lazy_pattern(f"(?<=[{LETTER}])['’]|['’](?=[{LETTER}0-9])")
# ！ and ？ with text behind them: not a mark that closes, divides, pauses or goes on, nor a space.
_BEHIND = f'[「『（〈《“〝0-9A-Za-z]|(?![」』）】〉》〕ー]){_WIDE}'
_DIVIDING = lazy_pattern(f'(?<={_WIDE})[!?！？]+(?={_BEHIND})')
_WAVE = lazy_pattern(f'(?<=[0-9]|{_WIDE})~(?=[0-9]|{_WIDE})')


def marks(text: str, writing: str = 'vertical') -> list[Run]:
    """The runs that set the marks of ``text``.

    In vertical writing two or three exclamation or question marks together
    are tate-chu-yoko (JLReq §3.1.6, §3.2.5) and ``“ ”`` become ``〝 〟`` (§3.1.1), but around
    Latin words; in horizontal writing such marks are full-width. In both, one such mark behind
    Japanese is full-width, straight quotes are curled (and become ``〝 〟`` with the others),
    ``~`` between figures and kana is a wave dash, dashes are U+2015 in pairs and leaders ``…``
    in pairs, as neither may be broken (JLReq §3.1.10), but for one between two characters
    (東京―大阪). Half-width kana are as wide as others, a sound mark stands with its kana.
    A dash between two Latin words is theirs. Quotes of Latin words lie, as wide as these. Of text
    without Japanese only quotes are set.
    """
    found = frozenset(_ANY.findall(text))
    if not found:
        return []
    if not is_japanese(text):
        return _lying(text, _apart(_straight_quotes(text)), range(len(text)))
    runs: list[Run] = []
    for characters, runs_of in _KINDS:
        if not characters.isdisjoint(found):
            runs += runs_of(text, writing)
    if _QUOTES_OF_ALL_KINDS.isdisjoint(found):
        return _apart(runs)
    return _lying(
        text, _apart(runs), range(len(text)) if writing == 'vertical' else _of_latin(text)
    )


def _exclamations(text: str, writing: str) -> list[Run]:
    is_vertical = writing == 'vertical'
    return [
        Run(m.start(), m.end(), unicodedata.normalize('NFKC', m[0]), 'tcy')
        if is_vertical
        else Run(m.start(), m.end(), m[0].translate(_FULL_WIDTH))
        for m in _EXCLAMATIONS.finditer(text)
    ]


def _double_quotes(text: str, writing: str) -> list[Run]:
    if writing != 'vertical':
        return []
    latin = {place for m in _QUOTED.finditer(text) if _is_latin(m[1]) for place in m.span()}
    return [
        Run(m.start(), m.end(), _QUOTES[m.group()])
        for m in _QUOTE.finditer(text)
        if not latin & {m.start(), m.end()}
    ]


def _without_form(text: str, writing: str) -> list[Run]:
    if writing != 'vertical':
        return []
    return [Run(m.start(), m.end(), m[0], 'sideways') for m in _WITHOUT_FORM.finditer(text)]


def _half_width(text: str, writing: str) -> list[Run]:
    return [
        Run(m.start(), m.end(), m[0].translate(_FULL_WIDTH)) for m in _HALF_WIDTH.finditer(text)
    ]


def _kana(text: str, writing: str) -> list[Run]:
    return [
        Run(m.start(), m.end(), unicodedata.normalize('NFKC', m[0]))
        for m in _HALF_WIDTH_KANA.finditer(text)
    ]


def _sound_marks(text: str, writing: str) -> list[Run]:
    return [
        Run(m.start(), m.end(), unicodedata.normalize('NFC', m[0].translate(_COMBINING)))
        for m in _SOUND_MARK.finditer(text)
    ]


def _waves(text: str, writing: str) -> list[Run]:
    return [Run(m.start(), m.end(), '〜') for m in _WAVE.finditer(text)]


def _dashes(text: str, writing: str) -> list[Run]:
    return _in_pairs(text, _DASHES)


def _hyphens(text: str, writing: str) -> list[Run]:
    return _in_pairs(text, _HYPHENS)


def _in_pairs(text: str, dashes: re.Pattern[str]) -> list[Run]:
    return [
        Run(m.start(), m.end(), '―' * _even(m))
        for m in dashes.finditer(text)
        if not _between_latin(text, m)
    ]


def _leaders(text: str, writing: str) -> list[Run]:
    return [Run(m.start(), m.end(), '…' * _even(m)) for m in _LEADERS.finditer(text)]


def _lying(text: str, runs: list[Run], places: Container[int]) -> list[Run]:
    """``runs``, and those of the quotes that stay in ``text`` and lie as Latin words do.

    Only those in ``places`` lie. Reading systems give them a whole em, as to characters that
    stand and to marks of Japanese text, unless told otherwise.
    """
    lying = [
        run._replace(form='sideways') if run.text in _CURLY and run.start in places else run
        for run in runs
    ]
    set_already = {place for run in runs for place in range(run.start, run.end)}
    lying += [
        Run(match.start(), match.end(), match[0], 'sideways')
        for match in re.finditer(f'[{_CURLY}]', text)
        if match.start() not in set_already and match.start() in places
    ]
    return sorted(lying, key=lambda run: run.start)


def _of_latin(text: str) -> set[int]:
    """The places of the quotes in ``text`` that are of Latin words: around them, or apostrophes.

    Those around Japanese are as wide as its other brackets.
    """
    pairs = [
        (match.start(), match.end() - 1, match[0][1:-1])
        for pattern in (_QUOTED, _QUOTED_ONCE, _STRAIGHT)
        for match in pattern.finditer(text)
    ]
    around = {place for *ends, words in pairs if not _is_latin(words) for place in ends}
    found = {match.start() for match in _OF_WORD.finditer(text)} - around
    return found | {place for *ends, words in pairs if _is_latin(words) for place in ends}


def _apart(runs: Iterable[Run]) -> list[Run]:
    """``runs`` in order, of those that overlap the first."""
    apart: list[Run] = []
    for run in sorted(runs, key=lambda run: run.start):
        if not apart or apart[-1].end <= run.start:
            apart.append(run)
    return apart


def _is_latin(text: str) -> bool:
    """Are they Latin words, which lie with their quotes, and no acronym that stands?"""
    return not is_japanese(text) and bool(_LOWERCASE.search(text))


def _straight_quotes(text: str) -> list[Run]:
    """The runs of straight quotes around Latin words, and of apostrophes."""
    runs = [Run(m.start(), m.end(), '’') for m in _APOSTROPHE.finditer(text)]
    for match in _STRAIGHT.finditer(text):
        if not is_japanese(match[2]) and _LATIN_LETTER.search(match[2]):
            opening, closing = _CURLED[match[1]]
            runs.append(Run(match.start(), match.start() + 1, opening))
            runs.append(Run(match.end() - 1, match.end(), closing))
    return runs


def dividing_spaces(text: str) -> list[Run]:
    """The runs that put an em between ``！`` or ``？`` and text behind it (JLReq §3.1.6)."""
    return [Run(m.start(), m.end(), f'{m.group()}\u3000') for m in _DIVIDING.finditer(text)]


def _quotes(text: str, writing: str) -> list[Run]:
    """The runs of straight quotes: around Japanese, then the others, which may be the same."""
    runs = []
    for match in _STRAIGHT.finditer(text):
        if not _is_latin(match[2]):
            opening, closing = _CURLED[match[1]]
            if writing == 'vertical':
                opening, closing = _QUOTES.get(opening, opening), _QUOTES.get(closing, closing)
            runs.append(Run(match.start(), match.start() + 1, opening))
            runs.append(Run(match.end() - 1, match.end(), closing))
    return runs + _straight_quotes(text)


def _even(match: re.Match[str]) -> int:
    length = match.end() - match.start()
    if length == 1 and _LONE.match(match.string, match.start()):
        return 1
    return length + length % 2


def _between_latin(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip(' ')[-1:]
    after = text[match.end() :].lstrip(' ')[:1]
    return bool(_LATIN_LETTER.match(before) and _LATIN_LETTER.match(after))


#: Of each kind the characters of which one is there, and what finds its runs in a text.
_KINDS: tuple[tuple[frozenset[str], Callable[[str, str], list[Run]]], ...] = (
    (frozenset('!?！？'), _exclamations),
    (frozenset('“”'), _double_quotes),
    (frozenset('〰\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e'), _without_form),
    (frozenset('!?'), _half_width),
    (frozenset('"\''), _quotes),
    (frozenset(map(chr, range(0xFF61, 0xFFA0))), _kana),
    (frozenset('゛゜ﾞﾟ'), _sound_marks),
    (frozenset('~'), _waves),
    (frozenset('—―─'), _dashes),
    (frozenset('-‐'), _hyphens),
    (frozenset('…'), _leaders),
)
_QUOTES_OF_ALL_KINDS = frozenset('"\'‘’“”')
