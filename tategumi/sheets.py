"""The style sheets a book may bring its own of."""

from .files import is_there, text_of


def read_sheet(settings, styles, name):
    """The CSS in file ``name`` of ``styles``, the press's own folder.

    A sheet of the same name in the book's ``styles/`` takes its place. Raises
    ``BadInput`` for one that cannot be read.
    """
    own = settings.root / 'styles' / name
    path = own if is_there(own) else styles / name
    return text_of(path)
