"""Of whatever kind a font is, a glyph in the PDF is what it is in the font."""

from dataclasses import replace
from io import BytesIO

import pytest
import uharfbuzz
from fontTools.cffLib import CFFFontSet, FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from tategumi.frames.frame import FontFace
from tategumi.writers.outlines import outlines

NAMES = ['.notdef', 'a', 'b', 'c', 'd']
FACE = FontFace('Trial', 'Trial', 4, 880, -120, 0, {}, 700, 0, True)


def draw(pen, side, offset=0):
    """A square; that of each glyph is another."""
    pen.moveTo((offset, 0))
    for point in ((offset + side, 0), (offset + side, side), (offset, side)):
        pen.lineTo(point)
    pen.closePath()


def builder(is_true_type):
    made = FontBuilder(1000, isTTF=is_true_type)
    made.setupGlyphOrder(NAMES)
    made.setupCharacterMap({ord(name): name for name in NAMES[1:]})
    made.setupNameTable({'familyName': 'Trial', 'styleName': 'Regular'})
    return made


def finished(made):
    made.setupHorizontalMetrics({name: (500, 0) for name in NAMES})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupPost()
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def true_type(variable=False):
    made, glyphs = builder(True), {}
    for number, name in enumerate(NAMES):
        pen = TTGlyphPen(glyphs)
        if name == 'd':
            # Made of two others.
            pen.addComponent('a', (1, 0, 0, 1, 0, 0))
            pen.addComponent('c', (1, 0, 0, 1, 300, 0))
        else:
            draw(pen, 100 + 10 * number)
        glyphs[name] = pen.glyph()
    made.setupGlyf(glyphs)
    if variable:
        made.setupFvar([('wght', 100, 400, 900, 'Weight')], [])
        deltas = [(0, 0), (50, 0), (50, 50), (0, 50), (0, 0), (0, 0), (0, 0), (0, 0)]
        made.setupGvar({name: [TupleVariation({'wght': (0, 1, 1)}, deltas)] for name in NAMES[:4]})
    return finished(made)


def named_outlines():
    made, strings = builder(False), {}
    for number, name in enumerate(NAMES):
        pen = T2CharStringPen(500, None)
        draw(pen, 100 + 10 * number)
        strings[name] = pen.getCharString()
    made.setupCFF('Trial', {}, strings, {})
    return finished(made)


def outlines_by_cid(names_in_post=False):
    font = TTFont(BytesIO(named_outlines()))
    top = font['CFF '].cff.topDictIndex[0]
    strings = top.CharStrings.charStrings
    cids = ['.notdef', *(f'cid{7 * number:05d}' for number in range(1, len(NAMES)))]
    top.CharStrings.charStrings = dict(zip(cids, map(strings.get, NAMES)))
    top.charset, top.ROS = cids, ('Adobe', 'Identity', 0)
    top.CIDCount = 100
    part = FontDict()
    part.Private, part.FontName = top.Private, 'Trial'
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDArray.append(part)
    top.FDSelect.gidArray, top.FDSelect.format = [0] * len(NAMES), 3
    del top.Private
    post = font['post']
    post.formatType, post.extraNames, post.mapping = (2 if names_in_post else 3), [], {}
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def variable_outlines_by_name():
    """The table CFF2, of which no PDF knows."""
    made, strings = builder(False), {}
    for number, name in enumerate(NAMES):
        side = 100 + 10 * number
        moved = [0, 50, 1, 'blend', 0, 'rmoveto']
        sides = [side, 'hlineto', side, 'vlineto', -side, 'hlineto']
        strings[name] = T2CharString(program=[*moved, *sides])
    made.setupFvar([('wght', 100, 400, 900, 'Weight')], [])
    made.setupCFF2(strings, regions=[{'wght': (0, 1, 1)}])
    return finished(made)


KINDS = {
    'TrueType': true_type,
    'variable': lambda: true_type(variable=True),
    'outlines by name': named_outlines,
    'outlines by CID': outlines_by_cid,
    'outlines by CID with names': lambda: outlines_by_cid(names_in_post=True),
    'variable outlines by name': variable_outlines_by_name,
}


def points_of(content, glyph, weight=None):
    """The points of ``glyph`` as HarfBuzz draws it."""
    font = uharfbuzz.Font(uharfbuzz.Face(content))
    if weight:
        font.set_variations({'wght': weight})
    pen = RecordingPen()
    font.draw_glyph_with_pen(glyph, pen)
    return rounded(pen)


def embedded_points(made, glyph, cid):
    """The points of ``glyph``, which may be called ``cid``, in ``made`` (``Outlines``)."""
    if made.entries.get('Subtype') != '/CIDFontType0C':
        font, place = TTFont(BytesIO(made.content)), made.places[glyph]
        if 'CFF ' in font and hasattr(font['CFF '].cff.topDictIndex[0], 'ROS'):
            # Here readers go by the charset (ISO 32000-1, 9.7.4.2).
            assert not place or font.getGlyphName(place) == f'cid{place:05d}'
        return points_of(made.content, place)
    table, pen = CFFFontSet(), RecordingPen()
    table.decompile(BytesIO(made.content), None)
    strings = table.topDictIndex[0].CharStrings
    strings[f'cid{cid:05d}' if cid else '.notdef'].draw(pen)
    return rounded(pen)


def rounded(pen):
    """What a pen was told of, without the line back to where an outline begins."""
    points = [tuple((round(x), round(y)) for x, y in points) for _, points in pen.value]
    return [place for at, place in enumerate(points) if not at or place != points[0]]


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('drawn', [[2], [1, 4], [4], [3, 2]], ids=str)
def test_a_glyph_is_what_it_is_in_its_font(kind, drawn):
    content = KINDS[kind]()
    cids = {glyph: 90 - glyph for glyph in drawn}
    made = outlines(uharfbuzz.Blob(content), FACE, 16, cids, has_missing=False)
    assert made.places.keys() == {0, *drawn} and made.places[0] == 0
    assert len({*made.places.values()}) == len(made.places)
    assert b'fvar' not in made.content and b'CFF2' not in made.content
    for glyph in drawn:
        wanted = points_of(content, glyph, FACE.weight if kind.startswith('variable') else None)
        assert wanted and embedded_points(made, glyph, cids[glyph]) == wanted


@pytest.mark.parametrize('kind', KINDS)
def test_there_is_a_glyph_for_what_a_font_lacks(kind):
    made = outlines(uharfbuzz.Blob(KINDS[kind]()), FACE, 16, {2: 9}, has_missing=True)
    assert embedded_points(made, 0, 0)


def test_glyphs_that_are_pictures_have_no_outline():
    face = replace(FACE, has_outlines=False)
    made = outlines(uharfbuzz.Blob(true_type()), face, 16, {2: 7, 4: 8}, has_missing=False)
    assert [*made.places] == [0, 2, 4]
    assert all(points_of(made.content, place) == [] for place in made.places.values())
    again = outlines(uharfbuzz.Blob(true_type()), face, 16, {2: 7, 4: 8}, has_missing=False)
    assert again.content == made.content
