"""Characters that no XML, and so no book, may hold."""

import dataclasses
import re

from ..errors import BadInput, Place

_NOT_XML = re.compile('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')


def refuse_control_characters(text, path):
    """Raise ``BadInput`` with the line of ``path`` that holds one (XML 1.0 §2.2, Char)."""
    match = _NOT_XML.search(text)
    if match:
        line = text.count('\n', 0, match.start()) + 1
        raise BadInput(Place(path, line), _message(match))


def refuse_control_characters_of(settings):
    """The same for every text of ``settings``, naming ``book.yaml``."""
    for text in _texts(settings):
        match = _NOT_XML.search(text)
        if match:
            raise BadInput(settings.book / 'book.yaml', _message(match))


def _message(match):
    return f'holds the character U+{ord(match.group()):04X}, which no book may; delete it'


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
