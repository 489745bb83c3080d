"""Which pieces of a page are its article."""

import logging
import re
from bisect import bisect
from dataclasses import replace

from ...lazy import lazy
from .pieces import pieces_of
from .references import resolved

trafilatura = lazy('trafilatura')

#: A piece as long as this is found by its own words; a shorter one needs a neighbour.
_LONG = 10
#: A head of fewer characters may stand in any title.
_SHORTEST_TITLE = 4
_SENTENCE = re.compile(r'[。．！？…」』）.!?][”"\'’*]*$')
_OUTSIDE = frozenset('nav footer form button select option title'.split())
_PARTS = re.compile(r'\s*[|｜»«]\s*|\s+(?:[-–—:：@·•]|::)\s+')
_CALL = re.compile(r'(?<!\\)\[\^(\d+)\]')
_READING = re.compile(
    r'(?i)<(?:rt|rp)\b[^<>]*>[^<]*(?:</?(?:a|b|em|font|i|small|span|strong)\b[^<>]*>[^<]*)*'
    r'|</?(?:ruby|rb|rt|rp|rtc)\b[^<>]*>'
)


def article_pieces(text, pictures=None):
    """``(Piece, is_outside)`` for every piece of HTML ``text``, in order.

    What is outside the article is what trafilatura leaves out, but for prose
    beside what it keeps, and heads amid it. Where it finds no article that is on the page, all but
    menus, forms and footers is one. The title of the page is the first piece of an article
    that has no head of the first rank. A picture is of the article where
    trafilatura finds it, or where the article is on both sides of it (on one,
    in an element that says it holds one); ``pictures`` is as ``pieces_of`` takes them.
    """
    pieces = pieces_of(text, pictures)
    main, sources = _main_text(text)
    main = _squeezed(main)
    title = next((piece for piece in pieces if piece.plain and 'title' in piece.path), None)
    kept = _kept(pieces, main)
    if any(keep and piece.plain for piece, keep in zip(pieces, kept)):
        _keep_pictures(pieces, kept, sources)
    else:
        kept = [bool(piece.said) and not _OUTSIDE & {*piece.path} for piece in pieces]
    _keep_captions(pieces, kept)
    _keep_head(pieces, kept, title)
    _keep_notes(pieces, kept)
    outside = [bool(piece.said) and not keep for piece, keep in zip(pieces, kept)]
    return list(zip(_with_title(pieces, kept, outside, title), outside))


def _main_text(text):
    """``(text, sources)``: of the article, without readings, and of its pictures.

    Nothing is fetched.
    """
    # What it warns of, an article it finds hard, is nothing a user can mend.
    logging.getLogger('trafilatura').setLevel(logging.CRITICAL)
    # As a tree: what it writes of one, it cannot always read again.
    found = trafilatura.bare_extraction(
        _READING.sub('', text),
        output_format='xml',
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_images=True,
        include_formatting=True,
        with_metadata=False,
    )
    if found is None:
        return '', set()
    pictures = list(found.body.iter('graphic'))
    words = [picture.get('alt') or '' for picture in pictures]
    return ''.join((*found.body.itertext(), *words)), {picture.get('src') for picture in pictures}


def _squeezed(text):
    return re.sub(r'\s+', '', text)


def _kept(pieces, main):
    plain = [_squeezed(piece.plain) for piece in pieces]
    kept = [
        len(text) >= _LONG and text in main and 'title' not in piece.path
        for text, piece in zip(plain, pieces)
    ]
    said = [index for index, piece in enumerate(pieces) if piece.plain]
    for before, index, after in zip([None, *said], said, [*said[1:], None]):
        if not kept[index] and plain[index] in main and not _OUTSIDE & pieces[index].path:
            pairs = [
                (other, pair)
                for other, pair in ((before, (before, index)), (after, (index, after)))
                if other is not None
            ]
            kept[index] = main == plain[index] or any(
                kept[other] or plain[pair[0]] + plain[pair[1]] in main for other, pair in pairs
            )
    beside = {piece.container for piece, keep in zip(pieces, kept) if keep}
    for index in said:
        kept[index] |= pieces[index].container in beside and bool(_SENTENCE.search(plain[index]))
    heads = {plain[index] for index in said if pieces[index].said.startswith('#')}
    for before, index, after in zip(said, said[1:], said[2:]):
        piece = pieces[index]
        if 'figcaption' in piece.path or (
            piece.said.startswith('#') and not _OUTSIDE & piece.path
        ):
            kept[index] |= kept[before] and kept[after]
        elif 'li' in piece.path and plain[index] in heads:
            kept[index] = False
    # What has no text, as breaks and fences, goes with what stands before it.
    begun = False
    for index, piece in enumerate(pieces):
        if piece.said and not piece.plain:
            kept[index] = begun
        begun |= kept[index]
    return kept


def _keep_pictures(pieces, kept, sources):
    texts = [index for index, piece in enumerate(pieces) if piece.plain and not piece.source]
    for index, piece in enumerate(pieces):
        if piece.source:
            place = bisect(texts, index)
            around = [kept[text] for text in texts[max(place - 1, 0) : place + 1]]
            # The words of a picture that is gone are worth less than the picture.
            enough = any if {'article', 'main'} & piece.path and not piece.plain else all
            kept[index] = not _OUTSIDE & piece.path and (
                resolved(piece.source) in sources or enough(around)
            )


def _keep_captions(pieces, kept):
    """What a figure says below or above its picture is of the article where that is."""
    said = [index for index, piece in enumerate(pieces) if piece.said]
    for one, other in zip(said, said[1:]):
        for picture, words in ((one, other), (other, one)):
            if (
                pieces[picture].source
                and kept[picture]
                and {'figure', 'figcaption'} <= pieces[words].path
            ):
                kept[words] = True


def _keep_notes(pieces, kept):
    """What the article calls is of it, wherever the page has it."""
    called = {
        label for piece, keep in zip(pieces, kept) if keep for label in _CALL.findall(piece.said)
    }
    for index, piece in enumerate(pieces):
        kept[index] |= piece.note in called


def _keep_head(pieces, kept, title):
    """The head of the first rank that the page's title gives is the article's.

    The site's name is a part of that title, too, and no longer than the article's. Of a page
    without a title it is the only such head.
    """
    parts = [_squeezed(part) for part in _PARTS.split(title.plain)] if title else []
    heads = {
        _squeezed(piece.plain): index
        for index, piece in enumerate(pieces)
        if 'h1' in piece.path and piece.plain and not piece.source and not _is_banner(piece.path)
    }
    found = [
        text
        for text in heads
        if text in parts or (parts and len(text) >= _SHORTEST_TITLE and text in parts[0])
    ]
    if not found and title is None and len(heads) == 1:
        found = list(heads)
    if found:
        kept[heads[max(found, key=len)]] = True


def _is_banner(path):
    """Whether it stands in the head of the page, not of the article."""
    return bool({'header', 'nav'} & path) and not {'article', 'main'} & path


def _with_title(pieces, kept, outside, title):
    headed = any(keep and piece.said.startswith('# ') for piece, keep in zip(pieces, kept))
    if title is None or headed:
        return pieces
    place = pieces.index(title)
    outside[place] = False
    name = _PARTS.split(title.said)[0] or title.said
    return [*pieces[:place], replace(title, said=f'# {name}'), *pieces[place + 1 :]]
