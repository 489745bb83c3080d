"""The pages of a PDF, their links and bookmarks, and how a viewer opens them."""

from collections.abc import Container, Iterable, Sequence
from functools import partial
from typing import Any, TypeAlias

from fontTools.misc.arrayTools import normRect
from fontTools.misc.transform import Transform

from ..frames.frame import Bookmark, BookPage, Link, Paper
from .content import Content
from .file import File
from .fonts import WrittenFont
from .objects import Ref, number, text_string
from .resources import Resources
from .tags import Box, Tags

#: Where a bookmark leads: an array of PDF (ISO 32000-1, 12.3.2.2).
_Target: TypeAlias = list[Any]

#: A bookmark, where it leads, and the bookmarks below it.
_Item: TypeAlias = tuple[Bookmark, _Target, list[Any]]

#: pt a px.
_PT = 0.75

#: Of what lies beyond the trimmed page, so much is to be seen of it in print (pt).
_BLEED = 10

#: Running heads and folios are no part of the text (ISO 14289-1, 7.8), nor of what is copied:
#: their text there is none (ISO 32000-1, 14.9.4).
_MARGINS = b'/Artifact <</Type /Pagination>> BDC\n/Span <</ActualText ()>> BDC'


class PageWriter:
    """Adds pages to ``file`` (``File``); ``resources`` and ``tags`` are the book's."""

    def __init__(self, file: File, resources: Resources, tags: Tags) -> None:
        self._file, self._resources, self._tags = file, resources, tags
        self._tree: dict[str, Any] = {'Type': '/Pages', 'Kids': []}
        self.reference = file.add(self._tree)
        self._references: list[Ref] = []
        # The streams that pages begin with, by their operators.
        self._papers: dict[bytes, Ref] = {}
        self._anchors: dict[str, _Target] = {}
        self._bookmarks: list[tuple[Bookmark, _Target]] = []

    def add(
        self,
        page: BookPage,
        fonts: Sequence[WrittenFont],
        paper_fonts: Sequence[WrittenFont],
        resources: Ref,
        anchors: Container[str],
    ) -> None:
        """Add ``page`` (``BookPage``).

        ``fonts`` and ``paper_fonts`` are the ``WrittenFont``s of its segment and of its paper,
        by number; ``resources`` are those of its segment, ``anchors`` the names of all anchors
        of the book.
        """
        paper = page.paper
        entries: dict[str, Any] = {'Type': '/Page', 'Parent': self.reference}
        reference = self._file.add(entries)
        index = len(self._references)
        self._references.append(reference)
        contents, marks = self._contents(page, fonts, paper_fonts)
        entries |= {
            **_boxes(paper),
            'Contents': contents,
            'Resources': resources,
            'Tabs': '/S',
            'StructParents': index,
        }
        placed = partial(_placed, _to_page(paper).transform(paper.turn))
        links: dict[int, list[tuple[dict[str, Any], Ref]]] = {}
        for link in page.frame.links:
            if not link.is_internal or link.target in anchors:
                annotation = _annotation(link, placed(link.box))
                own = self._file.add(annotation)
                entries.setdefault('Annots', []).append(own)
                links.setdefault(link.element, []).append((annotation, own))
        for called, box in page.frame.anchors.items():
            # In case of duplicates, only the first is an anchor.
            left, _, _, top = placed(box)
            self._anchors.setdefault(called, [reference, '/XYZ', left, top, 0])
        # What a viewer scrolls to is the upper left corner of what it shows.
        corners = {box[:2]: placed(box) for box in page.frame.anchors.values()}
        for mark in page.frame.bookmarks:
            if corner := corners.get((mark.x, mark.y)):
                at = corner[0], corner[3]
            else:
                at = placed((mark.x, mark.y, mark.x, mark.y))[:2]
            self._bookmarks.append((mark, [reference, '/XYZ', *at, 0]))
        self._tags.add_page(page, reference, marks, links, placed)

    def finish(self, catalog: dict[str, Any], two_page_view: bool, unnumbered: int) -> None:
        """Put what is known of all pages into the ``catalog``.

        With ``two_page_view``, spreads read from right to left: in a book bound on the right
        the first page stands alone on the left. So many pages as are ``unnumbered`` are
        called 表紙 (ISO 32000-1, 7.7.2, 12.2, 12.4.2).
        """
        self._tree |= {'Kids': self._references, 'Count': len(self._references)}
        catalog['Pages'] = self.reference
        preferences = catalog['ViewerPreferences'] = {'DisplayDocTitle': True}
        if two_page_view:
            preferences['Direction'] = '/R2L'
            catalog['PageLayout'] = '/TwoPageRight'
        if self._anchors:
            targets = {text_string(name): target for name, target in self._anchors.items()}
            names = [part for name in sorted(targets) for part in (name, targets[name])]
            catalog['Names'] = {'Dests': {'Names': names}}
        if self._bookmarks:
            catalog['Outlines'] = _add_outline(self._file, _nested(self._bookmarks))
            catalog['PageMode'] = '/UseOutlines'
        labels = [0, {'P': text_string('表紙')}] if unnumbered else []
        catalog['PageLabels'] = {'Nums': [*labels, unnumbered, {'S': '/D'}]}

    def _contents(
        self, page: BookPage, fonts: Sequence[WrittenFont], paper_fonts: Sequence[WrittenFont]
    ) -> tuple[list[Ref], list[int]]:
        """The ``Ref``s of the streams that draw ``page``, and its contents by MCID.

        All pages whose papers are alike begin with one stream.
        """
        paper, frame = page.paper, page.frame
        base = _to_page(paper)
        background = Content(self._resources)
        background.write(_matrix(base) + b'\nq')
        background.draw(paper.before, paper_fonts, base)
        background.write(b'Q\nq\n' + _matrix(paper.turn))
        before = background.operators()
        if before not in self._papers:
            self._papers[before] = self._file.add_stream({}, before)
        content = Content(self._resources, frame.spoken)
        if frame.written:
            content.marks += frame.written.marks
            content.write(frame.written.operators)
        else:
            content.draw(frame.drawing, fonts, base.transform(paper.turn))
        content.write(b'Q')
        if paper.after:
            content.write(_MARGINS)
            content.draw(paper.after, paper_fonts, base)
            content.write(b'EMC\nEMC')
        return [
            self._papers[before],
            self._file.add_stream({}, content.operators()),
        ], content.marks


