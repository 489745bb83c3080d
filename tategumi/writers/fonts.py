"""The embedded fonts: with nothing in them that is not drawn.

A Type 0 font is horizontal or vertical as a whole, by its encoding. The vertical twin
shares the descendant font and so the embedded file; only the encoding differs,
and with it the metrics a viewer uses: ``/DW2`` and ``/W2`` of the descendant
(PDF 32000-1, 9.7.4.3), which horizontal text does not look at.
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias, TypeVar

import uharfbuzz

from ..frames.drawing import MISSING, Glyphs, Text, glyphs
from ..frames.frame import FontUse
from .codes import Codes, to_unicode
from .file import File
from .objects import Ref, name, text_string
from .outlines import Outlines, outlines, takes_any_cids

#: Gives the file of a font.
Load: TypeAlias = Callable[[FontUse], uharfbuzz.Blob]

_Value = TypeVar('_Value')

#: The width of a glyph of which ``/W`` says nothing (ISO 32000-1, table 117).
_WIDTH = 1000

#: A full-width glyph of most fonts: the pen starts 880 above the baseline.
_COMMON = 880, -1000

#: What a descriptor must say and nobody looks at where the font is embedded.
_STEM = 80


@dataclass(eq=False)
class WrittenFont:
    """One font of a book: the ``use`` of all its segments, and which glyphs are ``drawn``.

    ``directions`` tell whether some of its texts are vertical, and some not. Once it is embedded
    there are ``codes``, glyph → two bytes, and the references to it.
    """

    number: int
    use: FontUse
    drawn: set[int] = field(default_factory=set)
    directions: set[bool] = field(default_factory=set)
    codes: Mapping[int, bytes] = field(default_factory=dict)
    horizontal: Ref | None = None
    vertical: Ref | None = None

    def reference(self, vertical: bool) -> Ref | None:
        """That to it, or to its vertical twin."""
        return self.vertical if vertical else self.horizontal


class FontCodes:
    """The ``Codes`` of fonts, whose files ``load`` gives, as in ``write_book``."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._by_name: dict[str, Codes | None] = {}

    def of(self, use: FontUse) -> Codes | None:
        """Those of the font ``use``.

        ``None`` where they have to be the places of glyphs among those that are drawn.
        """
        if use.name not in self._by_name:
            file, codes = self._load(use), None
            if takes_any_cids(file, use.face):
                codes = Codes(uharfbuzz.Face(file, use.face.index))
            self._by_name[use.name] = codes
        return self._by_name[use.name]


class Fonts:
    """The fonts of a book; ``bare`` in a file before PDF 1.6, which knows no OpenType."""

    def __init__(self, bare: bool = False) -> None:
        self._bare = bare
        self._by_name: dict[str, WrittenFont] = {}

    def of(self, uses: Iterable[FontUse]) -> list[WrittenFont]:
        """The ``WrittenFont`` of each of ``uses`` (``FontUse``)."""
        return [self._of(use) for use in uses]

    def _of(self, use: FontUse) -> WrittenFont:
        if use.name not in self._by_name:
            self._by_name[use.name] = WrittenFont(
                len(self._by_name),
                FontUse(use.description, use.size, use.name, use.digest, use.face),
            )
        font = self._by_name[use.name]
        # Of each glyph what the first of its uses says is taken.
        font.use.widths = {**use.widths, **font.use.widths}
        font.use.texts = {**use.texts, **font.use.texts}
        font.use.vertical = {**use.vertical, **font.use.vertical}
        return font

    def embed(self, file: File, load: Load, codes: FontCodes | None = None) -> None:
        """Add all to ``file`` (``File``); ``load(use)`` gives a font's own file.

        ``codes`` (``FontCodes``) are those of fonts that are known already.
        """
        codes = codes or FontCodes(load)
        for font in self._by_name.values():
            if font.drawn:
                _embed(file, font, load(font.use), codes.of(font.use), self._bare)


def drawn_of(texts: Iterable[Text]) -> dict[tuple[int, bool], set[int]]:
    """The glyphs of ``texts`` (``Text``): (number of the font, whether vertical) → glyphs."""
    drawn: dict[tuple[int, bool], Glyphs] = defaultdict(lambda: glyphs(()))
    for text in texts:
        drawn[text.font, text.vertical] += text.glyphs
    return {key: set(numbers) for key, numbers in drawn.items()}


def note(drawn: Mapping[tuple[int, bool], Iterable[int]], fonts: Sequence[WrittenFont]) -> None:
    """Let ``fonts`` (``WrittenFont``) know what of them is ``drawn``, as of ``drawn_of``."""
    for (font, vertical), numbers in drawn.items():
        fonts[font].drawn.update(numbers)
        fonts[font].directions.add(vertical)


