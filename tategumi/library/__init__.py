"""Many books in one run: on the processes of this machine, or on a Dask cluster.

``find`` tells which folders are books, ``make`` makes one of them and never
raises, ``resume`` remembers what was made of what, ``processes`` and
``cluster`` hand the books out, ``table`` tells what became of them.
"""

from .find import books_in
from .outcome import Outcome, count_states
from .run import make_library
from .table import library_html, library_json

__all__ = ['Outcome', 'books_in', 'count_states', 'library_html', 'library_json', 'make_library']
