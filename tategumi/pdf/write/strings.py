"""Text strings, as short as they can be written (ISO 32000-1, 7.3.4.2, 7.9.2.2)."""

import re
from codecs import BOM_UTF16_BE

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
