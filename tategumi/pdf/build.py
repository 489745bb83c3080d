"""A book's chapters → its PDF."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from ..document.sheets import SHEETS
from ..frames.frame import BookPage, Segment
from ..frames.page_starts import PageStart, page_starts, unnumbered
from ..markup import MarkedChapter
from ..memory import gc_paused
from ..pool import Pool
from ..settings import Settings
from ..time_limit import OutOfTime
from ..writers.book import write_book
from ..writers.fonts import Load
from ..writers.metadata import About
from .blame import own_sheet_at_fault
from .cache.kept import Cache, FileCache
from .render_context import RenderContext
from .segments.book import book_pages, counted, placed_frames
from .segments.workers import Progress, Workers

_Result = TypeVar('_Result')


@dataclass(frozen=True)
class BuiltPdf:
    """A finished PDF: its bytes, its pages as data, ``frames``, in order, and what to warn of.

    ``missing`` are the characters that no font of the machine has; ``load`` gives the files of
    the fonts, as in ``write_book``.
    """

    content: bytes
    frames: tuple[BookPage, ...] = field(repr=False)
    warnings: tuple
    missing: tuple
    load: Load = field(repr=False)

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.frames)

    @property
    def inside(self) -> tuple[BookPage, ...]:
        """The pages but for the cover's leaf."""
        return self.frames[unnumbered(self.frames) :]


def build_pdf(
    settings: Settings,
    chapters: Sequence[MarkedChapter],
    styles: Path,
    progress: Progress | None = None,
    jobs: int = 1,
    in_one_piece: bool = False,
    cache: Path | None = None,
    pool: Pool | None = None,
    with_lines: bool = False,
    with_drawings: bool = True,
) -> BuiltPdf:
    """Set ``chapters`` (``MarkedChapter``) as a vertical PDF.

    ``styles`` is the folder of the press's sheets. ``progress(done, total)`` is told of the
    characters composed. The segments of a long book are set in up to ``jobs`` processes, those
    of ``pool`` if they are started already (``WORKER``); with ``in_one_piece`` all are laid out
    together. Segments drawn before are taken from the folder ``cache``, if one is given, and
    left there. ``with_lines`` pages say what was done to each line; but ``with_drawings``,
    frames may have none, as only the PDF is wanted. The same input gives the same bytes. Raises
    ``BadInput`` for a font without vertical forms, for a sheet that cannot be read, and for one
    of the book's own by which no pages can be set.
    """

    def build(workers: Workers, progress: Progress | None) -> BuiltPdf:
        pages, segments = book_pages(chapters, workers, progress, in_one_piece)
        content = _content(pages, workers.render_context)
        missing = {character for segment in segments for character in segment.missing}
        warnings = dict.fromkeys(warning for segment in segments for warning in segment.warnings)
        return BuiltPdf(
            content,
            tuple(pages),
            tuple(warnings),
            tuple(sorted(missing)),
            workers.render_context.fonts.load,
        )

    return _with_workers(
        build, settings, styles, (with_lines, with_drawings), progress, jobs, cache, pool
    )


def find_page_starts(
    settings: Settings,
    chapters: Sequence[MarkedChapter],
    styles: Path,
    progress: Progress | None = None,
    jobs: int = 1,
    cache: Path | None = None,
    pool: Pool | None = None,
) -> list[PageStart]:
    """The ``PageStart`` of every page that ``build_pdf`` would make of the same.

    No PDF is made, and little is held of each page. Raises as ``build_pdf`` does.
    """

    def find(workers: Workers, progress: Progress | None) -> list[PageStart]:
        return page_starts(placed_frames(chapters, workers, progress))

    return _with_workers(
        find, settings, styles, (False, False), progress, jobs, cache, pool, counted
    )


def _with_workers(
    make: Callable[[Workers, Progress | None], _Result],
    settings: Settings,
    styles: Path,
    wanted: tuple[bool, bool],
    progress: Progress | None,
    jobs: int,
    cache: Path | None,
    pool: Pool | None,
    left_of: Callable[[Segment], Segment] = lambda segment: segment,
) -> _Result:
    """What ``make(workers, progress)`` returns; if it fails, own sheets may be to blame.

    ``wanted`` tells whether pages are to be had with their lines, and with their drawings;
    ``left_of`` is as in ``Workers``.
    """

    def make_without(left_out: Collection[str]) -> object:
        return make(Workers(RenderContext(settings, styles, left_out)), None)

    with gc_paused():
        try:
            render_context = RenderContext(settings, styles, (), *wanted)
            own_cache = FileCache(cache, render_context) if cache else Cache()
            with Workers(render_context, jobs, own_cache, pool, left_of) as workers:
                return make(workers, progress)
        except (Exception, OutOfTime) as error:
            fault = own_sheet_at_fault(error, settings, SHEETS, make_without)
            raise fault from (None if fault is error else error)


def _content(pages: Sequence[BookPage], render_context: RenderContext) -> bytes:
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
