"""Scraped texts as found: bytes in ``seeds/`` to lines that know where they stand.

Nothing is cleaned here. Joining the lines gives back the decoded text.
"""

from .read import read_seeds
from .text import SeedLine, SeedText, seed_text

__all__ = ['SeedLine', 'SeedText', 'read_seeds', 'seed_text']
