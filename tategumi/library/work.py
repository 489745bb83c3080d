"""The worker process: makes the books that it is given, each in its folder."""

import gc
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from types import FrameType

from ..build import OUTPUTS, USUAL, Book
from ..build import make as make_outputs
from ..errors import PressError
from ..language import language_of, users_tag
from ..messages import Message
from ..printable import printable
from ..terminal import Quiet
from ..terminal.guard import fault_of, quiet_libraries
from .outcome import Outcome
from .resume import files_of, remember, unchanged


def make(root: Path | str, resume: bool = False, cached: bool = True) -> Outcome:
    """Make the EPUB and the PDF of the book in folder ``root``.

    With ``resume``, a book that is as it was made is left as it is; ``cached`` is as a
    ``Book`` has it. Whatever is wrong with the book is the outcome; nothing is raised.
    """
    root = Path(root)
    try:
        return resume and unchanged(root) or _make(root, cached)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        fault = fault_of(error, root)
        if isinstance(fault, PressError):
            return Outcome('failed', fault=_in_book(root, fault.line), code=fault.code)
        return Outcome('failed', fault=_in_book(root, fault), code='defect')
    finally:
        # The boxes of a book refer to one another; left to themselves, those of ten
        # books pile up before they go.
        gc.collect()


def _make(root: Path, cached: bool) -> Outcome:
    before = files_of(root)
    book = Book(root, Quiet(), cached=cached, language=language_of(users_tag()))
    if book.has_seeds:
        book.clean()
    sources = files_of(root)
    make_outputs(book, *USUAL)
    outcome = Outcome(
        'made',
        book.settings.title,
        len(book.chapters()),
        book.pdf(with_drawings=False).pages,
        tuple(book.file(OUTPUTS[name].suffix).relative_to(root).as_posix() for name in USUAL),
        tuple(_in_book(root, warning) for warning in book.summary.warnings),
    )
    remember(root, before, sources, outcome)
    return outcome


def _in_book(root: Path, text: str) -> str:
    """``text`` with every path as it is known in the book's folder."""
    folder = f'{printable(root)}{os.sep}'
    if isinstance(text, Message):
        return text.mapped(lambda value: value.replace(folder, ''))
    return printable(text).replace(folder, '')


def work(handle: int) -> None:
    """Make the books that come in at ``handle``, an open connection, until it is closed."""
    connection = Connection(handle)
    Thread(target=_end_with_parent, daemon=True).start()
    # The parent hears Ctrl-C and the end of the terminal too, and says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, 'SIGHUP'):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    with quiet_libraries():
        while True:
            try:
                connection.send(make(*connection.recv()))
            except (EOFError, BrokenPipeError, ConnectionResetError):
                return


def _stop(number: int, frame: FrameType | None) -> None:
    # Once; what is half done is put away meanwhile.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)
