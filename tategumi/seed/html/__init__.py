"""HTML seeds: the article of a page, its elements as Markdown, each with its place in the file.

``pieces`` cuts the source without losing a character, ``inline`` turns what is
in a block into Markdown, ``main_text`` tells the article from the page.
"""

from .main_text import article_pieces
from .pieces import Piece, line_and_column

__all__ = ['Piece', 'article_pieces', 'line_and_column']
