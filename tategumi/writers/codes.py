"""Which two bytes stand for a glyph, and the table of what they are copied as.

A glyph's CID is its code (Identity-H and Identity-V: ISO 32000-1, 9.7.5.2). Where CIDs may be
any, the bytes are chosen for what compresses a page: deflate has one table of bytes, whichever
of the two a byte is, so first bytes are others than second ones, and the frequent glyphs have
the same few.
"""

from collections.abc import Mapping

#: Bytes that would have to be escaped in a string (ISO 32000-1, 7.3.4.2).
_ESCAPED = frozenset(b'()\\\r\n')

_SECOND = [byte for byte in (*range(32, 256), *range(32)) if byte not in _ESCAPED]
_FIRST = sorted(_SECOND, reverse=True)

#: How many second bytes are taken before another first one is. The pages of a novel are
#: smaller with these than with 48, 64, 96, 112 or 128.
_BLOCK = 80


def codes_of(counts: Mapping[int, int]) -> dict[int, int]:
    """A code for each glyph of ``counts``, glyph → how often it is drawn: glyph → CID.

    None is 0, which is ``.notdef``. Where there are more than such codes, they are counted.
    """
    # Where glyphs are drawn as often as each other, the order must not depend on
    # which was counted first.
    glyphs = sorted(counts, key=lambda glyph: (-counts[glyph], glyph))
    block = _BLOCK if len(glyphs) <= _BLOCK * len(_FIRST) else len(_SECOND)
    codes = [
        first << 8 | second for first in _FIRST for second in _SECOND[:block] if first or second
    ]
    return dict(zip(glyphs, codes if len(glyphs) <= len(codes) else range(1, len(glyphs) + 1)))


_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""

_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""

#: How many entries a section may have (Adobe Technical Note 5014).
_MOST = 100


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """A CMap of ``texts``: two-byte code → what it is copied as."""
    parts = [_HEAD]
    entries = sorted(texts.items())
    for start in range(0, len(entries), _MOST):
        section = entries[start : start + _MOST]
        parts.append(b'%d beginbfchar' % len(section))
        parts += (
            f'<{code:04x}> <{text.encode("utf-16-be").hex()}>'.encode() for code, text in section
        )
        parts.append(b'endbfchar')
    return b'\n'.join((*parts, _TAIL))
