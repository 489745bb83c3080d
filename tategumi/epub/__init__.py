"""The EPUB (EPUB 3.3), through ebooklib."""

from .build import build_epub
from .modified import is_date

__all__ = ['build_epub', 'is_date']
