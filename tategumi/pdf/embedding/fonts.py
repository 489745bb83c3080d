"""The embedded fonts: those WeasyPrint makes, with nothing in them that is not drawn."""

from dataclasses import dataclass, field

import pydyf
from weasyprint.pdf.fonts import build_fonts_dictionary

from ...fonts.compact_cff import compact, is_cid_keyed
from .codes import codes_of, to_unicode

#: The width of a glyph of which ``/W`` says nothing (ISO 32000-1, table 117).
_WIDTH = 1000


@dataclass
class Embedded:
    """Builds the fonts of one PDF, and knows the CIDs of their glyphs.

    ``counts`` say how often each glyph is drawn, font → glyph → number: of these fonts
    CIDs are given anew where they can be. ``codes``, font → glyph → the two bytes it is
    drawn with, tells of those.
    """

    counts: dict = field(default_factory=dict)
    codes: dict = field(default_factory=dict)

    def build(self, pdf, fonts, *options):
        """Add ``fonts`` to ``pdf``; stands for WeasyPrint's function."""
        references = build_fonts_dictionary(pdf, fonts, *options)
        for font in fonts.values():
            # What has no glyph is drawn as one that is not there, which has no outline to keep.
            if (
                font.to_unicode
                and not (font.missing or font.bitmap or font.used_in_forms)
                and (is_cid_keyed(font.file_content))
            ):
                self._reduce(pdf, font, references[font.hash])
        return references

    def renumbered(self, metrics):
        """``metrics``, font → glyph → what it measures, of CIDs in the place of glyphs."""
        return {
            name: {
                int.from_bytes(self.codes[name][glyph], 'big'): measures
                for glyph, measures in glyphs.items()
            }
            if name in self.codes
            else glyphs
            for name, glyphs in metrics.items()
        }

    def _reduce(self, pdf, font, reference):
        glyphs = {glyph for glyph in (*font.to_unicode, *font.widths) if glyph}
        cids = {glyph: glyph for glyph in glyphs}
        if font.hash in self.counts:
            counts = self.counts[font.hash]
            cids = codes_of({glyph: counts.get(glyph, 0) for glyph in glyphs})
            self.codes[font.hash] = {
                glyph: cid.to_bytes(2, 'big') for glyph, cid in ((0, 0), *cids.items())
            }
        whole = _at(pdf, reference)
        descendant = _at(pdf, whole['DescendantFonts'][0])
        file = _at(pdf, _at(pdf, descendant['FontDescriptor'])['FontFile3'])
        file.stream[:] = [compact(font.file_content, cids)]
        file.extra['Subtype'] = '/CIDFontType0C'
        cids[0] = 0
        del descendant['CIDToGIDMap']
        descendant['W'] = widths_array(
            {cids[glyph]: width for glyph, width in font.widths.items()}
        )
        _at(pdf, whole['ToUnicode']).stream[:] = [
            to_unicode({cids[glyph]: text for glyph, text in font.to_unicode.items()})
        ]


def widths_array(widths):
    """``widths``, CID → number, as ``/W`` has them (ISO 32000-1, 9.7.4.3)."""
    told, run, next_cid = pydyf.Array(), None, None
    for cid, width in sorted(widths.items()):
        if width == _WIDTH:
            continue
        if run is None or cid != next_cid:
            run = pydyf.Array()
            told.extend((cid, run))
        run.append(width)
        next_cid = cid + 1
    return told


def _at(pdf, reference):
    return pdf.objects[int(reference.split()[0])]
