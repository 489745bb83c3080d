"""The drawing seam: the text boxes of vertical lines as ``Text``.

The page's logical space is turned a quarter clockwise when it is drawn; the
matrices here turn glyphs back. In vertical text the pen moves by each glyph's
vertical advance, down the page (PDF 32000-1, 9.7.4.3).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from operator import add, mul, sub, truediv
from typing import Any

from weasyprint.draw.text import draw_text as draw_horizontal_text

from ...frames.drawing import MISSING, Text, glyphs
from ...kumihan import class_of
from ...sheets.figures import sheet_figure
from ..inline_layout.boxes import Emphasis, TateChuYoko, UprightText
from ..inline_layout.glyph_runs import GlyphRun

#: How far letters lean to their height where the font has no italics.
_SLANT = 0.2

#: In em: how far a bracket at the head of a paragraph stands below where it would. The half
#: em between it and a line head is just what PDFium takes for one height.
_APART = 0.002

#: In em: how far below the line head headings within a chapter begin.
_HEADINGS = tuple(
    sheet_figure('pdf.css', heading, 'padding-inline-start') for heading in ('h2', 'h3')
)


def draw_text(
    recorder: Any, textbox: Any, offset_x: float, text_overflow: Any, block_ellipsis: Any = 'none'
) -> None:
    """Draw ``textbox``; stands in for WeasyPrint's function of that name."""
    is_visible = textbox.style['visibility'] == 'visible'
    if isinstance(textbox, UprightText):
        if is_visible and textbox.runs:
            _draw_upright(recorder, textbox)
    elif isinstance(textbox, TateChuYoko):
        if is_visible and textbox.row:
            _draw_row(recorder, textbox)
    else:
        with _slanted(recorder, textbox):
            draw_horizontal_text(recorder, textbox, offset_x, text_overflow, block_ellipsis)
    has_marks = is_visible and isinstance(textbox, (UprightText, TateChuYoko))
    emphasis = textbox.emphasis if has_marks else None
    side_lines = textbox.__dict__.get('side_lines', ())
    if emphasis or side_lines:
        # What is drawn from here on is no text (ISO 14289-1, 7.1).
        with recorder.artifact():
            if emphasis:
                _draw_emphasis(recorder, textbox, emphasis)
            for line in side_lines:
                line.draw(recorder)


def _draw_upright(recorder: Any, box: Any) -> None:
    size = box.style['font_size']
    middle = box.position_y + size / 2
    recorder.set_color(box.style['color'])
    for run in box.runs:
        font, glyph_numbers = recorder.fonts.of_face(run.face), run.glyphs
        if 0 in glyph_numbers:
            glyph_numbers = [_number(*glyph) for glyph in zip(glyph_numbers, run.texts)]
        if not all(map(font.vertical.__contains__, glyph_numbers)):
            for glyph, text in zip(glyph_numbers, run.texts):
                if glyph not in font.vertical:
                    font.note_upright(run.face, glyph, text)
        start = box.position_x + run.positions[0]
        if box.begins and class_of(run.texts[0]) == 1:
            start += _APART * size
        recorder.draw_text(
            Text(
                font.number,
                size,
                (0, -box.broad, -1, 0, start, middle),
                glyphs(glyph_numbers),
                True,
                moves=_moves(run, size),
                cut=_cut(len(glyph_numbers), box.begins) if box.ends_line else 0,
            )
        )


def _draw_row(recorder: Any, box: Any) -> None:
    size = box.style['font_size']
    # The row's baseline: its letters stand in the middle of the em square.
    baseline = box.position_x + box.baseline
    middle = box.position_y + size / 2
    recorder.set_color(box.style['color'])
    face, _, _, position = box.row[0]
    font, glyph_numbers = recorder.fonts.of_face(face), []
    for own, glyph, text, _ in box.row:
        number = _number(glyph, text)
        font.note(own, number, text)
        glyph_numbers.append(number)
    matrix = (0, -box.squeeze, -1, 0, baseline, middle - position)
    recorder.draw_text(Text(font.number, size, matrix, glyphs(glyph_numbers)))


def _draw_emphasis(recorder: Any, box: Any, emphasis: Emphasis) -> None:
    size = box.style['font_size']
    mark_size = size * emphasis.size
    middle = box.position_y - emphasis.out
    face = emphasis.face
    glyph = face.upright(emphasis.mark) or 0
    _, origin_x, origin_y = face.vertical_metrics(glyph)
    with recorder.stacked():
        recorder.set_color(box.style['color'])
        for square in emphasis.squares:
            top = box.position_x + square + (size - mark_size) / 2
            for operator, points in face.outline(glyph):
                # Glyph right is logical −y, glyph up is logical −x.
                numbers = [
                    number
                    for x, y in points
                    for number in (
                        top + (origin_y - y) * mark_size / 1000,
                        middle + (origin_x - x) * mark_size / 1000,
                    )
                ]
                _PATH[operator](recorder, *numbers)
            recorder.fill()


@contextmanager
def _slanted(recorder: Any, box: Any) -> Iterator[None]:
    """Letters of ``box`` drawn inside lean where they are to, and the font's do not."""
    if not box.__dict__.get('slanted'):
        yield
        return
    baseline = box.position_y + box.baseline
    with recorder.stacked():
        recorder.transform(1, 0, -_SLANT, 1, _SLANT * baseline, 0)
        yield


_PATH: dict[str, Callable[..., None]] = {
    'move': lambda recorder, x, y: recorder.move_to(x, y),
    'line': lambda recorder, x, y: recorder.line_to(x, y),
    'curve': lambda recorder, *numbers: recorder.curve_to(*numbers),
    'close': lambda recorder: recorder.close(),
}


def _number(glyph: int, text: str) -> int:
    """What texts call ``glyph``, drawn for ``text``, of which a font may have none."""
    return glyph or (MISSING + ord(text) if len(text) == 1 else 0)


def _cut(count: int, begins: bool) -> int:
    """Where the ``count`` glyphs of a line's last text part; 0 where they need not.

    No text object is to end like the next begins: PDFium takes objects that begin at one
    height, one after the other, for one horizontal line, to be read from left to right. The
    next line begins at the line head or an em below it: two characters after that are parted
    if they ``begins`` the paragraph, and stand an em lower; otherwise where they end it.
    Where that is as low as a heading begins, the cut is two em below the line head.
    """
    cut = max(2, count - 2) if count > 2 or not begins else 1
    if cut + begins in _HEADINGS:
        cut = 2 - begins
    return cut if cut < count else 0


def _moves(run: GlyphRun, size: float) -> tuple[tuple[int, float], ...]:
    """The ``moves`` of the ``Text`` of ``run``, a ``GlyphRun``.

    They are whole thousandths of an em; what rounding leaves is carried on, so that no glyph
    is off by more than half of one.
    """
    advances = list(map(run.face.vertical_advances.__getitem__, run.glyphs))
    if run.even and advances.count(1000) == len(advances):
        return ()
    wanted = list(
        map(
            round,
            map(
                truediv,
                map(mul, map(sub, run.positions, repeat(run.positions[0])), repeat(1000)),
                repeat(size),
            ),
        )
    )
    moves = map(sub, wanted, [0, *map(add, wanted, advances)])
    # In vertical mode a positive number moves the pen down (9.4.4).
    return tuple((index, move) for index, move in enumerate(moves) if move)
