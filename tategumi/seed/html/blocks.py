"""The stack of open block elements."""

from collections import Counter
from collections.abc import Iterable, Mapping

from .piece import Element

VOID = frozenset('area base br col embed hr img input link meta param source track wbr'.split())
# Elements without an end tag end where these begin (HTML Standard §13.1.2.4).
_ENDS = {
    'p': ('p',),
    'li': ('p', 'li'),
    'dt': ('p', 'dt', 'dd'),
    'dd': ('p', 'dt', 'dd'),
    'option': ('option',),
}
#: Blocks nested deeper stand beside one another.
_DEEPEST = 64


class OpenBlocks:
    """A stack of blocks; ``elements`` are all that ever were open, number 0 is the page."""

    def __init__(self) -> None:
        self.elements = [Element('', {}, 0)]
        self._stack: list[tuple[str, int]] = []
        self._open: Counter[str] = Counter()

    @property
    def container(self) -> int:
        """The number of the innermost."""
        return self._stack[-1][1] if self._stack else 0

    @property
    def tags(self) -> frozenset[str]:
        """The tags of all."""
        return frozenset(self._open)

    def holds(self, tags: Iterable[str]) -> bool:
        """Whether one of ``tags`` is open."""
        return any(tag in self._open for tag in tags)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> list[int]:
        """Take a start tag, which may end blocks; the numbers of those."""
        ended = []
        while self._stack and self._stack[-1][0] in _ENDS.get(tag, ()):
            ended.append(self._pop()[1])
        around = self._stack[min(len(self._stack), _DEEPEST) - 1] if self._stack else ('', 0)
        self.elements.append(Element(tag, attributes, around[1]))
        self._stack.append((tag, len(self.elements) - 1))
        self._open[tag] += 1
        return ended

    def end(self, tag: str) -> list[int]:
        """Take an end tag; the numbers of the blocks that it ends, none where none is open."""
        ended, last = [], '' if self._open[tag] else tag
        while last != tag:
            last, number = self._pop()
            ended.append(number)
        return ended

    def _pop(self) -> tuple[str, int]:
        tag, number = self._stack.pop()
        self._open[tag] -= 1
        if not self._open[tag]:
            del self._open[tag]
        return tag, number
