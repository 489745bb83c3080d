"""WeasyPrint, the engine of the PDF: its one version, its libraries, and what is replaced in it.

Vertical writing rests on WeasyPrint's inside, which is no interface that it promises to keep.
The names of another version may be gone already when they are imported, so a package that
imports them imports this first.

What WeasyPrint makes fonts of a PDF small with is not loaded until it is called, which the press
never does: its writer has its own way, and loading that takes longer than a page does. What it
declares of libraries in C is ready (``declarations``), so that nothing parses it.

For each library (Pango, HarfBuzz) WeasyPrint tries a list of names. Where a name is not a
file, cffi searches for it with ldconfig and a compiler, a process each; the names Linux knows
are in the list and need no search.
"""

import ctypes.util
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from . import declarations
from .errors import Unavailable
from .lazy import loaded_late
from .memory import memory_left

WRITTEN_FOR = '70.0'

#: What of fontTools WeasyPrint imports for its own PDFs alone.
_LATE = ('fontTools.subset', 'fontTools.varLib.instancer')

#: Bytes of address space that WeasyPrint's libraries and a list of the fonts take at most.
_FOR_FONTS = 256 * 2**20


@contextmanager
def _names_alone() -> Iterator[None]:
    """Inside this context libraries are loaded by their names alone, where that is enough."""
    if not sys.platform.startswith('linux'):
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def refuse_other(version: str) -> None:
    """Raise ``BadInput`` naming both where ``version`` is not ``WRITTEN_FOR``."""
    if version != WRITTEN_FOR:
        raise Unavailable(
            'weasyprint',
            'is version {version}; vertical writing needs {written_for} exactly: run "make" to '
            'install it',
            version=version,
            written_for=WRITTEN_FOR,
        )


def refuse_little_memory() -> None:
    """Raise ``Unavailable`` where the process may not have the memory to look for fonts.

    Fontconfig, which has too little, reads no font; but it notes, in a cache that all programs
    of the machine read, that there is none in the folder.
    """
    if (left := memory_left()) < _FOR_FONTS:
        raise Unavailable(
            'fonts',
            'there is too little memory to look for them: this process may have {left} MB more, '
            'and {needed} MB are needed',
            left=max(0, int(left)) // 2**20,
            needed=_FOR_FONTS // 2**20,
        )


@contextmanager
def replaced(seams: Iterable[tuple[Any, str, Callable]]) -> Iterator[None]:
    """Inside this context each ``(module, name, function)`` of ``seams`` is in place."""
    seams = [*seams]
    originals = [(module, name, getattr(module, name)) for module, name, _ in seams]
    try:
        for module, name, function in seams:
            setattr(module, name, function)
        yield
    finally:
        for module, name, function in originals:
            setattr(module, name, function)


refuse_little_memory()
try:
    with _names_alone(), loaded_late(_LATE), declarations.ready_declarations():
        import weasyprint
        import weasyprint.document
except declarations.OtherDeclarations:
    with _names_alone(), loaded_late(_LATE):
        import weasyprint
        import weasyprint.document

refuse_other(weasyprint.__version__)
