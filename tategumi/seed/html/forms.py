"""Marks a block as a Markdown heading, list item, quotation or caption."""

from collections.abc import Mapping, Set

from ...notation import escape_closing_marks, escape_head_mark
from ..links import without_links

#: Lists nested deeper are set like this one.
_DEEPEST = 8
#: The marks of heads by their tags.
HEADS = {f'h{level}': '#' * level for level in range(1, 7)}


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

    def item(self, markdown: str) -> tuple[str, bool]:
        """``(markdown, continues)`` of the next block within an item."""
        if not self._is_fresh:
            # Set in, it is a paragraph of the item.
            indent = ' ' * 4 * min(len(self._numbers), _DEEPEST + 1)
            return f'{indent}{escape_head_mark(markdown)}', False
        continues, self._is_begun, self._is_fresh = self._is_begun, True, False
        indent = ' ' * 4 * min(len(self._numbers) - 1, _DEEPEST)
        number = self._numbers[-1]
        if number is None:
            return f'{indent}- {markdown}', continues
        self._numbers[-1] = number + 1
        return f'{indent}{number}. {markdown}', continues


def form_of(markdown: str, plain: str, tags: Set[str], lists: Lists) -> tuple[str, bool]:
    """``(markdown, continues)`` of a block that says ``markdown``, ``plain`` without notation.

    ``tags`` are the elements around it, ``lists`` the ``Lists`` open there. ``continues``: it goes
    on from the block before.
    """
    head = next((mark for tag, mark in HEADS.items() if tag in tags), '')
    if head:
        return f'{head} {escape_closing_marks(without_links(markdown))}', False
    if 'figcaption' in tags and '|' not in plain:
        return f'|{markdown}', False
    if lists and 'li' in tags:
        return lists.item(markdown)
    if 'dt' in tags and '*' not in markdown:
        return f'**{markdown}**', False
    markdown = escape_head_mark(markdown)
    return (f'> {markdown}' if 'blockquote' in tags else markdown), False
