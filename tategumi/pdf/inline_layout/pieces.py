"""The pieces of a paragraph: stretches of text that are set in one way, and whence they come."""

from dataclasses import dataclass, field, replace
from typing import Any

from ...kumihan import Line, Paragraph, Ruby


class Unsettable(Exception):
    """By its style this has no place in a vertical line; the message says what."""


@dataclass(eq=False)
class Piece:
    """Items ``first`` to ``end - 1`` of a paragraph, all set in one way.

    ``kind``: ``upright`` (an item a character), ``sideways`` (one piece of a
    Western word, with the ``hyphen`` a line that ends after it adds), ``space``
    (a word space), ``tate-chu-yoko``, ``atomic`` (an inline block or image,
    ``box`` laid out), ``leader``, and ``empty`` (an inline box without text,
    kept for its anchor). ``path`` is the way to the box through the children of
    the line box; ``offset`` where ``text`` begins in the box's text, in
    characters. ``words`` are the ``RubyWord``s whose base the piece ends, or a part of it;
    ``note`` the ``Warichu`` it belongs to; ``ruby_right`` and ``ruby_left`` (px) are the sizes of
    the ruby beside it;
    ``broad`` how many times as broad as other characters its own are.
    """

    kind: str
    first: int
    end: int
    path: tuple[int, ...]
    box: Any
    text: str = ''
    offset: int = 0
    width: float = 0
    hyphen: str = ''
    words: tuple = ()
    note: Any = None
    ruby_right: float = 0
    ruby_left: float = 0
    broad: float = 1

    @property
    def ruby_size(self) -> float:
        """How far the ruby beside it reaches out on either side at most (px)."""
        return max(self.ruby_right, self.ruby_left)

    def parted(self, item: int) -> tuple['Piece', 'Piece']:
        """An upright piece in two, the second beginning with ``item``."""
        at = item - self.first
        return (
            replace(self, end=item, text=self.text[:at]),
            replace(self, first=item, text=self.text[at:], offset=self.offset + at),
        )


@dataclass(eq=False)
class RubyWord:
    """A word with kumihan's ``ruby`` and the boxes of its readings.

    ``texts`` maps the first base item of each reading to its text boxes.
    """

    ruby: Ruby
    texts: dict[int, list[Any]]

    def ending_with(self, item: int, line: Line) -> tuple[Any, list[Any]] | None:
        """``(reading, text boxes)`` of the reading that ends with ``item`` on ``line``.

        ``None`` where none does.
        """
        for reading in self.ruby.between(line.start, line.end).readings:
            if reading.end == item + 1:
                texts = [
                    self.texts[first]
                    for first in sorted(self.texts)
                    if reading.first <= first < reading.end
                ]
                return reading, [text for boxes in texts for text in boxes]
        return None


@dataclass
class Contents:
    """A paragraph and the pieces it is made of, in order.

    ``broken`` has the texts that lines may part anywhere, as no line holds them.
    """

    paragraph: Paragraph = field(default_factory=Paragraph)
    pieces: list = field(default_factory=list)
    words: list = field(default_factory=list)
    outside: list = field(default_factory=list)
    broken: list = field(default_factory=list)


def has_class(box: Any, name: str) -> bool:
    """Is ``name`` one of the classes of the element that ``box`` comes from?"""
    return box.element is not None and name in box.element.get('class', '').split()
