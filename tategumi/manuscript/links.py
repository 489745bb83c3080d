"""Links from place to place within the manuscript."""

import re
from urllib.parse import unquote

from ..notation import without_readings
from ..seed.links import map_links
from ..settings import slug_of

_HEAD = re.compile(r'#{1,6}[ 　]+(.*)')


def heads_of(text: str) -> set[str]:
    """What links call the heads in a chapter's Markdown by."""
    return {
        slug_of(without_readings(match[1]).replace('\\', ''))
        for match in map(_HEAD.fullmatch, text.split('\n'))
        if match
    }


def settle_links(text: str, heads: set[str]) -> str:
    """A chapter's Markdown with links to the ``heads`` of the book; of others the words stay.

    A link within the book names a head (``#title``), or the book cannot be made.
    """
    if '](#' not in text:
        return text

    def settled(target: str) -> str:
        return target if target[0] != '#' or slug_of(unquote(target[1:])) in heads else ''

    return map_links(text, settled)
