"""The style sheets a book may bring its own of."""

from pathlib import Path

from .files import is_there, text_of
from .settings import Settings

_PACKAGE = Path(__file__).parent

#: The folder of the press's own sheets: inside an installed package, beside it in a checkout.
STYLES = next(
    folder for folder in (_PACKAGE / 'styles', _PACKAGE.parent / 'styles') if folder.is_dir()
)


def read_sheet(settings: Settings, styles: Path, name: str) -> str:
    """The CSS in file ``name`` of ``styles``, the press's own folder.

    A sheet of the same name in the book's ``styles/`` takes its place. Raises
    ``BadInput`` for one that cannot be read.
    """
    own = settings.root / 'styles' / name
    path = own if is_there(own) else styles / name
    return text_of(path)
