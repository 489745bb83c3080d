"""A segment of the book, laid out and drawn into plain data."""

from types import SimpleNamespace

from weasyprint.css.targets import TargetCollector, TargetLookupItem
from weasyprint.draw import draw_stacking_context
from weasyprint.formatting_structure import boxes
from weasyprint.layout.block import _add_break_values
from weasyprint.stacking import StackingContext

from ..drawing.drawer import Drawer
from ..inline_layout.lines import LineComposer
from ..layout.images import coarse_images
from ..layout.seams import vertical_writing
from ..layout.turning import gather_logical_anchors, leave_margin_boxes
from ..parsing import BookHtml
from ..warnings import collected_warnings
from .drawn import DrawnPage, DrawnSegment
from .fonts import Need
from .streams import SegmentStream
from .tagged import Bare, owners

SIDES = ('left', 'right', 'recto', 'verso')


def draw_segment(html, render_context, folios=None, is_first=False):
    """Lay out and draw ``html``, a whole document, as a ``DrawnSegment``.

    ``render_context`` is the process's ``RenderContext``. ``folios`` are the page counters of what
    is linked to in other segments: id → number; ``is_first`` says that
    the book begins with it.
    """
    composer, drawer, fetcher = (
        LineComposer(render_context.faces),
        Drawer(),
        render_context.new_fetcher(),
    )
    targets = _Targets(folios or {})
    seams = (
        render_context.has_side_notes,
        leave_margin_boxes,
        gather_logical_anchors,
        lambda: targets,
        0 if is_first else 1,
    )
    with collected_warnings() as warnings, vertical_writing(composer, drawer, *seams):
        document = BookHtml(html, render_context.base_url, fetcher).render(
            font_config=render_context.font_config,
            stylesheets=render_context.sheets,
            pdf_variant=render_context.variant,
        )
        segment = _drawn(document, render_context, drawer)
    # Side notes stand on the left pages alone.
    segment.one_side = segment.one_side or render_context.has_side_notes and '<aside' in html
    segment.fetched = fetcher.fetched
    segment.missing = sorted(render_context.faces.missing & set(html))
    segment.warnings = [
        *warnings,
        *composer.warnings(),
        *coarse_images([page._page_box for page in document.pages]),
    ]
    return segment


class _Targets(TargetCollector):
    """Knows the folios of what other segments hold."""

    def __init__(self, folios):
        super().__init__()
        for name, folio in folios.items():
            item = self.target_lookup_items[name] = TargetLookupItem('up-to-date')
            item.target_box = SimpleNamespace(cached_counter_values={'page': [folio]})


def _drawn(document, render_context, drawer):
    need, pages, elements, one_side = Need(render_context.fonts), [], {}, False
    bodies = [_body(page._page_box) for page in document.pages]
    blocks = [child for body in bodies for child in body if child.is_in_normal_flow()]
    first, last = blocks[0], blocks[-1]
    for page, body in zip(document.pages, bodies):
        box = page._page_box
        stream = SegmentStream(need, (0, 0, page.width, page.height), owners(box))
        for child in box.children:
            draw_stacking_context(stream, StackingContext.from_box(child, box))
        bare = Bare(elements, stream.marks)
        tagged = [bare.copy(child) for child in box.children]
        kind = box.page_type
        pages.append(
            DrawnPage(
                kind.side,
                kind.blank,
                kind.name,
                kind.groups,
                (box.width, box.height),
                (box.content_box_x(), box.content_box_y()),
                stream.taken(),
                [
                    (name, target, rectangle, bare.copies.get(linked))
                    for name, target, rectangle, linked in page.links
                ],
                page.anchors,
                page.bookmarks,
                tagged,
                {bare.copies[marked]: mark for marked, mark in stream.marks.items()},
                [
                    string
                    for child in box.descendants(placeholders=True)
                    if child.string_set and child.string_set != 'none'
                    for string in child.string_set
                ],
            )
        )
        one_side = (
            one_side or kind.blank or any(value in SIDES for value in _inner_breaks(body, first))
        )
    return DrawnSegment(
        pages,
        need.drawn(drawer.metrics()),
        list(_add_break_values(first, 'before')),
        list(_add_break_values(last, 'after')),
        first.page_values()[0],
        last.page_values()[1],
        one_side,
    )


def _body(page_box):
    """The blocks of the body on a page, none on a blank one."""
    root = page_box.children[0]
    return [block for box in root.children if box.element_tag == 'body' for block in box.children]


def _inner_breaks(blocks, first):
    """The break values in ``blocks`` but those that begin the segment."""
    for block in blocks:
        for box in block.descendants(placeholders=True):
            if isinstance(box, boxes.BlockLevelBox) and box.element is not None:
                if box.element is not first.element:
                    yield box.style['break_before']
                yield box.style['break_after']
