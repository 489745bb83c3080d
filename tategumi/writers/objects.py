"""The objects of a PDF as bytes (ISO 32000-1, 7.3).

Dictionaries, arrays, numbers and booleans are Python's own; a name is a ``str`` that begins
with a solidus, a string is ``bytes``, a reference a ``Ref``.
"""

import re
from codecs import BOM_UTF16_BE
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

#: Digits after the point of a number.
DIGITS = 6

#: Steps between lines and glyphs are mostly the same few thousand numbers.
_NUMBERS = 16_384

#: Characters of a name that stand for themselves (7.3.5).
_REGULAR = re.compile(r'[^!-~]|[#%()/<>\[\]{}]')


_ESCAPED = re.compile(rb'[()\\\r]')


def text_string(text: str) -> bytes:
    """What the string of ``text`` holds."""
    return text.encode() if text.isascii() else BOM_UTF16_BE + text.encode('utf-16-be')


def escaped(content: bytes) -> bytes:
    """The bytes ``content`` as a literal string, of which no reader takes one for another."""
    if _ESCAPED.search(content):
        content = content.replace(b'\\', rb'\\').replace(b'(', rb'\(').replace(b')', rb'\)')
        content = content.replace(b'\r', rb'\r')
    return b'(%b)' % content


class Ref(int):
    """The number of an object, where another refers to it."""

    __slots__ = ()


class Raw(bytes):
    """What is written as it is."""

    __slots__ = ()


def name(text: str) -> str:
    """``text`` as a name (7.3.5)."""
    return '/' + _REGULAR.sub(
        lambda match: ''.join(f'#{byte:02x}' for byte in match[0].encode()), text
    )


@lru_cache(_NUMBERS)
def number(value: float) -> bytes:
    """A number, as short as it can be written."""
    if isinstance(value, int):
        return b'%d' % value
    text = f'{value:.{DIGITS}f}'.rstrip('0').rstrip('.')
    return b'0' if text == '-0' else text.encode()


def serialized(value: Any) -> bytes:
    """``value`` as bytes. Raises ``TypeError`` for what is none of a PDF."""
    return _SERIALIZERS[type(value)](value)


def _dictionary(value: dict[str, Any]) -> bytes:
    parts = [b'<<']
    for key, item in value.items():
        written = serialized(item)
        apart = b'' if written[:1] in b'/(<[' else b' '
        parts.append(b'/%b%b%b' % (key.encode(), apart, written))
    return b'%b>>' % b''.join(parts)


def _array(value: Iterable[Any]) -> bytes:
    return b'[%b]' % b' '.join(map(serialized, value))


_SERIALIZERS: dict[type, Callable[[Any], bytes]] = {
    dict: _dictionary,
    list: _array,
    tuple: _array,
    str: str.encode,
    bytes: escaped,
    Raw: bytes,
    int: number,
    float: number,
    bool: lambda value: b'true' if value else b'false',
    Ref: lambda value: b'%d 0 R' % value,
}
