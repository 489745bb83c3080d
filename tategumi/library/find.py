"""Which folders are books."""

import os

from ..errors import BadInput
from ..files import entries_of


def books_in(folders):
    """The folders of the books in ``folders``, in order, none twice.

    Each of them is a book, having ``seeds/`` or ``book/``, or holds books.
    Raises ``BadInput`` for one that is no folder, or neither.
    """
    found = {}
    for folder in folders:
        if not os.path.isdir(folder):
            raise BadInput(folder, 'there is no such folder')
        books = [folder] if _is_book(folder) else [*filter(_is_book, entries_of(folder))]
        if not books:
            raise BadInput(folder, 'is no book (seeds/ or book/) and holds none')
        for book in books:
            found.setdefault(os.path.realpath(book), book)
    return list(found.values())


def _is_book(folder):
    """Whether ``folder`` is a book, or one that cannot be looked into: making it says so."""
    if not os.path.isdir(folder):
        return False
    try:
        os.listdir(folder)
    except OSError:
        return True
    return any(os.path.isdir(folder / name) for name in ('seeds', 'book'))
