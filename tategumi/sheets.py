"""The style sheets a book may bring its own of."""

from .errors import BadInput


def read_sheet(settings, styles, name):
    """The CSS in file ``name`` of ``styles``, the press's own folder.

    A sheet of the same name in the book's ``styles/`` takes its place. Raises
    ``BadInput`` for one that cannot be read.
    """
    own = settings.root / 'styles' / name
    path = own if own.exists() else styles / name
    try:
        return path.read_text(encoding='utf-8')
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, f'this sheet cannot be read: {error}') from error
