"""Content streams that say nothing twice."""

from contextlib import contextmanager

import pydyf
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import get_pango_font_key

from ..file.strings import literal
from .operators import written

#: What a page begins with (ISO 32000-1, table 52): black, and opaque.
_BLACK = 'srgb', 0, 0, 0
_OPAQUE = 'a1.0'


class SegmentStream(Stream):
    """A content stream of a segment, with what it and others of the segment ``need``.

    ``owners`` says which text boxes are of one run: what of a run is drawn without
    anything between is one marked content. ``marks`` has the marked content of each box.
    Marked content says itself what it is to be copied as: where that is in another within
    it, Poppler takes the end of this for the end of both.
    """

    says_spoken = True

    def __init__(self, need, rectangle, owners):
        self.marks = {}
        super().__init__(
            need.fonts,
            rectangle,
            need.resources,
            need.images,
            self.marks,
            {},
            None,
            compress=False,
        )
        self._all_fonts, self._owners = need.all_fonts, owners
        self._states = []
        self._count, self._run, self._run_end = 0, None, None
        self._current_color, self._current_alpha = _BLACK, _OPAQUE

    def add_font(self, pango_font):
        """``(Font, its size)``, as WeasyPrint's own."""
        key, description, size = get_pango_font_key(pango_font)
        if key not in self._fonts:
            self._fonts[key] = self._all_fonts.new(pango_font, key, description, size)
        return self._fonts[key], size

    def taken(self):
        """All operators so far, as bytes; those to come begin anew."""
        content = written(self.stream)
        self.stream.clear()
        return content

    def push_state(self):
        """Save the graphics state."""
        super().push_state()
        self._states.append(
            (
                self._current_color,
                self._current_color_stroke,
                self._current_alpha,
                self._current_alpha_stroke,
            )
        )

    def pop_state(self):
        """Restore the graphics state, and what is known of it."""
        super().pop_state()
        (
            self._current_color,
            self._current_color_stroke,
            self._current_alpha,
            self._current_alpha_stroke,
        ) = self._states.pop()

    def set_alpha(self, alpha, stroke=False, fill=None):
        """Set the alpha, a number that may be whole."""
        super().set_alpha(float(alpha), stroke, fill)

    @contextmanager
    def marked(self, box, tag):
        """What is drawn inside is the content of ``box``, or of the run that it is of."""
        if self._tags is None:
            yield
            return
        run = self._owners.get(box)
        if run is not None and run is self._run and self._run_end == len(self.stream):
            self.stream.pop()
        else:
            told = pydyf.Dictionary({'MCID': self._count})
            if spoken := getattr(box, 'spoken', ''):
                told['ActualText'] = literal(spoken)
            self.begin_marked_content(tag, told)
            self._count += 1
        self._run = run
        self._tags[box] = {'tag': tag, 'mcid': self._count - 1}
        yield
        self.end_marked_content()
        self._run_end = len(self.stream)

    def begin_marked_content(self, tag, property_list=None):
        """Begin marked content; an artifact may have taken the place of what was open."""
        if tag == 'Artifact':
            self._run = None
        super().begin_marked_content(tag, property_list)

    def set_text_matrix(self, *matrix):
        """Go to a line."""
        self.stream.append(matrix)

    def show_text(self, text):
        """Show ``text``, strings and numbers between them; a string alone by itself."""
        if text.startswith('<') and text.find('>') == len(text) - 1:
            self.stream.append(f'{text} Tj'.encode())
        else:
            super().show_text(text)
