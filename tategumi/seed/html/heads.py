"""Finds the head of an article: the line that repeats the title of the page."""

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from ...notation import escape_closing_marks, escape_marks
from .page import Page
from .piece import Piece
from .prose import compared
from .tokens import tokens_of, unescape

#: A head of fewer characters may stand in any title.
_SHORTEST = 4
#: The ranks that a head of an article has on pages; deeper ones are within it.
_RANKS = re.compile('#{1,4} ')
#: In Chinese and Japanese no space need be before the site's name.
_PARTS = re.compile(
    r'\s*[|｜»«]\s*|\s+(?:[-–—:：@·•]|::)\s+|(?<=[^ -~])[-_](?=[^ -~][^-_|｜]{1,11}$)'
)
_COUNT = re.compile(r'\s*[（(]?\s*[0-9０-９]+\s*[/／]\s*[0-9０-９]+\s*ページ\s*[）)]?\s*$')
_DECLARED = ('og:title', 'twitter:title', 'dc.title', 'dcterms.title')


def titles_of(text: str, title: Piece | None) -> tuple[list[str], str]:
    """``(titles, site)``: what the page ``text`` and what its site is called.

    By ``title``, a ``Piece`` or ``None``, and by elements ``meta`` as social networks read them
    (ogp.me); '' where it names no site.
    """
    titles, site = [title.plain] if title else [], ''
    for token in tokens_of(text):
        if token.tag == 'body':
            break
        attributes = token.attributes
        name = attributes.get('property', attributes.get('name', '')).lower()
        if name in _DECLARED:
            titles.append(unescape(attributes.get('content', '')))
        elif name == 'og:site_name':
            site = unescape(attributes.get('content', ''))
    return [each for each in titles if each.strip()], site


def head_of(page: Page, first: int, titles: list[str], site: str = '') -> int | None:
    """The index of the head of the article of a ``Page`` whose text begins at ``first``.

    It is one of the heads above the text, or of the first rank, that the ``titles`` of the page
    hold: one that is all of a title, else the one that shares most blocks with the text, but for
    those of less than half the length; a head of the first rank counts twice. The site's name,
    which titles hold, too, stands farther away; ``site`` itself is no head. Where there is no
    other, it is a banner that says what a title begins with. Of a page without
    titles it is the only head of the first rank. ``None`` where there is none.
    """
    heads = [
        index
        for index in page.with_text
        if not page.pieces[index].source
        and _RANKS.match(page.pieces[index].markdown)
        and (page.pieces[index].markdown.startswith('# ') or index <= first)
        and not is_banner(page.pieces[index].path)
    ]
    if not titles:
        topmost = [index for index in heads if page.pieces[index].markdown.startswith('# ')]
        return topmost[0] if len(topmost) == 1 else None
    wholes = [compared(title) for title in titles]
    parts = {compared(part) for title in titles for part in _parts_of(title)}
    texts = {index: compared(page.pieces[index].plain) for index in heads}
    texts = {index: text for index, text in texts.items() if text != compared(site)}
    candidates = [
        index
        for index, text in texts.items()
        if text in parts
        or len(text) >= _SHORTEST
        and any(text in whole for whole in wholes)
        and not _is_site(page, index, parts)
    ]

    lengths = {
        index: len(texts[index]) * (2 if page.pieces[index].markdown.startswith('# ') else 1)
        for index in candidates
    }
    around = {*page.chain(first)}

    def nearness(index: int) -> tuple[bool, int, int, bool, int]:
        shared = len(around & {*page.chain(index)})
        return texts[index] in wholes, shared, lengths[index], index <= first, index

    if not candidates:
        begins = {compared(_PARTS.split(title.strip())[0]) for title in titles}
        begins.discard(compared(site))
        banners = [
            index
            for index in banners_of(page, titles)
            if compared(page.pieces[index].plain) in begins
        ]
        return banners[-1] if banners else None
    longest = max(lengths.values(), default=0)
    return max(
        (index for index in candidates if 2 * lengths[index] >= longest),
        key=nearness,
        default=None,
    )


def _parts_of(title: str) -> list[str]:
    """What marks part in a title, and its first word: 霧の岬 of 霧の岬 第二章."""
    return [*_PARTS.split(title), title.split()[0]]


def banners_of(page: Page, titles: Iterable[str]) -> list[int]:
    """The indices of the heads in the head of the page that say what its ``titles`` say."""
    parts = {compared(part) for title in titles for part in [title, *_PARTS.split(title)]}
    return [
        index
        for index in page.with_text
        if page.pieces[index].markdown.startswith('# ')
        and is_banner(page.pieces[index].path)
        and compared(page.pieces[index].plain) in parts
    ]


def _is_site(page: Page, index: int, parts: Iterable[str]) -> bool:
    """Whether a head of a lower rank is but a word of the title."""
    piece = page.pieces[index]
    return not piece.markdown.startswith('# ') and 2 * len(compared(piece.plain)) < max(
        map(len, parts)
    )


def is_banner(path: Set[str]) -> bool:
    """Whether it stands in the head of the page, not of the article."""
    return bool({'header', 'nav'} & path) and not {'article', 'main'} & path


def topmost(piece: Piece) -> Piece:
    """A head as one of the first rank, without emphasis and without the number of its page."""
    words = _COUNT.sub('', piece.plain) or piece.plain
    markdown = piece.markdown.lstrip('#').strip()
    if '{' not in markdown:
        markdown = escape_closing_marks(escape_marks(' '.join(words.split(' '))))
    return replace(piece, markdown=f'# {markdown}')


def title_alone(title: Piece, heads: Iterable[str]) -> Piece:
    """The ``Piece`` of the page's title as a head, without what ``heads`` say the site is."""
    names = {compared(head) for head in heads}
    parts = [part for part in _PARTS.split(title.markdown) if part]
    own = [part for part in parts if compared(part) not in names]
    return replace(title, markdown=f'# {(own or parts or [title.markdown])[0]}')
