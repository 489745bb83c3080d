"""The drawing seam: vertical text as PDF text operators.

The page's logical space is turned a quarter clockwise when it is drawn; the
text matrices here turn glyphs back. In vertical mode (Identity-V) the pen
moves by each glyph's vertical advance, down the page (PDF 32000-1, 9.7.4.3).
"""

from contextlib import contextmanager
from itertools import repeat
from operator import add, mul, sub, truediv

import pydyf
from weasyprint.draw.text import draw_text as draw_horizontal_text

from ...kumihan import class_of
from ..file.strings import literal
from ..inline_layout.boxes import EMPHASIS_SIZE, TateChuYoko, UprightText
from ..sheet_figures import sheet_figure

#: How far letters lean to their height where the font has no italics.
_SLANT = 0.2


#: In em: how far a bracket at the head of a paragraph stands below where it would. The half
#: em between it and a line head is just what PDFium takes for one height.
_APART = 0.002

#: In em: how far below the line head headings within a chapter begin.
_HEADINGS = tuple(
    sheet_figure('pdf.css', heading, 'padding-inline-start') for heading in ('h2', 'h3')
)


class Drawer:
    """Draws the text boxes of one document and remembers which glyphs stood upright.

    ``vertical`` maps a WeasyPrint font's resource name to
    ``(face, set of glyphs)``: what ``vertical_fonts`` needs to describe it.
    """

    def __init__(self):
        self.vertical = {}

    def metrics(self):
        """Of every font's upright glyphs: name → glyph → ``(width, advance, origin x, origin y)``.

        In thousandths of an em, as ``Face.vertical_metrics`` gives them.
        """
        return {
            name: {
                glyph: (face.width(glyph), *face.vertical_metrics(glyph))
                for glyph in sorted(glyphs)
            }
            for name, (face, glyphs) in self.vertical.items()
        }

    def draw_text(self, stream, textbox, offset_x, text_overflow, block_ellipsis='none'):
        """Draw ``textbox``; stands in for WeasyPrint's function of that name."""
        self._draw_text(stream, textbox, offset_x, text_overflow, block_ellipsis)
        visible = textbox.style['visibility'] == 'visible'
        emphasis = visible and isinstance(textbox, UprightText) and textbox.emphasis
        side_lines = textbox.__dict__.get('side_lines', ())
        if emphasis or side_lines:
            _leave_text(stream)
            if emphasis:
                self._draw_emphasis(stream, textbox)
            for line in side_lines:
                line.draw(stream)

    def _draw_text(self, stream, textbox, offset_x, text_overflow, block_ellipsis):
        if isinstance(textbox, UprightText):
            if textbox.style['visibility'] == 'visible' and textbox.runs:
                self._draw_upright(stream, textbox)
        elif isinstance(textbox, TateChuYoko):
            if textbox.style['visibility'] == 'visible':
                self._draw_row(stream, textbox)
        else:
            with _spoken_as(stream, textbox.__dict__.get('spoken')), _slanted(stream, textbox):
                draw_horizontal_text(stream, textbox, offset_x, text_overflow, block_ellipsis)

    def _draw_upright(self, stream, box):
        size = box.style['font_size']
        middle = box.position_y + size / 2
        stream.set_color(box.style['color'])
        stream.begin_text()
        with _spoken_as(stream, box.spoken):
            for run in box.runs:
                font, _ = stream.add_font(run.face.pango_font)
                name, glyphs = self._vertical_font(font, run.face)
                start = box.position_x + run.positions[0]
                if box.begins and class_of(run.texts[0]) == 1:
                    start += _APART * size
                stream.set_text_matrix(0, -box.broad, -1, 0, start, middle)
                stream.set_font_size(name, size)
                _note_all(font, run, glyphs)
                codes = _codes(run, size)
                for part in _parted(codes, box.begins) if box.ends_line else [codes]:
                    stream.show_text(f'<{"".join(part)}>'.replace('<>', ''))
        stream.end_text()

    def _vertical_font(self, font, face):
        if font.hash not in self.vertical:
            self.vertical[font.hash] = face, set()
        return font.hash + 'V', self.vertical[font.hash][1]

    def _draw_row(self, stream, box):
        size = box.style['font_size']
        # The row's baseline: its letters stand in the middle of the em square.
        baseline = box.position_x + box.baseline
        middle = box.position_y + size / 2
        stream.set_color(box.style['color'])
        stream.begin_text()
        squeeze = box.squeeze
        pen = None
        string = ''
        for face, glyph, text, position in box.row:
            font, _ = stream.add_font(face.pango_font)
            _note(font, face, glyph, text)
            if pen is None:
                stream.set_text_matrix(0, -squeeze, -1, 0, baseline, middle - position)
                stream.set_font_size(font.hash, size)
                pen = position
            string += f'<{glyph:04x}>'
        if string:
            stream.show_text(string)
        stream.end_text()

    def _draw_emphasis(self, stream, box):
        size = box.style['font_size']
        mark_size = size * EMPHASIS_SIZE
        middle = box.position_y - box.emphasis_from
        with stream.stacked():
            stream.set_color(box.style['color'])
            for face, character, position in (
                (run.face, character, position)
                for run in box.runs
                for character, position in zip(run.texts, run.positions)
            ):
                if not character.isalnum():
                    continue
                glyph = face.upright(box.emphasis)
                _, origin_x, origin_y = face.vertical_metrics(glyph)
                top = box.position_x + position + (size - mark_size) / 2
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
                    _PATH[operator](stream, *numbers)
                stream.fill()


