"""Finds short lines beside a text that are of it: files that it gives, and who made it."""

from collections.abc import Set

from ...fields import NAME_OF_FILE
from ...people import credits_of
from .page import Page
from .small_pages import OUTSIDE

#: No such line is longer, in characters; so near, in lines, credits stand.
_LONGEST, _NEAR = 80, 4


def files_of_text(page: Page, chosen: Set[int]) -> set[int]:
    """The indexes of names of files right below ``chosen`` pieces, and of a head above them."""
    found: set[int] = set()
    heads: list[int] = []
    is_below = False
    for index in page.with_text:
        piece = page.pieces[index]
        is_open = not page.boxed[piece.container] and page.text in page.chain(index)
        if index in chosen:
            is_below, heads = True, []
        elif is_below and is_open and _names_a_file(piece.plain):
            found |= {index, *heads}
            heads = []
        elif is_below and is_open and piece.markdown.startswith('#') and not heads:
            heads = [index]
        else:
            is_below = False
    return found


def credits_beside_text(page: Page, chosen: Set[int]) -> set[int]:
    """The indexes of lines that say who did what for the text, near its ends and in its block."""
    places = [place for place, index in enumerate(page.with_text) if index in chosen]
    if not places:
        return set()
    prose = [place for place in places if page.with_text[place] in page.prose]
    first = min(prose, default=places[0])
    near = [
        *page.with_text[max(0, first - _NEAR) : first],
        *page.with_text[places[-1] + 1 : places[-1] + 1 + _NEAR],
    ]
    return {
        index
        for index in near
        if page.text in page.chain(index)
        and not OUTSIDE & page.pieces[index].path
        and not page.pieces[index].linked
        and len(page.pieces[index].plain) <= _LONGEST
        and credits_of(page.pieces[index].plain.strip())
    }


def _names_a_file(text: str) -> bool:
    text = text.strip()
    return len(text) <= _LONGEST and bool(NAME_OF_FILE.fullmatch(text))
