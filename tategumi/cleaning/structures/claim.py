"""What a structure says of a line, before anyone weighs the line."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    'head',
    'head-title',
    'head-again',
    'contents',
    'table',
    'table-rule',
    'item',
    'step',
    'step-number',
    'verse',
    'code',
    'note',
    'byline',
    'dateline',
    'field',
    'field-head',
    'file',
    'timecode',
    'post',
]


@dataclass(frozen=True)
class Claim:
    """What one line is by the form it has together with other lines.

    ``own``: it is the text's, so that no cut at the text's boundaries may take it. ``lines`` are
    the indexes of all lines of the structure: of the table, the list, the series of heads.

    Of a ``head``, ``rank`` is its level (1 above 2 above 3; 0 for one that is as high as the
    topmost of the text), ``number`` what counts it (第三話, 3), or '', and ``text`` all of it as
    it is printed; ``part`` tells that its series has whole chapters below it. A ``head-title``
    is the title that stands on a line of its own below the number. A ``head-again`` says only
    what the head above it of its series says.

    Of an ``item``, ``number`` is its mark and ``text`` what follows, ``rank`` is its number, or 0
    where a bullet marks it, and so of a ``step`` below its
    ``step-number``; of a ``field``, ``number`` and ``text`` are label and value; a
    ``byline`` or a ``dateline`` amid fields has the lines of all of them, and a ``field-head``
    above them those and its own. Of a ``table``,
    ``text`` is its cells with a tab between each two, and a ``table-rule`` is a line that only
    rules one off. Of every other kind ``text`` is the line.
    """

    kind: Kind
    own: bool = False
    text: str = ''
    number: str = ''
    rank: int = 0
    lines: tuple[int, ...] = ()
    part: bool = False


def is_field(claim: Claim) -> bool:
    """Whether it is of a row of fields, also as the day or the name in it."""
    return claim.kind == 'field' or claim.kind in ('byline', 'dateline') and len(claim.lines) > 1
