"""A book's chapters → its PDF."""

from dataclasses import dataclass, field

from ..garbage import gc_paused
from ..time_limit import OutOfTime
from .blame import own_sheet_at_fault, set_in_time
from .cache.cache import Cache, NoCache
from .document import book_document, empty_document, segment_documents
from .drawing.vertical_fonts import add_vertical_fonts
from .file.structure import add_note_identifiers
from .file.viewing import add_page_labels, add_viewing
from .render_context import RenderContext
from .segments.book import set_by_segments
from .segments.paper import Paper
from .segments.separable import Inseparable, are_separable
from .segments.workers import Workers
from .sheets import SHEETS
from .whole import set_whole


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

    def set_without(left_out):
        render_context = RenderContext(settings, styles, left_out)
        return _set(render_context, chapters, styles, None, 1, in_one_piece, None, None)

    with gc_paused():
        try:
            render_context = RenderContext(settings, styles)
            content, page_boxes, warnings = _set(
                render_context, chapters, styles, progress, jobs, in_one_piece, cache, pool
            )
        except (Exception, OutOfTime) as error:
            fault = own_sheet_at_fault(error, settings, SHEETS, set_without)
            raise fault from (None if fault is error else error)
    return BuiltPdf(content, len(page_boxes), tuple(warnings), page_boxes)


def _set(render_context, chapters, styles, progress, jobs, in_one_piece, cache, pool):
    def finish(document, pdf, vertical):
        _finish(document, pdf, vertical, render_context.settings)

    if not in_one_piece and are_separable(render_context):
        paper = Paper(render_context, empty_document(render_context.settings))
        documents = segment_documents(render_context.settings, chapters)
        kept = (
            Cache(cache, render_context.settings.root, render_context, paper)
            if cache
            else NoCache()
        )
        try:
            with Workers(render_context, paper, jobs, kept, pool) as workers:
                made = set_by_segments(render_context, paper, documents, workers, finish, progress)
        except Inseparable:
            made = None
        kept.forget()
        if made:
            return made
    html = book_document(render_context.settings, chapters)
    with set_in_time(render_context.settings, SHEETS, len(html)):
        return set_whole(render_context, html, finish, _counter(progress, len(html)))


def _finish(document, pdf, vertical, settings):
    add_vertical_fonts(pdf, vertical)
    add_note_identifiers(pdf)
    add_viewing(pdf, settings.two_page_view)
    add_page_labels(pdf, [page._page_box for page in document.pages])
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
