"""HTML seeds: the article of a page, its elements as Markdown, each with its place in the file.

``pieces`` cuts the source without losing a character: ``cutter`` takes its
``tokens`` and tells blocks, lists and ``tables``, ``inline`` turns what is in a
block into Markdown. ``main_text`` tells the article from the page; ``about`` reads what
the page says of itself.
"""

from .about import About, about
from .main_text import article_pieces
from .piece import Piece, standing_apart
from .pieces import line_and_column, pieces_of

__all__ = [
    'About',
    'Piece',
    'about',
    'article_pieces',
    'line_and_column',
    'pieces_of',
    'standing_apart',
]
