"""The editor's desk: a web page on this machine, where a book is edited and seen.

``run``             starts it; ``server`` its routes, ``address`` who may use them
``session``         the book at work: cleaned, edited, laid out; ``worker`` the thread it is in
``clicks``          what a click decides; ``view`` what the page is told
``decisions``       ``book.yaml`` with a decision more, comments and all
``chapters``        chapter files, saved whole and over nobody's change
``history``         what a click changed, to be taken back
``paragraphs``      a chapter with a paragraph less
``seed_lines``      a seed as the page shows it
``places``          a line of the seed, of the manuscript and the page it is on
``window``          what of a long chapter is set first
``pages``           the pages as drawings; ``reader`` the EPUB as files
``static/``         the page itself
"""

from .run import serve

__all__ = ['serve']
