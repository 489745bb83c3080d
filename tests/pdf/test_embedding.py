"""The embedded fonts: no more than is drawn, and known by codes that compress well."""

from io import BytesIO

import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from tategumi.pdf.embedding.codes import codes_of, count_glyphs, recoded
from tategumi.pdf.file.strings import escaped

from .test_variants import fonts

GLYPHS = st.integers(1, 65534)


@given(st.dictionaries(GLYPHS, st.integers(0, 999)))
def test_every_glyph_has_a_code_of_its_own_that_needs_no_escape(counts):
    codes = codes_of(counts)
    assert codes.keys() == counts.keys()
    assert len(set(codes.values())) == len(codes) and 0 not in codes.values()
    for code in codes.values():
        assert not set(code.to_bytes(2, 'big')) & set(b'()\\\r\n')


@pytest.mark.parametrize('count', [60_000, 65_534])
def test_there_are_codes_for_as_many_glyphs_as_a_font_can_have(count):
    codes = codes_of(dict.fromkeys(range(1, count + 1), 1))
    assert len(set(codes.values())) == count and 0 not in codes.values()


def test_the_codes_are_the_same_whatever_was_counted_first():
    counts = {7: 3, 5: 3, 9: 8}
    assert codes_of(counts) == codes_of(dict(reversed(counts.items())))


@given(st.lists(st.tuples(st.sampled_from(['ABCDEF', 'GHIJKL']), st.lists(GLYPHS, min_size=1))))
def test_strings_are_written_in_the_codes_of_their_font_alone(runs):
    """What is text or a dictionary, or of a font that is as it was, remains."""
    content = b'\n'.join(
        b'<</ActualText (\xfe\xff<0041>\\))>> BDC\n/%sV 12 Tf\n[<%s>-250<%s>] TJ'
        % (name.encode(), text := b''.join(b'%04x' % glyph for glyph in glyphs), text)
        for name, glyphs in runs
    )
    codes = {'ABCDEF': {glyph: (65535 - glyph).to_bytes(2, 'big') for glyph in range(65535)}}
    counts = {}
    count_glyphs(content.replace(b'<0041>', b''), counts)
    made = recoded(content, codes)
    assert made.count(b'(\xfe\xff<0041>\\))') == len(runs)
    for name in ('ABCDEF', 'GHIJKL'):
        drawn = [glyph for own, glyphs in runs if own == name for glyph in glyphs * 2]
        assert sorted(counts.get(name, {}).elements() if drawn else ()) == sorted(drawn)
    for name, glyphs in runs:
        if name == 'ABCDEF':
            text = escaped(b''.join(map(codes[name].get, glyphs)))
        else:
            text = b'<%s>' % b''.join(b'%04x' % glyph for glyph in glyphs)
        assert b'[%s-250%s]' % (text, text) in made


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


def test_the_most_frequent_characters_differ_in_one_byte_only(press):
    built = press.set('# 章\n\n' + '永東国、酬今。' * 200)
    font = max(embedded(built.content), key=lambda font: len(font.charset))
    first = {int(name[3:]) >> 8 for name in font.charset[1:]}
    assert len(first) == 1
