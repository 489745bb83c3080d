"""Links from place to place within the manuscript."""

import re
from urllib.parse import unquote

from ..seed.links import turn_links
from ..settings import slug_of

_HEAD = re.compile(r'#{1,6}[ 　]+(.*)')
_READING = re.compile(r'\{([^{}|]+)\|[^{}]*\}')


def settle_links(text):
    """A chapter's Markdown with links to the heads that are in it; of others the words stay.

    A link within the book names a head of its own chapter (``#title``), or the
    book cannot be made.
    """
    if '](#' not in text:
        return text
    heads = {
        slug_of(_READING.sub(r'\1', match[1]).replace('\\', ''))
        for match in map(_HEAD.fullmatch, text.split('\n')) if match}

    def settled(target):
        return target if target[0] != '#' or slug_of(unquote(target[1:])) in heads else ''

    return turn_links(text, settled)
