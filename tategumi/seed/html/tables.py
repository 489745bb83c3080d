"""Tells tables of data from layout tables, and collects the rows of the former."""

from collections.abc import Iterable

from ...notation import cell
from .tokens import Token, unescape

_BLOCKS = {'table', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'form', 'hr'}
_LONGEST_CELL = 120


def data_tables(tokens: Iterable[Token], text: str) -> frozenset[int]:
    """The places, counted by tables from 0, of those of the HTML ``text`` that hold data.

    Such a table has two rows and two columns at least, as many cells in every
    row, and neither blocks nor long text in a cell: more characters than 120 as they
    are read, without the space of the source.
    """
    return frozenset(
        number
        for number, table in enumerate(_tables(tokens, text))
        if not table.laid_out
        and len(table.rows) > 1
        and len(set(table.rows)) == 1
        and table.rows[0] > 1
    )


class _Table:
    def __init__(self) -> None:
        self.rows: list[int] = []
        self.laid_out, self.cell = False, 0


def _tables(tokens: Iterable[Token], text: str) -> list[_Table]:
    tables: list[_Table] = []
    opened: list[_Table] = []
    for token in tokens:
        if opened and token.kind == 'start':
            _look_at(opened[-1], token)
        if opened and token.kind == 'text':
            opened[-1].cell += len(unescape(text[token.start : token.end]).strip())
            opened[-1].laid_out |= opened[-1].cell > _LONGEST_CELL
        if token.tag == 'table' and token.kind == 'start':
            opened.append(_Table())
            tables.append(opened[-1])
        elif token.tag == 'table' and opened:
            opened.pop()
    return tables


def _look_at(table: _Table, token: Token) -> None:
    if token.tag == 'tr':
        table.rows.append(0)
    elif token.tag in ('td', 'th'):
        table.cell = 0
        table.laid_out |= not table.rows or bool({'colspan', 'rowspan'} & {*token.attributes})
        if table.rows:
            table.rows[-1] += 1
    elif token.tag in _BLOCKS:
        table.laid_out = True


class Rows:
    """The row that is open at a place of a page, and how many ended before it.

    Only tables of data have rows; ``plain`` and ``linked`` are of the text of the row.
    """

    def __init__(self, tokens: Iterable[Token], text: str) -> None:
        self._data, self._tables, self._in_data = data_tables(tokens, text), 0, False
        self._cells: list[str] | None = None
        self.count, self.plain, self.linked = 0, '', 0

    @property
    def is_open(self) -> bool:
        """Whether a row is open."""
        return self._cells is not None

    @property
    def cells(self) -> list[str]:
        """The cells of the open row; none where no row is open."""
        return self._cells if self._cells is not None else []

    def begin_table(self) -> None:
        """Take the start tag of a table."""
        self._in_data = self._tables in self._data
        self._tables += 1
        self.count = 0

    def end_table(self) -> None:
        """Take the end tag of a table."""
        self._in_data = False

    def begin(self) -> None:
        """Take the start tag of a row, which is one in a table of data."""
        if self._in_data:
            self._cells = []

    def fill(self, markdown: str, plain: str, linked: int) -> None:
        """What the last of the cells says."""
        self.cells[-1] = cell(markdown)
        self.plain += plain
        self.linked += linked

    def end(self) -> tuple[list[str], str, int]:
        """``(cells, plain, linked)`` of the row, which ends."""
        row = self.cells, self.plain, self.linked
        self._cells, self.plain, self.linked = None, '', 0
        return row
