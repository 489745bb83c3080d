"""What a page strikes out (HTML Standard §4.7.2, §4.5.5)."""

from collections.abc import Iterable

from .tokens import Token

_STRUCK = ('del', 's', 'strike')


def struck_ends(tokens: Iterable[Token]) -> dict[int, int]:
    """``{start: end}`` of the elements that strike text out, and are closed.

    One that another of its kind begins in was meant to end before.
    """
    opened, ends = {}, {}
    for token in tokens:
        if token.tag not in _STRUCK:
            continue
        if token.kind == 'start':
            opened[token.tag] = token.start
        elif token.kind == 'end' and token.tag in opened:
            ends[opened.pop(token.tag)] = token.end
    return ends
