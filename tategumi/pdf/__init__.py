"""The printed book's document → frames → a PDF, laid out in vertical writing by WeasyPrint.

``build``           the whole way; start here
``segments/``       the book set segment by segment; ``cache/`` what was drawn before
``preview``         the pages while a book is edited, in a process that stays
``render_context``  what a process draws with; ``fetching`` what may be taken in from outside
``layout/``         where WeasyPrint is taught vertical writing
``inline_layout/``  paragraphs become lines
``record/``         pages as laid out become frames
``parsing``         how WeasyPrint is given that HTML
``warnings``        what WeasyPrint warns of
``blame``           which of the book's own sheets is at fault
"""

# Before anything that imports what is inside of WeasyPrint.
from .. import engine  # noqa: F401, isort: skip
from ..frames.page_starts import PageStart, page_starts
from .build import BuiltPdf, build_pdf, find_page_starts

__all__ = ['BuiltPdf', 'PageStart', 'build_pdf', 'find_page_starts', 'page_starts']
