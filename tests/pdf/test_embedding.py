"""The embedded fonts: no more than is drawn, and known by codes that compress well."""

import re
from io import BytesIO

import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSEOF, PSKeyword

from tategumi.check.glyphs import read_pages
from tategumi.frames.drawing import Text, glyphs
from tategumi.writers.content import _shown, texts_of
from tategumi.writers.fonts import FontCodes

from .test_variants import fonts

GLYPHS = st.integers(1, 65534)


@pytest.fixture
def codes(press):
    """The codes of the font that books are set in."""
    built = press.set('# 章\n\n永。')
    use = built.frames[-2].segment.fonts[0]
    return FontCodes(built.load).of(use)


def test_every_glyph_has_a_code_of_its_own(codes):
    own = {codes[glyph] for glyph in range(65535)}
    assert len(own) == 65535 and codes[0] == bytes(2)


def test_what_is_frequent_needs_no_escape(codes):
    free = codes.free({codes.cid(glyph) for glyph in range(1, 20_000)})
    assert not set(b''.join(codes[glyph] for glyph in range(1, 20_000))) & set(b'()\\\r\n')
    assert len({*free}) == 65535 - 19_999


DRAWN = st.lists(GLYPHS, min_size=1, max_size=9)
MOVES = st.dictionaries(st.integers(0, 9), st.integers(-999, 999).filter(bool))


@given(DRAWN, MOVES, st.integers(0, 9))
def test_glyphs_are_shown_in_their_codes_and_moved_as_they_are_to(drawn, moves, cut):
    """However a text is cut: of the strings and numbers shown, each is where it was."""
    moves = {at: move for at, move in moves.items() if at <= len(drawn)}
    codes = {glyph: (65535 - glyph).to_bytes(2, 'big') for glyph in drawn}
    text = Text(0, 9, (1, 0, 0, 1, 0, 0), glyphs(drawn), moves=tuple(moves.items()), cut=cut)
    text.cut = cut if 0 < cut < len(drawn) else 0
    document = PDFContentParser([PDFStream({}, _shown(text, codes) + b' ')])
    found, parts = [], 0
    while True:
        try:
            _, item = document.nextobject()
        except PSEOF:
            break
        for part in item if isinstance(item, list) else [item]:
            if isinstance(part, bytes):
                found += [part[at : at + 2] for at in range(0, len(part), 2)]
            elif isinstance(part, int):
                found.append(part)
        parts += isinstance(item, PSKeyword)
    wanted = []
    for at in range(len(drawn) + 1):
        wanted += [moves[at]] if at in moves else []
        wanted += [codes[drawn[at]]] if at < len(drawn) else []
    assert found == wanted and parts == 1 + bool(text.cut)


def embedded(content):
    """``(its glyphs' CIDs, its codes' texts)`` of every embedded CFF font."""
    document = PDFDocument(PDFParser(BytesIO(content)))
    for font in fonts(document):
        if font['Subtype'].name == 'CIDFontType0':
            assert 'CIDToGIDMap' not in font
            file = resolve1(resolve1(font['FontDescriptor'])['FontFile3'])
            assert file['Subtype'].name == 'CIDFontType0C'
            outlines = CFFFontSet()
            outlines.decompile(BytesIO(file.get_data()), None, isCFF2=False)
            yield outlines[0]


@pytest.mark.parametrize('way', ['set', 'set_in_one_piece'])
def test_a_font_holds_the_glyphs_that_are_drawn_and_no_other(press, way):
    built = getattr(press, way)('# 章\n\n永東国、酬今。')
    characters = set(
        ''.join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(built.content)
        )
    )
    font = max(embedded(built.content), key=lambda font: len(font.charset))
    # Beside them, forms of figures, and .notdef.
    assert len(font.charset) <= len(characters) + 12
    assert font.charset[0] == '.notdef'


def test_the_most_frequent_characters_differ_in_one_byte_only(codes, press):
    built = press.set('# 章\n\nあのこは、いまもここにいる。')
    texts = [text for page in built.frames for text in texts_of(page.frame.drawing)]
    (line,) = [text.glyphs for text in texts if len(text.glyphs) == 14 and text.vertical]
    assert len({codes[glyph][0] for glyph in line}) == 1


@pytest.mark.parametrize('way', ['set', 'set_in_one_piece'])
def test_characters_that_no_font_has_are_told_apart_by_readers(press, way):
    built = getattr(press, way)('# 章\n\n字𒀀と𒀁、Latin 𓀀𓀁。')
    text = '字𒀀と𒀁、Latin𓀀𓀁。'
    shown = ''.join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(built.content)
    )
    assert text in re.sub(r'\s', '', shown)
    told = (''.join(glyph.character for glyph in page) for page in read_pages(built.content))
    assert any(text in re.sub(r'\s', '', page) for page in told)
    assert {*'𒀀𒀁𓀀𓀁'} <= {*built.missing}
