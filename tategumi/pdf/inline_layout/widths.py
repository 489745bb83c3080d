"""How long the lines of a box are that is as wide as its text: cells, inline blocks.

WeasyPrint asks for the lengths before it lays the box out. Its own answer is for
horizontal text, whose figures and Western letters are narrower.
"""

from typing import Any

from weasyprint.layout.percent import resolve_one_percentage
from weasyprint.layout.preferred import max_content_width, min_content_width

from ...kumihan import CompositionStyle, compose
from .items import Itemizer
from .properties import keywords

#: px; longer than any line.
_ENDLESS = 1e6


def line_lengths(context: Any, linebox: Any, minimum: bool) -> list[float]:
    """The lengths of the lines of ``linebox``, a line box before layout (px).

    With ``minimum`` a line ends wherever it may, otherwise only where it must.
    """
    resolve_one_percentage(linebox, 'text_indent', 0)
    style = CompositionStyle(
        justify=False, strict_line_start=keywords(linebox.style, 'line-break') == ('strict',)
    )
    paragraph = _WidthItemizer(context, minimum, style.strict_line_start).read(linebox).paragraph
    lines = compose(paragraph, 0 if minimum else _ENDLESS, style, linebox.text_indent)
    return [line.length for line in lines] or [0]


class _WidthItemizer(Itemizer):
    """Measures the boxes within the text without laying them out."""

    def __init__(self, context: Any, minimum: bool, strict: bool) -> None:
        super().__init__(context, None, strict)
        self.content_width = min_content_width if minimum else max_content_width

    def _atomic(self, box: Any, path: tuple[int, ...]) -> None:
        width = self.content_width(self.context, box)
        self.add_item('atomic', path, box, 19, width, box.style['font_size'])
