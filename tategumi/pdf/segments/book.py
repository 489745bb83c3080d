"""A book set segment by segment, or in one piece: its pages."""

from dataclasses import replace

from ..frames.frame import BookPage
from .separable import Inseparable, WrongSide, arrange

#: The folios of the contents may change how many pages the contents take.
_ROUNDS = 8


def set_by_segments(documents, workers, progress=None, with_papers=True):
    """Lay out and draw the book; returns the ``BookPage``s, and the ``Segment``s they are of.

    ``documents`` are the HTML of the segments, the front matter first; ``workers`` draw them and
    their papers (``Workers``), unless pages are to be counted alone. Raises ``Inseparable``
    where the pages of one segment depend on those of another.
    """
    texts = workers.draw(documents[1:], progress)
    segments, arranged, places = _with_front(documents, texts, workers)
    placed = [([frame for frame, _ in pages], at) for pages, at in zip(arranged, places)]
    if with_papers:
        papers = workers.draw_papers(placed)
    else:
        workers.keep_papers(placed)
        papers = [[None] * len(frames) for frames, _ in placed]
    pages = [
        BookPage(frame, page_type.side, paper, segment, number)
        for number, (segment, own_pages, own_papers) in enumerate(zip(segments, arranged, papers))
        for (frame, page_type), paper in zip(own_pages, own_papers)
    ]
    return pages, segments


def _with_front(documents, texts, workers):
    """The front matter drawn with the folios of its contents, and all pages arranged."""
    folios = {}
    for _ in range(_ROUNDS):
        segments = [workers.draw_front(documents[0], folios), *texts]
        arranged = _arranged(segments, documents, workers)
        texts = segments[1:]
        places = _placed(workers.maker, arranged)
        found = _folios(arranged, places)
        if found == folios:
            break
        folios = found
    return segments, arranged, places


def _arranged(segments, documents, workers):
    """All pages arranged; what falls on another side than it was drawn for is drawn again."""
    while True:
        try:
            return arrange(segments)
        except WrongSide as wrong:
            segments[wrong.number] = workers.draw_on(documents[wrong.number], wrong.side)


def _placed(maker, arranged):
    """The ``PagePlace`` of every page, segment by segment."""
    places = maker.places(
        [(page_type, frame.strings) for pages in arranged for frame, page_type in pages]
    )
    placed = [[next(places) for _ in pages] for pages in arranged]
    for pages, at in zip(arranged, placed):
        for (frame, page_type), _ in zip(pages, at):
            if not page_type.blank and maker.size(page_type) != frame.size:
                raise Inseparable
    return placed


def _folios(arranged, places):
    """The folio of everything that may be linked to after the front matter: id → number."""
    return {
        name: at.counters['page'][-1]
        for pages, ats in zip(arranged[1:], places[1:])
        for (frame, _), at in zip(pages, ats)
        for name in reversed(frame.anchors)
    }


def counted(segment):
    """What has to be known of ``segment`` (``Segment``) to count the pages of a book.

    It is as little as it can be: a book may have any number of segments.
    """
    return replace(
        segment,
        frames=[
            replace(frame.bare(), anchors=dict.fromkeys(frame.anchors, ()), flow=frame.flow)
            for frame in segment.frames
        ],
        fonts=[],
        elements=[],
        warnings=[],
        missing=[],
        fetched={},
    )
