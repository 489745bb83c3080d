"""Where each drawn page falls in the book, and the paper around it.

Sides, folios and running heads are not known before all pages are counted;
here they are set around what is drawn already.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document
from weasyprint.draw import draw_page, draw_stacking_context
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout.background import layout_backgrounds, layout_box_backgrounds
from weasyprint.layout.page import (
    PageType,
    _standardize_page_based_counters,
    page_height,
    page_width,
)
from weasyprint.layout.percent import resolve_percentages
from weasyprint.matrix import Matrix
from weasyprint.stacking import StackingContext

from ...frames.drawing import Drawing
from ...frames.frame import Frame, Paper, Papers
from ..inline_layout.boxes import place
from ..layout.shortcuts import make_margin_boxes, set_page_type_computed_styles
from ..layout.turning import turn
from ..parsing import BookHtml
from ..render_context import DrawingContext
from .fonts import FontUses
from .recorder import Recorder

#: The counter of all pages, by its name or by what may come to it.
_TOTAL = re.compile(r'\bpages\b|\\|var\(', re.I)

#: What is drawn before the content: ``before`` and ``ground`` of a ``Paper``.
_Grounds: TypeAlias = tuple[Drawing, Drawing]

#: WeasyPrint's page without margin boxes, and its grounds.
_BarePage: TypeAlias = tuple[Any, _Grounds]


@dataclass(frozen=True)
class PagePlace:
    """Where a page stands: WeasyPrint's page type, and the page counters on it.

    ``strings`` are those that earlier pages set, name → text.
    """

    page_type: PageType
    counters: dict[str, list[int]]
    strings: dict[str, str]


class PaperMaker:
    """Sets the paper of pages; ``html`` is the book's document without any content."""

    def __init__(self, render_context: DrawingContext, html: str) -> None:
        self.render_context = render_context
        # What one page fetched, none of the others fetches again.
        self.fetcher = render_context.new_fetcher()
        self.html = BookHtml(html, render_context.base_url, self.fetcher)
        self.context = Document._build_layout_context(
            self.html,
            render_context.font_config,
            CounterStyle(),
            {},
            {
                **DEFAULT_OPTIONS,
                'stylesheets': render_context.sheets,
                'pdf_variant': render_context.variant,
            },
        )
        self.root = build.build_formatting_structure(
            self.html.etree_element,
            self.context.style_for,
            self.context.get_image_from_uri,
            self.html.base_url,
            self.context.target_collector,
            self.context.counter_style,
            self.context.footnotes,
        )
        self._tells_total = _tell_total(render_context.sheets)
        self._styled: set[PageType] = set()
        # The size of a page by its style, which stays with it and is no other's.
        self._sizes: dict[int, tuple[tuple[float, float], Any]] = {}

    def places(
        self, pages: Sequence[tuple[PageType, list[tuple[str, str]]]]
    ) -> Iterator[PagePlace]:
        """The ``PagePlace`` of each of ``pages``, ``(page type, strings set)`` of all the book."""
        # Lengths in vw and vh are told by the first page's size.
        self._page(pages[0][0])
        # Where no page tells how many there are, none is another where one more comes in.
        total = len(pages) if self._tells_total else 0
        state: tuple[Any, ...] = ([0], {'pages': [total]}, [{'pages'}], [])
        strings: dict[str, str] = {}
        for page_type, own_strings in pages:
            style = self._style(page_type)
            _standardize_page_based_counters(style, None)
            build.update_counters(state, style)
            yield PagePlace(page_type, deepcopy(state[1]), dict(strings))
            strings.update(own_strings)

    def papers(self, frames: Sequence[Frame], places: Sequence[PagePlace]) -> Papers:
        """The ``Papers`` of ``frames`` at their ``places``."""
        fonts = FontUses(self.render_context.fonts)
        # A style is the same for all its pages once lengths in vw and vh are known.
        self._page(places[0].page_type)
        bare: dict[int, _BarePage] = {}
        papers = [self._paper(frame, at, fonts, bare) for frame, at in zip(frames, places)]
        return Papers(papers, fonts.taken(), dict(self.fetcher.fetched))

    def size(self, page_type: Any) -> tuple[float, float]:
        """``(width, height)`` of the content area of such a page on the paper, in px."""
        style = self._style(page_type)
        if id(style) not in self._sizes:
            page = self._page(page_type)
            self._sizes[id(style)] = (page.width, page.height), style
        return self._sizes[id(style)][0]

    def _style(self, page_type: Any) -> Any:
        style_for = self.context.style_for
        if page_type not in self._styled:
            set_page_type_computed_styles(page_type, self.html, style_for)
            # Before the size of a page is known, lengths in vw and vh are not.
            if style_for.initial_page_sizes['box'] is not None:
                self._styled.add(page_type)
        return style_for(page_type)

    def _page(self, page_type: Any) -> Any:
        style = self._style(page_type)
        style['overflow'] = self.root.viewport_overflow
        page = boxes.PageBox(page_type, style)
        resolve_percentages(page, style['size'])
        page.position_x = page.position_y = 0
        width, height = style['size']
        page_width(page, self.context, width)
        page_height(page, self.context, height)
        sizes = self.context.style_for.initial_page_sizes
        if sizes['box'] is None:
            sizes.update(box=style['size'], area=(page.width, page.height))
        return page

    def _paper(
        self, frame: Frame, at: PagePlace, fonts: FontUses, bare: dict[int, _BarePage]
    ) -> Paper:
        key = id(self._style(at.page_type))
        if key not in bare:
            page = self._page(at.page_type)
            page.children = [self._bare_root(page)]
            layout_backgrounds(page, self.context.get_image_from_uri)
            bare[key] = page, _grounds(page, fonts)
        bare_page, grounds = bare[key]
        page = bare_page.copy()
        page.page_type = at.page_type
        self.context.page_bottom = page.margin_height()
        self._tell_strings(frame, at)
        state: tuple[Any, ...] = ([0], deepcopy(at.counters), [{'pages'}], [])
        margin_boxes = [*make_margin_boxes(self.context, page, state)]
        for box in margin_boxes:
            layout_box_backgrounds(page, box, self.context.get_image_from_uri)
        page.children = [*page.children, *margin_boxes]
        return paper_of(page, fonts, frame.origin, grounds)

    def _bare_root(self, page: Any) -> Any:
        """The root box without content: where the page's canvas has its background from."""
        root = self.root.copy_with_children(
            [child.copy_with_children([]) for child in self.root.children]
        )
        for box in (root, *root.children):
            place(box, page.content_box_x(), page.content_box_y(), page.width, page.height)
        return root

    def _tell_strings(self, frame: Frame, at: PagePlace) -> None:
        # Page 1 stands for all pages before.
        known = self.context.string_set = defaultdict(lambda: defaultdict(list))
        for name, text in at.strings.items():
            known[name][1].append(text)
        for name, text in frame.strings:
            known[name][2].append(text)
        self.context.current_page = 2


