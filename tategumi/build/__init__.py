"""One book on its way from its folder to ``dist/``: the steps that the commands share."""

from .book import Book
from .outputs import epub, kepub, pdf

__all__ = ['Book', 'epub', 'kepub', 'pdf']
