"""What the person at the terminal sees: a bar while it works, a summary at the end."""

from .progress import Progress, Quiet
from .summary import Summary

__all__ = ['Progress', 'Quiet', 'Summary']