def _leave_text(stream):
    """What is drawn from here on is no text: an artifact (ISO 14289-1, 7.1).

    It may not stand inside of the text's marked content, so that ends here;
    WeasyPrint, which began it, will end the artifact in its place.
    """
    if stream._tags is not None:
        stream.end_marked_content()
        stream.begin_marked_content('Artifact')


@contextmanager
def _spoken_as(stream, text):
    """Mark what is drawn inside as to be copied as ``text`` (PDF 32000-1, 14.9.4).

    If ``stream`` does not say so already, where the text box begins.
    """
    text = text if not getattr(stream, 'says_spoken', False) else ''
    if text:
        stream.begin_marked_content('Span', pydyf.Dictionary({'ActualText': literal(text)}))
    yield
    if text:
        stream.end_marked_content()


@contextmanager
def _slanted(stream, box):
    """Letters of ``box`` drawn inside lean where they are to, and the font's do not."""
    if not box.__dict__.get('slanted'):
        yield
        return
    baseline = box.position_y + box.baseline
    with stream.stacked():
        stream.transform(1, 0, -_SLANT, 1, _SLANT * baseline, 0)
        yield


_PATH = {
    'move': lambda stream, x, y: stream.move_to(x, y),
    'line': lambda stream, x, y: stream.line_to(x, y),
    'curve': lambda stream, *numbers: stream.curve_to(*numbers),
    'close': lambda stream: stream.close(),
}


def _parted(codes, begins):
    """``codes``, with which a line ends, in two: no text object is to end like the next begins.

    PDFium takes objects that begin at one height, one after the other, for one
    horizontal line, to be read from left to right. The next line begins at the
    line head or an em below it: two characters after that are parted if they
    ``begins`` the paragraph, and stand an em lower; otherwise where they end it.
    Where that is as low as a heading begins, the cut is two em below the line head.
    """
    count = len(codes)
    cut = max(2, count - 2) if count > 2 or not begins else 1
    if cut + begins in _HEADINGS:
        cut = 2 - begins
    return [codes[:cut], codes[cut:]] if cut < count else [codes]


def _codes(run, size):
    """What ``TJ`` shows for each glyph of ``run``, a ``GlyphRun``, and how far it moves before.

    The moves are whole thousandths of an em; what rounding leaves is carried
    on, so that no glyph is off by more than half of one.
    """
    codes = list(map(_CODES.__getitem__, run.glyphs))
    advances = list(map(run.face.vertical_advances.__getitem__, run.glyphs))
    if run.even and advances.count(1000) == len(advances):
        return codes
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
    for index, move in enumerate(moves):
        if move:
            # In vertical mode a positive number moves the pen down (9.4.4).
            codes[index] = f'>{move}<{codes[index]}'
    return codes


class _Codes(dict):
    """Glyph → its four hexadecimal digits."""

    def __missing__(self, glyph):
        code = self[glyph] = f'{glyph:04x}'
        return code


_CODES = _Codes()


def _note_all(font, run, known):
    """``_note`` the glyphs of ``run`` that are not ``known``, and now are."""
    if not known.issuperset(run.glyphs):
        for glyph, text in zip(run.glyphs, run.texts):
            if glyph not in known:
                known.add(glyph)
                _note(font, run.face, glyph, text)


def _note(font, face, glyph, text):
    """Tell WeasyPrint's ``font`` to keep ``glyph`` when it is subset, and its text."""
    if glyph not in font.widths:
        font.widths[glyph] = round(face.width(glyph))
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = text
