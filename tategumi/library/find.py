"""Which folders are books."""

import os
from collections.abc import Iterable
from pathlib import Path

from ..errors import BadInput
from ..files import entries_of


def books_in(folders: Iterable[Path]) -> list[Path]:
    """The folders of the books in ``folders``, in order, none twice.

    Each of them is a book, having ``seeds/`` or ``book/``, or holds books.
    Raises ``BadInput`` for one that is no folder, or neither.
    """
    books_by_path: dict[str, Path] = {}
    for folder in folders:
        if not os.path.isdir(folder):
            raise BadInput(folder, 'there is no such folder')
        books = [folder] if _is_book(folder) else [*filter(_is_book, entries_of(folder))]
        if not books:
            raise BadInput(folder, 'is no book (seeds/ or book/) and holds none')
        for book in books:
            books_by_path.setdefault(os.path.realpath(book), book)
    return list(books_by_path.values())


def _is_book(folder: Path) -> bool:
    """Whether ``folder`` is a book, or one that cannot be looked into: making it says so."""
    if not os.path.isdir(folder):
        return False
    try:
        os.listdir(folder)
    except OSError:
        return True
    return any(os.path.isdir(folder / name) for name in ('seeds', 'book'))
