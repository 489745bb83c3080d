"""Lines by jtypeset, through its Python binding."""

from importlib.metadata import version

import jtypeset

from .line import PeerLine

VERSION = f'jtypeset {version("jtypeset")}'

_SIZE = 10
#: Where a mark's body begins in its em, in em: jtypeset gives the place of the em.
_BODY_START = {**dict.fromkeys('「『（〔［｛〈《【〝', 0.5), **dict.fromkeys('・：；', 0.25)}


def lines_of(paragraphs, setting, font, greedy=False):
    """For each paragraph (``str``) its list of ``PeerLine``.

    ``font`` is a font's path. ``greedy`` lets jtypeset choose line by line, as it does
    by itself; otherwise it chooses over the paragraph.
    """
    fonts = jtypeset.FontSet()
    fonts.load_file(str(font), 'body')
    style = jtypeset.ParagraphStyle()
    style.first_line_indent = 1
    style.spacing.hanging_punctuation = setting.hanging
    style.spacing.kinsoku = (
        jtypeset.KinsokuLevel.STRICT if setting.strict_line_start else jtypeset.KinsokuLevel.NORMAL
    )
    if not greedy:
        style.line_break.strategy = jtypeset.LineBreakStrategy.KNUTH_PLASS
    return [_lines(text, setting.measure, fonts, style) for text in paragraphs]


def _lines(text, measure, fonts, style):
    paragraph = jtypeset.Paragraph(text, jtypeset.TextStyle(['body'], _SIZE), style)
    layout = jtypeset.layout_paragraph(
        fonts, paragraph, jtypeset.WritingMode.VERTICAL_RL, [], measure * _SIZE
    )
    lines = []
    for number, line in enumerate(layout):
        positions = {
            box.char_index: (line.indent + box.inline_start) / _SIZE
            + _BODY_START.get(text[box.char_index], 0)
            for box in layout.char_boxes(number)
        }
        lines.append(PeerLine(line.char_start, line.char_end, positions))
    return lines
