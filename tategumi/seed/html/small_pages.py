"""Selects the text of a page that has too little prose to tell it by."""

from collections.abc import Set

from .heads import is_banner
from .page import Page
from .prose import ends_a_sentence, is_whole_sentence
from .teasers import related_links

#: What is in them is no text even of such a page, but for sentences that are all it has.
OUTSIDE = frozenset('nav footer form button select option title'.split())
_SILENT = OUTSIDE - {'nav', 'footer', 'form'}
_OF_LISTS = frozenset(('li', 'dt', 'dd', 'tr'))
_HEADS = frozenset(('h2', 'h3', 'h4', 'h5', 'h6'))


def few_of(page: Page, by_library: Set[int]) -> set[int]:
    """The indexes of the sentences of the ``Page``, and of what trafilatura takes with them.

    ``by_library`` is that. With the sentences go the lists amid them and the heads above them;
    where there is none, what is beside the library's; and where it takes nothing, nearly all.
    Links to other texts, and their label, do not.
    """
    pieces = page.pieces
    unboxed = {index for index in page.with_text if not page.boxed[pieces[index].container]}
    sentences = {
        index
        for index in unboxed
        if ends_a_sentence(pieces[index].plain)
        and not pieces[index].is_link
        and not _SILENT & pieces[index].path
    }
    open_pieces = {index for index in page.with_text if not OUTSIDE & pieces[index].path}
    unboxed &= open_pieces
    taken = {
        index
        for index in by_library & unboxed
        if not ('li' in pieces[index].path and pieces[index].is_link)
        and not (sentences and is_banner(pieces[index].path))
    } - _elsewhere(page) | sentences
    if not taken:
        return open_pieces
    flows: dict[int, list[int]] = {}
    for index in sorted(taken):
        flows.setdefault(page.flow(index), []).append(index)

    def goes_with(index: int) -> bool:
        amid = flows.get(page.flow(index), [])
        if not amid:
            return False
        if not sentences:
            return not pieces[index].linked
        return amid[0] < index < amid[-1] and bool(_OF_LISTS & pieces[index].path)

    taken |= set(filter(goes_with, unboxed))
    for index, below in list(zip(page.with_text, page.with_text[1:]))[::-1]:
        if below in taken and index in unboxed and _HEADS & pieces[index].path:
            taken.add(index)
    return taken


def _elsewhere(page: Page) -> set[int]:
    """The links to other texts, and their labels; none where one of them is a sentence."""
    related = related_links(page.pieces, page.with_text, page.prose)
    is_said = any(is_whole_sentence(page.pieces[index].plain) for index in related)
    return set() if is_said else related
