"""Lists of a page: what stands before their items."""

from collections.abc import Mapping

from ...notation import escape_head_mark

#: Lists nested deeper are set like this one.
_DEEPEST = 8


class Lists:
    """The lists open at a place of the page, the innermost last."""

    def __init__(self) -> None:
        self._numbers: list[int | None] = []
        self._is_begun, self._is_fresh = False, False

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start tag of a list."""
        first = attributes.get('start', '')
        is_given = first.isdecimal() and len(first) < 7
        self._numbers.append(None if tag == 'ul' else int(first) if is_given else 1)

    def end(self) -> None:
        """Take the end tag of a list, which may close nothing."""
        if self._numbers:
            self._numbers.pop()
            self._is_begun = bool(self._numbers)

    def begin_item(self) -> None:
        """Take the start tag of an item."""
        self._is_fresh = True

    def item(self, said: str) -> tuple[str, bool]:
        """``(said, continues)`` of the next block within an item."""
        if not self._is_fresh:
            # Set in, it is a paragraph of the item.
            indent = ' ' * 4 * min(len(self._numbers), _DEEPEST + 1)
            return f'{indent}{escape_head_mark(said)}', False
        continues, self._is_begun, self._is_fresh = self._is_begun, True, False
        indent = ' ' * 4 * min(len(self._numbers) - 1, _DEEPEST)
        number = self._numbers[-1]
        if number is None:
            return f'{indent}- {said}', continues
        self._numbers[-1] = number + 1
        return f'{indent}{number}. {said}', continues
