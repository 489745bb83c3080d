"""The style sheets of a book: the press's, and what the book brings of its own.

``read``         which sheets an output is made with
``book_sheets``  reads a sheet of the book: what it imports is in it, what it names is the book's
``files``        the fonts and pictures it names
``bounds``       how much a sheet may ask for
``figures``      what code reckons with is read from the press's sheets
"""

from .read import STYLES, own_sheets, read_sheets

__all__ = ['STYLES', 'own_sheets', 'read_sheets']