def _to_page(paper: Paper) -> Transform:
    """From the space of ``paper`` (px, y down) to that of its page (pt, y up)."""
    return Transform(_PT, 0, 0, -_PT, 0, paper.height * _PT)


def _placed(matrix: Transform, box: Sequence[float]) -> Box:
    """``box`` (x, y, x, y) on the page to which ``matrix`` leads: left, bottom, right, top."""
    return normRect((*matrix.transformPoint(box[:2]), *matrix.transformPoint(box[2:])))


def _matrix(numbers: Iterable[float]) -> bytes:
    return b'%b cm' % b' '.join(map(number, numbers))


def _boxes(paper: Paper) -> dict[str, list[float]]:
    """The boxes of a page: with all its bleed, as it is trimmed, and with some of it (14.11.2)."""
    bleed = {side: _PT * length for side, length in paper.bleed.items()}
    width, height = _PT * paper.width, _PT * paper.height

    def around(most: float) -> list[float]:
        left, right, top, bottom = (
            min(most, bleed[side]) for side in ('left', 'right', 'top', 'bottom')
        )
        return [0 - left, 0 - bottom, width + right, height + top]

    return {
        'MediaBox': around(float('inf')),
        'TrimBox': around(0),
        'BleedBox': around(_BLEED),
    }


def _annotation(link: Link, box: Sequence[float]) -> dict[str, Any]:
    leads: dict[str, Any] = (
        {'Dest': text_string(link.target)}
        if link.is_internal
        else {'A': {'Type': '/Action', 'S': '/URI', 'URI': text_string(link.target)}}
    )
    return {
        'Type': '/Annot',
        'Subtype': '/Link',
        'Rect': box,
        'BS': {'W': 0},
        # It is printed (PDF/A wants it said: ISO 19005-3, 6.3.2).
        'F': 4,
        'Contents': text_string(link.target),
        **leads,
    }


def _nested(bookmarks: Iterable[tuple[Bookmark, _Target]]) -> list[_Item]:
    """``bookmarks``, ``(Bookmark, target)``, as ``(bookmark, target, those below it)``.

    One that is deeper than the last by more levels than one stands right below it.
    """
    root: list[_Item] = []
    stack = [(0, root)]
    for mark, target in bookmarks:
        while stack[-1][0] >= mark.level:
            stack.pop()
        below: list[_Item] = []
        stack[-1][1].append((mark, target, below))
        stack.append((mark.level, below))
    return root


def _add_outline(file: File, bookmarks: list[_Item]) -> Ref:
    """Add the outline of ``bookmarks``, as ``_nested`` has them; returns its ``Ref``."""
    outline: dict[str, Any] = {'Type': '/Outlines'}
    reference = file.add(outline)
    _add_items(file, outline, reference, bookmarks)
    return reference


def _add_items(
    file: File, parent: dict[str, Any], parent_reference: Ref, bookmarks: list[_Item]
) -> int:
    """Add ``bookmarks`` below ``parent``; returns how many are seen where that is open."""
    seen = len(bookmarks)
    last: tuple[dict[str, Any], Ref] | None = None
    for mark, target, below in bookmarks:
        item: dict[str, Any] = {
            'Title': text_string(mark.label),
            'Dest': target,
            'Parent': parent_reference,
        }
        reference = file.add(item)
        parent.setdefault('First', reference)
        parent['Last'] = reference
        if last:
            last[0]['Next'], item['Prev'] = reference, last[1]
        last = item, reference
        if below:
            count = _add_items(file, item, reference, below)
            item['Count'] = count if mark.is_open else -count
            seen += count if mark.is_open else 0
    parent['Count'] = seen
    return seen
