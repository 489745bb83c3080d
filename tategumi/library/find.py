"""Which folders are books."""

from ..errors import BadInput


def books_in(folders):
    """The folders of the books in ``folders``, in order, none twice.

    Each of them is a book, having ``seeds/`` or ``book/``, or holds books.
    Raises ``BadInput`` for one that is no folder, or neither.
    """
    found = {}
    for folder in folders:
        if not folder.is_dir():
            raise BadInput(folder, 'there is no such folder')
        books = [folder] if _is_book(folder) else sorted(filter(_is_book, folder.iterdir()))
        if not books:
            raise BadInput(folder, 'is no book (seeds/ or book/) and holds none')
        for book in books:
            found.setdefault(book.resolve(), book)
    return list(found.values())


def _is_book(folder):
    return (folder / 'seeds').is_dir() or (folder / 'book').is_dir()
