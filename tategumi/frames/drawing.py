"""What draws a page, in order: a list of ``Text``s and of operators.

An operator is a tuple: its name in PDF (ISO 32000-1, annex A), then its operands. Lengths are in
px, y runs down. What an operand of PDF has by name stands there itself. Beside PDF's own there are

``('ca', number)``, ``('CA', number)``  the opacity of fills and of strokes
``('artifact',)``                       what is drawn from here to ``('end',)`` is no content
``('content', mark)``                   … is the content ``mark`` of the page
``('end',)``
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

#: ``Text`` or a tuple.
Drawing: TypeAlias = list[Any]

#: Entries of a dictionary of PDF: numbers, names, and lists and dictionaries of those.
Names: TypeAlias = dict[str, Any]


#: Numbers of 32 bits.
Glyphs: TypeAlias = array

#: Of a character that no font has the number is so much more than its code point: a font has
#: fewer glyphs, and wherever the character is set it has the same number.
MISSING = 0x10000


def glyphs(numbers: Iterable[int]) -> Glyphs:
    """``numbers`` as texts hold them."""
    return array('I', numbers)


#: How many numbers each operator takes, of those that take numbers alone.
OPERANDS = {
    **dict.fromkeys(('q', 'Q', 'h', 'n', 'W', 'W*', 'S', 's'), 0),
    **dict.fromkeys(('f', 'f*', 'B', 'B*', 'b', 'b*', 'artifact', 'end'), 0),
    **dict.fromkeys(('w', 'J', 'j', 'M', 'Tr', 'ca', 'CA', 'content'), 1),
    **dict.fromkeys(('m', 'l'), 2),
    **dict.fromkeys(('rg', 'RG'), 3),
    **dict.fromkeys(('v', 'y', 're'), 4),
    **dict.fromkeys(('c', 'cm'), 6),
}


@dataclass(slots=True)
class Text:
    """Glyphs that follow one another from the origin of ``matrix``, in px.

    ``font`` is the number of one of the segment's, ``vertical`` whether the pen moves down.
    ``moves`` are ``(index, thousandths of an em)`` by which the pen goes back before a
    glyph, as in ``TJ`` (ISO 32000-1, 9.4.3); from ``cut`` on, if it is not 0, glyphs are
    another string. ``mark`` tells which content of the page this is, ``None`` if none.
    """

    font: int
    size: float
    matrix: Matrix
    glyphs: Glyphs
    vertical: bool = False
    mark: int | None = None
    moves: tuple[tuple[int, float], ...] = ()
    cut: int = 0


@dataclass(slots=True)
class Picture:
    """A raster image: ``entries`` of its dictionary, ``content`` as they say, its ``mask``."""

    entries: Names
    content: bytes
    mask: 'Picture | None' = None


@dataclass(slots=True)
class Group:
    """A drawing that is put together before it comes to the page; ``box`` is x, y, x, y."""

    box: list[float]
    drawing: Drawing = field(default_factory=list)


@dataclass(slots=True)
class Pattern:
    """A tile, and how far it is to the next; ``matrix`` leads to where it is used."""

    box: list[float]
    steps: tuple[float, float]
    matrix: Matrix
    drawing: Drawing = field(default_factory=list)


@dataclass(slots=True)
class Shading:
    """A change of colour: ``entries`` of its dictionary (ISO 32000-1, 8.7.4.5)."""

    entries: Names


@dataclass(slots=True)
class State:
    """Entries of a graphics state (ISO 32000-1, 8.4.5); ``mask`` with its kind makes opaque."""

    entries: Names
    mask: Group | None = None
    kind: str = ''
