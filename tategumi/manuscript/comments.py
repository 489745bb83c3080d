"""Comments of HTML in a chapter, which an editor writes to himself."""

import re
from collections.abc import Sequence

from ..fences import Fences

#: A line, and the index of the line of the file that it came from.
Line = tuple[str, int]

_OPENS = re.compile(r'(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`))|(?<!\\)<!--')


def without_comments(lines: Sequence[str]) -> list[Line]:
    """``lines`` without comments, and without the lines that held nothing else.

    What stands before a comment of several lines and behind it is one line. Comments in code are
    code, and one that is never closed is text.
    """
    last = max((index for index, line in enumerate(lines) if '-->' in line), default=-1)
    if last < 0:
        return [(line, index) for index, line in enumerate(lines)]
    kept: list[Line] = []
    fences, end_of_code = Fences(lines), -1
    is_inside, drops_blank = False, False
    for index, line in enumerate(lines):
        fence = None if is_inside or index <= end_of_code else fences.at(index)
        end_of_code = fence.end if fence else end_of_code
        if index <= end_of_code:
            kept.append((line, index))
            continue
        began_inside = is_inside
        text, is_inside = _outside(line, is_inside, index < last)
        has_comment = began_inside or text != line
        if drops_blank and not has_comment and not line.strip():
            drops_blank = False
            continue
        drops_blank = False
        if began_inside and text.strip() and kept and kept[-1][0].strip():
            kept[-1] = kept[-1][0] + text, kept[-1][1]
        elif has_comment and not text.strip():
            # The blank lines around it are those between the blocks around it.
            drops_blank = not is_inside and (not kept or not kept[-1][0].strip())
        else:
            kept.append((text, index))
    return kept


def _outside(line: str, is_inside: bool, may_go_on: bool) -> tuple[str, bool]:
    """The text of ``line`` outside comments, and whether one is open at its end."""
    parts: list[str] = []
    place = 0
    while True:
        if is_inside:
            end = line.find('-->', place)
            if end < 0:
                return ''.join(parts), True
            place, is_inside = end + 3, False
        match = _OPENS.search(line, place)
        if match is None:
            return ''.join((*parts, line[place:])), False
        if match['code']:
            parts.append(line[place : match.end()])
        elif may_go_on or '-->' in line[match.end() :]:
            parts.append(line[place : match.start()])
            is_inside = True
        else:
            return ''.join((*parts, line[place:])), False
        place = match.end()
