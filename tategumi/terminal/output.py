"""Prints to standard output and standard error, with escapes."""

import os
import sys
from contextlib import suppress
from typing import TextIO

from ..errors import BadFile, reason_of
from ..printable import printable_lines


def print_result(text: object) -> None:
    """Print ``text`` on standard output, control characters as escapes.

    Raises ``BadInput`` where it cannot be written; who reads a long list with "head" wants
    no more of it, and that is no fault.
    """
    try:
        _write(text, sys.stdout)
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        raise BadFile(
            'standard output', 'cannot be written: {reason}', reason=reason_of(error)
        ) from error


def print_message(text: object, stream: TextIO | None = None) -> None:
    """Print ``text`` on ``stream`` (standard error), control characters as escapes.

    Where it cannot be written, nobody is there to be told.
    """
    stream = stream or sys.stderr
    try:
        _write(text, stream)
    except (OSError, ValueError):
        _discard(stream)


def finish() -> None:
    """Flush both streams, so that Python reports nothing at its exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _discard(stream)


def _write(text: object, stream: TextIO | None) -> None:
    if stream is not None:
        encoding = stream.encoding or 'utf-8'
        shown = printable_lines(str(text)).encode(encoding, 'backslashreplace')
        stream.write(shown.decode(encoding) + '\n')
        stream.flush()


def _discard(stream: TextIO) -> None:
    """Have what ``stream`` still holds go nowhere: Python writes it once more at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
