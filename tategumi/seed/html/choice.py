"""Selects the pieces of a page that are its text, by several kinds of evidence.

Facts of one piece: its sentences, its links, the blocks around it and what they are called, what
stands before and after it, and whether trafilatura or the page itself takes it for the article.
"""

from collections.abc import Sequence

from .page import Page
from .piece import Piece
from .prose import ends_a_sentence, is_whole_sentence, width_of
from .teasers import related_links, teasers_of

#: Who has fewer characters of prose cannot be judged by it.
_LEAST = 100
#: So many characters that are no links make a paragraph, however many others are.
_WORDS = 40
#: So many lines, no longer than this, may stand between a head and its text.
_STAMPS, _STAMP = 2, 40
#: No teaser of another text is as wide; a Latin letter has half the width of a kanji.
_TEASER = 400


def text_of(page: Page, by_library: set[int]) -> set[int]:
    """The set of indexes of the pieces that are the text of the ``Page``.

    ``by_library`` are those that ``library.pieces_in`` finds. Empty where there is too little to
    tell.
    """
    choice = _Choice(page, by_library)
    return choice.kept if choice.is_sure else set()


class _Choice:
    def __init__(self, page: Page, by_library: set[int]) -> None:
        self.page, self.by_library = page, by_library
        self.related = related_links(page.pieces, page.with_text, page.prose)
        roots = page.alike()
        self.inside = {
            index: chain[: chain.index(root)]
            for index in page.with_text
            for chain in [page.chain(index)]
            for root in roots
            if root in chain and not page.boxed[chain[0]]
        }
        teasers = teasers_of(page)
        self.kept = {
            index
            for index in page.prose & self.inside.keys()
            if (index in by_library or not teasers & {*self.inside[index]})
            and (
                width_of(page.pieces[index].plain) > _TEASER
                or not any(
                    page.is_linked(number) and page.elements[number].tag != 'p'
                    for number in self.inside[index]
                )
            )
        }
        self.is_sure = sum(len(page.pieces[index].plain) for index in self.kept) >= _LEAST
        if self.is_sure:
            self._take_flow()
            self._take_speech(self.page.with_text)
            self._take_speech(self.page.with_text[::-1])
            self._take_between()

    def _take_flow(self) -> None:
        """What stands in the flow of the prose, and of its edges what others take, too."""
        spans: dict[int, tuple[int, int]] = {}
        for index in sorted(self.kept):
            flow = self.page.flow(index)
            spans[flow] = (spans.get(flow, (index,))[0], index)
        first, last = min(self.kept), max(self.kept)
        for index in self.inside:
            piece = self.page.pieces[index]
            if any(
                flow in spans
                and spans[flow][0] < index < spans[flow][1]
                and not self._is_sites(index, flow)
                for flow in self.page.chain(index)
            ):
                self.kept.add(index)
            flow = self.page.flow(index)
            own = len(piece.plain) - piece.linked
            if (
                index in self.by_library
                and (own >= piece.linked or own >= _WORDS)
                and (flow in spans or first < index < last)
                and not self._is_linked_block(index, flow)
                and index not in self.related
            ):
                self.kept.add(index)

    def _take_speech(self, order: Sequence[int]) -> None:
        """Short sentences and speech next to the prose of their flow, as ``order`` runs."""
        pieces = self.page.pieces
        for before, index in zip(order, order[1:]):
            one, other = pieces[before], pieces[index]
            if (
                before in self.kept
                and index in self.inside
                and not (other.source or index in self.related)
                and (is_whole_sentence if other.linked else ends_a_sentence)(other.plain)
                and self.page.elements[one.container].tag
                == self.page.elements[other.container].tag
                and self.page.flow(before) == self.page.flow(index)
            ):
                self.kept.add(index)

    def _take_between(self) -> None:
        """Heads above what is kept, and what is between two pieces of it."""
        indexes, pieces = self.page.with_text, self.page.pieces
        for place, index in list(enumerate(indexes))[-2::-1]:
            if (
                index in self.inside
                and pieces[index].markdown.startswith('#')
                and self._heads(index, indexes[place + 1 : place + 2 + _STAMPS])
                and not self._is_sites(index, self.page.flow(index))
            ):
                self.kept.add(index)
        for before, index, after in zip(indexes, indexes[1:], indexes[2:]):
            if (
                {before, after} <= self.kept
                and index in self.inside
                and not self._is_sites(index, self.page.flow(index))
            ):
                self.kept.add(index)

    def _heads(self, head: int, below: Sequence[int]) -> bool:
        """Whether a head is that of what is kept ``below`` it: right below, or in its block.

        Between them may stand a day or a name.
        """
        if below[0] in self.kept:
            return True
        pieces, elements = self.page.pieces, self.page.elements
        place = next((place for place, index in enumerate(below) if index in self.kept), None)
        return (
            place is not None
            and elements[pieces[head].container].parent in self.page.chain(below[place])[:-1]
            and self.page.flow(head) != self.page.text
            and not any(pieces[index].is_link for index in below[:place])
            and max(len(pieces[index].plain) for index in below[:place]) <= _STAMP
        )

    def _top(self, index: int, flow: int) -> int | None:
        """The block around a piece that stands in ``flow``, or ``None``."""
        chain = self.page.chain(index)
        place = chain.index(flow) if flow in chain else 0
        return chain[place - 1] if place else None

    def _is_linked_block(self, index: int, flow: int) -> bool:
        top = self._top(index, flow)
        return top is not None and self.page.elements[top].tag != 'p' and self.page.is_linked(top)

    def _is_sites(self, index: int, flow: int) -> bool:
        """Whether a piece amid the text leads to others: a teaser, below a label, in a box."""
        piece = self.page.pieces[index]
        if index in self.page.prose:
            return False
        is_link = piece.is_link
        if index in self.related or is_link and 'li' in piece.path and _is_head(piece):
            return True
        top = self._top(index, flow)
        return (
            top is not None
            and self._is_linked_block(index, flow)
            and index not in self.by_library
            and self.page.has_blocks(top)
            and self.page.elements[top].tag not in ('ul', 'ol', 'dl', 'table')
        )


def _is_head(piece: Piece) -> bool:
    return bool({'h1', 'h2', 'h3', 'h4', 'h5', 'h6'} & piece.path)
