"""Finished pages → one PDF: WeasyPrint writes what was drawn elsewhere."""

import pydyf
import weasyprint.pdf
import weasyprint.pdf.tags
from weasyprint.document import Document, DocumentMetadata
from weasyprint.formatting_structure import boxes
from weasyprint.html import get_html_metadata
from weasyprint.matrix import Matrix
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.stream import Stream

from ..composing.boxes import place
from ..file.structure import build_box_tree
from ..file.writing import PdfWriter
from ..layout.turning import turned
from ..replacing import replaced


class BookPage:
    """Stands for a WeasyPrint page: ``drawn`` as ``finished`` (``DrawnPage``, ``FinishedPage``).

    ``resources`` (``drawn.Resources``) are those of its segment.
    """

    def __init__(self, drawn, finished, page_type, resources):
        self.width, self.height, self.bleed = finished.width, finished.height, finished.bleed
        self.forms = {None: []}
        matrix = Matrix(*finished.turn)
        self.anchors, self.links, self.bookmarks = turned(
            matrix, drawn.anchors, drawn.links, drawn.bookmarks)
        self.drawn, self.finished = drawn, finished
        self.resources = resources, finished.resources
        self._page_box = boxes.PageBox.__new__(boxes.PageBox)
        self._page_box.page_type = page_type
        self._page_box.element, self._page_box.element_tag = None, None
        self._page_box.style = {}
        self._page_box.children = drawn.tagged
        self._place_figures(matrix)

    def _place_figures(self, matrix):
        """Give pictures the rectangle that tags tell of: on the paper, in pt, y up."""
        for box in self._page_box.descendants():
            if isinstance(box, boxes.ReplacedBox):
                x1, y1 = matrix.transform_point(box.position_x, box.position_y)
                x2, y2 = matrix.transform_point(
                    box.position_x + box.width, box.position_y + box.height)
                left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
                place(box, .75 * left, .75 * (self.height - bottom),
                      .75 * (right - left), .75 * (bottom - top))

    def paint(self, stream, scale):
        """Put the finished content into ``stream``, and what it needs into its resources."""
        stream.finished = self.finished.content
        stream._tags.update(self.drawn.marks)
        for resources in self.resources:
            _need(stream, resources)


def _need(stream, resources):
    for name, state in resources.states.items():
        stream._resources['ExtGState'].setdefault(name, state)
    for name, picture in resources.images.items():
        stream._resources['XObject'][name] = None
        stream._images.setdefault(name, {
            'image': _Picture(picture), 'interpolate': False, 'dpi_ratios': {1},
            'x_object': None})


class _Picture:
    """Stands for an image whose PDF object is made already."""

    def __init__(self, x_object):
        self.x_object = x_object

    def get_x_object(self, interpolate, ratio):
        return self.x_object


class _BookStream(Stream):
    """A content stream that takes its content finished and compressed."""

    finished = None

    @property
    def data(self):
        if self.finished is None:
            return super().data
        extra = pydyf.Dictionary({
            **self.extra, 'Filter': '/FlateDecode', 'Length': len(self.finished)})
        return b'\n'.join((extra.data, b'stream', self.finished, b'endstream'))


def join(pages, fonts, press, html, finisher):
    """The bytes of the PDF of ``pages`` (``BookPage``).

    ``fonts`` are WeasyPrint's by key, ``html`` the document that has the
    metadata. ``finisher(document, pdf)`` is called before the file is written.
    """
    options = dict(VARIANTS[press.variant][1]) if press.variant else {}
    document = Document(
        pages, DocumentMetadata(**get_html_metadata(html)), press.fetcher, press.font_config,
        {}, options.get('output_intent'))
    document.fonts = fonts
    seams = (
        (weasyprint.pdf, 'Stream', _BookStream),
        (weasyprint.pdf.tags, '_build_box_tree', build_box_tree),
        (pydyf, 'PDF', PdfWriter),
    )
    with replaced(seams):
        return document.write_pdf(
            finisher=finisher, pdf_identifier=press.identifier,
            pdf_tags=True, pdf_variant=press.variant)
