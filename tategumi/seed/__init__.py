"""Scraped texts as found: bytes in ``seeds/`` to lines that know where they stand.

Nothing is cleaned here. Joining the lines gives back the decoded text.
"""

from ..lazy import lazy_names

_HOMES = {
    'SeedLine': 'text',
    'SeedText': 'text',
    'path_of': 'pictures',
    'read_seeds': 'read',
    'seed_text': 'text',
    'unread': 'read',
}

__all__ = [*_HOMES]

# The manuscript knows notations of seeds; to read them all takes longer than to mark it up.
__getattr__ = lazy_names(__name__, _HOMES)
