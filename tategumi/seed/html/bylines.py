"""Finds the author that a page shows beside its text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ...fields import labels_of, tell_of_a_thing
from ...people import LABEL, name_within
from .piece import Piece
from .prose import is_prose
from .tokens import tokens_of, unescape

#: So far from the text, in characters of the page, a byline may stand.
_BEFORE, _AFTER = 2000, 3000
#: No name is longer; of a longer text no more is read.
_LONGEST, _READ = 30, 120
_MARK = re.compile(
    r'(?:^|[\s_-])(?:author|byline|writer|by-author)(?:$|[\s_-]|name)', re.IGNORECASE
)
_PROPERTIES = frozenset(('author', 'creator'))
_NOBODY = frozenset(
    """
    admin administrator author authors by byline editor name profile staff user 著者 執筆者 作者
    筆者 管理人 管理者 名無し プロフィール この記事を書いた人 記事一覧""".split()
)


def shown_authors(text: str, pieces: Iterable[Piece], kept: Sequence[Piece]) -> tuple[str, ...]:
    """The names that the page ``text`` shows beside the text that it has, ``kept`` of ``pieces``.

    First those between the head, the first of ``kept``, and the sentences, then those below them,
    last those above the head. Elements that are marked as the author's (HTML, ``rel``; schema.org,
    ``author``; names of classes) come before lines with a label such as 文. A tuple, () where none
    is.
    """
    prose = [piece for piece in kept[1:] if is_prose(piece.plain, piece.linked)]
    if not prose:
        return ()
    head, first, last = kept[0].start, prose[0].start, prose[-1].end
    regions = ((head, first), (last, last + _AFTER), (head - _BEFORE, head))
    for marked in (_marked(text), _labelled(pieces)):
        candidates = [(place, name) for place, words in marked for name in [_name(words)] if name]
        for begin, end in regions:
            names = [name for place, name in candidates if begin <= place < end]
            if names:
                return (names[0],)
    return ()


def _marked(text: str) -> list[tuple[int, str]]:
    """``(place, words)`` of the elements that are marked as the author's."""
    elements: list[tuple[int, str]] = []
    opened: tuple[int, str, list[str]] | None = None
    for token in tokens_of(text):
        if opened and (token.kind == 'end' and token.tag == opened[1] or len(opened[2]) > _READ):
            elements.append((opened[0], ''.join(opened[2])))
            opened = None
        if token.kind == 'text' and opened:
            opened[2].append(unescape(text[token.start : token.end])[:_READ])
        elif token.kind == 'start' and _is_marked(token.attributes) and token.tag != 'meta':
            # The innermost says the name alone.
            opened = token.start, token.tag, []
    return elements


def _is_marked(attributes: Mapping[str, str]) -> bool:
    return (
        attributes.get('rel', '').lower() == 'author'
        or attributes.get('itemprop', '').lower() in _PROPERTIES
        or bool(_MARK.search(attributes.get('class', '')))
    )


def _labelled(pieces: Iterable[Piece]) -> list[tuple[int, str]]:
    """``(place, words)`` of the lines with a label, but those amid fields that tell of a thing."""
    said = [piece for piece in pieces if piece.plain and piece.markdown]
    labels = [labels_of(piece.plain) if len(piece.plain) <= 2 * _LONGEST else [] for piece in said]
    found = []
    for is_row, group in groupby(zip(said, labels), lambda each: bool(each[1])):
        row = list(group)
        of_a_thing = is_row and tell_of_a_thing([label for _, those in row for label in those])
        found += [] if of_a_thing else [piece for piece, _ in row]
    return [
        (piece.start, piece.plain)
        for piece in found
        if len(piece.plain) <= 2 * _LONGEST and LABEL.match(piece.plain)
    ]


def _name(words: str) -> str:
    """The name that ``words`` say, or ''."""
    words = LABEL.sub('', words.strip(), count=1)
    span = name_within(words, 0, len(words))
    name = ' '.join(words[slice(*span)].split()) if span else ''
    fits = len(name) <= _LONGEST and len(name.split()) <= 5
    return name if fits and name.lower() not in _NOBODY else ''
