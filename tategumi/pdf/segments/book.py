"""A book set segment by segment, and joined."""

from ..embedding.codes import count_glyphs
from ..embedding.fonts import Embedded
from ..whole import missing_characters
from .joining import BookPage, join
from .separable import Inseparable, WrongSide, arrange

#: The folios of the contents may change how many pages the contents take.
_ROUNDS = 8


def set_by_segments(render_context, paper, documents, workers, finish, progress=None):
    """Lay out and write the book; returns as ``set_whole`` does, but bare boxes.

    ``documents`` are the HTML of its segments, the front matter first;
    ``workers`` draw and finish them (``Workers``). Raises ``Inseparable`` where the
    pages of one segment depend on those of another.
    """
    drawn, arranged, places = arranged_segments(paper, documents, workers, progress)
    finished = workers.finish(with_places(arranged, places))
    fonts, vertical, pages = {}, {}, []
    for segment, own_pages, papers in zip(drawn, arranged, finished):
        _add_fonts(render_context, segment.resources, fonts, vertical)
        for (page, page_type), around in zip(own_pages, papers):
            if not around.resources.shared:
                raise Inseparable
            _add_fonts(render_context, around.resources, fonts, vertical)
            pages.append(BookPage(page, around, page_type, segment.resources))
    counts = {}
    for page in pages:
        count_glyphs(page.content(), counts)
    embedded = Embedded(counts)
    content = join(
        pages,
        fonts,
        render_context,
        paper.html,
        lambda document, pdf: finish(document, pdf, embedded.renumbered(vertical)),
        embedded,
    )
    missing = {character for segment in drawn for character in segment.missing}
    return (
        content,
        tuple(page._page_box for page in pages),
        [
            *missing_characters(missing),
            *(warning for segment in drawn for warning in segment.warnings),
        ],
    )


def arranged_segments(paper, documents, workers, progress=None):
    """The segments drawn, and where their pages fall; arguments as of ``set_by_segments``.

    Returns ``(DrawnSegments, what arrange returns, the PagePlaces of each)``. Raises
    ``Inseparable``.
    """
    texts = workers.draw(documents[1:], progress)
    drawn, arranged, places = _with_front(paper, documents, texts, workers)
    if not all(segment.resources.shared for segment in drawn):
        raise Inseparable
    return drawn, arranged, places


def with_places(arranged, places):
    """``(pages, their places)`` of each segment."""
    return [([page for page, _ in pages], at) for pages, at in zip(arranged, places)]


def _with_front(paper, documents, texts, workers):
    """The front matter drawn with the folios of its contents, and all pages arranged."""
    folios = {}
    for _ in range(_ROUNDS):
        drawn = [workers.draw_front(documents[0], folios), *texts]
        arranged = _arranged(drawn, documents, workers)
        texts = drawn[1:]
        places = _placed(paper, arranged)
        found = _folios(arranged, places)
        if found == folios:
            break
        folios = found
    return drawn, arranged, places


def _arranged(drawn, documents, workers):
    """All pages arranged; what falls on another side than it was drawn for is drawn again."""
    while True:
        try:
            return arrange(drawn)
        except WrongSide as wrong:
            drawn[wrong.number] = workers.draw_on(documents[wrong.number], wrong.side)


def _placed(paper, arranged):
    """The ``PagePlace`` of every page, segment by segment."""
    places = paper.places(
        [(page_type, page.strings) for pages in arranged for page, page_type in pages]
    )
    placed = [[next(places) for _ in pages] for pages in arranged]
    for pages, at in zip(arranged, placed):
        for (page, page_type), _ in zip(pages, at):
            if not page_type.blank and paper.size(page_type) != page.size:
                raise Inseparable
    return placed


def _folios(arranged, places):
    """The folio of everything that may be linked to after the front matter: id → number."""
    return {
        name: at.counters['page'][-1]
        for pages, ats in zip(arranged[1:], places[1:])
        for (page, _), at in zip(pages, ats)
        for name in reversed(page.anchors)
    }


def _add_fonts(render_context, resources, fonts, vertical):
    for drawn in resources.fonts:
        if drawn.name not in fonts:
            fonts[drawn.name] = render_context.fonts.load(drawn)
        font = fonts[drawn.name]
        if font is None:
            raise Inseparable
        for own, others in ((font.widths, drawn.widths), (font.to_unicode, drawn.to_unicode)):
            for glyph, value in others.items():
                own.setdefault(glyph, value)
        if drawn.missing and font.missing and font.missing != drawn.missing:
            raise Inseparable
        font.missing.update(drawn.missing)
        if drawn.vertical:
            vertical.setdefault(drawn.name, {}).update(drawn.vertical)
