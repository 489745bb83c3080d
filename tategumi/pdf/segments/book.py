"""A book set segment by segment, or in one piece: its pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...document.book import book_document, segment_documents
from ...document.index import with_folios
from ...document.note_numbers import numbers_of, with_numbers
from ...document.sheets import SHEETS
from ...frames.frame import BookPage, PlacedFrame, Segment
from ...frames.page_starts import unnumbered
from ...markup import MarkedChapter
from ..blame import set_in_time
from ..record.paper import PagePlace, PaperMaker
from ..record.segment import draw_book
from ..render_context import RenderContext
from .separable import ArrangedPages, Inseparable, WrongSide, are_separable, arrange
from .workers import Progress, Workers

#: The segments of a book, their pages arranged, and where these stand.
_Arranged: TypeAlias = tuple[list[Segment], list[ArrangedPages], list[list[PagePlace]]]

#: The folios of the contents may change how many pages the contents take.
_ROUNDS = 8

#: The numbers of side notes may change on which spread they are called; in so many rounds at most.
_RENUMBERED = 3


def book_pages(
    chapters: Sequence[MarkedChapter],
    workers: Workers,
    progress: Progress | None = None,
    in_one_piece: bool = False,
) -> tuple[list[BookPage], list[Segment]]:
    """Lay out and draw the book of ``chapters`` (``MarkedChapter``) as ``workers`` (``Workers``).

    Returns the ``BookPage``s, and the ``Segment``s they are of. The book is set segment by
    segment unless its sheets, or ``in_one_piece``, want all of it at once.
    ``progress(done, total)`` is told of the characters composed.
    """
    by_segments = None if in_one_piece else _by_segments(chapters, workers, progress)
    if by_segments is None:
        pages, segment = _in_one_piece(chapters, workers.render_context, progress)
        return pages, [segment]
    segments, arranged, places = by_segments
    papers = workers.draw_papers(
        [([frame for frame, _ in pages], at) for pages, at in zip(arranged, places)]
    )
    workers.cache.forget()
    pages = [
        BookPage(frame, page_type.side, segment, number, paper, own_papers.fonts)
        for number, (segment, own_pages, own_papers) in enumerate(zip(segments, arranged, papers))
        for (frame, page_type), paper in zip(own_pages, own_papers.papers)
    ]
    return pages, segments


def placed_frames(
    chapters: Sequence[MarkedChapter], workers: Workers, progress: Progress | None = None
) -> Sequence[PlacedFrame]:
    """The ``PlacedFrame`` of each page of ``book_pages``, without any paper being drawn."""
    by_segments = _by_segments(chapters, workers, progress)
    if by_segments is None:
        pages, _ = _in_one_piece(chapters, workers.render_context, progress)
        return pages
    segments, arranged, places = by_segments
    workers.keep_papers(
        [([frame for frame, _ in pages], at) for pages, at in zip(arranged, places)]
    )
    workers.cache.forget()
    return [
        PlacedFrame(frame, page_type.side, segment, number)
        for number, (segment, own_pages) in enumerate(zip(segments, arranged))
        for frame, page_type in own_pages
    ]


def _by_segments(
    chapters: Sequence[MarkedChapter], workers: Workers, progress: Progress | None
) -> _Arranged | None:
    """The ``Segment``s of the book, their pages arranged, and the places of those.

    ``None`` where the pages of one segment depend on those of another.
    """
    settings = workers.render_context.settings
    if not are_separable(workers.render_context):
        return None
    documents = segment_documents(settings, chapters)
    try:
        texts = workers.draw(documents[1:], progress)
        return _with_front(documents, texts, workers)
    except Inseparable:
        workers.cache.forget()
        return None


def _in_one_piece(
    chapters: Sequence[MarkedChapter], render_context: RenderContext, progress: Progress | None
) -> tuple[list[BookPage], Segment]:
    """The ``BookPage``s of the book, and the ``Segment`` they are of.

    A book with an index or side notes is laid out once more, with the pages that it names, and
    the numbers that these have on their spreads.
    """
    settings = render_context.settings
    document = book_document(settings, chapters)
    first = html = with_folios(document, {})
    with set_in_time(settings, SHEETS, len(html)):
        pages, segment = draw_book(html, render_context, _counter(progress, len(html)))
    html = with_folios(document, _folios_of(pages))
    if render_context.has_side_notes:
        numbers = numbers_of((page.side, page.frame.anchors) for page in pages)
        html = with_numbers(html, numbers, settings)
    if html == first:
        return pages, segment
    with set_in_time(settings, SHEETS, len(html)):
        return draw_book(html, render_context)


def _folios_of(pages: Sequence[BookPage]) -> dict[str, int]:
    """The folio of everything on ``pages``, all of a book: id → number."""
    numbered = [*enumerate(pages[unnumbered(pages) :], 1)]
    return {name: folio for folio, page in numbered[::-1] for name in page.frame.anchors}


def _counter(progress: Progress | None, total: int) -> Callable[[int], None]:
    done = 0

    def count(characters: int) -> None:
        nonlocal done
        done += characters
        if progress:
            progress(min(done, total), total)

    return count


def _with_front(documents: list[str], texts: list[Segment], workers: Workers) -> _Arranged:
    """The front matter and the index drawn with their folios, and all pages arranged.

    Where there are side notes, what is drawn has the numbers that they have on their spreads.
    """
    folios: dict[str, int] = {}
    with_index = [number for number, html in enumerate(documents) if with_folios(html, {}) != html]
    for number_of_round in range(_ROUNDS):
        with_pages = list(documents)
        segments = [workers.draw_front(documents[0], folios), *texts]
        for number in with_index:
            with_pages[number] = with_folios(documents[number], folios)
            segments[number] = workers.draw_text(with_pages[number])
        arranged = _arranged(segments, with_pages, workers)
        is_late = number_of_round >= _RENUMBERED
        renumbered = not is_late and _has_renumbered(documents, segments, arranged, workers)
        texts = segments[1:]
        if renumbered:
            continue
        places = _placed(workers.maker, arranged)
        new_folios = _folios(arranged, places)
        if new_folios == folios:
            break
        folios = new_folios
    return segments, arranged, places


def _has_renumbered(
    documents: list[str],
    segments: list[Segment],
    arranged: Sequence[ArrangedPages],
    workers: Workers,
) -> bool:
    """Whether notes had other numbers than on their spreads; those are drawn again, in place."""
    if not workers.render_context.has_side_notes:
        return False
    settings, wanted = workers.render_context.settings, []
    for number, pages in enumerate(arranged):
        numbers = numbers_of((page_type.side, frame.anchors) for frame, page_type in pages)
        html = with_numbers(documents[number], numbers, settings)
        if html != documents[number]:
            documents[number] = html
            wanted.append((number, pages[-len(segments[number].frames)][1].side))
    drawn = workers.draw_on([(documents[number], side) for number, side in wanted])
    for (number, _), segment in zip(wanted, drawn):
        segments[number] = segment
    return bool(wanted)


def _arranged(
    segments: list[Segment], documents: Sequence[str], workers: Workers
) -> list[ArrangedPages]:
    """All pages arranged; what falls on another side than it was drawn for is drawn again."""
    while True:
        try:
            return arrange(segments)
        except WrongSide as wrong:
            (drawn,) = workers.draw_on([(documents[wrong.number], wrong.side)])
            segments[wrong.number] = drawn


def _placed(maker: PaperMaker, arranged: Sequence[ArrangedPages]) -> list[list[PagePlace]]:
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


def _folios(
    arranged: Sequence[ArrangedPages], places: Sequence[Sequence[PagePlace]]
) -> dict[str, int]:
    """The folio of everything that may be linked to after the front matter: id → number."""
    folios: dict[str, int] = {}
    for pages, ats in zip(arranged[1:], places[1:]):
        for (frame, _), at in zip(pages, ats):
            for name in reversed(frame.anchors):
                # A word that goes on over the page is on that where it begins.
                folios.setdefault(name, at.counters['page'][-1])
    return folios


def counted(segment: Segment) -> Segment:
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
        called=[],
        drawn=[],
    )
