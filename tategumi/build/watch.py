"""Makes a book again whenever one of its files changes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, DefaultFilter
from watchfiles import watch as changes_in

from ..errors import BadFile, PressError
from ..messages import Language, Message
from ..terminal.output import print_message, print_result
from .book import Book
from .outputs import USUAL, make

#: What of the book's folder a book is made of.
_SOURCES = ('seeds', 'book', 'styles')
#: What the press writes there itself, and what editors do beside a file.
_OWN = ('.ground', '.manuscript.json')


#: In milliseconds: what changes within that time changes together.
_DEBOUNCE = 300


class _Sources(DefaultFilter):
    """Changes of what the book in ``root`` is made of."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = os.path.realpath(root)

    def __call__(self, change: Change, path: str) -> bool:
        parts = Path(os.path.relpath(os.path.realpath(path), self._root)).parts
        # Each of its files that comes or goes is told of itself, and the press writes here too.
        if change is Change.modified and os.path.isdir(path):
            return False
        return (
            parts[:1] != ('..',)
            and parts[:1] not in ((), ('dist',))
            and parts[0] in _SOURCES
            and not any(part in _OWN or part.endswith('.unfinished') for part in parts)
            and super().__call__(change, path)
        )


def watch(
    open_book: Callable[[], Book],
    root: Path,
    language: Language,
    once_made: Callable[[], bool] = lambda: False,
) -> None:
    """Make the usual outputs of ``open_book()``, and again at each change of a source.

    What is wrong with the book is told, and the next change awaited. ``once_made`` is called
    after each time; it stops where that returns true. Raises ``BadInput`` where ``root`` is no
    folder.
    """
    if not os.path.isdir(root):
        raise BadFile(root, 'there is no such folder')
    # What is changed while a book is made waits for its turn; so the first comes of a timeout.
    changes = changes_in(
        root,
        watch_filter=_Sources(root),
        debounce=_DEBOUNCE,
        rust_timeout=_DEBOUNCE,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    is_made = False
    for changed in changes:
        if changed or not is_made:
            _make(open_book, language)
            is_made = True
            if once_made():
                return


def _make(open_book: Callable[[], Book], language: Language) -> None:
    start = time.monotonic()
    try:
        book = open_book()
        make(book, *USUAL)
    except PressError as fault:
        print_message(language.say(fault))
    else:
        print_result(language.say(book.summary))
        made = Message('made in {seconds:.1f} s', seconds=time.monotonic() - start)
        print_message(language.say(made))
    print_message(language.translate('waiting for a change; Ctrl-C ends'))
