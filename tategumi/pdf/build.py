"""A book's chapters → its PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ..garbage import gc_paused
from ..time_limit import OutOfTime
from .blame import own_sheet_at_fault, set_in_time
from .cache.cache import Cache, NoCache
from .document import book_document, empty_document, segment_documents
from .drawing.vertical_fonts import add_vertical_fonts
from .file.structure import add_note_identifiers
from .file.viewing import add_page_labels, add_viewing
from .page_starts import page_starts
from .render_context import RenderContext
from .segments.book import set_by_segments
from .segments.counting import count_by_segments, counted
from .segments.paper import Paper
from .segments.separable import Inseparable, are_separable
from .segments.workers import Workers
from .sheets import SHEETS
from .whole import page_boxes_of_whole, set_whole


@dataclass(frozen=True)
class BuiltPdf:
    """A finished PDF: its bytes, how many pages it has, and what to warn of.

    ``page_boxes`` are WeasyPrint's boxes of the pages, in order: as laid out
    where the book was set in one piece, else bare (``tagged``).
    """

    content: bytes
    pages: int
    warnings: tuple
    page_boxes: tuple = field(repr=False)


def build_pdf(
    settings, chapters, styles, progress=None, jobs=1, in_one_piece=False, cache=None, pool=None
):
    """Set ``chapters`` (``MarkedChapter``) as a vertical PDF.

    ``styles`` is the folder of the press's sheets. ``progress(done, total)``
    is told of the characters composed. The segments of a long book are set in up
    to ``jobs`` processes, those of ``pool`` if they are started already (``WORKER``);
    with ``in_one_piece`` all are laid out together, and ``page_boxes`` say
    everything of every line. Segments drawn before are taken from the folder ``cache``, if
    one is given, and left there. The same input gives the same bytes. Raises
    ``BadInput`` for a font without vertical forms, for a sheet that cannot be read, and for
    one of the book's own by which no pages can be set.
    """

    def finish(document, pdf, vertical):
        _finish(document, pdf, vertical, settings)

    def by_segments(paper, documents, workers, progress):
        render_context = workers.render_context
        return set_by_segments(render_context, paper, documents, workers, finish, progress)

    def whole(render_context, html, count):
        return set_whole(render_context, html, finish, count)

    content, page_boxes, warnings = _made(
        _Way(by_segments, whole, in_one_piece=in_one_piece),
        (settings, chapters, styles),
        (progress, jobs, cache, pool),
    )
    return BuiltPdf(content, len(page_boxes), tuple(warnings), page_boxes)


def find_page_starts(settings, chapters, styles, progress=None, jobs=1, cache=None, pool=None):
    """The ``PageStart`` of every page that ``build_pdf`` would make of the same.

    No PDF is made, and little is held of each page. Raises as ``build_pdf`` does.
    """

    def whole(render_context, html, count):
        return page_starts(page_boxes_of_whole(render_context, html, count))

    return _made(
        _Way(count_by_segments, whole, left_of=counted),
        (settings, chapters, styles),
        (progress, jobs, cache, pool),
    )


@dataclass(frozen=True)
class _Way:
    """What is made of a book laid out by segments, or in one piece where it has to be."""

    by_segments: Callable
    whole: Callable
    left_of: Callable = lambda drawn: drawn
    in_one_piece: bool = False


def _made(way, book, means):
    """What ``way`` makes of ``book`` (settings, chapters, styles) by ``means``."""
    settings, chapters, styles = book

    def made_without(left_out):
        render_context = RenderContext(settings, styles, left_out)
        return _made_once(way, render_context, chapters, None, 1, None, None)

    with gc_paused():
        try:
            return _made_once(way, RenderContext(settings, styles), chapters, *means)
        except (Exception, OutOfTime) as error:
            fault = own_sheet_at_fault(error, settings, SHEETS, made_without)
            raise fault from (None if fault is error else error)


def _made_once(way, render_context, chapters, progress, jobs, cache, pool):
    settings = render_context.settings
    if not way.in_one_piece and are_separable(render_context):
        paper = Paper(render_context, empty_document(settings))
        documents = segment_documents(settings, chapters)
        kept = Cache(cache, settings.root, render_context, paper) if cache else NoCache()
        try:
            with Workers(render_context, paper, jobs, kept, pool, way.left_of) as workers:
                made = way.by_segments(paper, documents, workers, progress)
        except Inseparable:
            made = None
        kept.forget()
        if made:
            return made
    html = book_document(settings, chapters)
    with set_in_time(settings, SHEETS, len(html)):
        return way.whole(render_context, html, _counter(progress, len(html)))


def _finish(document, pdf, vertical, settings):
    add_vertical_fonts(pdf, vertical)
    add_note_identifiers(pdf)
    add_viewing(pdf, settings.two_page_view)
    add_page_labels(pdf, [page._page_box.page_type for page in document.pages])
    # Of itself WeasyPrint writes XMP only into a file of a variant.
    if 'Metadata' not in pdf.catalog:
        document.metadata.include_in_pdf(
            pdf, variant='a', version=None, conformance=None, compress=False
        )


def _counter(progress, total):
    done = 0

    def count(characters):
        nonlocal done
        done += characters
        if progress:
            progress(min(done, total), total)

    return count
