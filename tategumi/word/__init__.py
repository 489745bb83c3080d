"""The document of Word: the chapters of the book for those who write and correct in Word."""

from .build import build_word

__all__ = ['build_word']
