"""Decodes bytes to text; refuses bytes whose encoding is not certain."""

import codecs
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

from ..errors import BadSeed, Place

_KANA = re.compile('[\u3041-\u3096\u30a1-\u30fa\u30fc]')
_USUAL = re.compile('[\t\n\r\u0020-\u007e\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]')
_MARKS = (
    (codecs.BOM_UTF8, 'utf-8'),
    (codecs.BOM_UTF16_LE, 'utf-16-le'),
    (codecs.BOM_UTF16_BE, 'utf-16-be'),
)
# The escape that opens a kanji run; to UTF-8 these seven-bit texts look valid.
_ISO_2022_JP = b'\x1b$'
_OLDER = ['cp932', 'euc_jp']
# EUC-JP of Windows and of JIS X 0213 has ① and Ⅲ besides, in the same places.
_WIDER = 'euc_jis_2004'


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
    that makes it Japanese, or else the one older Japanese encoding that fits
    better than the others. Raises ``BadInput`` with the line and byte where
    decoding stopped, or where no encoding or no single one fits, and with the
    line of a NUL.
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
                path,
                line,
                'begins as {encoding} and is not it (byte {offset})',
                encoding=encoding,
                offset=error.start,
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
    fits = list(from_bytes(data, cp_isolation=_OLDER))
    if not fits:
        with suppress(UnicodeDecodeError):
            text = data.decode(_WIDER)
            if is_japanese(text):
                return _WIDER, text
    line = data.count(b'\n', 0, stop) + 1
    if not fits:
        raise _undecodable(
            path,
            line,
            'is text in no encoding known here ({encodings}; byte {offset}); save it as UTF-8',
            encodings=['UTF-8', *_OLDER],
            offset=stop,
        )
    best = fits[0]
    if any(other.chaos <= best.chaos for other in fits[1:]):
        raise _undecodable(
            path,
            line,
            'is not UTF-8 and could be each of {encodings} (byte {offset}); save it as UTF-8',
            encodings=sorted(fit.encoding for fit in fits),
            offset=stop,
        )
    # The library's own string drops marks; the decoder's text is the whole.
    return best.encoding, data.decode(best.encoding)


def _undecodable(path: Path, line: int, template: str, **values: Any) -> BadSeed:
    return BadSeed(Place(path, line), template, **values)
