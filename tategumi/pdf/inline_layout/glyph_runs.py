"""The glyphs of upright text, and where their em squares are along the line."""

from collections.abc import Sequence
from itertools import groupby, repeat
from operator import add, itemgetter, mul, sub
from typing import Any

from ...kumihan import Line
from ...kumihan.paragraph import is_unseen, joins
from .boxes import GlyphRun

_FULL_WIDTH = 0xFEE0

#: Forms of two, three and four characters that fit one em square, best first.
_ROW_FEATURES = {2: ('hwid',), 3: ('twid',), 4: ('qwid',)}

#: A pair of these is one stroke, where the font has one (JLReq §3.1.10 b).
_DASHES = '―—'


def squares_of(
    line: Line, positions: Sequence[float], first: int, end: int, x: float
) -> list[float]:
    """Where the em squares of items ``first`` to ``end - 1`` begin, from ``x`` (px).

    ``positions`` are those of the bodies of the items of ``line``.
    """
    items, shift = slice(first - line.start, end - line.start), x - positions[first - line.start]
    return list(
        map(
            sub,
            map(add, map(sub, positions[items], line.starts[items]), repeat(shift)),
            repeat(x),
        )
    )


def even_squares(line: Line, first: int, end: int, size: float) -> list[float]:
    """The same where they stand one behind the other."""
    start = -line.starts[first - line.start]
    return list(map(add, repeat(start), map(mul, range(end - first), repeat(size))))


def glyph_runs(faces: Any, text: str, squares: list[float], even: bool = False) -> list[GlyphRun]:
    """The ``GlyphRun``s of ``text`` whose em squares are at ``squares``.

    ``faces`` are those of its style.
    """
    glyphs = list(map(faces.glyphs.get, text))
    if not glyphs:
        return []
    if None not in glyphs:
        return [GlyphRun(faces.main, glyphs, text, squares, even)]
    return [
        GlyphRun(face, *(list(each) for each in zip(*(glyph[1:] for glyph in run))))  # type: ignore[arg-type]
        for face, run in groupby(_glyphs(faces, text, squares), key=itemgetter(0))
    ]


def _glyphs(faces: Any, text: str, squares: Sequence[float]) -> list[tuple[Any, int, str, float]]:
    """``(face, glyph, character, position)`` of each glyph of ``text``."""
    glyphs: list[tuple[Any, int, str, float]] = []
    for index, (character, position) in enumerate(zip(text, squares)):
        if glyphs and _is_pair(text[index - 1 : index + 1]):
            face, _, before, place_before = glyphs[-1]
            pair = face.upright(before + character) if len(before) == 1 else None
            if pair is not None:
                glyphs[-1] = face, pair, before + character, place_before
                continue
        if is_unseen(character):
            continue
        shown = character
        if '!' <= character <= '~':
            shown = chr(ord(character) + _FULL_WIDTH)
        face = faces[shown]
        if shown != character and not face.has(shown):
            shown, face = character, faces[character]
        glyph = face.upright(shown)
        if character not in _DASHES and not joins(character):
            faces.remember(character, face, glyph)
        glyphs.append((face, glyph, character, position))
    return glyphs


def _is_pair(text: str) -> bool:
    """May the font draw the two characters of ``text`` as one?"""
    return text[0] == text[1] in _DASHES or joins(text[1])


def tate_chu_yoko_row(
    face: Any, text: str, size: float
) -> tuple[list[tuple[Any, int, str, float]], float]:
    """``(row, squeeze)`` of ``text`` in one em square of ``size`` (px), as ``TateChuYoko`` has."""
    shaped = face.row(text, dict.fromkeys(_ROW_FEATURES.get(len(text), ()), True))
    length = sum(advance for _, advance in shaped)
    squeeze = min(1, 1000 / length) if length else 1
    position, row = -length / 2 * squeeze, []
    one_to_one = len(shaped) == len(text)
    for index, (glyph, advance) in enumerate(shaped):
        shown = text[index] if one_to_one else text if not index else ''
        row.append((face, glyph, shown, position / 1000 * size))
        position += advance * squeeze
    return row, squeeze
