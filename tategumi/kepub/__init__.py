"""The KEPUB: an EPUB as Kobo's own reading system likes it.

``build``  the archive
``page``   one of its documents: what Kobo's pages hang on
``spans``  a span a sentence, by which Kobo finds its place in the text
"""

from .build import build_kepub

__all__ = ['build_kepub']
