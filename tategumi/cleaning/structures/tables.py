"""Tables of plain text: cells parted by tabs, by bars or by spaces that align them."""

import re
from collections.abc import Callable, Sequence

from ...east_asian import columns
from ..rules import EDGE
from .claim import Claim

#: Rows of two cells may be anything; of more cells fewer rows are a table.
_ROWS = {2: 3, 3: 2}
#: What is longer is a paragraph, whatever stands in it.
_LONGEST_CELL, _LONGEST = 80, 400
_SPACES = EDGE.replace('\t', '')
_BAR = re.compile('[|｜│┃]')
# With 《 behind it a bar begins the base of ruby, not a cell.
_RUBY = re.compile('[|｜][^|｜《》]{1,60}[《（(≪]')
_RULE = re.compile(r'(?=.*[-─━═=┼╋├┤┬┴┌┐└┘])[-+:|｜│┃─━═=┼╋├┤┬┴┌┐└┘┏┓┗┛┣┫┳┻ \t　]{3,}')
_GAP = re.compile('[ \u3000]{2,}')
_FIGURE = re.compile(r'[^0-9０-９〇一二三四五六七八九十]{0,4}[0-9０-９][^。、]*|[-–—―○×△◎✓]')


def table_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The rows of each table in ``texts``, by their indexes.

    A table is lines in a row that are cut into as many cells each, two at least.
    """
    claims: dict[int, Claim] = {}
    for cells_of, is_table in (
        (_by_tabs, _has_rows),
        (_by_bars, _is_barred),
        (_by_spaces, _is_aligned),
    ):
        for run in _runs(texts, claims, cells_of):
            rows = [cells for _, cells in run if cells]
            if is_table([texts[index] for index, cells in run if cells], rows):
                lines = tuple(index for index, _ in run)
                claims |= {index: _claim(cells, lines) for index, cells in run}
    return claims


def _claim(cells: Sequence[str], lines: tuple[int, ...]) -> Claim:
    return Claim('table' if cells else 'table-rule', own=True, text='\t'.join(cells), lines=lines)


def _runs(texts: Sequence[str], taken: dict[int, Claim], cells_of: Callable):
    """Each list of ``(index, cells)`` of lines in a row with as many cells; a rule has none."""
    run: list[tuple[int, list[str]]] = []
    for index, text in enumerate([*texts, '']):
        is_open = bool(text) and index not in taken and len(text) <= _LONGEST
        cells = cells_of(text) if is_open else None
        if cells is None and not run:
            continue
        if cells is None and is_open and _RULE.fullmatch(text):
            cells = []
        size = next((len(other) for _, other in run if other), None)
        if cells is None or cells and size and len(cells) != size:
            if run:
                yield run
            run = []
        if cells is not None and (cells or run):
            run.append((index, cells))


def _cells(parts: Sequence[str]) -> list[str] | None:
    cells = [part.strip(EDGE) for part in parts]
    is_row = len(cells) > 1 and any(cells) and max(map(len, cells)) <= _LONGEST_CELL
    return cells if is_row else None


def _by_tabs(text: str) -> list[str] | None:
    text = text.strip(_SPACES) if '\t' in text.strip(EDGE) else ''
    return _cells(text.split('\t')) if '\t' in text else None


def _by_bars(text: str) -> list[str] | None:
    text = text.strip(EDGE)
    if not _BAR.search(text) or _RULE.fullmatch(text) or _RUBY.search(text):
        return None
    parts = _BAR.split(text)
    if len(parts) > 2 and not parts[0] and not parts[-1]:
        parts = parts[1:-1]
        return _cells(parts)
    return _cells(parts) if all(part.strip(EDGE) for part in parts) else None


def _by_spaces(text: str) -> list[str] | None:
    text = text.strip(EDGE)
    return _cells(_GAP.split(text)) if _GAP.search(text) else None


def _has_rows(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and len(rows) >= _ROWS[min(len(rows[0]), max(_ROWS))]


def _is_barred(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether they are rows; a label, a bar and a name are none, but for bars around them."""
    return _has_rows(lines, rows) and (
        len(rows[0]) > 2
        or _has_figures(rows)
        or all(_BAR.match(line.strip(EDGE)) for line in lines)
    )


def _has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column but the first has figures in most rows."""
    return any(
        2 * sum(bool(_FIGURE.fullmatch(row[column])) for row in rows) > len(rows)
        for column in range(1, len(rows[0]))
    )


def _is_aligned(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether each column begins, or ends, at one place, and one of them has figures."""
    if len(rows) < _ROWS[2]:
        return False
    edges = [_edges(line) for line in lines]
    columns = range(len(rows[0]))
    return all(
        any(len({row[column][side] for row in edges}) == 1 for side in (0, 1))
        for column in columns
    ) and _has_figures(rows)


def _edges(line: str) -> list[tuple[int, int]]:
    """Where each cell begins and ends, in half-width columns."""
    line, edges, start = line.rstrip(EDGE), [], 0
    for gap in [*_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if line[start:end].strip(EDGE):
            edges.append((columns(line[:start]), columns(line[:end])))
        start = gap.end() if gap else end
    return edges
