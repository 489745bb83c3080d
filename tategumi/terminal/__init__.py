"""Output on the terminal: progress while the press works, a summary at the end."""

from .progress import Progress, Quiet
from .summary import Summary

__all__ = ['Progress', 'Quiet', 'Summary']
