"""Where in the text each page of the PDF begins."""

from collections import Counter
from dataclasses import dataclass

from weasyprint.formatting_structure.boxes import ReplacedBox, TableRowGroupBox, TextBox

from .file.viewing import unnumbered
from .inline_layout.line_box import SOFT_HYPHEN


@dataclass(frozen=True)
class PageStart:
    """The page called ``label`` begins in the part of the book with id ``section``.

    ``offset`` is how much of that part is on the pages before, in flow units:
    characters but for white space, ruby readings and notes, and pictures. Where
    the page begins within the notes at the end of a chapter, ``note`` is the id
    of the one it begins in, and ``offset`` is counted in that.
    """

    label: str
    section: str
    offset: int
    note: str = ''


def page_starts(page_boxes):
    """The ``PageStart`` of every page with text or a picture on it but the cover's, in order.

    ``page_boxes`` are those of a ``BuiltPdf``. A part is a ``section`` below
    ``body``: the title page, the contents, a chapter, the colophon.
    """
    flow = Flow()
    return starts_of([(page.page_type, flow.on(page.children[0])) for page in page_boxes])


def starts_of(pages):
    """The same of ``pages``, ``(WeasyPrint's page type, flow)`` of each."""
    before, starts = Counter(), []
    numbered = pages[unnumbered([page_type for page_type, _ in pages]) :]
    for number, (_, flow) in enumerate(numbered, 1):
        if flow:
            (section, note), _ = flow[0]
            starts.append(PageStart(str(number), section, before[section, note], note))
        for place, amount in flow:
            before[place] += amount
    return starts


class Flow:
    """Counts the flow of pages that it is shown in order."""

    def __init__(self):
        self._heads = set()

    def on(self, root):
        """What is on the page of the box ``root``, in order.

        A list of ``((section id, note id or ''), flow units)``.
        """
        flow = []
        for body in root.children:
            for section in body.children:
                for place, amount in self._amounts(section, (section.element.get('id'), '')):
                    if flow and flow[-1][0] == place:
                        amount += flow.pop()[1]
                    flow.append((place, amount))
        return flow

    def _amounts(self, box, place):
        tag = box.element_tag or ''
        if tag == 'rt' or '::' in tag or self._is_repeated(box):
            return
        if tag == 'aside':
            place = place[0], box.element.get('id')
        if isinstance(box, ReplacedBox):
            yield place, 1
        elif isinstance(box, TextBox):
            if getattr(box, 'spoken', '') != SOFT_HYPHEN and (units := box.text.split()):
                yield place, sum(map(len, units))
        else:
            for child in getattr(box, 'children', ()):
                yield from self._amounts(child, place)

    def _is_repeated(self, box):
        """Is ``box`` the head of a table, shown before on another page?"""
        if not (isinstance(box, TableRowGroupBox) and box.is_header):
            return False
        seen = box.element in self._heads
        self._heads.add(box.element)
        return seen
