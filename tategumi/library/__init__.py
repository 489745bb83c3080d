"""Many books in one run: on the processes of this machine, or on a Dask cluster.

``run`` finds the books and has them made; ``processes`` and ``cluster`` hand them out to
workers, ``worker`` starts one, ``work`` is what it does; ``resume`` remembers what was made of
what, ``table`` tells what became of the books.
"""

from .outcome import STATES, Outcome, count_states
from .run import books_in, make_library
from .table import library_html, library_json

__all__ = [
    'STATES',
    'Outcome',
    'books_in',
    'count_states',
    'library_html',
    'library_json',
    'make_library',
]
