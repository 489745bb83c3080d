"""The lines of a note, so that it may be set in parts.

Boxes here have been laid out once, so that their paragraphs are composed. What
is not composed of lines, a picture or a table, counts as one line.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes


def count(box: Any) -> int:
    """How many lines ``box`` has."""
    return sum(lines for _, lines in _leaves(box))


def ends(laid: Any) -> list[float]:
    """Where each line of ``laid``, the box that layout made, ends across the lines (px)."""
    return [
        leaf.position_y
        + (leaf.height if isinstance(leaf, boxes.LineBox) else leaf.margin_height())
        for leaf, _ in _leaves(laid)
    ]


def part(box: Any, first: float, end: float) -> Any:
    """A copy of ``box`` with its lines from ``first`` to ``end - 1`` alone, to lay out."""
    if isinstance(box, boxes.LineBox):
        box = box.copy()
        box.span = first, end
        return box
    if not isinstance(box, boxes.BlockContainerBox):
        return box
    children, start = [], 0
    for child in box.children:
        lines = count(child)
        if first < start + lines and end > start:
            children.append(part(child, max(0, first - start), min(lines, end - start)))
        start += lines
    return box.copy_with_children(children)


def _leaves(box: Any) -> Iterator[tuple[Any, int]]:
    """What stands one after another in ``box``, each with the number of its lines."""
    if isinstance(box, boxes.LineBox):
        yield box, len(box.composed.lines)
    elif isinstance(box, boxes.BlockContainerBox):
        for child in box.children:
            yield from _leaves(child)
    else:
        yield box, 1
