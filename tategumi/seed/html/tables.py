"""Tables of data, told from tables that only lay a page out."""

_BLOCKS = {'table', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'form', 'hr'}
_LONGEST_CELL = 120


def data_tables(tokens):
    """The places, counted by tables from 0, of those that hold data.

    Such a table has two rows and two columns at least, as many cells in every
    row, and neither blocks nor long text in a cell.
    """
    return frozenset(
        number
        for number, table in enumerate(_tables(tokens))
        if not table.laid_out
        and len(table.rows) > 1
        and len(set(table.rows)) == 1
        and table.rows[0] > 1
    )


class _Table:
    def __init__(self):
        self.rows, self.laid_out, self.cell = [], False, 0


def _tables(tokens):
    tables, opened = [], []
    for token in tokens:
        if opened and token.kind == 'start':
            _look_at(opened[-1], token)
        if opened and token.kind == 'text':
            opened[-1].cell += token.end - token.start
            opened[-1].laid_out |= opened[-1].cell > _LONGEST_CELL
        if token.tag == 'table' and token.kind == 'start':
            opened.append(_Table())
            tables.append(opened[-1])
        elif token.tag == 'table' and opened:
            opened.pop()
    return tables


def _look_at(table, token):
    if token.tag == 'tr':
        table.rows.append(0)
    elif token.tag in ('td', 'th'):
        table.cell = 0
        table.laid_out |= not table.rows or bool({'colspan', 'rowspan'} & {*token.attributes})
        if table.rows:
            table.rows[-1] += 1
    elif token.tag in _BLOCKS:
        table.laid_out = True
