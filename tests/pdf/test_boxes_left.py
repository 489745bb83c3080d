"""What a segment was laid out with is gone when it is drawn, without a collection of garbage."""

import gc

from weasyprint.css import Style
from weasyprint.formatting_structure.boxes import Box

from tategumi.document.book import segment_documents
from tategumi.pdf.record.segment import draw_segment
from tategumi.pdf.render_context import RenderContext

from .conftest import PRESS

TEXT = f"""# 章

{'港の{灯|ひ}は消えず、船を待つ[^1]人々の影が岸壁に長く延びていた。' * 40}

- 灯台
- 桟橋

| 船 | 数 |
|---|---|
| 帆船 | ^12^ |

[^1]: 沖の船は動かない。
"""


def kept():
    """How many boxes and styles of WeasyPrint's there are."""
    return sum(isinstance(each, (Box, Style)) for each in gc.get_objects())


def test_no_box_and_no_style_outlives_the_drawing(press):
    settings, chapters = press.book(TEXT)
    context = RenderContext(settings, PRESS / 'styles')
    document = segment_documents(settings, chapters)[1]
    # What is found once for all segments stays.
    draw_segment(document, context)
    gc.collect()
    before = kept()
    gc.disable()
    try:
        segment = draw_segment(document, context)
        left = kept() - before
    finally:
        gc.enable()
    assert len(segment.frames) > 1
    # Those that the root would have if nothing said otherwise: they hold themselves alone.
    assert left <= 1
