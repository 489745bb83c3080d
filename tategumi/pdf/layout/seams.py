"""Where vertical writing enters WeasyPrint: applied for one document, then taken out.

The seams are functions of WeasyPrint's own modules and not an interface it
promises to keep; they are written for one ``version``.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeAlias

from weasyprint import css, document, draw, layout
from weasyprint.css import AnonymousStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import LayoutContext, background, block, page, preferred
from weasyprint.layout.inline import iter_line_boxes as iter_horizontal_line_boxes
from weasyprint.layout.preferred import inline_line_widths as horizontal_line_widths

from ...engine import replaced
from ...memory import Circles
from ..inline_layout.lines import LineComposer
from ..inline_layout.widths import line_lengths
from ..record.text import draw_text
from . import chapter_ends, images, seldom_styles, shortcuts, side_notes, turning

_Seam: TypeAlias = tuple[Any, str, Callable[..., Any]]

_SIDE_NOTES: tuple[_Seam, ...] = (
    (document, 'build_formatting_structure', side_notes.build_formatting_structure),
    (page, 'remake_page', side_notes.remake_page),
    (block, 'block_level_layout_switch', side_notes.block_level_layout_switch),
)


@contextmanager
def vertical_writing(
    line_composer: LineComposer,
    has_side_notes: bool = False,
    make_margin_boxes: Callable[..., Iterable[Any]] = turning.make_margin_boxes,
    new_targets: Callable[[], TargetCollector] = TargetCollector,
    pages_before: int = 0,
    least_lines: int = 0,
) -> Iterator[None]:
    """Inside this context WeasyPrint lays out and draws vertical text.

    With ``has_side_notes`` notes stand beside the text that calls them.
    ``pages_before`` is the number of pages of the book before the document laid out;
    a chapter's last page should have ``least_lines`` lines. What is laid out inside is not to be
    drawn after it.
    """
    circles = Circles()
    kind = side_notes.SideNoteContext if has_side_notes else LayoutContext

    def iter_line_boxes(context: Any, *arguments: Any) -> Iterator[Any]:
        if turning.in_margin_boxes(context):
            return iter_horizontal_line_boxes(context, *arguments)
        return line_composer.iter_line_boxes(context, *arguments)

    seams: tuple[_Seam, ...] = (
        (page, 'page_height', turning.page_height),
        (
            page,
            'set_page_type_computed_styles',
            partial(shortcuts.set_page_type_computed_styles, pages_before=pages_before),
        ),
        (layout, 'make_margin_boxes', make_margin_boxes),
        (css, 'AnonymousStyle', circles.of(AnonymousStyle, _part_styles)),
        (css, 'StyleFor', seldom_styles.SeldomStyleFor),
        (document, 'LayoutContext', circles.of(kind, lambda context: vars(context).clear())),
        (document, 'gather_anchors', turning.gather_anchors),
        (document, 'TargetCollector', new_targets),
        (document, 'build_formatting_structure', images.build_formatting_structure),
        (background, 'layout_box_backgrounds', shortcuts.layout_box_backgrounds),
        (block, 'iter_line_boxes', iter_line_boxes),
        (block, 'resolve_percentages', shortcuts.resolve_percentages),
        (preferred, 'inline_line_widths', _inline_line_widths),
        (draw, 'draw_text', draw_text),
    )
    if least_lines:
        make_all_pages = partial(chapter_ends.make_pages_with_good_ends, least=least_lines)
        seams += ((layout, 'make_all_pages', make_all_pages),)
    if has_side_notes:
        seams += _SIDE_NOTES
    with replaced(seams):
        yield
    circles.cut()


def _part_styles(style: Any) -> None:
    """Part an anonymous ``style``, which may be in use, from the style that it is made of."""
    del style.specified
    vars(style.parent_style).pop('anonymous_style', None)


def _inline_line_widths(
    context: Any,
    box: Any,
    outer: Any,
    is_line_start: Any,
    minimum: bool,
    *arguments: Any,
    **more: Any,
) -> Iterator[float]:
    if turning.in_margin_boxes(context) or not isinstance(box, LineBox):
        return horizontal_line_widths(
            context, box, outer, is_line_start, minimum, *arguments, **more
        )
    return iter(line_lengths(context, box, minimum))
