"""The page seam: content is laid out on a page turned on its side, then turned back.

Only the content area is exchanged, width for height, while WeasyPrint lays
out. Margin boxes stay on the physical page, and the MediaBox is the paper's.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.anchors import gather_anchors as gather_all_anchors
from weasyprint.formatting_structure.boxes import MarginBox, ParentBox
from weasyprint.layout.page import page_height as physical_page_height
from weasyprint.matrix import Matrix

from . import shortcuts


def page_height(page: Any, context: Any, containing_block_height: float) -> None:
    """Set the page's height as WeasyPrint does, then exchange width and height."""
    physical_page_height(page, context, containing_block_height)
    page.width, page.height = page.height, page.width


def make_margin_boxes(context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Give the page its physical size back, then lay out its margin boxes."""
    page.width, page.height = page.height, page.width
    context.in_margin_boxes = True
    try:
        yield from shortcuts.make_margin_boxes(context, page, state)
    finally:
        context.in_margin_boxes = False


def leave_margin_boxes(context: Any, page: Any, state: Any) -> tuple[()]:
    """Give the page its physical size back, and no margin boxes."""
    page.width, page.height = page.height, page.width
    return ()


def in_margin_boxes(context: Any) -> bool:
    """Is WeasyPrint laying out margin boxes, which stay horizontal?"""
    return context.__dict__.get('in_margin_boxes', False)


def turn(page: Any) -> Matrix:
    """The matrix from the logical space of ``page`` to the paper (px, y down).

    A quarter clockwise about the head of the first line: logical x runs down
    from there, logical y to the left.
    """
    x, y = page.content_box_x(), page.content_box_y()
    return Matrix(0, 1, -1, 0, x + page.width + y, y - x)


def gather_anchors(page: Any, anchors: Any, links: list[Any], bookmarks: Any, forms: Any) -> None:
    """Gather anchors, links and bookmarks of the content of ``page``, in logical space."""
    of_boxes: list[Any] = []
    for child in page.children:
        if not isinstance(child, MarginBox):
            gather_all_anchors(child, anchors, of_boxes, bookmarks, forms)
    links += _outermost(of_boxes)


def _outermost(links: list[Any]) -> Iterator[Any]:
    """``links`` without those of boxes within a box of the same link.

    WeasyPrint has one for every box that is not text; a reader would come to each of them.
    """
    within: set[Any] = set()
    for link in links:
        box = link[3]
        if box not in within:
            if isinstance(box, ParentBox):
                within.update(box.descendants())
            yield link
