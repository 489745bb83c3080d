"""Errors that the user can mend, each one line that names its place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .messages import Language, Message, at
from .printable import printable

#: Characters of a message; the rest of what it quotes tells nobody more.
_LONGEST = 600


@dataclass(frozen=True)
class Place:
    """Where in the user's files something stands.

    ``file`` is shown as the user would type it; ``line`` counts from 1, and
    is ``None`` where the fault is the whole file's.
    """

    file: Path | str
    line: int | None = None

    def __str__(self) -> str:
        file = printable(self.file, _LONGEST)
        return f'{file}:{self.line}' if self.line else file


class PressError(Exception):
    """A fault the user can mend. ``str()`` is one line: place, then message, in English.

    ``message`` is a ``Message``, or the template of one that has the ``values``. Control
    characters are shown as escapes: names and texts are anybody's. ``code`` names the kind of
    fault, which docs/faults.md explains; ``also`` are others found at the same time.
    """

    exit_status = 2
    code = ''
    also: tuple['PressError', ...] = ()

    def __init__(self, place: Place | Path | str, message: str, /, **values: Any) -> None:
        self.place = place if isinstance(place, Place) else Place(place)
        if not isinstance(message, Message):
            message = Message(printable(message, _LONGEST), **values)
        elif values:
            message = Message(message.template, **values)
        self.message = message
        super().__init__(str(self.line))

    @property
    def line(self) -> Message:
        """Its line: place, then message."""
        return at(self.place, self.message)

    def said(self, language: Language) -> str:
        """Its line in that language, and one for each of ``also``."""
        return '\n'.join(language.say(each.line) for each in (self, *self.also))

    def __reduce__(self) -> tuple[Any, ...]:
        # Told by one process to another.
        return type(self), (self.place, self.message), {'also': self.also}


class BadInput(PressError):
    """The press was used wrongly, or something that it was given cannot be used."""

    code = 'input'


class BadFile(BadInput):
    """A file or folder is not there, cannot be read or written, or is too large."""

    code = 'file'


class BadSeed(BadInput):
    """A seed is empty, in no form or encoding that the press reads, or listed and not there."""

    code = 'seed'


class BadYaml(BadInput):
    """A file that should be YAML is not."""

    code = 'yaml'


class BadSettings(BadInput):
    """`book.yaml` has a key or value that the press does not know, or that nothing matches."""

    code = 'settings'


class BadRecord(BadInput):
    """A file that cleaning wrote is not there, or was changed; clean again."""

    code = 'record'


class BadManuscript(BadInput):
    """A chapter is missing, empty, or has notation, a link or a picture that cannot be set."""

    code = 'manuscript'


class BadRule(BadInput):
    """A cleaning rule of the book is written wrongly, fails its examples, or takes too long."""

    code = 'rule'


class BadSheet(BadInput):
    """A style sheet of the book cannot be used, or asks for too much."""

    code = 'sheet'


class BadFont(BadInput):
    """A font has no vertical forms, is not there, or may not be embedded."""

    code = 'font'


class Unavailable(BadInput):
    """The machine lacks something: memory, a package, a program, a cluster."""

    code = 'machine'


class FaultyBook(PressError):
    """The input was read, but the book made of it breaks a rule."""

    exit_status = 1
    code = 'book'


#: The kinds of faults, in the order of the docs.
FAULTS: tuple[type[PressError], ...] = (
    BadFile,
    BadSeed,
    BadYaml,
    BadSettings,
    BadRecord,
    BadManuscript,
    BadRule,
    BadSheet,
    BadFont,
    Unavailable,
    BadInput,
    FaultyBook,
)


def explanation(kind: type[PressError]) -> str:
    """What the docs say of faults of that kind: its docstring."""
    return (kind.__doc__ or '').strip()


def raise_all(faults: Sequence[PressError]) -> None:
    """Raise the first of ``faults``, if any, with the rest as ``also``."""
    if faults:
        first, *others = faults
        first.also = tuple(others)
        raise first


def reason_of(error: Exception) -> Message:
    """What the system says of an ``OSError``; of another, what it says itself."""
    return Message(str(getattr(error, 'strerror', None) or error))


@contextmanager
def error_context(place: Path | str | None = None, step: str | None = None) -> Iterator[None]:
    """Records ``place`` and ``step`` on exceptions of this context that are no ``PressError``.

    ``place`` is a file, ``step`` what is done; those of the innermost context count.
    """
    try:
        yield
    except Exception as error:
        known = place_and_step(error)
        vars(error)['_at'] = known[0] or place, known[1] or step
        raise


def place_and_step(error: BaseException) -> tuple[Path | str | None, str | None]:
    """The innermost place and step that ``error_context`` recorded on ``error``."""
    return vars(error).get('_at', (None, None))
