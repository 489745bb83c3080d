"""Decodes bytes to text; refuses bytes whose encoding is not certain."""

import codecs
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from ..errors import BadSeed, Place

_KANA = re.compile('[\u3041-\u3096\u30a1-\u30fa\u30fc]')
_LATIN = re.compile('[A-Za-z]')
_USUAL = re.compile('[\t\n\r\u0020-\u007e\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]')
_MARKS = (
    (codecs.BOM_UTF8, 'utf-8'),
    (codecs.BOM_UTF16_LE, 'utf-16-le'),
    (codecs.BOM_UTF16_BE, 'utf-16-be'),
)
# The escape that opens a kanji run; to UTF-8 these seven-bit texts look valid.
_ISO_2022_JP = b'\x1b$'
# EUC-JP of Windows and of JIS X 0213 has ① and Ⅲ besides, in the same places.
_OLDER = ('cp932', 'euc_jp', 'euc_jis_2004')
_NO_CHARACTER = re.compile('[\x80\uf8f0-\uf8f3]')
#: Characters that nobody writes often may be so many times the kana: names, half-width kana.
_MOST_RARE = 3
#: Of a text without kana so large a share may be rare.
_SHARE_RARE = 1 / 10


# Rows 1 to 47 of JIS X 0208: marks, kana, and the kanji of the first level (JIS X 0208, 附属書6);
# cp932 has a few of the marks by other numbers.
_COMMON = frozenset(
    bytes((lead, trail)).decode(encoding, 'ignore')
    for encoding, leads, trails in (
        ('euc_jp', range(0xA1, 0xD0), range(0xA1, 0xFF)),
        ('cp932', range(0x81, 0x88), (*range(0x40, 0x7F), *range(0x80, 0xFD))),
    )
    for lead in leads
    for trail in trails
) - {*map(chr, range(0x80)), *map(chr, range(0xFF61, 0xFFA0)), ''}


def is_japanese(text: str) -> bool:
    """Whether ``text`` is kana to a fifth, and almost all of it what Japanese is written with.

    Text that was decoded wrongly is neither.
    """
    length = len(text) or 1
    return (
        len(_KANA.findall(text)) * 5 >= length and len(_USUAL.findall(text)) * 100 >= length * 98
    )


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """``(text, encoding)`` of the bytes of the file ``path``.

    A byte order mark decides and stays in the text as U+FEFF; so do the
    escapes of ISO-2022-JP. Without them the text is UTF-8, or UTF-16 where
    that makes it Japanese, or else the older Japanese encoding in which every
    byte fits and the characters are those of Japanese. Raises ``BadInput`` with
    the line and byte where decoding stopped, or where no encoding fits or
    nothing shows that one of them is meant, and with the line of a NUL.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and _ISO_2022_JP in data:
        encoding = 'iso2022_jp'
    encoding = encoding or _utf_16(data)
    try:
        encoding, text = encoding or 'utf-8', data.decode(encoding or 'utf-8')
    except UnicodeDecodeError as error:
        if encoding:
            line = data[: error.start].decode(encoding, 'replace').count('\n') + 1
            raise _undecodable(
                path, line, error.start, f'begins as {encoding} and is not it'
            ) from error
        encoding, text = _decode_older(data, path, error.start)
    if '\0' in text:
        line = text.count('\n', 0, text.index('\0')) + 1
        raise BadSeed(Place(path, line), 'holds a NUL, so it is not text')
    return text, encoding


def _utf_16(data: bytes) -> str | None:
    """The UTF-16 without a mark that ``data`` is Japanese in, or ``None``."""
    for encoding in ('utf-16-le', 'utf-16-be'):
        try:
            # A part tells; it may end within a character outside the BMP.
            text = data[:4096].decode(encoding, 'ignore')
            if len(data) % 2 == 0 and is_japanese(text):
                data.decode(encoding)
                return encoding
        except UnicodeDecodeError:
            continue
    return None


def _decode_older(data: bytes, path: Path, stop: int) -> tuple[str, str]:
    readings, begun = {}, {}
    for encoding in _OLDER:
        try:
            readings[encoding] = _strictly(data, encoding)
        except UnicodeDecodeError as error:
            begun[error.start] = encoding
    for encoding, text in readings.items():
        if _is_likely(text) or (encoding == 'cp932' and len(readings) == 1 and _has_kanji(text)):
            return encoding, text
    _refuse(data, path, stop, tuple(readings), begun)


def _strictly(data: bytes, encoding: str) -> str:
    """``data`` decoded; Python's own decoder lets through bytes that are no character."""
    text = data.decode(encoding)
    match = _NO_CHARACTER.search(text)
    if match:
        place = len(text[: match.start()].encode(encoding))
        raise UnicodeDecodeError(encoding, data, place, place + 1, 'no character')
    return text


def _refuse(
    data: bytes, path: Path, stop: int, fitting: Sequence[str], begun: Mapping[int, str]
) -> NoReturn:
    """Say what is known of ``data``, which is not UTF-8 from ``stop`` on.

    All of it fits the encodings ``fitting``, and what is before the offsets in ``begun`` others.
    """
    readable = data.decode('utf-8', 'replace')
    furthest = max(begun, default=0)
    why = f'is text in no encoding known here (UTF-8, {", ".join(_OLDER)})'
    if sum(map(_COMMON.__contains__, readable)) > 2 * readable.count('\ufffd'):
        why = 'begins as UTF-8 and is not it'
    elif begun and _is_likely(data[:furthest].decode(begun[furthest])):
        stop, why = furthest, f'begins as {begun[furthest]} and is not it'
    elif fitting:
        why = (
            f'is not UTF-8; it could be {" or ".join(fitting[:2])}, but too little in it is '
            'Japanese to tell: save it as UTF-8'
        )
    raise _undecodable(path, data.count(b'\n', 0, stop) + 1, stop, why)


def _is_likely(text: str) -> bool:
    """Whether a Japanese text with kana, not one in another encoding, gives ``text``.

    Bytes in another encoding give rare kanji and half-width kana.
    """
    kana = len(_KANA.findall(text))
    return 0 < kana and _rare(text) <= _MOST_RARE * kana


def _has_kanji(text: str) -> bool:
    """Whether ``text``, by CP932, is kanji or marks of Japanese, with few letters or none.

    In EUC-JP, Chinese and Korean have other characters in the same places. One mark of Western
    text and the letter behind it are a kanji in CP932.
    """
    wide = sum(1 for character in text if not character.isascii())
    return wide > len(_LATIN.findall(text)) and _rare(text) <= _SHARE_RARE * wide


def _rare(text: str) -> int:
    return sum(
        count
        for character, count in Counter(text).items()
        if not character.isascii() and character not in _COMMON
    )


def _undecodable(path: Path, line: int, offset: int, message: str) -> BadSeed:
    return BadSeed(Place(path, line), f'{message} (byte {offset})')
