"""Checks of the finished files: EPUBCheck and Ace, and the lines of the PDF."""

from .ace import check_ace, has_ace
from .epub import check_epub
from .pdf import check_pdf

__all__ = ['check_ace', 'check_epub', 'check_pdf', 'has_ace']
