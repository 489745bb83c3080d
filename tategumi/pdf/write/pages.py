"""The pages of a PDF, their links and bookmarks, and how a viewer opens them."""

from functools import partial

from fontTools.misc.arrayTools import normRect
from fontTools.misc.transform import Transform

from .content import Content
from .objects import number, text_string

#: pt a px.
_PT = 0.75

#: Of what lies beyond the trimmed page, so much is to be seen of it in print (pt).
_BLEED = 10

#: Running heads and folios are no part of the text (ISO 14289-1, 7.8), nor of what is copied:
#: their text there is none (ISO 32000-1, 14.9.4).
_MARGINS = b'/Artifact <</Type /Pagination>> BDC\n/Span <</ActualText ()>> BDC'


class PageWriter:
    """Adds pages to ``file`` (``File``); ``resources`` and ``tags`` are the book's."""

    def __init__(self, file, resources, tags):
        self._file, self._resources, self._tags = file, resources, tags
        self._tree = {'Type': '/Pages', 'Kids': []}
        self.reference, self._references = file.add(self._tree), []
        self._papers, self._anchors, self._bookmarks = {}, {}, []

    def add(self, page, fonts, paper_fonts, anchors):
        """Add ``page`` (``BookPage``).

        ``fonts`` and ``paper_fonts`` are the ``WrittenFont``s of its segment and of its paper,
        by number; ``anchors`` are the names of all anchors of the book.
        """
        paper = page.paper
        entries = {'Type': '/Page', 'Parent': self.reference}
        reference = self._file.add(entries)
        index = len(self._references)
        self._references.append(reference)
        contents, marks = self._contents(page, fonts, paper_fonts)
        entries |= {
            **_boxes(paper),
            'Contents': contents,
            'Resources': self._resources.reference,
            'Tabs': '/S',
            'StructParents': index,
        }
        placed = partial(_placed, _to_page(paper).transform(paper.turn))
        links = {}
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
            if found := corners.get((mark.x, mark.y)):
                at = found[0], found[3]
            else:
                at = placed((mark.x, mark.y, mark.x, mark.y))[:2]
            self._bookmarks.append((mark, [reference, '/XYZ', *at, 0]))
        self._tags.add_page(page, reference, marks, links, placed)

    def finish(self, catalog, two_page_view, unnumbered):
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

    def _contents(self, page, fonts, paper_fonts):
        """The ``Ref``s of the streams that draw ``page``, and its contents by MCID.

        All pages whose papers are alike begin with one stream.
        """
        paper, frame = page.paper, page.frame
        base = _to_page(paper)
        before = Content(self._resources)
        before.write(_matrix(base) + b'\nq')
        before.draw(paper.before, paper_fonts, base)
        before.write(b'Q\nq\n' + _matrix(paper.turn))
        before = before.bytes()
        if before not in self._papers:
            self._papers[before] = self._file.add_stream({}, before)
        content = Content(self._resources, frame.spoken)
        content.draw(frame.drawing, fonts, base.transform(paper.turn))
        content.write(b'Q')
        if paper.after:
            content.write(_MARGINS)
            content.draw(paper.after, paper_fonts, base)
            content.write(b'EMC\nEMC')
        return [self._papers[before], self._file.add_stream({}, content.bytes())], content.marks


def _to_page(paper):
    """From the space of ``paper`` (px, y down) to that of its page (pt, y up)."""
    return Transform(_PT, 0, 0, -_PT, 0, paper.height * _PT)


def _placed(matrix, box):
    """``box`` (x, y, x, y) on the page to which ``matrix`` leads: left, bottom, right, top."""
    return normRect((*matrix.transformPoint(box[:2]), *matrix.transformPoint(box[2:])))


def _matrix(numbers):
    return b'%b cm' % b' '.join(map(number, numbers))


def _boxes(paper):
    """The boxes of a page: with all its bleed, as it is trimmed, and with some of it (14.11.2)."""
    bleed = {side: _PT * length for side, length in paper.bleed.items()}
    width, height = _PT * paper.width, _PT * paper.height

    def around(most):
        left, right, top, bottom = (
            min(most, bleed[side]) for side in ('left', 'right', 'top', 'bottom')
        )
        return [0 - left, 0 - bottom, width + right, height + top]

    return {
        'MediaBox': around(float('inf')),
        'TrimBox': around(0),
        'BleedBox': around(_BLEED),
    }


def _annotation(link, box):
    leads = (
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


def _nested(bookmarks):
    """``bookmarks``, ``(Bookmark, target)``, as ``(bookmark, target, those below it)``.

    One that is deeper than the last by more levels than one stands right below it.
    """
    root = []
    stack = [(0, root)]
    for mark, target in bookmarks:
        while stack[-1][0] >= mark.level:
            stack.pop()
        below = []
        stack[-1][1].append((mark, target, below))
        stack.append((mark.level, below))
    return root


def _add_outline(file, bookmarks):
    """Add the outline of ``bookmarks``, as ``_nested`` has them; returns its ``Ref``."""
    outline = {'Type': '/Outlines'}
    reference = file.add(outline)
    _add_items(file, outline, reference, bookmarks)
    return reference


def _add_items(file, parent, parent_reference, bookmarks):
    """Add ``bookmarks`` below ``parent``; returns how many are seen where that is open."""
    seen, last = len(bookmarks), None
    for mark, target, below in bookmarks:
        item = {'Title': text_string(mark.label), 'Dest': target, 'Parent': parent_reference}
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
