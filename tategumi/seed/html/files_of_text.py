"""Finds the files that a text gives its readers: links below it that name a file and its form."""

from collections.abc import Set

from ...fields import NAME_OF_FILE
from .page import Page

#: No name of a file is longer, in characters.
_LONGEST = 80


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


def _names_a_file(text: str) -> bool:
    text = text.strip()
    return len(text) <= _LONGEST and bool(NAME_OF_FILE.fullmatch(text))
