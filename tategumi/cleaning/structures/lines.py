"""The lines of a text, as heads are looked for among them."""

from collections.abc import Sequence
from itertools import accumulate

from ..repeats import is_sentence
from ..rules import EDGE
from .shapes import Shape, shape_of


class Lines:
    """The lines of a text as heads are looked for among them."""

    def __init__(self, texts: Sequence[str]):
        self.texts = texts
        self.said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
        self.place = {index: place for place, index in enumerate(self.said)}
        self._is_sentence = {index: is_sentence(texts[index]) for index in self.said}
        self._sentences = [0, *accumulate(self._is_sentence.values())]
        self._shapes: dict[int, Shape | None] = {}

    def shape(self, index: int) -> Shape | None:
        """How the line is counted, if it is."""
        if index not in self._shapes:
            self._shapes[index] = shape_of(self.texts[index])
        return self._shapes[index]

    def is_sentence(self, index: int) -> bool:
        """Whether the line reads like prose."""
        return self._is_sentence[index]

    def follows(self, index: int, other: int) -> bool:
        """Whether nothing but blank lines stands between the lines."""
        return self.place[other] - self.place[index] == 1

    def sentences(self, index: int, end: int | None) -> int:
        """How many lines below ``index``, and above ``end`` if given, read like prose."""
        last = len(self.said) if end is None else self.place[end]
        return self._sentences[last] - self._sentences[self.place[index] + 1]

    def below(self, index: int) -> int | None:
        """The next line that says something."""
        place = self.place[index] + 1
        return self.said[place] if place < len(self.said) else None

    def next(self, index: int, count: int) -> Sequence[int]:
        """The next ``count`` lines that say something."""
        place = self.place[index] + 1
        return self.said[place : place + count]

    def above(self, index: int) -> int | None:
        """The line before it that says something."""
        place = self.place[index]
        return self.said[place - 1] if place else None

    def is_apart(self, index: int) -> bool:
        """Whether blank lines, or the ends of the text, stand on both sides."""
        return not any(
            self.texts[other].strip(EDGE)
            for other in (index - 1, index + 1)
            if 0 <= other < len(self.texts)
        )
