"""A font's file → the outlines that a PDF draws, and no more.

The number that a PDF calls a glyph by is its CID. A CID-keyed font lists those of its glyphs
(Adobe Technical Note 5176, 18), and beside a font of TrueType's outlines there is a map, so that
glyphs can close up and be called anything. In others it is the glyph's place in the font
(ISO 32000-1, 9.7.4.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import uharfbuzz
from fontTools.ttLib import TTFont

from ..frames.drawing import MISSING
from ..frames.frame import FontFace
from ..lazy import lazy, loaded_late

font_builder = lazy('fontTools.fontBuilder')
glyf = lazy('fontTools.ttLib.tables._g_l_y_f')

_FLAGS = (
    uharfbuzz.SubsetFlags.DESUBROUTINIZE
    | uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    # No PDF has a CFF2 table.
    | uharfbuzz.SubsetFlags.DOWNGRADE_CFF2
)

#: What fontTools imports for CFF2 alone.
_LATE = ('fontTools.ttLib.tables.otTables',)

#: Tables that no PDF looks at.
_DROPPED = ('BASE', 'DSIG', 'EBDT', 'EBLC', 'GDEF', 'GPOS', 'GSUB', 'JSTF', 'LTSH', 'PCLT', 'VORG')


@dataclass(frozen=True)
class Outlines:
    """The file as a PDF has it: its ``key`` in the descriptor, and the ``entries`` of its stream.

    ``kind`` is that of the CIDFont; ``places`` are those of the glyphs in the file.
    """

    key: str
    entries: dict[str, Any]
    content: bytes
    kind: int
    places: dict[int, int]

    def bare(self) -> 'Outlines':
        """The same without the wrapping that PDF 1.6 brought (ISO 32000-1, table 126)."""
        if self.entries.get('Subtype') != '/OpenType':
            return self
        table = TTFont(BytesIO(self.content), recalcTimestamp=False).getTableData('CFF ')
        return replace(self, entries={'Subtype': '/CIDFontType0C'}, content=table)


def takes_any_cids(file: uharfbuzz.Blob, face: FontFace) -> bool:
    """Whether the glyphs of the font ``file`` may be called by any CIDs in a PDF."""
    if not face.has_outlines:
        return True
    whole = uharfbuzz.Face(file, face.index)
    if 'CFF ' in whole.table_tags:
        # HarfBuzz has no names of glyphs that go by CIDs, but what the table post calls them.
        return not (_has_names(whole) and _has_names(_without_post(whole)))
    return 'glyf' in whole.table_tags


def _has_names(font: uharfbuzz.Face) -> bool:
    return uharfbuzz.Font(font).get_glyph_name(0) is not None


def _without_post(font: uharfbuzz.Face) -> uharfbuzz.Face:
    def table(_: uharfbuzz.Face, tag: str, __: None) -> bytes:
        return b'' if tag == 'post' else font.reference_table(tag).data

    return uharfbuzz.Face.create_for_tables(table, None)


def outlines(
    file: uharfbuzz.Blob,
    face: FontFace,
    size: float,
    cids: Mapping[int, int],
    has_missing: bool,
) -> Outlines:
    """The ``Outlines`` of the glyphs of ``cids`` of the font ``file``, and of ``.notdef``.

    ``size`` (px) what an optical size is for. ``cids``, glyph → CID, those of what the font lacks
    among them, are taken where they may be any. With ``has_missing``, ``.notdef`` is drawn.
    """
    glyphs = sorted({0, *(glyph for glyph in cids if glyph < MISSING)})
    if not face.has_outlines:
        places = {glyph: place for place, glyph in enumerate(glyphs)}
        return _true_type(_empty(len(glyphs)), places)
    subset = uharfbuzz.SubsetInput()
    subset.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).set(glyphs)
    subset.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode(), 'big') for tag in _DROPPED
    )
    subset.flags = _FLAGS
    if has_missing:
        subset.flags |= uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    whole = uharfbuzz.Face(file, face.index)
    for axis, value in location_of(whole, face, size).items():
        subset.pin_axis_location(whole, axis, value)
    plan = uharfbuzz.SubsetPlan(whole, subset)
    content = plan.execute().blob.data
    all_places = dict(plan.old_to_new_glyph_mapping.items())
    places = {glyph: all_places[glyph] for glyph in glyphs}
    font = TTFont(BytesIO(content), recalcBBoxes=False, recalcTimestamp=False)
    if 'CFF ' not in font:
        return _true_type(content, places)
    if not takes_any_cids(file, face):
        return Outlines('FontFile3', {'Subtype': '/OpenType'}, content, 0, places)
    with loaded_late(_LATE):
        table = font['CFF '].cff
    content = _renumbered(table, font, glyphs, cids)
    return Outlines('FontFile3', {'Subtype': '/CIDFontType0C'}, content, 0, places)


def _true_type(content: bytes, places: dict[int, int]) -> Outlines:
    return Outlines('FontFile2', {'Length1': len(content)}, content, 2, places)


def _renumbered(table: Any, font: Any, glyphs: list[int], cids: Mapping[int, int]) -> bytes:
    """The CFF ``table`` of ``font``, whose glyphs are ``glyphs`` in order, called by ``cids``."""
    top = table.topDictIndex[0]
    names = ['.notdef', *(f'cid{cids[glyph]:05d}' for glyph in glyphs if glyph)]
    charstrings = top.CharStrings.charStrings
    top.CharStrings.charStrings = dict(zip(names, map(charstrings.get, top.charset), strict=True))
    # What the font lacks is drawn as .notdef, by a CID of its own: of one that is not there,
    # PDFium does not even copy the text.
    lacking = [f'cid{cid:05d}' for glyph, cid in sorted(cids.items()) if glyph >= MISSING]
    for name in lacking:
        top.CharStrings.charStrings[name] = top.CharStrings.charStrings['.notdef']
        top.FDSelect.gidArray.append(top.FDSelect.gidArray[0])
    top.charset = names + lacking
    output = BytesIO()
    table.compile(output, font, isCFF2=False)
    return output.getvalue()


def location_of(font: uharfbuzz.Face, face: FontFace, size: float) -> dict[str, float]:
    """Where a variable ``font`` is drawn: the value of each of its axes, as WeasyPrint has it.

    ``size`` (px) is that of the text. Of a font that is not variable it is empty.
    """
    wanted = {'wght': face.weight, 'opsz': size, 'ital': int(face.slant == 2)}
    location = {}
    for axis in font.axis_infos:
        if axis.tag == 'slnt':
            leaning = axis.min_value if axis.max_value == 0 else axis.max_value
            wanted['slnt'] = leaning if face.slant == 1 else 0
        location[axis.tag] = face.axes.get(axis.tag, wanted.get(axis.tag, axis.default_value))
    return location


def _empty(count: int) -> bytes:
    """A font of ``count`` glyphs that draw nothing: pictures are drawn in their place."""
    builder, names = (
        font_builder.FontBuilder(1000),
        ['.notdef', *(f'g{n}' for n in range(1, count))],
    )
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupGlyf({name: glyf.Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    builder.font.recalcTimestamp = False
    builder.font['head'].created = builder.font['head'].modified = 0
    return _saved(builder.font)


def _saved(font: Any) -> bytes:
    output = BytesIO()
    font.save(output)
    return output.getvalue()
