"""One book of the library, made where it stands: the work of a worker."""

import gc
import os
from pathlib import Path

from ..build import OUTPUTS, USUAL, Book
from ..build import make as make_outputs
from ..printable import printable
from ..terminal import Quiet
from ..terminal.guard import fault_of
from .outcome import Outcome
from .resume import files_of, remember, unchanged


def make(root: Path | str, resume: bool = False, cached: bool = True) -> Outcome:
    """The ``Outcome`` of making the EPUB and the PDF of the book in folder ``root``.

    With ``resume``, a book that is as it was made is left as it is; ``cached`` is as a
    ``Book`` has it. Whatever is wrong with the book is the outcome; nothing is raised.
    """
    root = Path(root)
    try:
        return resume and unchanged(root) or _make(root, cached)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        return Outcome('failed', fault=_in_book(root, str(fault_of(error, root))))
    finally:
        # The boxes of a book refer to one another; left to themselves, those of ten
        # books pile up before they go.
        gc.collect()


def _make(root: Path, cached: bool) -> Outcome:
    before = files_of(root)
    book = Book(root, Quiet(), cached=cached)
    if book.has_seeds:
        book.clean()
    sources = files_of(root)
    make_outputs(book, *USUAL)
    outcome = Outcome(
        'made',
        book.settings.title,
        len(book.chapters()),
        book.pdf().pages,
        tuple(book.file(OUTPUTS[name].suffix).relative_to(root).as_posix() for name in USUAL),
        tuple(_in_book(root, str(warning)) for warning in book.summary.warnings),
    )
    remember(root, before, sources, outcome)
    return outcome


def _in_book(root: Path, text: str) -> str:
    """``text`` with every path as it is known in the book's folder."""
    return printable(text).replace(f'{printable(root)}{os.sep}', '')
