"""Divides the pieces of a page into its article and the rest."""

import re
from bisect import bisect
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from .amid import boxed_sentences, items_of_text
from .choice import text_of
from .extraction import article_text, comparable, pieces_in
from .heads import banners_of, head_of, is_banner, title_alone, titles_of, topmost
from .numbered import numbered_pieces
from .page import Page
from .piece import Piece
from .pieces import pieces_and_elements
from .prose import ends_a_sentence, width_of
from .short_lines import credits_beside_text, files_of_text
from .small_pages import OUTSIDE, few_of
from .tokens import tokens_of, unescape

#: A deck is so wide, in half ems; what is narrower names a section.
_DECK = 24
#: A head that may be one deeper.
_HEAD = re.compile('#{1,5} ')
#: In a quotation or an item, too.
_FENCE = re.compile(r'[>\s]*`{3,}')
_CALL = re.compile(r'(?<!\\)\[\^(\d+)\]')


def article_pieces(
    text: str, pictures: Mapping[str, str] | None = None
) -> list[tuple[Piece, bool]]:
    """``(Piece, is_outside)`` for every piece of HTML ``text``, in order.

    The article is what ``choice`` takes for it, of a page with too little prose to
    tell what trafilatura takes; where that finds nothing, all but menus, forms and footers.
    The title of the page is the first piece of an article that has no head of the first rank. A
    picture is of the article where trafilatura finds it, or where the article is on both sides of
    it (on one, in an element that says it holds one); ``pictures`` is as ``pieces_of`` takes them.
    """
    pieces, elements = pieces_and_elements(text, pictures)
    page = Page(pieces, elements, _shown(text))
    article, sources = article_text(text)
    texts = [comparable(pieces[index].plain) for index in page.with_text]
    places = pieces_in(comparable(article), texts)
    by_library = {page.with_text[place] for place in places if texts[place]}
    title = next((piece for piece in pieces if piece.plain and 'title' in piece.path), None)
    chosen = text_of(page, by_library) or few_of(page, by_library)
    chosen |= boxed_sentences(page, chosen) | items_of_text(page, chosen)
    chosen |= numbered_pieces(page, chosen)
    chosen |= files_of_text(page, chosen)
    chosen |= credits_beside_text(page, chosen)
    kept = [index in chosen for index in range(len(pieces))]
    first = next((index for index, keep in enumerate(kept) if keep), 0)
    titles, site = titles_of(text, title)
    head = head_of(page, first, titles, site)
    for index in banners_of(page, titles):
        kept[index] = False
    if head is not None:
        kept[head] = True
    _keep_standfirst(page, kept, head)
    deck = _deck_of(page, head)
    if deck is not None:
        kept[deck] = True
        pieces[deck] = replace(pieces[deck], markdown=pieces[deck].markdown.lstrip('# '))
    _keep_silent(pieces, kept)
    _keep_pictures(page, kept, sources)
    _keep_captions(pieces, kept)
    _keep_notes(pieces, kept)
    outside = [bool(piece.markdown) and not keep for piece, keep in zip(pieces, kept)]
    pieces = _with_title(page, _without_losses_outside(pieces, kept), outside, head, title, site)
    return list(zip(pieces, outside))


def _shown(text: str) -> set[str]:
    """The ids of HTML ``text`` that its links lead to, and its tabs and buttons show."""
    attributes = [token.attributes for token in tokens_of(text) if token.kind == 'start']
    targets = {each.get('aria-controls', '') for each in attributes}
    targets |= {each['href'][1:] for each in attributes if each.get('href', '')[:1] == '#'}
    return targets - {''}


def _keep_silent(pieces: Sequence[Piece], kept: list[bool]) -> None:
    """What has no text, as breaks, goes with what is before it; code as one, with its fences."""
    begun = False
    fences = []
    for index, piece in enumerate(pieces):
        if piece.markdown and not piece.plain:
            kept[index] = begun
            fences += [index] if _FENCE.match(piece.markdown) else []
        if piece.markdown:
            begun = kept[index]
    for first, last in zip(fences[::2], fences[1::2]):
        code = range(first, last + 1)
        is_kept = any(kept[index] for index in code if pieces[index].plain)
        kept[first : last + 1] = [is_kept] * len(code)


