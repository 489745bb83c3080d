"""The segments of a book, and where each of their pages falls.

A segment is what no line or page of another shares: the front matter, each
chapter or title of a part, the back matter. Each is laid out and drawn on its
own, which takes no longer in a long book than in a short one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import tinycss2
from weasyprint.layout.page import PageType

from ...document.sheets import SHEETS
from ...document.vertical_css import vertical_css
from ...frames.frame import Frame, Segment
from ..render_context import RenderContext

#: The pages of a segment in the book's order.
ArrangedPages: TypeAlias = list[tuple[Frame, PageType]]

#: What makes the content of one page depend on others, in a style rule; counters of lists do not.
_REACHING = re.compile(
    r'counter-(?:increment|set|reset)\s*:(?!\s*(?:none|list-item)\b)'
    r'|\bcounters?\(\s*(?!list-item\b)|target-|running\('
    r'|(?:section|\.[a-z]+)(?:\[[^]]*\]|[.:#][\w-]+)*:nth-',
    re.I,
)

#: The same of a rule for pages: what their margins take from the text, and how pages are counted.
_REACHING_PAGE = re.compile(r'element\(|string\([^)]*,|:nth\((?![^)]*\bof\b)', re.I)

_OTHER_SIDE = {'left': 'right', 'right': 'left'}
_SIDE_OF = {'left': 'left', 'right': 'right', 'recto': 'right', 'verso': 'left'}


class Inseparable(Exception):
    """The pages of one segment depend on those of another."""


class WrongSide(Exception):
    """Segment ``number`` falls on ``side``, where its pages would be others than as drawn."""

    def __init__(self, number: int, side: str) -> None:
        super().__init__(number, side)
        self.number, self.side = number, side


def are_separable(render_context: RenderContext) -> bool:
    """Whether the book's own sheets leave segments to themselves.

    What the press's own sheets say, those of the book may too.
    """
    sheets = {
        (render_context.styles / name).read_text(encoding='utf-8'): sheet
        for name, sheet in zip(SHEETS, render_context.css)
    }
    return not any(
        sheet != own and _reaching(sheet) - _reaching(own)
        for own, sheet in zip(map(vertical_css, sheets), sheets.values())
    )


def _reaching(sheet: str) -> Counter[str]:
    """How often each thing that reaches into other pages is in ``sheet``."""
    counts = Counter[str]()
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == 'error':
            continue
        is_page = rule.type == 'at-rule' and rule.lower_at_keyword == 'page'
        counts.update((_REACHING_PAGE if is_page else _REACHING).findall(rule.serialize()))
    return counts


def arrange(segments: Iterable[Segment]) -> list[ArrangedPages]:
    """The frames of ``segments`` (``Segment``) in the book's order.

    A list for each segment, of ``(Frame, PageType)`` a page; where a segment
    begins on a side of its own, the page left blank for that is its first.
    Raises ``Inseparable`` where the segments' own breaks do not part them, and
    ``WrongSide`` for one that would break into other pages on the side it falls on.
    """
    arranged: list[ArrangedPages] = []
    number, side = 0, ''
    before: Segment | None = None
    for place, segment in enumerate(segments):
        pages: ArrangedPages = []
        first = segment.frames[0].side
        if before is not None:
            wanted = _break_between(before, segment)
            if wanted in _OTHER_SIDE and wanted != side:
                blank = Frame(side, True, '', (), (0, 0), (0, 0))
                pages.append((blank, PageType(side, True, '', number, ())))
                side = _OTHER_SIDE[side]
            if segment.one_side and first != side:
                raise WrongSide(place, side)
        side = side or first
        for frame in segment.frames:
            pages.append(
                (frame, PageType(side, frame.blank, frame.name, number + len(pages), frame.groups))
            )
            side = _OTHER_SIDE[side]
        arranged.append(pages)
        number += len(pages)
        before = segment
    return arranged


def _break_between(before: Segment, after: Segment) -> str:
    """The break between two segments: a side, or ``'page'`` (CSS Fragmentation 3, 3.1)."""
    values = [*before.after, *after.before]
    sides = [_SIDE_OF[value] for value in values if value in _SIDE_OF]
    if sides:
        return sides[-1]
    if 'page' not in values and before.last_name == after.first_name:
        raise Inseparable
    return 'page'
