"""What the codes of a font are copied as (ISO 32000-1, 9.10.3)."""

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


def to_unicode(texts):
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
