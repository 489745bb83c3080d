"""Where in the text each page of the PDF begins."""

from dataclasses import dataclass

from weasyprint.formatting_structure.boxes import ReplacedBox, TableRowGroupBox, TextBox

from .line_box import SOFT_HYPHEN
from .page_labels import unnumbered


@dataclass(frozen=True)
class PageStart:
    """The page called ``label`` begins in the part of the book with id ``section``.

    ``offset`` is how much of that part is on the pages before, in flow units:
    characters but for white space and ruby readings, and pictures.
    """

    label: str
    section: str
    offset: int


def page_starts(page_boxes):
    """The ``PageStart`` of every page with text or a picture on it but the cover's, in order.

    ``page_boxes`` are those of a ``BuiltPdf``. A part is a ``section`` below
    ``body``: the title page, the contents, a chapter, the colophon.
    """
    flow, before, starts = _Flow(), {}, []
    for number, page in enumerate(page_boxes[unnumbered(page_boxes):], 1):
        amounts = [(name, amount) for name, amount in flow.on(page) if amount]
        if amounts:
            section = amounts[0][0]
            starts.append(PageStart(str(number), section, before.get(section, 0)))
        for section, amount in amounts:
            before[section] = before.get(section, 0) + amount
    return starts


class _Flow:
    """Counts the flow of pages that it is shown in order."""

    def __init__(self):
        self._heads = set()

    def on(self, page):
        """``(id, flow units)`` of each part with a box on ``page``."""
        html = page.children[0]
        for body in html.children:
            for section in body.children:
                yield section.element.get('id'), self._amount(section)

    def _amount(self, box):
        tag = box.element_tag or ''
        if tag == 'rt' or '::' in tag or self._is_repeated(box):
            return 0
        if isinstance(box, ReplacedBox):
            return 1
        if isinstance(box, TextBox):
            if getattr(box, 'spoken', '') == SOFT_HYPHEN:
                return 0
            return sum(not character.isspace() for character in box.text)
        return sum(self._amount(child) for child in getattr(box, 'children', ()))

    def _is_repeated(self, box):
        """Is ``box`` the head of a table, shown before on another page?"""
        if not (isinstance(box, TableRowGroupBox) and box.is_header):
            return False
        seen = box.element in self._heads
        self._heads.add(box.element)
        return seen
