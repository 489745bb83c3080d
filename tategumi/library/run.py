"""Finds the books of a library and has them made."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..errors import BadFile
from ..files import entries_of
from ..messages import Message
from .cluster import on_cluster
from .outcome import Outcome
from .processes import in_processes


def books_in(folders: Iterable[Path]) -> list[Path]:
    """The folders of the books in ``folders``, in order, none twice.

    Each of them is a book, having ``seeds/`` or ``book/``, or holds books.
    Raises ``BadInput`` for one that is no folder, or neither.
    """
    books_by_path: dict[str, Path] = {}
    for folder in folders:
        if not os.path.isdir(folder):
            raise BadFile(folder, 'there is no such folder')
        books = [folder] if _is_book(folder) else [*filter(_is_book, entries_of(folder))]
        if not books:
            raise BadFile(folder, 'is no book (seeds/ or book/) and holds none')
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


def make_library(
    roots: Sequence[Path],
    jobs: int,
    scheduler: str = '',
    resume: bool = False,
    report: Callable[[Message], None] | None = None,
    cached: bool = True,
    limit: float = 0,
) -> dict[Path, Outcome]:
    """``{folder: Outcome}`` of the books in the folders ``roots``, in their order.

    ``jobs`` processes of this machine make them, or the workers of the Dask
    cluster ``scheduler``; ``resume`` and ``cached`` are as ``make`` has them. A book that
    takes longer than ``limit`` seconds fails; 0 is no limit.
    ``report(line)``, a message, is called for each book as it is done. Raises ``BadInput``
    where there is no such cluster.
    """
    # A worker may be at home in another folder.
    places = [os.path.realpath(root) for root in roots]
    results = (
        on_cluster(places, scheduler, jobs, resume, cached, limit)
        if scheduler
        else in_processes(places, jobs, resume, cached, limit)
    )
    outcomes = {}
    for index, outcome in results:
        outcomes[index] = outcome
        if report:
            report(Message('{folder}  {outcome}', folder=roots[index], outcome=outcome))
    return {root: outcomes[index] for index, root in enumerate(roots)}
