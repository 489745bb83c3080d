"""Finished pages → one PDF: WeasyPrint writes what was drawn elsewhere."""

from functools import partial

import pydyf
import weasyprint.pdf
import weasyprint.pdf.tags
from weasyprint.document import Document, DocumentMetadata
from weasyprint.formatting_structure import boxes
from weasyprint.html import get_html_metadata
from weasyprint.matrix import Matrix
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.stream import Stream

from ...engine import replaced
from ..embedding.codes import recoded
from ..file.structure import build_box_tree
from ..file.writing import PdfWriter, compressed
from ..inline_layout.boxes import place
from ..layout.turning import turned


class BookPage:
    """Stands for a WeasyPrint page: ``drawn`` as ``finished`` (``DrawnPage``, ``FinishedPage``).

    ``resources`` (``drawn.Resources``) are those of its segment.
    """

    def __init__(self, drawn, finished, page_type, resources):
        self.width, self.height, self.bleed = finished.width, finished.height, finished.bleed
        self.forms = {None: []}
        matrix = Matrix(*finished.turn)
        self.anchors, self.links, self.bookmarks = turned(
            matrix, drawn.anchors, drawn.links, drawn.bookmarks
        )
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
                    box.position_x + box.width, box.position_y + box.height
                )
                left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
                place(
                    box,
                    0.75 * left,
                    0.75 * (self.height - bottom),
                    0.75 * (right - left),
                    0.75 * (bottom - top),
                )

    def content(self):
        """The PDF operators of the page, but for those of the paper before them."""
        return b'\n'.join((self.drawn.content, self.finished.after))

    def paint(self, stream, scale):
        """Put the finished content into ``stream``, and what it needs into its resources."""
        stream.page = self
        stream._tags.update(self.drawn.marks)
        for resources in self.resources:
            _need(stream, resources)


def _need(stream, resources):
    for name, state in resources.states.items():
        stream._resources['ExtGState'].setdefault(name, state)
    for name, picture in resources.images.items():
        stream._resources['XObject'][name] = None
        stream._images.setdefault(
            name,
            {
                'image': _Picture(picture),
                'interpolate': False,
                'dpi_ratios': {1},
                'x_object': None,
            },
        )


class _Picture:
    """Stands for an image whose PDF object is made already."""

    def __init__(self, x_object):
        self.x_object = x_object

    def get_x_object(self, interpolate, ratio):
        return self.x_object


class _BookStream(Stream):
    """The content stream of a ``BookPage``; ``codes`` are those of the fonts once built."""

    page = None

    def __init__(self, codes, *arguments, **more):
        super().__init__(*arguments, **more)
        self._codes = codes

    @property
    def data(self):
        if self.page is None:
            return super().data
        return compressed(self.extra, recoded(self.page.content(), self._codes))


def _add_papers(pdf):
    """Let every page begin with the operators of its paper, one stream for all that are alike."""
    papers = {}
    for number in pdf.pages['Kids'][::3]:
        page = pdf.objects[number]
        content = pdf.objects[int(page['Contents'].split()[0])]
        before = content.page.finished.before
        if before not in papers:
            papers[before] = pydyf.Stream([before], compress=True)
            pdf.add_object(papers[before])
        page['Contents'] = pydyf.Array([papers[before].reference, content.reference])


def join(pages, fonts, render_context, html, finisher, embedded):
    """The bytes of the PDF of ``pages`` (``BookPage``).

    ``fonts`` are WeasyPrint's by key, ``html`` the document that has the
    metadata. ``finisher(document, pdf)`` is called before the file is written.
    ``embedded`` (``Embedded``) builds the fonts.
    """
    options = dict(VARIANTS[render_context.variant][1]) if render_context.variant else {}
    document = Document(
        pages,
        DocumentMetadata(**get_html_metadata(html)),
        render_context.fetcher,
        render_context.font_config,
        {},
        options.get('output_intent'),
    )
    document.fonts = fonts
    seams = (
        (weasyprint.pdf, 'Stream', partial(_BookStream, embedded.codes)),
        (weasyprint.pdf, 'build_fonts_dictionary', embedded.build),
        (weasyprint.pdf.tags, '_build_box_tree', build_box_tree),
        (pydyf, 'PDF', PdfWriter),
    )

    def finish(document, pdf):
        _add_papers(pdf)
        finisher(document, pdf)

    with replaced(seams):
        return document.write_pdf(
            finisher=finish,
            pdf_identifier=render_context.identifier,
            pdf_tags=True,
            pdf_variant=render_context.variant,
        )
