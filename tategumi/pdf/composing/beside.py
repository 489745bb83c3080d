"""What stands on the right of a line, and how far it reaches: side lines, ruby, bouten."""

from ..drawing.side_lines import reach
from .boxes import EMPHASIS_SIZE
from .properties import keywords

#: How far the middle of an emphasis mark is from the ruby it stands outside of, in its size:
#: closer than beside a character, so that it keeps clear of the line beside.
_BESIDE_RUBY = .2

#: Where the ink of a character may begin, from the middle of its square, in twice its size.
_CLEAR = .8

#: px.
_NEARLY = .01


def emphasis_mark(style):
    """The mark that text under ``style`` has beside each character, or ``''``."""
    emphasis = keywords(style, 'text-emphasis-style')
    if not emphasis or emphasis == ('none',):
        return ''
    shape = next((word for word in emphasis if word not in ('filled', 'open')), 'sesame')
    marks = {'sesame': '﹅﹆', 'dot': '•◦', 'circle': '●○', 'triangle': '▲△'}
    return marks[shape]['open' in emphasis] if shape in marks else shape[:1]


def emphasis_from(piece):
    """How far the middle of the marks of ``piece`` is from its em squares (px)."""
    style = piece.box.style
    share = _BESIDE_RUBY if piece.ruby_size else .5
    return reach(style) + piece.ruby_size + share * EMPHASIS_SIZE * style['font_size']


def breadth_of(piece, size, pitch):
    """How much room ``piece`` takes across its line, in lines of ``size`` and ``pitch`` (px).

    Ruby and dots beside text of the line's size stand in the line gap, whatever
    that is (JLReq §2.4.2); what reaches out farther may not touch the next line.
    """
    if piece.kind == 'atomic':
        return piece.box.margin_height()
    if piece.end == piece.first:
        return 0
    style = piece.box.style
    own = style['font_size']
    out = own / 2 + reach(style) + piece.ruby_size
    if piece.ruby_size and emphasis_mark(style):
        out += 2 * _BESIDE_RUBY * EMPHASIS_SIZE * own
    return own if out <= size + _NEARLY else max(own, 2 * out - pitch + _CLEAR * size)
