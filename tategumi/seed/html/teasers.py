"""Teasers: blocks alike in a row, each with a link and hardly a sentence about where it leads."""

from collections import defaultdict

from .page import Page

#: So many blocks alike make a row, if so many of them hold words that are all a link.
_ROW, _SHARE = 4, 0.75
#: A teaser has no more paragraphs of prose.
_PARAGRAPHS = 2


def teasers_of(page: Page) -> set[int]:
    """The numbers of the elements of a ``Page`` that are teasers by their form."""
    links, paragraphs = [0] * len(page.elements), [0] * len(page.elements)
    for index in page.said:
        piece = page.pieces[index]
        links[piece.container] += piece.linked >= len(piece.plain.strip())
        paragraphs[piece.container] += index in page.prose
    for number in range(len(page.elements) - 1, 0, -1):
        parent = page.elements[number].parent
        links[parent] += links[number]
        paragraphs[parent] += paragraphs[number]
    rows = defaultdict(list)
    for number, element in enumerate(page.elements[1:], 1):
        rows[element.parent, element.tag, element.attributes.get('class')].append(number)
    return {
        number
        for row in rows.values()
        if len(row) >= _ROW and sum(links[number] > 0 for number in row) >= _SHARE * len(row)
        for number in row
        if links[number] and paragraphs[number] <= _PARAGRAPHS
    }
