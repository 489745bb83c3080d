"""Text of anybody's as it may be shown to a person: on one line, and nothing a terminal obeys."""

import re

# What a terminal or a reader of lines acts on (C0, DEL, C1; ECMA-48), what turns the
# direction of text unseen (UAX #9 §2), and halves of characters, which no encoding has.
_ACTING = re.compile(
    '[\x00-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)


def printable(text: object, longest: int | None = None) -> str:
    r"""``text`` with control characters as ``\x1b``; cut, with …, after ``longest`` characters.

    Bytes of a file name that are no UTF-8 (PEP 383) are shown as ``\xff``.
    """
    shown = str(text)
    if longest is not None and len(shown) > longest:
        shown = shown[:longest] + '…'
    return _ACTING.sub(_escape, shown)


def printable_lines(text: str) -> str:
    """``text`` of several lines, each of them ``printable``; tabs stay."""
    return '\n'.join('\t'.join(map(printable, line.split('\t'))) for line in text.split('\n'))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}'
