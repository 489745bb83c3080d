"""Selects and reads the sheets of an output."""

from collections.abc import Collection
from pathlib import Path

from ..files import is_there, text_of
from ..lazy import lazy
from ..settings import Settings

_PACKAGE = Path(__file__).parents[1]

#: The folder of the press's own sheets: inside an installed package, beside it in a checkout.
STYLES = next(
    folder for folder in (_PACKAGE / 'styles', _PACKAGE.parent / 'styles') if folder.is_dir()
)

book_sheets = lazy('tategumi.sheets.book_sheets')


def read_sheets(
    settings: Settings, styles: Path, names: Collection[str], left_out: Collection[str] = ()
) -> dict[str, str]:
    """``{name: CSS}`` of the sheets ``names`` that an output is made with.

    ``styles`` is the press's own folder; a sheet of the same name in the book's
    ``styles/`` takes its place, but for those ``left_out``. Raises ``BadInput`` as
    ``book_sheets.read_book_sheets`` does.
    """
    paths = own_sheets(settings, names)
    for name in left_out:
        paths.pop(name, None)
    sheets = {name: text_of(styles / name) for name in names if name not in paths}
    if paths:
        sheets.update(zip(paths, book_sheets.read_book_sheets(settings.root, paths.values())))
    return {name: sheets[name] for name in names}


def own_sheets(settings: Settings, names: Collection[str]) -> dict[str, Path]:
    """``{name: path}`` of those of the sheets ``names`` that the book has of its own."""
    folder = settings.root / 'styles'
    return {name: folder / name for name in names if is_there(folder / name)}
