"""XHTML chapters → a PDF in vertical writing, through WeasyPrint.

``build``           the whole way; start here
``apart``           the book set segment by segment: ``segments`` says what those are and
                    where each falls, ``segment`` draws one, ``paper`` sets running heads
                    and folios around it, ``joining`` writes the PDF
  ``drawn``         a segment as plain data; ``tagged`` its boxes, ``streams`` its fonts
  ``press``         what a process sets segments with; ``workers`` the processes
``whole``           the book set in one piece, where its segments depend on one another
``document``        the book as HTML; ``sheets`` its CSS
``kihon_hanmen``    the frame of the text and the margins around it
``tables``          how long their columns are
``running_heads``   a chapter's title above the text
``seams``           where WeasyPrint is taught vertical writing:
  ``turning``       the page is laid out on its side and turned back
  ``lines``         paragraphs become lines: ``items`` reads them, ``composed`` composes
                    them by ``kumihan``, ``line_box`` puts the boxes in place
  ``drawing``       text boxes become PDF text operators
  ``images``        images stay upright
  ``page_styles``   pages of one kind share their styles; ``writing`` the file is written once
  ``side_notes``    notes behind the text that calls them; ``note_lines`` their lines
  ``note_tags``     notes in the structure of the PDF
``faces``           glyphs and vertical metrics
``vertical_fonts``  the Identity-V twins of the embedded fonts
``fetching``        what may be taken in from outside
``libraries``       how WeasyPrint finds Pango; ``warnings`` what it warns of
``viewing``         how a viewer opens the file; ``page_labels`` what it calls the pages
``page_starts``     where in the text each page begins
"""

from . import libraries  # noqa: F401, before WeasyPrint is imported
from .build import BuiltPdf, build_pdf
from .page_starts import PageStart, page_starts

__all__ = ['BuiltPdf', 'PageStart', 'build_pdf', 'page_starts']
