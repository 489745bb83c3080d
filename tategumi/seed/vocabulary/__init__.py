"""XHTML in the vocabulary of the book (docs/epub.md) as the manuscript that says it.

The way back from ``markup``, for what the press itself has written, and for what is brought into
that vocabulary: documents of Word.
"""

from .blocks import Writer
from .inline import Inline

__all__ = ['Inline', 'Writer']
