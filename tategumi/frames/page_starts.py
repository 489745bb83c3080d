"""Where in the text each page of the PDF begins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..frames.frame import PlacedFrame


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


def page_starts(pages: Sequence[PlacedFrame]) -> list[PageStart]:
    """The ``PageStart`` of every page with text or a picture on it but the cover's, in order.

    ``pages`` are those of a ``BuiltPdf``. A part is a ``section`` below
    ``body``: the title page, the contents, a chapter, the colophon.
    """
    before: Counter[tuple[str, str]] = Counter()
    starts = []
    for number, page in enumerate(pages[unnumbered(pages) :], 1):
        flow = page.frame.flow
        if flow:
            section, note, _ = flow[0]
            starts.append(PageStart(str(number), section, before[section, note], note))
        for section, note, amount in flow:
            before[section, note] += amount
    return starts


def unnumbered(pages: Sequence[PlacedFrame]) -> int:
    """How many pages at the beginning have no folio: the cover's leaf."""
    return next(
        number
        for number, page in enumerate(pages)
        if page.frame.name != 'cover' and not page.frame.blank
    )