def _tell_total(sheets: Iterable[Any]) -> bool:
    """May pages tell how many pages there are, by WeasyPrint's ``sheets``?"""
    return any(
        _TOTAL.search(rule.serialize()) for sheet in sheets for rule, *_ in sheet.page_rules
    )


def paper_of(
    page: Any,
    fonts: FontUses,
    origin: tuple[float, float] | None = None,
    grounds: _Grounds | None = None,
) -> Paper:
    """The ``Paper`` of WeasyPrint's ``page``, laid out with its margin boxes.

    ``fonts`` (``FontUses``) are those that its texts call by number; ``origin`` is where the
    content begins in a logical space of its own, if that is not the page's. ``grounds`` are
    drawn already, if given.
    """
    before, ground = grounds or _grounds(page, fonts)
    x, y = page.content_box_x(), page.content_box_y()
    from_x, from_y = origin or (x, y)
    # Running head and folio are no part of the text (ISO 14289-1, 7.8).
    recorder = Recorder.of_page(fonts, _rectangle(page))
    for box in page.children:
        if isinstance(box, boxes.MarginBox):
            draw_stacking_context(recorder, StackingContext.from_box(box, page))
    turned = Matrix(e=x - from_x, f=y - from_y) @ turn(page)
    return Paper(
        page.margin_width(),
        page.margin_height(),
        page.bleed,
        turned.values,
        before,
        recorder.taken(),
        ground,
    )


def _grounds(page: Any, fonts: FontUses) -> _Grounds:
    """``before`` and ``ground`` of the ``Paper`` of ``page``."""
    recorder = Recorder.of_page(fonts, _rectangle(page), {})
    bare = page.copy_with_children([])
    has_marks = bool(page.style['marks'])
    if has_marks:
        # They are put among the background as it is drawn, so what has none is drawn first.
        bare.style = page.style.copy()
        bare.style['marks'] = ()
    draw_page(bare, recorder)
    ground = before = recorder.taken()
    if has_marks:
        draw_page(page.copy_with_children([]), recorder)
        before = recorder.taken()
    return before, ground


def _rectangle(page: Any) -> tuple[float, ...]:
    """x, y, width and height of ``page`` with its bleed."""
    bleed = page.bleed
    return (
        -bleed['left'],
        -bleed['top'],
        page.margin_width() + bleed['left'] + bleed['right'],
        page.margin_height() + bleed['top'] + bleed['bottom'],
    )