def _keep_pictures(page: Page, kept: list[bool], sources: Set[str]) -> None:
    pieces = page.pieces
    texts = [index for index, piece in enumerate(pieces) if piece.plain and not piece.source]
    for index, piece in enumerate(pieces):
        if piece.source:
            place = bisect(texts, index)
            around = [kept[text] for text in texts[max(place - 1, 0) : place + 1]]
            # The words of a picture that is gone are worth less than the picture.
            enough = any if {'article', 'main'} & piece.path and not piece.plain else all
            is_found = unescape(piece.source) in sources and not (
                piece.is_link or page.boxed[piece.container]
            )
            kept[index] = not OUTSIDE & piece.path and (
                is_found or enough(around) and not (piece.plain and piece.is_link)
            )


def _keep_captions(pieces: Sequence[Piece], kept: list[bool]) -> None:
    """What a figure says below or above its picture is of the article where that is."""
    speaking = [index for index, piece in enumerate(pieces) if piece.markdown]
    for one, other in zip(speaking, speaking[1:]):
        for picture, words in ((one, other), (other, one)):
            if (
                pieces[picture].source
                and kept[picture]
                and {'figure', 'figcaption'} <= pieces[words].path
            ):
                kept[words] = True


def _keep_notes(pieces: Sequence[Piece], kept: list[bool]) -> None:
    """What the article calls is of it, wherever the page has it."""
    called = {
        label
        for piece, keep in zip(pieces, kept)
        if keep
        for label in _CALL.findall(piece.markdown)
    }
    for index, piece in enumerate(pieces):
        kept[index] |= piece.note in called


def _keep_standfirst(page: Page, kept: list[bool], head: int | None) -> None:
    """The sentences between the head and the text are of it."""
    if not page.prose:
        return
    first = next((index for index, keep in enumerate(kept) if keep and index != head), 0)
    if head is None:
        heads = [
            index
            for index, piece in enumerate(page.pieces[:first])
            if 'h1' in piece.path and piece.plain and not is_banner(piece.path)
        ]
        head = heads[-1] if heads else first
    around = {*page.chain(head)}
    shared = next(number for number in page.around(page.text) if number in around)
    for index in page.prose:
        chain = page.chain(index)
        if head < index < first and shared in chain and not page.boxed[chain[0]]:
            kept[index] = True


def _deck_of(page: Page, head: int | None) -> int | None:
    """The index of the deck: a head right below that of the page and beside it, and no link.

    Between it and the text stands who wrote it, or when; else it heads the first section.
    """
    below = [index for index in page.with_text if head is not None and index > head][:2]
    if head is None or len(below) < 2 or 'h1' not in page.pieces[head].path:
        return None
    deck, after = below
    piece, elements = page.pieces[deck], page.elements
    is_deck = (
        piece.markdown.startswith('##')
        and not piece.linked
        and not page.boxed[piece.container]
        and elements[piece.container].parent == elements[page.pieces[head].container].parent
        and width_of(piece.plain) >= _DECK
        and _is_about(page, after)
    )
    return deck if is_deck else None


def _is_about(page: Page, index: int) -> bool:
    """Whether a piece says who wrote the text or the like, and is no part of it."""
    piece = page.pieces[index]
    return not (
        index in page.prose
        or piece.source
        or piece.markdown.startswith('#')
        or 'li' in piece.path
        or ends_a_sentence(piece.plain)
    )


def _without_losses_outside(pieces: Sequence[Piece], kept: Sequence[bool]) -> list[Piece]:
    """``pieces``, those without words losing nothing where the article is not on both sides."""
    speaking = [index for index, piece in enumerate(pieces) if piece.markdown]
    reduced = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.losses and not piece.markdown:
            place = bisect(speaking, index)
            around = speaking[max(place - 1, 0) : place + 1]
            if not all(kept[other] for other in around):
                reduced[index] = replace(piece, losses=())
    return reduced


def _with_title(
    page: Page,
    pieces: list[Piece],
    outside: list[bool],
    head: int | None,
    title: Piece | None,
    site: str,
) -> list[Piece]:
    if head is not None:
        place, piece = head, topmost(pieces[head])
    elif title is not None:
        place = page.pieces.index(title)
        banners = [each.plain for each in pieces if each.markdown.startswith('# ')]
        piece = title_alone(title, [*banners, site])
    else:
        return pieces
    outside[place] = False
    return [*pieces[:place], piece, *_below(pieces[place + 1 :], outside[place + 1 :])]


def _below(pieces: list[Piece], outside: Sequence[bool]) -> list[Piece]:
    """``pieces`` below the title, their heads lower than it is."""
    if not any(
        piece.markdown.startswith('# ') and not is_out for piece, is_out in zip(pieces, outside)
    ):
        return pieces
    return [
        replace(piece, markdown=f'#{piece.markdown}') if _HEAD.match(piece.markdown) else piece
        for piece in pieces
    ]
