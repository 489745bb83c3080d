"""A book's chapters → its PDF."""

import logging
from dataclasses import dataclass, field

from weasyprint import CSS, HTML

from ..uncollected import uncollected
from .document import book_document
from .drawing import Drawer
from .faces import Faces
from .fetching import BookFetcher
from .images import coarse_images
from .lines import LineComposer
from .note_tags import add_note_identifiers
from .page_labels import add_page_labels
from .seams import vertical_writing
from .sheets import print_sheets
from .vertical_fonts import add_vertical_fonts
from .viewing import add_viewing


@dataclass(frozen=True)
class BuiltPdf:
    """A finished PDF: its bytes, how many pages it has, and what to warn of.

    ``page_boxes`` are WeasyPrint's boxes of the pages as laid out, in order.
    """

    content: bytes
    pages: int
    warnings: tuple
    page_boxes: tuple = field(repr=False)


def build_pdf(settings, chapters, styles, progress=None):
    """Set ``chapters`` (``MarkedChapter``) as a vertical PDF.

    ``styles`` is the folder of the press's sheets. ``progress(done, total)``
    is told of the characters composed. The same input gives the same bytes.
    Raises ``BadInput`` for a font without vertical forms, a sheet that cannot
    be read and a WeasyPrint the seams were not written for.
    """
    faces, drawer = Faces(), Drawer()
    variant = settings.pdf_variant or None
    html = book_document(settings, chapters)
    composer = LineComposer(faces, _counter(progress, len(html)))
    fetcher = BookFetcher(settings.book)
    with (vertical_writing(composer, drawer, settings.notes == 'side'), uncollected(),
          _collected_warnings() as warnings):
        document = HTML(
            string=html, base_url=settings.book.resolve().as_uri() + '/',
            url_fetcher=fetcher).render(stylesheets=[
                CSS(string=sheet, url_fetcher=fetcher)
                for sheet in print_sheets(settings, styles)], pdf_variant=variant)
        content = document.write_pdf(
            finisher=lambda document, pdf: _finish(document, pdf, drawer, settings),
            pdf_identifier=settings.identifier.encode(), pdf_tags=True, pdf_variant=variant)
    if progress:
        progress(len(html), len(html))
    warnings += [
        f'no font has the character {character} (U+{ord(character):04X})'
        for character in sorted(faces.missing)]
    warnings += [f'this line is longer than the measure: {text}' for text in composer.overfull]
    page_boxes = tuple(page._page_box for page in document.pages)
    warnings += coarse_images(page_boxes)
    return BuiltPdf(content, len(document.pages), tuple(warnings), page_boxes)


def _finish(document, pdf, drawer, settings):
    add_vertical_fonts(pdf, drawer.vertical)
    add_note_identifiers(pdf)
    add_viewing(pdf, settings.two_page_view)
    add_page_labels(pdf, [page._page_box for page in document.pages])
    # Of itself WeasyPrint writes XMP only into a file of a variant.
    if 'Metadata' not in pdf.catalog:
        document.metadata.include_in_pdf(
            pdf, variant='a', version=None, conformance=None, compress=False)


def _counter(progress, total):
    done = 0

    def count(characters):
        nonlocal done
        done += characters
        if progress:
            progress(min(done, total), total)
    return count


class _collected_warnings(logging.Handler):
    """WeasyPrint's warnings of one build, as a list of lines."""

    _logger = logging.getLogger('weasyprint')

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def __enter__(self):
        self._handlers, self._propagate = self._logger.handlers, self._logger.propagate
        self._logger.handlers, self._logger.propagate = [self], False
        return self.lines

    def __exit__(self, *exception):
        self._logger.handlers, self._logger.propagate = self._handlers, self._propagate

    def emit(self, record):
        line = record.getMessage()
        if line not in self.lines:
            self.lines.append(line)
