"""What shapes every segment alike: the render_context, its libraries, the fonts, the sheets."""

import json
import os
import platform
from hashlib import blake2b
from itertools import chain
from typing import Any

from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pango
from weasyprint.text.fonts import FontConfiguration

from ...cache import machine
from ...cache.digests import press_digest
from ...cache.machine import State
from ...document.book import empty_document
from ..render_context import RenderContext

#: What tells Pango and fontconfig of a language where the text does not.
_LOCALE = ('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE', 'PANGO_LANGUAGE', 'FC_LANG')


def surroundings(render_context: RenderContext) -> bytes:
    """32 bytes that are others where a segment may come out otherwise."""
    parts = [
        press_digest(),
        platform.python_version(),
        pango.pango_version(),
        fontconfig.FcGetVersion(),
        ffi.string(harfbuzz.hb_version_string()).decode(),
        {name: os.environ.get(name) for name in _LOCALE},
        machine.state_of(chain(*_files(render_context.font_config))),
        render_context.css,
        render_context.fetcher.fetched,
        render_context.variant,
        render_context.has_side_notes,
        render_context.with_lines,
        render_context.least_lines,
        empty_document(render_context.settings),
    ]
    return blake2b(json.dumps(parts).encode(), digest_size=32).digest()


def state_of_fonts() -> State:
    """The state of all that fontconfig chooses from, and of what tells it how."""
    return machine.state_of_fonts(*_files(FontConfiguration()))


def _files(font_config: Any) -> tuple[list[str], list[str]]:
    """The files that fontconfig chooses from, and those that tell it how."""
    config, path_of_font = font_config._config, ffi.new('FcChar8 **')
    fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    paths, telling = [], []
    for number in range(fonts.nfont):
        fontconfig.FcPatternGetString(fonts.fonts[number], b'file', 0, path_of_font)
        paths.append(os.fsdecode(ffi.string(path_of_font[0])))
    listed = fontconfig.FcConfigGetConfigFiles(config)
    while (path := fontconfig.FcStrListNext(listed)) != ffi.NULL:
        telling.append(os.fsdecode(ffi.string(path)))
    return paths, telling
