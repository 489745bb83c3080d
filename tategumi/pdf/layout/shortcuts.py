"""What WeasyPrint does for every line and every page, done where it is needed alone.

Lines have no backgrounds, nor has the text on them: what they stand in has. Pages that the same
``@page`` rules match share their styles; WeasyPrint computes them anew for every page, and each
time looks through the styles of all pages before. How narrow a running head could be, which takes
longer to find than all else of it, is not asked of one that has room. Paragraphs of one style have
one size of everything, as have the fifteen margin boxes of a page, of which most are empty.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import Box, LineBox, PageBox, TextBox
from weasyprint.layout import page as weasyprint_page
from weasyprint.layout.background import layout_box_backgrounds as lay_out_background
from weasyprint.layout.page import HorizontalBox
from weasyprint.layout.page import make_margin_boxes as make_boxes
from weasyprint.layout.page import set_page_type_computed_styles as set_own_styles
from weasyprint.layout.percent import resolve_percentages as resolve

from ...engine import replaced

_SIDES = ('top', 'right', 'bottom', 'left')


def layout_box_backgrounds(
    page: Any, box: Any, get_image_from_uri: Any, *arguments: Any, **more: Any
) -> None:
    """Set the background of ``box`` and what is in it; stands for WeasyPrint's function."""
    if not isinstance(box, LineBox):
        lay_out_background(page, box, get_image_from_uri, *arguments, **more)
        return
    box.background = None
    for child in box.children:
        if not isinstance(child, TextBox):
            lay_out_background(page, child, get_image_from_uri)


_RESOLVED = (
    *(f'{kind}_{side}' for kind in ('margin', 'padding') for side in _SIDES),
    *(f'border_{side}_width' for side in _SIDES),
    *(f'{bound}{size}' for bound in ('', 'min_', 'max_') for size in ('width', 'height')),
)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the sizes of ``box`` by its style; stands for WeasyPrint's function."""
    style = box.style
    is_own = isinstance(box, PageBox) or box.is_flex_item or box.is_grid_item
    if is_own or style['border_collapse'] == 'collapse':
        # They have more than their style, or one that is to change.
        resolve(box, containing_block)
        return
    if isinstance(containing_block, Box):
        size = containing_block.width, containing_block.height
    else:
        size = containing_block
    known = vars(style).setdefault('resolved_sizes', {})
    if size not in known:
        resolve(box, containing_block)
        known[size] = {name: getattr(box, name) for name in _RESOLVED}
    vars(box).update(known[size])


class _Width(HorizontalBox):
    """The width of a margin box, between those that it needs least and takes at most."""

    @property
    def outer(self) -> float:
        """With margins, borders and padding."""
        return self.sugar + self.inner

    @outer.setter
    def outer(self, width: float) -> None:
        most, room = self.max_content_size, width - self.sugar
        self.inner = most if room >= most else min(max(self.min_content_size, room), most)


def make_margin_boxes(context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Lay out the margin boxes of ``page``, as WeasyPrint does."""
    with replaced(
        [
            (weasyprint_page, 'HorizontalBox', _Width),
            (weasyprint_page, 'resolve_percentages', resolve_percentages),
        ]
    ):
        yield from make_boxes(context, page, state)


def set_page_type_computed_styles(
    page_type: Any, html: Any, style_for: Any, pages_before: int = 0
) -> None:
    """Set the styles of ``page_type`` and its margin boxes, as WeasyPrint does.

    ``pages_before`` is how many pages of the book come before the document.
    """
    in_book = page_type._replace(index=page_type.index + pages_before)
    # Of the first page's, lengths in vw and vh are not known yet.
    shared = (
        {}
        if style_for.initial_page_sizes['box'] is None
        else (style_for.__dict__.setdefault('shared_page_styles', {}))
    )
    matching = _matching(in_book, style_for)
    cascaded, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
    if matching not in shared:
        cascaded.clear()
        set_own_styles(in_book, html, style_for)
        shared[matching] = {
            margin_box: computed[in_book, margin_box]
            for margin_box in (None, *(name for _, name in cascaded))
        }
    for margin_box, style in shared[matching].items():
        computed[page_type, margin_box] = style


def _matching(page_type: Any, style_for: Any) -> tuple[int, ...]:
    """Which selectors of ``@page`` rules match, as numbers.

    Most ask for no page by its number: of pages that are alike but for that, those match that
    matched before.
    """
    known = style_for.__dict__.setdefault('matching_page_selectors', {})
    selectors = known.get(None)
    if selectors is None:
        every = enumerate(
            selector
            for sheet, _, _ in style_for._sheets
            for _, selectors, _ in sheet.page_rules
            for _, _, selector in selectors
        )
        by_kind: tuple[list[Any], list[Any]] = [], []
        for number, selector in every:
            by_kind[selector.index is not None].append((number, selector))
        selectors = known[None] = by_kind
    plain, numbered = selectors
    kind = page_type.side, page_type.blank, page_type.index == 0, page_type.name
    if kind not in known:
        known[kind] = _those_of(plain, page_type, style_for)
    return known[kind] + _those_of(numbered, page_type, style_for)


def _those_of(selectors: Any, page_type: Any, style_for: Any) -> tuple[int, ...]:
    return tuple(
        number for number, selector in selectors if style_for._page_type_match(selector, page_type)
    )
