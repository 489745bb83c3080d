"""What stands beside a line, and how far it reaches: side lines, ruby, bouten."""

from collections.abc import Iterable
from math import inf
from typing import Any

from .boxes import EMPHASIS_BESIDE_RUBY, EMPHASIS_SIZE, Emphasis
from .pieces import Piece
from .properties import keywords
from .side_lines import is_lined, reach

#: How far the middle of an emphasis mark is from the ruby it stands outside of, in the size of the
#: text: closer than beside a character, so that it keeps clear of the line beside.
_BESIDE_RUBY = 0.1

#: Where the ink of a character may begin, from the middle of its square, to half its size.
_CLEAR = 0.8

#: Characters of six tenths of a line's size, moved by so much of their own, end where its do.
_SHIFT = 1 / 3

#: px.
_NEARLY = 0.01


def emphasis_beside(
    piece: Piece, faces: Any, squares: Iterable[tuple[str, float]]
) -> Emphasis | None:
    """The marks of ``piece``; ``squares`` are what stands in its em squares, and where (px).

    Each square that has a letter or a figure carries one (JLReq §3.3.9); punctuation has none.
    ``faces`` are those of the style; ``None`` where that has no marks.
    """
    mark = _emphasis_mark(piece.box.style)
    if not mark:
        return None
    marked = [square for text, square in squares if any(character.isalnum() for character in text)]
    return Emphasis(faces[mark], mark, _emphasis_size(piece), _emphasis_from(piece), marked)


def _emphasis_mark(style: Any) -> str:
    """The mark that text under ``style`` has beside each character, or ``''``."""
    emphasis = keywords(style, 'text-emphasis-style')
    if not emphasis or emphasis == ('none',):
        return ''
    shape = next((word for word in emphasis if word not in ('filled', 'open')), 'sesame')
    marks = {
        'sesame': '﹅﹆',
        'dot': '•◦',
        'circle': '●○',
        'triangle': '▲△',
        'double-circle': '◉◎',
    }
    return marks[shape]['open' in emphasis] if shape in marks else shape[:1]


def _emphasis_from(piece: Piece) -> float:
    """How far the middle of the marks of ``piece`` is from the right of its em squares (px)."""
    style = piece.box.style
    side = _emphasis_side(style)
    ruby = piece.ruby_left if side == 'left' else piece.ruby_right
    share = _BESIDE_RUBY if ruby else EMPHASIS_SIZE / 2
    out = reach(style, side) + ruby + share * style['font_size']
    return -style['font_size'] - out if side == 'left' else out


def _emphasis_size(piece: Piece) -> float:
    """The size of the marks of ``piece``, of the text's: smaller outside of ruby."""
    style = piece.box.style
    is_outside = piece.ruby_left if _emphasis_side(style) == 'left' else piece.ruby_right
    return EMPHASIS_BESIDE_RUBY if is_outside else EMPHASIS_SIZE


def _emphasis_side(style: Any) -> str:
    return 'left' if 'left' in keywords(style, 'text-emphasis-position') else 'right'


def ruby_side(style: Any) -> str:
    """The side on which the readings of text under ``style`` stand."""
    return 'left' if keywords(style, 'ruby-position') == ('under',) else 'right'


def baseline_shift(style: Any) -> float:
    """How far text under ``style``, smaller than the line's, is moved to the left of it (px).

    What is above the line in horizontal text is on its right.
    """
    signs: dict[tuple[str, ...], int] = {('super',): -1, ('sub',): 1}
    sign = signs.get(keywords(style, 'baseline-shift'), 0)
    return sign * _SHIFT * style['font_size']


def clearance(pieces: Iterable[Piece], size: float, height: float) -> float:
    """What a line ``height`` broad leaves beside its middle to the next, less what it fills (px).

    Twice, as if on either side. ``pieces`` are the line's, ``size`` is that of its text.
    """
    filled = max((_reach_left(piece) for piece in pieces), default=0)
    return height - 2 * max(filled, _CLEAR * size / 2)


def breadth_of(piece: Piece, size: float, pitch: float, clear: float = inf) -> float:
    """How much room ``piece`` takes across its line, in lines of ``size`` and ``pitch`` (px).

    Ruby and dots beside text of the line's size stand in the line gap, whatever
    that is (JLReq §2.4.2); what reaches out farther may not touch the line before,
    nor may any where that line fills the gap: ``clear`` is its ``clearance``.
    """
    if piece.kind == 'atomic':
        return piece.box.margin_height()
    if piece.end == piece.first:
        return 0
    style = piece.box.style
    own = style['font_size']
    out = own / 2 + reach(style) + piece.ruby_size - baseline_shift(style)
    if _emphasis_mark(style):
        out += (2 * _BESIDE_RUBY if piece.ruby_size else EMPHASIS_SIZE) * own
    if out <= size + _NEARLY and is_clear(size, pitch, clear):
        return own
    return max(own, 2 * out - min(pitch - _CLEAR * size, clear))


def is_clear(size: float, pitch: float, clear: float) -> bool:
    """Does the line before leave all of the line gap, where ``clear`` is its ``clearance``?"""
    return pitch - _CLEAR * size <= clear + _NEARLY


def is_plain(piece: Piece, size: float) -> bool:
    """Is ``piece`` text that fills the squares of a line of ``size``, and its gap on the right?"""
    style = piece.box.style
    return (
        piece.kind in ('upright', 'sideways', 'turned', 'space')
        and not piece.note
        and piece.end > piece.first
        and style['font_size'] == size
        and size / 2 + piece.ruby_right <= size + _NEARLY
        and not piece.ruby_left
        and not is_lined(style)
        and not _emphasis_mark(style)
    )


def _reach_left(piece: Piece) -> float:
    """How far ``piece`` reaches from the middle of its line towards the next (px)."""
    if piece.kind == 'atomic':
        return piece.box.margin_height() / 2
    if piece.end == piece.first:
        return 0
    style = piece.box.style
    beside = reach(style, 'left') + piece.ruby_left
    if _emphasis_mark(style) and _emphasis_side(style) == 'left':
        beside += _emphasis_size(piece) * style['font_size']
    # Warichu is as broad as its two small lines.
    breadth = style['font_size'] * (2 if piece.note else 1)
    return breadth / 2 + beside if beside else _CLEAR * breadth / 2
