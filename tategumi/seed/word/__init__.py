"""Documents of Word (.docx) as Markdown.

mammoth reads the document; what it does not know is told by marks in its text (``prepare``), and
the paragraphs it makes of all become the blocks of the book's vocabulary (``tree``).
"""

from .read import unpack_word

__all__ = ['unpack_word']
