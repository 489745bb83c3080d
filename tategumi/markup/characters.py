"""Characters that no XML, and so no book, may hold."""

import re

from ..errors import BadInput, Place

_NOT_XML = re.compile('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')


def refuse_control_characters(text, path, show_line=True):
    """Raise ``BadInput`` naming ``path``, and the line, if ``text`` holds one (XML 1.0 §2.2)."""
    match = _NOT_XML.search(text)
    if match:
        line = text.count('\n', 0, match.start()) + 1 if show_line else None
        raise BadInput(
            Place(path, line),
            f'holds the character U+{ord(match.group()):04X}, which no book may; delete it')
