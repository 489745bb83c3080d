"""Checks of the finished files: EPUBCheck, and the lines of the PDF."""

from .pdf import check_pdf

__all__ = ['check_pdf']
