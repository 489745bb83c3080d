"""Scraped texts as found: bytes in ``seeds/`` to lines that know where they stand.

Nothing is cleaned here. Joining the lines gives back the decoded text.
"""

from .pictures import path_of
from .read import read_seeds, unread
from .text import SeedLine, SeedText, seed_text

__all__ = ['SeedLine', 'SeedText', 'path_of', 'read_seeds', 'seed_text', 'unread']
