"""The rows of a table of HTML.

A cell of several rows or columns is one, beside empty ones, so that each other stays in its
column.
"""

import re
from collections.abc import Iterator, Sequence

from ..fences import code_lines
from ..messages import Message
from .comments import Line

_REST = r'(?:\s[^<>]*)?'
_ROW = re.compile(rf'<tr{_REST}>(.*?)(?=<tr\b|</tr|</table|\Z)', re.IGNORECASE | re.DOTALL)
_CELL = re.compile(
    rf'(?P<tag><t[dh]{_REST}>)(?P<inside>.*?)(?=<t[dh]\b|</t[dh]|</tr|\Z)',
    re.IGNORECASE | re.DOTALL,
)
_SPAN = re.compile(
    r'<t[dh]\s[^<>]*?\b(?:row|col)span\s*=\s*["\']?(?:[2-9]|[1-9]\d+)\b[^<>]*>', re.IGNORECASE
)
_OF = {
    kind: re.compile(rf'\b{kind}span\s*=\s*["\']?(\d{{1,3}})', re.IGNORECASE)
    for kind in ('row', 'col')
}
_MOST = 50
_BREAK = re.compile(r'\s*<br\s*/?>\s*', re.IGNORECASE)


def rows_of(block: str) -> list[list[str]]:
    """The cells of each row of the table ``block``, each on one line."""
    rows: list[list[str]] = []
    #: Of each column in how many rows below a cell goes on.
    going_on: dict[int, int] = {}
    for row in _ROW.findall(block):
        made: list[str] = []
        for cell in _CELL.finditer(row):
            made += _empty(going_on, len(made))
            text = in_one_line(cell['inside'], '<br>')
            width, height = _number('col', cell['tag']), _number('row', cell['tag'])
            going_on |= {len(made) + number: height - 1 for number in range(width) if height > 1}
            made += [text, *[''] * (width - 1)]
        if made:
            rows.append([*made, *_empty(going_on, len(made))])
    return rows


def _empty(going_on: dict[int, int], column: int) -> list[str]:
    """The cells from ``column`` on in which others of the rows above go on."""
    found: list[str] = []
    while going_on.get(column + len(found)):
        going_on[column + len(found)] -= 1
        found.append('')
    return found


def _number(kind: str, tag: str) -> int:
    match = _OF[kind].search(tag)
    return min(max(int(match[1]), 1), _MOST) if match else 1


def in_one_line(text: str, line_break: str = '　') -> str:
    """``text`` of a cell or caption, with ``line_break`` in the place of ``<br>``."""
    return re.sub(r'[ \t\n]+', ' ', _BREAK.sub(line_break, text.strip()))


def remarks_of(lines: Sequence[Line]) -> Iterator[tuple[int, Message]]:
    """``(index of a line, message)`` of each cell of several rows or columns."""
    if not any('span' in line for line, _ in lines):
        return
    for (line, index), code in zip(lines, code_lines([line for line, _ in lines])):
        for match in () if code else _SPAN.finditer(line):
            yield (
                index,
                Message(
                    'a cell of a table is of one row and column: beside {cell} others are left '
                    'empty',
                    cell=match[0],
                ),
            )
