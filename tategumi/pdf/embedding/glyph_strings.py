"""The strings of glyphs in content streams.

They are drawn as hexadecimal strings of glyphs, two bytes each, and written with the
codes that the finished fonts know them by, as literal strings.
"""

import re
from collections import Counter
from struct import unpack

from ..file.strings import escaped

#: Strings that are text, which are passed over; a change of font; a string of glyphs.
_TOKEN = re.compile(
    rb'\((?:[^\\()]|\\.)*\)|/ActualText\s*<[0-9a-fA-F]*>'
    rb'|/(?P<font>[A-Z]{6})V? [-\d.]+ Tf\b|<(?P<glyphs>(?:[0-9a-f]{4})+)>',
    re.DOTALL,
)

_FONT = re.compile(rb'/([A-Z]{6})V? [-\d.]+ Tf\b')
_GLYPHS = re.compile(rb'<((?:[0-9a-f]{4})+)>')


def count_glyphs(content, counts):
    """Add to ``counts``, font → ``Counter`` of glyphs, those that ``content`` draws.

    A font is called by its resource name, and its vertical twin by the same. Text that looks
    like glyphs is counted with them: how often each is drawn is known well enough.
    """
    parts = _FONT.split(content)
    for font, part in zip(parts[1::2], parts[2::2]):
        counts.setdefault(font.decode(), Counter()).update(
            _glyphs(b''.join(_GLYPHS.findall(part)))
        )


def recoded(content, codes):
    """``content`` with the codes of ``codes``, font → glyph → bytes, in its strings of glyphs.

    Those of fonts that are not in ``codes`` remain as they are.
    """
    known = None

    def written(token):
        nonlocal known
        font, glyphs = token.groups()
        if font:
            known = codes.get(font.decode())
        elif glyphs and known is not None:
            return escaped(b''.join(map(known.__getitem__, _glyphs(glyphs))))
        return token[0]

    return _TOKEN.sub(written, content)


def _glyphs(hexadecimal):
    return unpack(f'>{len(hexadecimal) // 4}H', bytes.fromhex(hexadecimal.decode()))