def _embed(
    file: File, font: WrittenFont, own_file: uharfbuzz.Blob, codes: Codes | None, bare: bool
) -> None:
    use, face = font.use, font.use.face
    missing = sorted(glyph for glyph in font.drawn if glyph >= MISSING)
    cids = {
        glyph: 0 if codes is None else codes.cid(glyph) for glyph in font.drawn.difference(missing)
    }
    # A code that no glyph has is drawn as .notdef.
    if codes is not None:
        cids |= zip(missing, codes.free({*cids.values()}))
    embedded = outlines(own_file, face, use.size, cids, bool(missing or 0 in font.drawn))
    if bare:
        embedded = embedded.bare()
    if codes is None:
        cids = embedded.places | dict(zip(missing, count(max(embedded.places.values()) + 1)))
    font.codes = {glyph: cid.to_bytes(2, 'big') for glyph, cid in cids.items()}
    used = {glyph: cid for glyph, cid in cids.items() if glyph in font.drawn}
    descendant = _descendant(file, font, embedded, used)
    whole = {
        'Type': '/Font',
        'Subtype': '/Type0',
        'BaseFont': name(face.name),
        'ToUnicode': file.add_stream({}, to_unicode(_by_cid(use.texts, used))),
        'DescendantFonts': [file.add(descendant)],
    }
    if False in font.directions:
        font.horizontal = file.add({**whole, 'Encoding': '/Identity-H'})
    if True in font.directions:
        font.vertical = file.add({**whole, 'Encoding': '/Identity-V'})


def _descendant(
    file: File, font: WrittenFont, embedded: Outlines, cids: Mapping[int, int]
) -> dict[str, Any]:
    """The CIDFont of ``font``, whose ``Outlines`` are ``embedded``; ``cids`` are those drawn."""
    face, widths, base = font.use.face, _by_cid(font.use.widths, cids), name(font.use.face.name)
    descriptor = {
        'Type': '/FontDescriptor',
        'FontName': base,
        'FontFamily': text_string(face.family),
        'Flags': face.flags + (len(widths) > 1 and len({*widths.values()}) == 1),
        'FontBBox': [0, face.descent, max(widths.values(), default=0), face.ascent],
        'ItalicAngle': 0,
        'Ascent': face.ascent,
        'Descent': face.descent,
        'CapHeight': face.ascent,
        'StemV': _STEM,
        embedded.key: file.add_stream(embedded.entries, embedded.content),
    }
    descendant = {
        'Type': '/Font',
        'Subtype': f'/CIDFontType{embedded.kind}',
        'BaseFont': base,
        'CIDSystemInfo': {'Registry': b'Adobe', 'Ordering': b'Identity', 'Supplement': 0},
        'W': _widths(widths),
        'FontDescriptor': file.add(descriptor),
    }
    if embedded.kind == 2:
        descendant['CIDToGIDMap'] = file.add_stream({}, _places_by_cid(embedded.places, cids))
    if True in font.directions:
        descendant['DW2'] = _COMMON
        if exceptions := _exceptions(_by_cid(font.use.vertical, cids)):
            descendant['W2'] = exceptions
    return descendant


def _places_by_cid(places: Mapping[int, int], cids: Mapping[int, int]) -> bytes:
    """Of each CID the place of its glyph in the file (ISO 32000-1, 9.7.4.2)."""
    by_cid = array('H', bytes(2 * (1 + max(cids.values(), default=0))))
    for glyph, cid in cids.items():
        by_cid[cid] = places.get(glyph, 0)
    if sys.byteorder == 'little':
        by_cid.byteswap()
    return by_cid.tobytes()


def _by_cid(by_glyph: Mapping[int, _Value], cids: Mapping[int, int]) -> dict[int, _Value]:
    """``by_glyph`` by the CIDs of the glyphs."""
    return {cids[glyph]: value for glyph, value in by_glyph.items() if glyph in cids}


def _widths(widths: Mapping[int, float]) -> list[Any]:
    """``widths``, CID → number, as ``/W`` has them (ISO 32000-1, 9.7.4.3)."""
    entries: list[Any] = []
    run: list[float] = []
    next_cid = None
    for cid, width in sorted(widths.items()):
        if width == _WIDTH:
            continue
        if cid != next_cid:
            run = []
            entries += cid, run
        run.append(width)
        next_cid = cid + 1
    return entries


def _exceptions(metrics: Mapping[int, tuple[float, ...]]) -> list[Any]:
    """The ``/W2`` entries of the glyphs that differ from ``/DW2``."""
    entries: list[Any] = []
    for cid, numbers in sorted(metrics.items()):
        width, advance, x, y = (round(number) for number in numbers)
        if (y, -advance) != _COMMON or 2 * x not in (width - 1, width, width + 1):
            entries += [cid, [-advance, x, y]]
    return entries
