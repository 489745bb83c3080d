"""A book's chapters → its PDF."""

from dataclasses import dataclass, field
from importlib.resources import files

from ..garbage import gc_paused
from ..time_limit import OutOfTime
from .blame import own_sheet_at_fault, set_in_time
from .cache.kept import Cache, NoCache
from .document import book_document, empty_document, segment_documents
from .frames.frame import BookPage
from .page_starts import page_starts, unnumbered
from .record.paper import PaperMaker
from .record.segment import draw_book
from .render_context import RenderContext
from .segments.book import counted, set_by_segments
from .segments.separable import Inseparable, are_separable
from .segments.workers import Workers
from .sheets import SHEETS
from .write.book import write_book
from .write.metadata import About


@dataclass(frozen=True)
class BuiltPdf:
    """A finished PDF: its bytes, its pages as data, ``frames``, in order, and what to warn of."""

    content: bytes
    frames: tuple[BookPage, ...] = field(repr=False)
    warnings: tuple

    @property
    def pages(self):
        """How many pages it has."""
        return len(self.frames)


def build_pdf(
    settings,
    chapters,
    styles,
    progress=None,
    jobs=1,
    in_one_piece=False,
    cache=None,
    pool=None,
    with_lines=False,
):
    """Set ``chapters`` (``MarkedChapter``) as a vertical PDF.

    ``styles`` is the folder of the press's sheets. ``progress(done, total)``
    is told of the characters composed. The segments of a long book are set in up
    to ``jobs`` processes, those of ``pool`` if they are started already (``WORKER``);
    with ``in_one_piece`` all are laid out together. Segments drawn before are taken from the
    folder ``cache``, if one is given, and left there. ``with_lines`` pages say what was done to
    each line. The same input gives the same bytes. Raises ``BadInput`` for a font without
    vertical forms, for a sheet that cannot be read, and for one of the book's own by which no
    pages can be set.
    """

    def build(render_context, *means):
        pages, segments = _pages(render_context, chapters, *means, in_one_piece=in_one_piece)
        return BuiltPdf(_written(pages, render_context), tuple(pages), _warnings(segments))

    return _made(build, settings, styles, with_lines, progress, jobs, cache, pool)


def find_page_starts(settings, chapters, styles, progress=None, jobs=1, cache=None, pool=None):
    """The ``PageStart`` of every page that ``build_pdf`` would make of the same.

    No PDF is made, and little is held of each page. Raises as ``build_pdf`` does.
    """

    def find(render_context, *means):
        pages, _ = _pages(render_context, chapters, *means, are_counted=True)
        return page_starts(pages)

    return _made(find, settings, styles, False, progress, jobs, cache, pool)


def _made(make, settings, styles, with_lines, *means):
    """What ``make(render_context, *means)`` makes; if it fails, own sheets may be to blame."""

    def make_without(left_out):
        return make(RenderContext(settings, styles, left_out), None, 1, None, None)

    with gc_paused():
        try:
            return make(RenderContext(settings, styles, with_lines=with_lines), *means)
        except (Exception, OutOfTime) as error:
            fault = own_sheet_at_fault(error, settings, SHEETS, make_without)
            raise fault from (None if fault is error else error)


def _pages(
    render_context,
    chapters,
    progress,
    jobs,
    cache,
    pool,
    in_one_piece=False,
    are_counted=False,
):
    """The pages of the book (``BookPage``), and their ``Segment``s.

    If they ``are_counted`` alone, little is held of them.
    """
    settings = render_context.settings
    if not in_one_piece and are_separable(render_context):
        maker = PaperMaker(render_context, empty_document(settings))
        documents = segment_documents(settings, chapters)
        kept = Cache(cache, settings.root, render_context, maker) if cache else NoCache()
        left_of = counted if are_counted else lambda segment: segment
        try:
            with Workers(render_context, maker, jobs, kept, pool, left_of) as workers:
                made = set_by_segments(documents, workers, progress, with_papers=not are_counted)
        except Inseparable:
            made = None
        kept.forget()
        if made:
            return made
    html = book_document(settings, chapters)
    with set_in_time(settings, SHEETS, len(html)):
        segment, papers = draw_book(html, render_context, _counter(progress, len(html)))
    pages = [
        BookPage(frame, frame.side, paper, segment, 0)
        for frame, paper in zip(segment.frames, papers)
    ]
    return pages, [segment]


def _warnings(segments):
    missing = {character for segment in segments for character in segment.missing}
    return (
        *(
            f'no font has the character {character} (U+{ord(character):04X})'
            for character in sorted(missing)
        ),
        *(warning for segment in segments for warning in segment.warnings),
    )


def _written(pages, render_context):
    settings, variant = render_context.settings, render_context.variant or ''
    about = About(
        settings.title,
        tuple(creator.name for creator in settings.creators),
        settings.description,
        settings.language,
        render_context.identifier,
        variant,
        (files('weasyprint.pdf') / 'sRGB2014.icc').read_bytes() if 'pdf/a' in variant else b'',
    )
    return write_book(
        pages, about, render_context.fonts.load, settings.two_page_view, unnumbered(pages)
    )


def _counter(progress, total):
    done = 0

    def count(characters):
        nonlocal done
        done += characters
        if progress:
            progress(min(done, total), total)

    return count
