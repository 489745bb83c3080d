"""Finds what belongs to a text by what it stands amid: sentences in boxes, items of its lists."""

import re
from collections.abc import Mapping, Sequence, Set

from .boxes import is_closed_to_text
from .page import Page
from .prose import ends_a_sentence

#: What a sentence says that has a list below it.
_ANNOUNCES = re.compile(
    r'[:：]\s*\Z|(?:次|つぎ|以下|下記|左記)の|(?:とお|通)り(?:です|である|だ|に|。|\Z)|following|below',
    re.IGNORECASE,
)
_LISTS = ('ul', 'ol')


def boxed_sentences(page: Page, chosen: Set[int]) -> set[int]:
    """The indexes of what is in a box amid the ``chosen`` pieces, in a block of theirs.

    A box without a link, most of whose text is sentences, speaks to the reader of the text,
    whatever the page calls it.
    """
    flows = {page.flow(index) for index in chosen}
    spans: dict[int, tuple[int, int]] = {}
    for index in sorted(chosen):
        for around in flows.intersection(page.chain(index)):
            spans[around] = (spans.get(around, (index,))[0], index)
    boxes: dict[int, list[int]] = {}
    for index in page.with_text:
        outermost = next((each for each in page.chain(index)[::-1] if page.boxed[each]), None)
        if outermost is not None:
            boxes.setdefault(outermost, []).append(index)
    return {
        index
        for number, inside in boxes.items()
        if _is_amid(page, number, inside, spans) and _is_text(page, inside)
        for index in inside
    }


def _is_amid(
    page: Page, number: int, inside: Sequence[int], spans: Mapping[int, tuple[int, int]]
) -> bool:
    return any(
        spans[around][0] < inside[0] and inside[-1] < spans[around][1]
        for around in page.around(number)[1:]
        if around in spans
    )


def _is_text(page: Page, inside: Sequence[int]) -> bool:
    pieces = [page.pieces[index] for index in inside]
    sentences = [piece for piece in pieces if ends_a_sentence(piece.plain)]
    return (
        not any(piece.linked or piece.source for piece in pieces)
        and 2 * sum(len(piece.plain) for piece in sentences)
        > sum(len(piece.plain) for piece in pieces)
        and not any(
            is_closed_to_text(page.elements[number])
            for index in inside
            for number in page.chain(index)
        )
    )


def items_of_text(page: Page, chosen: Set[int]) -> set[int]:
    """The indexes of the items of the lists that belong to the ``chosen`` pieces, links too.

    Such a list has an item among them that is no link; or it stands right below a sentence of
    them, and half of its items are no links, or the sentence announces it.
    """
    lists: dict[int, list[int]] = {}
    for index in page.with_text:
        item = page.elements[page.pieces[index].container]
        # What has blocks of its own is laid out as a list, and may be all of the page.
        if item.tag == 'li' and page.elements[item.parent].tag in _LISTS:
            lists.setdefault(item.parent, []).append(index)
    places = {index: place for place, index in enumerate(page.with_text)}

    def belongs(items: Sequence[int]) -> bool:
        own = [index for index in items if not page.pieces[index].is_link]
        above = page.with_text[max(places[items[0]] - 1, 0)]
        is_below = above in chosen and page.flow(above) == page.flow(items[0])
        said = page.pieces[above].plain.strip()
        return any(index in chosen for index in own) or (
            is_below
            and ends_a_sentence(said)
            and (2 * len(own) >= len(items) or bool(_ANNOUNCES.search(said)))
        )

    return {
        index
        for number, items in lists.items()
        if not page.boxed[number] and belongs(items)
        for index in items
    }
