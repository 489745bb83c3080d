"""The fonts of content streams, remembered as plain data and made of it again."""

from copy import copy
from hashlib import blake2b

import pydyf
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from .drawn import DrawnFont, Resources

ffi.cdef('PangoFontDescription * pango_font_description_from_string(const char *string);')


class Fonts:
    """The fonts of one process: each file is read once, however many segments use it."""

    def __init__(self, font_map):
        self._font_map = font_map
        self._context = ffi.gc(
            pango.pango_font_map_create_context(font_map), gobject.g_object_unref
        )
        self._models = {}
        self._digests = {}

    def new(self, pango_font, key, description, size):
        """A WeasyPrint ``Font`` of which no glyph is used yet."""
        if key not in self._models:
            text = ffi.string(pango.pango_font_description_to_string(description)).decode()
            model = Font(pango_font, description, size)
            self._digest(model)
            # Who draws needs no more of the file than its digest.
            model.file_content = b''
            self._models[key] = model, text
        font = copy(self._models[key][0])
        font.font_size = size
        font.widths, font.to_unicode, font.missing = {}, {}, {}
        return font

    def knows(self, used):
        """Whether all fonts ``used`` are of its making."""
        return used.keys() <= self._models.keys()

    def drawn(self, used, metrics):
        """The fonts ``used`` (key → ``Font``) as ``DrawnFont``; ``metrics`` are the Drawer's."""
        return [
            DrawnFont(
                self._models[key][1],
                font.font_size,
                font.hash,
                self._digest(font),
                font.widths,
                font.to_unicode,
                font.missing,
                metrics.get(font.hash, {}),
            )
            for key, font in used.items()
        ]

    def _digest(self, font):
        if font.hash not in self._digests:
            self._digests[font.hash] = blake2b(font.file_content, digest_size=16).hexdigest()
        return self._digests[font.hash]

    def load(self, drawn):
        """The ``Font`` of a ``DrawnFont``, no glyph of it used; ``None`` if there is another."""
        description = ffi.gc(
            pango.pango_font_description_from_string(drawn.description.encode()),
            pango.pango_font_description_free,
        )
        pango.pango_font_description_set_absolute_size(description, drawn.size * TO_UNITS)
        pango_font = ffi.gc(
            pango.pango_font_map_load_font(self._font_map, self._context, description),
            gobject.g_object_unref,
        )
        _, description, size = get_pango_font_key(pango_font)
        font = Font(pango_font, description, size)
        # The font lives as long as Pango's does.
        font.pango_font = pango_font
        if font.hash != drawn.name or self._digest(font) != drawn.digest:
            return None
        return font


class Need:
    """Collects what streams name; ``fonts`` are the ``Fonts`` of the process."""

    def __init__(self, fonts):
        self.all_fonts, self.fonts, self.images = fonts, {}, {}
        self.resources = pydyf.Dictionary(
            {
                'ExtGState': pydyf.Dictionary(),
                'XObject': pydyf.Dictionary(),
                'Pattern': pydyf.Dictionary(),
                'Shading': pydyf.Dictionary(),
                'ColorSpace': None,
            }
        )

    def drawn(self, metrics):
        """All of it as ``drawn.Resources``; ``metrics`` are the Drawer's."""
        if not self._is_shared():
            return Resources([], {}, {}, False)
        return Resources(
            self.all_fonts.drawn(self.fonts, metrics),
            self.resources['ExtGState'],
            {
                name: picture['image'].get_x_object(
                    picture['interpolate'], max(picture['dpi_ratios'])
                )
                for name, picture in self.images.items()
            },
            True,
        )

    def _is_shared(self):
        """Whether all of it is what other segments call by the same name."""
        # WeasyPrint names constant alpha by its value, and counts the rest. What is drawn
        # as a group of its own has fonts that WeasyPrint loads.
        return (
            all(name[0] in 'aA' for name in self.resources['ExtGState'])
            and not (
                self.resources['Pattern']
                or self.resources['Shading']
                or self.resources['XObject'].keys() - self.images.keys()
            )
            and self.all_fonts.knows(self.fonts)
        )
