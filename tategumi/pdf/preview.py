"""The pages of a book while it is edited, in a process that stays.

What did not change from one time to the next is neither laid out nor drawn again.
"""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from ..garbage import gc_paused
from ..markup import MarkedChapter
from ..settings import Settings
from .cache.kept import Memory
from .document import book_document, empty_document, segment_documents
from .frames.frame import BookPage
from .record.paper import PaperMaker
from .record.segment import draw_book
from .render_context import RenderContext
from .segments.book import set_by_segments
from .segments.separable import Inseparable, are_separable
from .segments.workers import Workers
from .write.png import page_picture
from .write.svg import page_svg


class Preview:
    """Pages of the book of ``settings``, by the press's own sheets in the folder ``styles``.

    Raises ``BadInput`` for a font without vertical forms and a sheet that cannot be read.
    """

    def __init__(self, settings: Settings, styles: Path) -> None:
        self._settings, self._context = settings, RenderContext(settings, styles)
        maker = PaperMaker(self._context, empty_document(settings))
        self._memory = Memory(self._context.fetcher)
        self._workers = Workers(self._context, maker, cache=self._memory)

    def pages(self, chapters: Sequence[MarkedChapter]) -> list[BookPage]:
        """The pages of the book with these ``chapters``, as ``build_pdf`` sets them."""
        with gc_paused():
            if are_separable(self._context):
                try:
                    documents = segment_documents(self._settings, chapters)
                    pages, _ = set_by_segments(documents, self._workers)
                    self._memory.forget()
                    return pages
                except Inseparable:
                    pass
            segment, papers = draw_book(book_document(self._settings, chapters), self._context)
            return [
                BookPage(frame, frame.side, paper, segment, 0)
                for frame, paper in zip(segment.frames, papers)
            ]

    def picture(self, page: BookPage, resolution: float = 96) -> Image.Image:
        """One of the pages as it looks, of ``resolution`` pixels an inch."""
        return page_picture(page, self._context.fonts.load, resolution)

    def drawing(self, page: BookPage) -> str:
        """One of the pages as the text of an SVG file."""
        return page_svg(page, self._context.fonts.load)
