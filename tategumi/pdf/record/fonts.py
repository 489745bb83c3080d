"""The fonts of one process, and what each segment uses of them."""

from copy import copy
from hashlib import blake2b
from typing import Any

import uharfbuzz
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_hb_face, get_pango_font_key

from ...fonts.faces import Face
from ...fonts.pattern import font_blob
from ...frames.drawing import MISSING
from ...frames.frame import FontFace, FontUse

#: Of a character that a font lacks WeasyPrint draws a glyph that the font has not: this, of
#: which no font has as many.
_ABSENT = 0xFFFF


class Fonts:
    """The fonts of one process: each file is read once, however many segments use it."""

    def __init__(self, font_map: Any) -> None:
        self._font_map = font_map
        self._context = ffi.gc(
            pango.pango_font_map_create_context(font_map), gobject.g_object_unref
        )
        # WeasyPrint's font, its description and the digest of its file, by Pango's key of it.
        self._models: dict[Any, tuple[Any, str, str]] = {}
        self._digests: dict[str, str] = {}

    def new(
        self, pango_font: Any, key: Any, description: Any, size: float, number: int
    ) -> '_Used':
        """The ``_Used`` font, of which no glyph is used yet, the ``number``-th of its segment."""
        if key not in self._models:
            text = ffi.string(pango.pango_font_description_to_string(description)).decode()
            model = Font(pango_font, description, size)
            digest = self._digest(model.hash, model.file_content)
            # Who draws needs no more of the file than its digest.
            model.file_content = b''
            self._models[key] = model, text, digest
        return _Used(*self._models[key], size, number)

    def _digest(self, name: str, content: bytes) -> str:
        if name not in self._digests:
            self._digests[name] = blake2b(content, digest_size=16).hexdigest()
        return self._digests[name]

    def load(self, use: FontUse) -> uharfbuzz.Blob | None:
        """The file of a ``FontUse`` (``uharfbuzz.Blob``); ``None`` if there is another by now."""
        description = ffi.gc(
            pango.pango_font_description_from_string(use.description.encode()),
            pango.pango_font_description_free,
        )
        pango.pango_font_description_set_absolute_size(description, use.size * TO_UNITS)
        pango_font = ffi.gc(
            pango.pango_font_map_load_font(self._font_map, self._context, description),
            gobject.g_object_unref,
        )
        blob = font_blob(pango_font, get_pango_font_hb_face(pango_font))
        if use.name not in self._digests:
            self._digest(use.name, blob.data)
        return blob if self._digests[use.name] == use.digest else None


class FontUses:
    """What one segment uses of ``fonts`` (``Fonts``)."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._by_key: dict[Any, _Used] = {}
        self._by_name: dict[str, _Used] = {}
        self._by_face: dict[Face, _Used] = {}

    def of(self, pango_font: Any) -> tuple['_Used', float]:
        """``(its _Used font, its size)``."""
        key, description, size = get_pango_font_key(pango_font)
        if key not in self._by_key:
            used = self._fonts.new(pango_font, key, description, size, len(self._by_name))
            self._by_key[key] = self._by_name.setdefault(used.hash, used)
        used = self._by_key[key]
        used.pango_font, used.size = pango_font, size
        return used, size

    def of_face(self, face: Face) -> '_Used':
        """The ``_Used`` font of a ``Face``."""
        if face not in self._by_face:
            self._by_face[face] = self.of(face.pango_font)[0]
        return self._by_face[face]

    def named(self, name: str) -> '_Used':
        """The ``_Used`` font of that ``hash``."""
        return self._by_name[name]

    def taken(self) -> list[FontUse]:
        """All as ``FontUse``, in the order of their numbers."""
        return [used.taken() for used in self._by_name.values()]


class _Used:
    """Stands for a WeasyPrint ``Font``: its ``model``, and which glyphs are used of it."""

    def __init__(
        self, model: Any, description: str, digest: str, size: float, number: int
    ) -> None:
        self._font = copy(model)
        self._description, self._digest, self._size = description, digest, size
        self.number, self.hash = number, model.hash
        self.widths: dict[int, float] = {}
        self.to_unicode: dict[int, str] = {}
        self.vertical: dict[int, tuple[float, ...]] = {}
        # The one of Pango's drawn last that it stands for, and its size (px).
        self.pango_font: Any = None
        self.size: float = 0
        # The code points of characters that the font lacks, still to be shown.
        self._absent: list[int] = []
        # Its glyphs are shown as those of other fonts are.
        self.bitmap = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._font, name)

    def get_unused_glyph_id(self, codepoint: int) -> int:
        """What WeasyPrint draws for a character that the font lacks."""
        self._absent.append(codepoint)
        return _ABSENT

    def told(self, glyph: int) -> int:
        """``glyph``, drawn by WeasyPrint, as texts call it (``frames.drawing.glyphs``)."""
        if glyph != _ABSENT:
            return glyph
        codepoint = self._absent.pop(0)
        self.widths[MISSING + codepoint] = self.widths[_ABSENT]
        self.to_unicode[MISSING + codepoint] = chr(codepoint)
        return MISSING + codepoint

    def width(self, glyph: int) -> float:
        """The advance of ``glyph`` in thousandths of an em, as WeasyPrint notes it.

        A mark that stands off the line it draws before it does.
        """
        if glyph not in self.widths:
            ink, logical = ffi.new('PangoRectangle *'), ffi.new('PangoRectangle *')
            pango.pango_font_get_glyph_extents(self.pango_font, glyph, ink, logical)
            self.widths[glyph] = round(logical.width * 1000 * FROM_UNITS / self.size)
        return self.widths[glyph]

    def note(self, face: Face, glyph: int, text: str) -> None:
        """``glyph`` of ``face`` is drawn for ``text``."""
        if glyph not in self.widths:
            self.widths[glyph] = round(face.width(0 if glyph >= MISSING else glyph))
        self.to_unicode.setdefault(glyph, text)

    def note_upright(self, face: Face, glyph: int, text: str) -> None:
        """``glyph`` of ``face`` is drawn upright for ``text``, for the first time."""
        own = 0 if glyph >= MISSING else glyph
        self.vertical[glyph] = face.width(own), *face.vertical_metrics(own)
        self.note(face, glyph, text)

    def taken(self) -> FontUse:
        """All of it as plain data."""
        font = self._font
        self.widths.pop(_ABSENT, None)
        self.to_unicode.pop(_ABSENT, None)
        return FontUse(
            self._description,
            self._size,
            self.hash,
            self._digest,
            FontFace(
                font.name.decode(errors='replace').lstrip('/'),
                font.family,
                font.flags,
                font.ascent,
                font.descent,
                font.index,
                font.variations,
                int(font.weight),
                int(font.style),
                not (font.bitmap or font.png or font.svg or font.colr),
            ),
            dict(self.widths),
            dict(self.to_unicode),
            dict(self.vertical),
        )
