"""An OpenType font of CFF outlines → those outlines alone, without gaps.

WeasyPrint leaves every glyph its number, which takes an entry in every table for all the
tens of thousands that are not used. In a CID-keyed font the number that a PDF
calls a glyph by, the CID, is in a list of its own (Adobe Technical Note 5176, 18), so
that glyphs can close up and be called anything.
"""

from io import BytesIO

import uharfbuzz
from fontTools.ttLib import TTFont

_FLAGS = (
    uharfbuzz.SubsetFlags.DESUBROUTINIZE
    | uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
)


def is_cid_keyed(content: bytes) -> bool:
    """Whether the font file ``content`` has CID-keyed outlines (CFF, not CFF2)."""
    if content[:4] != b'OTTO':
        return False
    font = TTFont(BytesIO(content), lazy=True)
    return 'CFF ' in font and hasattr(font['CFF '].cff.topDictIndex[0], 'ROS')


def compact(content: bytes, cids: dict[int, int]) -> bytes:
    """The CFF table of the font file ``content`` with the glyphs of ``cids``: glyph → CID.

    ``content`` is such as ``is_cid_keyed`` says. ``.notdef`` is there too, its CID 0.
    """
    subset = uharfbuzz.SubsetInput()
    subset.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).set(sorted({0, *cids}))
    subset.flags = _FLAGS
    face = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(content)), subset)
    font = TTFont(BytesIO(face.blob.data), recalcBBoxes=False)
    table = font['CFF '].cff
    top = table.topDictIndex[0]
    names = ['.notdef', *(f'cid{cids[glyph]:05d}' for glyph in sorted(cids) if glyph)]
    outlines = top.CharStrings.charStrings
    top.CharStrings.charStrings = dict(zip(names, map(outlines.get, top.charset), strict=True))
    top.charset = names
    output = BytesIO()
    table.compile(output, font, isCFF2=False)
    return output.getvalue()
