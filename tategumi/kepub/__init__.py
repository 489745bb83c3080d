"""The KEPUB: an EPUB with the markup that Kobo's reading system needs."""

from .build import build_kepub

__all__ = ['build_kepub']
