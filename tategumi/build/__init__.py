"""Builds one book: from its folder to ``dist/``.

``book``            a book at work: cleaned, marked up and set at most once, however many ask
``outputs``         the kinds of finished books, one record each
``begin``           the folder of a new book; ``watch`` makes a book again when it changes
``sample``          its first chapters as a book of their own
``outputs_note``    which finished books are of a name that the book had before
``markup_cache``    chapters that were marked up before; ``cleaning_cache`` seeds that were cleaned
"""

from .book import Book
from .outputs import OUTPUTS, USUAL, Output, epub_of, make

__all__ = ['OUTPUTS', 'USUAL', 'Book', 'Output', 'epub_of', 'make']
