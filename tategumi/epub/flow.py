"""The flow of a part of the book, counted as the PDF's pages count it (``frames.page_starts``)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..markup import Element, local_name

#: Nothing may be put into these, only before them: they are set, read or followed as one.
_WHOLE = frozenset(
    {'a', 'abbr', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'math', 'ruby', 'span'}
)
#: One unit each: calls of notes and their labels, which on paper may have other numbers.
_NUMBERS = ('noteref', 'footnote-number')
_SIZES = ('small', 'large')

_PICTURE = '\N{OBJECT REPLACEMENT CHARACTER}'


@dataclass(frozen=True)
class TextSpan:
    """Text in one place of the tree: inside ``owner`` before its first child, or after it.

    ``whole`` is the outermost element around it that takes nothing in; for a
    picture, whose ``text`` is one object replacement character, the picture.
    """

    owner: etree._Element
    is_tail: bool
    text: str
    whole: etree._Element | None = None

    @property
    def units(self) -> int:
        """How many flow units: characters but for white space, or the picture."""
        return len(units(self.text))


def units(text: str) -> str:
    """The flow units of ``text``: its characters without white space."""
    return ''.join(text.split())


def text_spans(part: Element) -> list[TextSpan]:
    """The ``TextSpan``s of all text and pictures of ``part``, an element, in order.

    Ruby readings are left out, and the notes of a chapter, each of which is a
    part of its own. The number of a note is as a picture.
    """
    return list(_text_spans(part, None))


def flow(part: Element) -> str:
    """The flow of ``part`` as a string, a character a unit."""
    return units(''.join(span.text for span in _text_spans(part, None)))


def _text_spans(node: Element, whole: Element | None) -> Iterator[TextSpan]:
    name = local_name(node)
    if name == 'img' or node.get('class') in _NUMBERS:
        yield TextSpan(node, False, _PICTURE, node if whole is None else whole)
        return
    if whole is None and name in _WHOLE and node.get('class') not in _SIZES:
        whole = node
    if node.text:
        yield TextSpan(node, False, node.text, whole)
    for child in node:
        if local_name(child) not in ('rt', 'aside'):
            yield from _text_spans(child, whole)
        if child.tail:
            yield TextSpan(child, True, child.tail, whole)
