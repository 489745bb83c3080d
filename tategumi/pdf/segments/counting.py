"""Where the pages of a book begin, found segment by segment without a PDF.

Of each segment as little is held as its pages can be counted by: a book may have
any number of them.
"""

from dataclasses import replace

from ..page_starts import Flow, starts_of
from .book import arranged_segments, with_places
from .drawn import Resources


def counted(segment):
    """What has to be known of ``segment`` (``DrawnSegment``) to count the pages of a book."""
    flow = Flow()
    return replace(
        segment,
        pages=[
            replace(
                page.without_content(),
                anchors=dict.fromkeys(page.anchors),
                flow=flow.on(page.tagged[0]),
            )
            for page in segment.pages
        ],
        resources=Resources([], {}, {}, segment.resources.shared),
        warnings=[],
        missing=[],
        fetched={},
    )


def count_by_segments(paper, documents, workers, progress=None):
    """The ``PageStart`` of every page; arguments as of ``set_by_segments``.

    ``workers`` leave what is ``counted`` of each segment. Raises ``Inseparable``.
    """
    _, arranged, places = arranged_segments(paper, documents, workers, progress)
    workers.keep_finished(with_places(arranged, places))
    return starts_of([(page_type, page.flow) for pages in arranged for page, page_type in pages])
