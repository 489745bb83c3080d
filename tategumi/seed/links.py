"""Links in seeds: their targets, and Markdown without them."""

import re
from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

_LINK = re.compile(
    r'(?<![!\\])\[(?P<text>(?:[^\[\]\\]|\\.)*)\]'
    r'\((?P<target>(?:[^()\s]|\([^()\s]*\))+)(?P<title>[ ]+(?:"[^"]*"|\'[^\']*\'))?[ ]*\)'
)


def target_of(href: str, base: str = '') -> str:
    """``href`` as the manuscript writes it, or '' where it leads nowhere outside the page.

    A relative one is taken from ``base``, the page's own address. Only
    ``http``, ``https``, ``mailto`` and ``#`` with a name.
    """
    href = href.strip()
    try:
        href = href if href.startswith('#') else urljoin(base, href)
        scheme = urlsplit(href).scheme
    except ValueError:
        return ''
    if not (scheme in ('http', 'https', 'mailto') or href.startswith('#') and href != '#'):
        return ''
    # Marks that would end the link, or begin another notation.
    return re.sub(r'[\s()<>\\`{}|*^"\[\]]', lambda mark: quote(mark[0], safe=''), href)


def without_links(text: str) -> str:
    """Markdown ``text`` with each link as its words alone."""
    return map_links(text, lambda target: '')


def map_links(text: str, turn: Callable[[str], str]) -> str:
    """Markdown ``text`` with the target of each link as ``turn`` gives it; '' unlinks it."""

    def turned(match: re.Match[str]) -> str:
        target = turn(match['target'])
        return f'[{match["text"]}]({target}{match["title"] or ""})' if target else match['text']

    return _LINK.sub(turned, text)
