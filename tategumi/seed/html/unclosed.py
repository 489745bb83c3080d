"""Finds the elements that a page forgets to close; they would take the rest of it with them."""

from collections.abc import Iterable

from .forms import HEADS
from .tokens import Token

#: The elements that strike text out.
STRIKING = frozenset(('del', 's', 'strike'))
#: Boxes of the site by their tags, and what by its tag is no text of the page.
_BOXES = frozenset('aside button footer form head header menu nav option select title'.split())


def unclosed_of(tokens: Iterable[Token]) -> set[int]:
    """Where the elements begin that are never closed, among heads, boxes and what strikes out.

    Of other elements nothing is lost. What closes a head closes one of any rank (HTML Standard
    §13.2.6.4.7). A head, or what strikes out, that another of its kind begins in was meant to end
    before.
    """
    opened: dict[str, list[int]] = {}
    unclosed: set[int] = set()
    for token in tokens:
        if token.tag not in HEADS and token.tag not in STRIKING | _BOXES:
            continue
        here = opened.setdefault('h1' if token.tag in HEADS else token.tag, [])
        if token.kind == 'end':
            del here[-1:]
            continue
        if token.tag not in _BOXES:
            unclosed.update(here)
            here.clear()
        here.append(token.start)
    return unclosed.union(*opened.values())
