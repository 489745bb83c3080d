"""JLReq's tables, read from the files beside this one. Each file names its source."""

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of table ``name`` as lists of cells, comment lines left out."""
    text = files(__package__).joinpath(f'{name}.tsv').read_text(encoding='utf-8')
    return [line.split('\t') for line in text.splitlines() if not line.startswith('#')]


def matrix(name: str) -> dict[tuple[int | str, int | str], str]:
    """A table of class pairs as ``{(before, after): cell}``.

    ``before`` and ``after`` are class numbers, or ``'head'`` and ``'end'``;
    an empty cell is ``''``.
    """
    header, *body = rows(name)
    columns = [_key(cell) for cell in header[1:]]
    pairs = {}
    for row in body:
        cells = row[1:] + [''] * (len(columns) - len(row) + 1)
        for column, cell in zip(columns, cells):
            pairs[_key(row[0]), column] = cell
    return pairs


def _key(cell: str) -> str | int:
    return int(cell) if cell.isdigit() else cell
