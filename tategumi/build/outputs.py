"""The manuscript to the finished books."""

from ..garbage import gc_paused
from ..lazy import lazy
from ..sheets import STYLES

epub_room = lazy('tategumi.epub')
page_list = lazy('tategumi.epub.page_list')
kepub_room = lazy('tategumi.kepub')
pdf_room = lazy('tategumi.pdf')


def epub(book):
    """Write ``dist/<slug>.epub`` of the manuscript. Raises ``BadInput``."""
    book.write('.epub', _built_epub(book))


def kepub(book):
    """Write ``dist/<slug>.kepub.epub``, the EPUB for Kobo. Raises ``BadInput``."""
    content = _built_epub(book)
    with book.progress.step('making the KEPUB'):
        book.write('.kepub.epub', kepub_room.build_kepub(content))


def pdf(book, in_one_piece=False):
    """Write ``dist/<slug>.pdf`` of the manuscript.

    Returns a ``pdf.BuiltPdf``, which tells of every line where it is set
    ``in_one_piece``. Raises ``BadInput``.
    """
    built = book.pdf(STYLES, in_one_piece)
    book.summary.add('pages set', built.pages)
    book.summary.warnings += built.warnings
    book.write('.pdf', built.content)
    return built


def _built_epub(book):
    with gc_paused():
        chapters = book.chapters()
        starts = _page_starts(book) if book.settings.epub.page_list else ()
        with book.progress.step('making the EPUB'):
            return epub_room.build_epub(book.settings, chapters, STYLES, starts)


def _page_starts(book):
    """Where the pages of the PDF begin in the chapters of the EPUB."""
    starts = pdf_room.page_starts(book.pdf(STYLES).page_boxes)
    if book.settings.writing == 'vertical':
        return starts
    return page_list.carried(starts, book.chapters(on_paper=True), book.chapters())
