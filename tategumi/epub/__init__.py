"""The EPUB (EPUB 3.3), through ebooklib."""

from .build import build_epub

__all__ = ['build_epub']
