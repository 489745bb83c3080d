"""Checks of the finished files: EPUBCheck, and the lines of the PDF."""

from .epub import check_epub
from .pdf import check_pdf

__all__ = ['check_epub', 'check_pdf']
