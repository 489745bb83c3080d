"""What fontconfig knows of a font: its file and the names of its family."""

import os
from collections.abc import Iterator
from itertools import count
from typing import Any

import uharfbuzz
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pangoft2
from weasyprint.text.fonts import get_hb_object_data

# All that the press calls and WeasyPrint does not declare: each declaration by itself takes cffi
# longer than what is in it.
ffi.cdef("""
    int FcGetVersion (void);
    const char * hb_version_string (void);
    PangoFontDescription * pango_font_description_from_string (const char *string);
    FcPattern * pango_fc_font_get_pattern (void *font);
""")


def families_of(pango_font: Any) -> Iterator[str]:
    """The names of the family of ``pango_font``, in every language that it has names in."""
    pattern = pangoft2.pango_fc_font_get_pattern(pango_font)
    found = ffi.new('FcChar8 **')
    for number in count():
        # 0 says that there is such a value (FcResultMatch).
        if fontconfig.FcPatternGetString(pattern, b'family', number, found):
            return
        yield os.fsdecode(ffi.string(found[0]))


def bare(name: str) -> str:
    """``name`` of a family as fontconfig compares it: without spaces, in any case."""
    return name.replace(' ', '').casefold()


def font_blob(pango_font: Any, hb_face: Any) -> uharfbuzz.Blob:
    """The file of ``pango_font`` as a ``uharfbuzz.Blob``; ``hb_face`` is HarfBuzz's face of it."""
    file_name = ffi.new('FcChar8 **')
    pattern = pangoft2.pango_fc_font_get_pattern(pango_font)
    try:
        # 0 says that there is such a value (FcResultMatch).
        if not fontconfig.FcPatternGetString(pattern, b'file', 0, file_name):
            blob = uharfbuzz.Blob.from_file_path(os.fsdecode(ffi.string(file_name[0])))
            # The file may be another by now than that which Pango has open.
            if len(blob) == _length(hb_face):
                return blob
    except uharfbuzz.HarfBuzzError:
        pass
    return uharfbuzz.Blob(get_hb_object_data(hb_face))


def _length(hb_face: Any) -> int:
    blob = harfbuzz.hb_face_reference_blob(hb_face)
    length = ffi.new('unsigned int *')
    harfbuzz.hb_blob_get_data(blob, length)
    harfbuzz.hb_blob_destroy(blob)
    return length[0]
