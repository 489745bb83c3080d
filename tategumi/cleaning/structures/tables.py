"""Tables of plain text: cells parted by tabs, by bars or by spaces that align them."""

import re
from collections.abc import Callable, Iterator, Sequence

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
_RUBY = re.compile('[|｜](?! )[^|｜《》]{1,60}[《（(≪]')
_RULE = re.compile(r'(?=.*[-─━═=┼╋├┤┬┴┌┐└┘])[-+:|｜│┃─━═=┼╋├┤┬┴┌┐└┘┏┓┗┛┣┫┳┻ \t　]{3,}')
_GAP = re.compile('[ \u3000]{2,}')
_FIGURE = re.compile(r'[^0-9０-９〇一二三四五六七八九十]{0,4}[0-9０-９][^。、]*|[-–—―○×△◎✓]')


def table_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The rows of each table in ``texts``, by their indexes.

    A table is lines in a row that are cut into as many cells each, two at least; of lines with
    tabs some may lack their last cells.
    """
    claims: dict[int, Claim] = {}
    for cells_of, is_table, is_ragged in (
        (_by_tabs, _has_tabs, True),
        (_by_bars, _is_barred, False),
        (_by_spaces, _is_aligned, False),
    ):
        for run in _runs(texts, claims, cells_of, is_ragged):
            rows = [cells for _, cells in run if cells]
            if is_table([texts[index] for index, cells in run if cells], rows):
                lines = tuple(index for index, _ in run)
                claims |= {index: _claim(cells, rows, lines) for index, cells in run}
    return claims


def _claim(cells: Sequence[str], rows: Sequence[Sequence[str]], lines: tuple[int, ...]) -> Claim:
    """Two rows of two cells may be a menu's: they are not sure to be the text's own."""
    own = len(rows) > 2 or len(rows[0]) > 2 or _has_figures(rows)
    lacking = [''] * (max(map(len, rows)) - len(cells))
    if not cells:
        return Claim('table-rule', own, lines=lines)
    return Claim('table', own, '\t'.join([*cells, *lacking]), lines=lines)


def _runs(
    texts: Sequence[str], taken: dict[int, Claim], cells_of: Callable, is_ragged: bool
) -> Iterator[list[tuple[int, list[str]]]]:
    """Each list of ``(index, cells)`` of lines in a row with as many cells; a rule has none."""
    run: list[tuple[int, list[str]]] = []
    size = 0
    for index, text in enumerate([*texts, '']):
        is_open = bool(text) and index not in taken and len(text) <= _LONGEST
        cells = cells_of(text) if is_open else None
        if cells is None and is_open and _RULE.fullmatch(text):
            cells = []
        if cells is None or cells and size and len(cells) != size and not is_ragged:
            if size:
                yield run
            run, size = [], 0
        if cells is not None:
            run.append((index, cells))
            size = size or len(cells)


def _cells(parts: Sequence[str]) -> list[str] | None:
    cells = [part.strip(EDGE) for part in parts]
    is_row = len(cells) > 1 and any(cells) and max(map(len, cells)) <= _LONGEST_CELL
    return cells if is_row else None


def _by_tabs(text: str) -> list[str] | None:
    # A tab before all text sets the line in.
    is_row = '\t' in text and '\t' in text.lstrip(EDGE)
    return _cells(text.strip(_SPACES).split('\t')) if is_row else None


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


def _has_tabs(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether there are two rows at least, and most have words in two cells.

    A mark before each line makes items of a list.
    """
    full = sum(sum(map(bool, cells)) > 1 for cells in rows)
    marks = all(len(cells) == 2 and not any(map(str.isalnum, cells[0])) for cells in rows)
    return len(rows) > 1 and 2 * full > len(rows) and not marks


def _has_rows(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and len(rows) >= _ROWS[min(len(rows[0]), max(_ROWS))]


def _is_barred(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether they are rows; the words of a menu are none, but for figures or bars around them."""
    is_framed = all(_BAR.match(line.strip(EDGE)) for line in lines)
    return _has_rows(lines, rows) and (is_framed or _has_figures(rows))


def _has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column but the first has figures in most rows."""
    return any(
        2 * sum(bool(_FIGURE.fullmatch(cell)) for row in rows for cell in row[column : column + 1])
        > len(rows)
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
