"""How WeasyPrint finds Pango and HarfBuzz.

For each library it tries a list of names. Where a name is not a file, cffi
searches for it with ldconfig and a compiler, a process each; the names Linux
knows are in the list and need no search.
"""

import ctypes.util
import sys
from contextlib import contextmanager


@contextmanager
def names_alone():
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


with names_alone():
    import weasyprint.text.ffi  # noqa: F401
