"""What a page says of itself besides its text: who wrote it, whose site it is, its address."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...lazy import lazy
from ...people import name_within
from ..links import target_of
from .aozora_pages import colophon_of
from .bylines import shown_authors
from .piece import Piece
from .prose import without_space
from .tokens import Token, tokens_of, unescape

trafilatura = lazy('trafilatura')
metadata = lazy('trafilatura.metadata')
#: No name is longer; what is, is a sentence.
_LONGEST = 40
#: An editor that a page declares for its author.
_EDITOR = re.compile('[编編][辑輯][:：]?[一-鿿]{2,4}')


@dataclass(frozen=True)
class About:
    """``authors`` in order, ``site`` and ``address``; '' or () where the page says nothing.

    ``credits`` are ``(label, text)`` of the colophon that a page of 青空文庫 has.
    """

    authors: tuple[str, ...] = ()
    site: str = ''
    address: str = ''
    credits: tuple[tuple[str, str], ...] = ()

    @property
    def source(self) -> str:
        """What the work was taken from, by the colophon, or site and address in one line."""
        given = next((text for label, text in self.credits if label == '底本'), '')
        return given or '、'.join(filter(None, (self.site, self.address)))


def about(text: str, pieces: Sequence[Piece], kept: Sequence[Piece] = ()) -> About:
    """``About`` the page ``text``, whose ``Piece``s are ``pieces``, ``kept`` those of its text.

    Found by trafilatura in its ``meta`` elements and JSON-LD. Of authors only
    those that a reader of the page sees too: many a site names its software there. Where it
    declares none, the author is who the page shows beside the text.
    """
    declared = _declared(text)
    if declared is None:
        return About()
    seen = without_space(''.join(piece.plain for piece in pieces if 'title' not in piece.path))
    seen = _EDITOR.sub('', seen)
    names = [_bare(' '.join(name.split())) for name in (declared.author or '').split(';')]
    authors = tuple(
        name
        for name in dict.fromkeys(names)
        if 0 < len(name) <= _LONGEST and without_space(name) in seen and name != declared.sitename
    )
    if not authors and kept:
        authors = shown_authors(text, pieces, kept)
    return About(
        authors,
        ' '.join((declared.sitename or '').split())[:_LONGEST],
        _address(declared.url),
        colophon_of(tokens_of(text), pieces),
    )


def _bare(name: str) -> str:
    """The name without degrees and posts, which a page may declare with it."""
    span = name_within(name, 0, len(name))
    return name[slice(*span)] if span else name


def _declared(text: str) -> Any:
    tree = trafilatura.load_html(text)
    if tree is None:
        return None
    document = metadata.examine_meta(tree)
    # What JSON-LD may hold has no end; a page that its reader trips over says nothing.
    with suppress(Exception):
        document = metadata.extract_meta_json(tree, document)
    document.url = document.url or metadata.extract_url(tree)
    return document


def _address(url: str | None) -> str:
    try:
        parts = urlsplit(url or '')
    except ValueError:
        return ''
    is_fit = parts.scheme in ('http', 'https') and parts.hostname and parts.path.isprintable()
    return f'{parts.scheme}://{parts.hostname}{parts.path}' if is_fit else ''


def address_of(tokens: Iterable[Token]) -> str:
    """The address of the page, by its ``base`` or its canonical link, or ''."""
    addresses: dict[str, str] = {}
    for token in tokens:
        if token.kind == 'start' and token.tag in ('base', 'link'):
            kind = 'canonical' if token.tag == 'link' else 'base'
            href = token.attributes.get('href', '')
            if kind == 'base' or token.attributes.get('rel', '').lower() == kind:
                addresses.setdefault(kind, target_of(unescape(href)))
    return addresses.get('base') or addresses.get('canonical') or ''
