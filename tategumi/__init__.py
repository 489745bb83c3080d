"""A Japanese book press: scraped text in, a vertical EPUB and a vertical PDF out.

``Book``      a book's folder, and what can be made of it
``make``      writes its outputs
``BadInput``  what is raised where the user can mend something

docs/library.md shows how they are used.
"""

from typing import TYPE_CHECKING

from .lazy import lazy_names
from .version import __version__

if TYPE_CHECKING:
    from .build import Book, make
    from .errors import BadInput, FaultyBook, PressError

__all__ = ['BadInput', 'Book', 'FaultyBook', 'PressError', '__version__', 'make']

_HOMES = {
    'BadInput': 'errors',
    'Book': 'build',
    'FaultyBook': 'errors',
    'PressError': 'errors',
    'make': 'build',
}

__getattr__ = lazy_names(__package__, _HOMES)
