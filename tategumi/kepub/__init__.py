"""The KEPUB: an EPUB as Kobo's own reading system likes it."""

from .build import build_kepub

__all__ = ['build_kepub']
