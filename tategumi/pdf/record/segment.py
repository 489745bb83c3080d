"""A segment of the book, laid out and drawn: its frames."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from weasyprint.css.targets import TargetCollector, TargetLookupItem
from weasyprint.draw import draw_stacking_context
from weasyprint.formatting_structure import boxes
from weasyprint.layout.block import _add_break_values
from weasyprint.stacking import StackingContext

from ...frames.frame import Bookmark, BookPage, Frame, Link, Papers, Segment
from ...messages import Message
from ..fetching import BookFetcher
from ..inline_layout.lines import LineComposer
from ..inline_layout.pieces import Unsettable
from ..layout.images import coarse_images, white_before_pictures
from ..layout.seams import vertical_writing
from ..layout.turning import leave_margin_boxes, make_margin_boxes
from ..parsing import BookHtml
from ..render_context import DrawingContext
from ..warnings import collected_warnings, fonts_taken, tables_beyond
from .fonts import FontUses
from .lines import lines_of
from .paper import paper_of
from .recorder import Recorder
from .structure import Elements, Structure

_SIDES = ('left', 'right', 'recto', 'verso')

#: The kinds of links that lead to a place and take nothing in.
_LINKS = ('internal', 'external')


def draw_segment(
    html: str,
    render_context: DrawingContext,
    folios: Mapping[str, int] | None = None,
    is_first: bool = False,
) -> Segment:
    """The ``Segment`` of ``html``, a whole document.

    ``render_context`` (``DrawingContext``) is what it is drawn with. ``folios`` are the page
    counters of what is linked to in other segments: id → number; ``is_first`` says that the
    book begins with it.
    """
    pages_before = 0 if is_first else 1
    segment, _, fetcher = _drawn(
        html, render_context, False, lambda: _Targets(folios or {}), pages_before
    )
    segment.fetched = fetcher.fetched
    return segment


def draw_book(
    html: str, render_context: DrawingContext, count: Callable[[int], None] | None = None
) -> tuple[list[BookPage], Segment]:
    """``html``, the whole book in one piece: its ``BookPage``s, and the ``Segment`` they are of.

    ``count(characters)`` is called for every paragraph composed.
    """
    segment, papers, _ = _drawn(html, render_context, True, TargetCollector, 0, count)
    pages = [
        BookPage(frame, frame.side, segment, 0, paper, papers.fonts)
        for frame, paper in zip(segment.frames, papers.papers)
    ]
    return pages, segment


class _Targets(TargetCollector):
    """Knows the folios of what other segments hold."""

    def __init__(self, folios: Mapping[str, int]) -> None:
        super().__init__()
        for name, folio in folios.items():
            item = self.target_lookup_items[name] = TargetLookupItem('up-to-date')
            item.target_box = SimpleNamespace(cached_counter_values={'page': [folio]})


def _drawn(
    html: str,
    render_context: DrawingContext,
    margins: bool,
    new_targets: Callable[[], TargetCollector],
    pages_before: int,
    count: Callable[[int], None] | None = None,
) -> tuple[Segment, Papers, BookFetcher]:
    """The ``Segment`` of ``html``, its ``Papers`` if ``margins`` are made, and what fetched."""
    composer, fetcher = LineComposer(render_context.faces, count), render_context.new_fetcher()
    with (
        collected_warnings() as warnings,
        vertical_writing(
            composer,
            render_context.has_side_notes,
            make_margin_boxes if margins else leave_margin_boxes,
            new_targets,
            pages_before,
            render_context.least_lines,
        ),
    ):
        pages = _laid_out(html, render_context, fetcher)
        page_boxes = _boxes(pages)
        segment = _segment(pages, render_context)
        fonts = FontUses(render_context.fonts)
        papers = [paper_of(page, fonts) for page in page_boxes if margins]
        of_pages = [
            *composer.warnings(page_boxes),
            *coarse_images(page_boxes),
            *white_before_pictures(page_boxes),
            *(tables_beyond(page_boxes) if '<table' in html else ()),
            *fonts_taken(page_boxes, render_context.faces.stand_ins),
        ]
    # Side notes stand on the left pages alone.
    segment.one_side = segment.one_side or render_context.has_side_notes and '<aside' in html
    missing = render_context.faces.missing & set(html)
    segment.missing = sorted(missing | warnings.missing)
    segment.warnings = [*warnings.lines, *of_pages]
    return segment, Papers(papers, fonts.taken()), fetcher


def _laid_out(html: str, render_context: DrawingContext, fetcher: BookFetcher) -> list[Any]:
    return (
        BookHtml(html, render_context.base_url, fetcher)
        .render(
            font_config=render_context.font_config,
            stylesheets=render_context.sheets,
            pdf_variant=render_context.variant,
        )
        .pages
    )


def _boxes(pages: list[Any]) -> list[Any]:
    return [page._page_box for page in pages]


def _segment(pages: list[Any], render_context: DrawingContext) -> Segment:
    fonts, elements = FontUses(render_context.fonts), Elements()
    frames: list[Frame] = []
    one_side = False
    bodies = [_body(page._page_box) for page in pages]
    blocks = [child for body in bodies for child in body if child.is_in_normal_flow()]
    first, last = blocks[0], blocks[-1]
    for page, body in zip(pages, bodies):
        frames.append(_frame(page, fonts, elements, render_context.with_lines))
        one_side = (
            one_side
            or frames[-1].blank
            or any(value in _SIDES for value in _inner_breaks(body, first))
        )
    return Segment(
        frames,
        fonts.taken(),
        elements.all,
        list(_add_break_values(first, 'before')),
        list(_add_break_values(last, 'after')),
        first.page_values()[0],
        last.page_values()[1],
        one_side,
    )


def _frame(page: Any, fonts: FontUses, elements: Elements, with_lines: bool) -> Frame:
    box, structure = page._page_box, Structure(elements, page._page_box)
    recorder = Recorder.of_page(fonts, (0, 0, page.width, page.height), structure.marks)
    content = [child for child in box.children if not isinstance(child, boxes.MarginBox)]
    for child in content:
        draw_stacking_context(recorder, StackingContext.from_box(child, box))
    if not recorder.marked_contents.issuperset(structure.marks.values()):
        if recorder.has_grouped_contents:
            raise Unsettable(
                Message('the text of a block with opacity would be lost; give its colour an alpha')
            )
        raise Unsettable(Message('what it makes so small that it is gone would be lost'))
    kind = box.page_type
    return Frame(
        kind.side,
        kind.blank,
        kind.name,
        kind.groups,
        (box.width, box.height),
        (box.content_box_x(), box.content_box_y()),
        recorder.taken(),
        structure.tree,
        structure.spoken,
        [
            Link(kind == 'internal', target, tuple(rectangle), elements.number(linked.element))
            for kind, target, rectangle, linked in page.links
            if kind in _LINKS
        ],
        page.anchors,
        [
            Bookmark(level, label, x, y, state == 'open')
            for level, label, (x, y), state in page.bookmarks
        ],
        structure.strings,
        structure.flow,
        lines_of(box) if with_lines else [],
    )


def _body(page_box: Any) -> list[Any]:
    """The blocks of the body on a page, none on a blank one."""
    root = page_box.children[0]
    return [block for box in root.children if box.element_tag == 'body' for block in box.children]


def _inner_breaks(blocks: Iterable[Any], first: Any) -> Iterator[str]:
    """The break values in ``blocks`` but those that begin the segment."""
    for block in blocks:
        for box in block.descendants(placeholders=True):
            if isinstance(box, boxes.BlockLevelBox) and box.element is not None:
                if box.element is not first.element:
                    yield box.style['break_before']
                yield box.style['break_after']
