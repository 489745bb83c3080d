"""What stores want to know of a book, and what ``book.yaml`` does not say of it yet.

``demand``   what a store may want, and what of it a book lacks
``stores``   which store wants what, where it says so, and what is told of it
``text``     what a store refuses in the text
"""

from .stores import STORES, Told, told
from .text import told_addresses

__all__ = ['STORES', 'Told', 'told', 'told_addresses']
