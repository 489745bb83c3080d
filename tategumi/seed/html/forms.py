"""What a block says in Markdown by the elements around it."""

from collections.abc import Set

from ...notation import escape_closing_marks, escape_head_mark
from ..links import unlinked
from .lists import Lists

#: The marks of heads by their tags.
HEADS = {f'h{level}': '#' * level for level in range(1, 7)}


def form_of(said: str, plain: str, tags: Set[str], lists: Lists) -> tuple[str, bool]:
    """``(said, continues)`` of a block that says ``said``, ``plain`` without notation.

    ``tags`` are the elements around it, ``lists`` the ``Lists`` open there. ``continues``: it goes
    on from the block before.
    """
    head = next((mark for tag, mark in HEADS.items() if tag in tags), '')
    if head:
        return f'{head} {escape_closing_marks(unlinked(said))}', False
    if 'figcaption' in tags and '|' not in plain:
        return f'|{said}', False
    if lists and 'li' in tags:
        return lists.item(said)
    if 'dt' in tags and '*' not in said:
        return f'**{said}**', False
    said = escape_head_mark(said)
    return (f'> {said}' if 'blockquote' in tags else said), False
