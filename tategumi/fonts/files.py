"""The files of the fonts that Pango has open, without a copy of each in every process."""

import os
from typing import Any

import uharfbuzz
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pangoft2
from weasyprint.text.fonts import get_hb_object_data

ffi.cdef('FcPattern * pango_fc_font_get_pattern (void *font);')


def font_blob(pango_font: Any, hb_face: Any) -> uharfbuzz.Blob:
    """The file of ``pango_font`` as a ``uharfbuzz.Blob``; ``hb_face`` is HarfBuzz's face of it."""
    found = ffi.new('FcChar8 **')
    pattern = pangoft2.pango_fc_font_get_pattern(pango_font)
    try:
        # 0 says that there is such a value (FcResultMatch).
        if not fontconfig.FcPatternGetString(pattern, b'file', 0, found):
            blob = uharfbuzz.Blob.from_file_path(os.fsdecode(ffi.string(found[0])))
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
