"""The pages of a book while it is edited, in a process that stays.

What did not change from one time to the next is neither laid out nor drawn again.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from ..document.book import segment_documents
from ..frames.frame import BookPage, Segment
from ..markup import MarkedChapter
from ..memory import gc_paused
from ..settings import Settings
from ..writers.png import page_picture
from ..writers.svg import page_svg
from .cache.kept import MemoryCache
from .render_context import RenderContext
from .segments.book import book_pages
from .segments.workers import Workers


class Preview:
    """Pages of the book of ``settings``, by the press's own sheets in the folder ``styles``.

    Raises ``BadInput`` for a font without vertical forms and a sheet that cannot be read.
    """

    def __init__(self, settings: Settings, styles: Path) -> None:
        self._context = RenderContext(settings, styles)
        self._workers = Workers(self._context, cache=MemoryCache(self._context.fetcher))

    def pages(
        self,
        chapters: Sequence[MarkedChapter],
        progress: Callable[[int, int], None] | None = None,
    ) -> list[BookPage]:
        """The pages of the book with these ``chapters``, as ``build_pdf`` sets them.

        ``progress(done, total)`` is told of the characters composed.
        """
        with gc_paused():
            pages, _ = book_pages(chapters, self._workers, progress)
            return pages

    def part(self, chapter: MarkedChapter, side: str) -> Segment:
        """Pages of a part of a chapter, of which ``chapter`` has no other blocks.

        The first is on ``side``. They have no papers: those of the book have to be there already.
        """
        document = segment_documents(self._context.settings, [chapter])[1]
        with gc_paused():
            (drawn,) = self._workers.draw_on([(document, side)])
            return drawn

    def picture(self, page: BookPage, resolution: float = 96) -> Image.Image:
        """One of the pages as it looks, of ``resolution`` pixels an inch."""
        return page_picture(page, self._context.fonts.load, resolution)

    def drawing(self, page: BookPage) -> str:
        """One of the pages as the text of an SVG file."""
        return page_svg(page, self._context.fonts.load)
