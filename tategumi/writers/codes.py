"""Which two bytes stand for a glyph, and the table of what they are copied as.

A glyph's CID is its code (Identity-H and Identity-V: ISO 32000-1, 9.7.5.2). Where CIDs may be
any, they go by the font alone, so that a page can be written before the rest of the book is
known. The bytes are chosen for what compresses a page: deflate has one table of bytes, whichever
of the two a byte is, so first bytes are others than second ones, and what is frequent in Japanese
has the same few.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files

import uharfbuzz

#: Bytes that would have to be escaped in a string (ISO 32000-1, 7.3.4.2).
_ESCAPED = frozenset(b'()\\\r\n')

_SECOND = [byte for byte in (*range(32, 256), *range(32)) if byte not in _ESCAPED]
_FIRST = sorted(_SECOND, reverse=True)

#: How many second bytes are taken before another first one is. The pages of a novel are
#: smaller with these than with 48, 64, 96, 112 or 128.
_BLOCK = 80

#: More codes than a font can have glyphs.
_ALL = 0x10000


class Codes(dict[int, bytes]):
    """The code of each glyph of the font ``face``: glyph → two bytes.

    ``.notdef`` alone has the code 0. ``KeyError`` is raised for what is no glyph of a font.
    """

    def __init__(self, face: uharfbuzz.Face) -> None:
        super().__init__()
        self._frequent = {glyph: rank for rank, glyph in enumerate(_frequent_glyphs(face))}
        self._in_order = sorted(self._frequent)

    def __missing__(self, glyph: int) -> bytes:
        self[glyph] = code = self.cid(glyph).to_bytes(2, 'big')
        return code

    def cid(self, glyph: int) -> int:
        """The CID of ``glyph``, which is its code as a number."""
        if not 0 < glyph < _ALL:
            if glyph == 0:
                return 0
            raise KeyError(glyph)
        rank = self._frequent.get(glyph)
        if rank is None:
            # Before it come all that are frequent, and of the others those of lower numbers.
            frequent_before = bisect_left(self._in_order, glyph)
            rank = len(self._in_order) + glyph - 1 - frequent_before
        return _all_codes()[rank]

    def free(self, used: Collection[int]) -> Iterable[int]:
        """Codes that are none of ``used``, those that no font of fewer glyphs has first."""
        return (code for code in reversed(_all_codes()) if code not in used)


@cache
def _all_codes() -> list[int]:
    """All codes but 0, those that compress best first, and last those that must be escaped."""
    best = [first << 8 | second for first in _FIRST for second in _SECOND[:_BLOCK]]
    good = [first << 8 | second for first in _FIRST for second in _SECOND[_BLOCK:]]
    codes = [code for code in (*best, *good) if code]
    return [*codes, *sorted({*range(1, _ALL)}.difference(codes))]


def _frequent_glyphs(face: uharfbuzz.Face) -> list[int]:
    """The glyphs of ``face`` for frequent characters, those of vertical text first."""
    font = uharfbuzz.Font(face)
    horizontal = {
        character: glyph
        for character in _frequent_characters()
        if (glyph := font.get_nominal_glyph(ord(character)))
    }
    vertical = [_upright(font, character) for character in horizontal]
    return list(dict.fromkeys((*vertical, *horizontal.values())))


def _upright(font: uharfbuzz.Font, character: str) -> int:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    buffer.direction = 'ttb'
    uharfbuzz.shape(font, buffer, {'vert': True, 'vrt2': True})
    return buffer.glyph_infos[0].codepoint


@cache
def _frequent_characters() -> str:
    """The characters of a novel, the most frequent first."""
    text = (files(__package__) / 'frequent.txt').read_text(encoding='utf-8')
    return ''.join(text.splitlines())


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
