"""Escapes untrusted text as a value of CSS, wherever the sheet stands."""

import re
from collections.abc import Iterable

# Whatever CSS, or the page around a sheet, may read as more than text.
_UNSAFE = re.compile(r'[\x00-\x1f!-,/:-@\[-^`{-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]')


def css_string(text: str) -> str:
    """``text`` as a string of CSS, in quotes (CSS Syntax 3 §4.3.7).

    It holds no mark of CSS, of HTML or of XML, so that no rule, comment or element can
    begin or end in it. What no string can hold is left out.
    """
    return f'"{_UNSAFE.sub(_escaped, text)}"'


def css_families(names: Iterable[str], generic: str) -> str:
    """The value of ``font-family``: ``names`` of families, then the ``generic`` one."""
    return ', '.join((*map(css_string, names), generic))


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    # NUL and lone surrogates have no escape (CSS Syntax 3 §4.3.7).
    if character == '\0' or '\ud800' <= character <= '\udfff':
        return ''
    return f'\\{ord(character):x} '
