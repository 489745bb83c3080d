"""The properties that WeasyPrint reads as custom ones (``document/vertical_css.py``).

Inheritance and the cascade are WeasyPrint's.
"""

from typing import Any


def keywords(style: Any, name: str) -> tuple[str, ...]:
    """The computed value of property ``name`` as a tuple of its keywords and strings."""
    return tuple(
        token.value
        for token in style['__' + name.replace('-', '_')] or ()
        if token.type in ('ident', 'string')
    )


def last_line_of(style: Any) -> int:
    """How many characters the last line of a paragraph has at least: ``characters-2``."""
    said = ''.join(keywords(style, 'last-line-characters'))
    figure = said.removeprefix('characters-')
    return int(figure) if figure.isascii() and figure.isdigit() else 0
