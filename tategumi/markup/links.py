"""Links: which addresses may stand in a book, and how they are written."""

import ipaddress
import re
import xml.etree.ElementTree as etree
from urllib.parse import quote, urlsplit

from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX, AtomicString

from ..lazy import lazy_pattern
from ..messages import Message
from .fault import Remark
from .linear import Brackets, after_attributes
from .parser import Parser

_LABEL = r'[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
_HOST = lazy_pattern(rf'(?:{_LABEL}\.)*{_LABEL}')
_LETTERS = lazy_pattern(r'[\w.-]+')
_MAILBOX = lazy_pattern(rf'[A-Za-z0-9.+_-]+@(?:{_LABEL}\.)+{_LABEL}', re.IGNORECASE)
_CHAPTER = lazy_pattern(
    r'(?:\.{1,2}/)*(?:[^/\\#?:\s]+/)*(?P<name>[^/\\#?:\s]+)\.(?:md|x?html?)(?P<place>#[^#\s]+)?'
)
_STRAY_PERCENT = lazy_pattern('%(?![0-9A-Fa-f]{2})')


def register(md: Parser, remarks: list[Remark]) -> None:
    """Teach ``md`` the book's links.

    ``remarks`` tell of addresses that may not stand. Links by reference are of ``commonmark``.
    """
    md.learn('link', 160, lambda: _LinkProcessor(md, remarks), '[')
    md.learn('autolink', 120, lambda: _AutolinkProcessor(r'<(https?://[^<>\s]+)>', md), '<')


def address(href: str) -> str | None:
    """``href`` as it may stand in the book, or ``None`` if it may not.

    Only ``http``, ``https``, ``mailto`` and ``#fragment``; no user name before
    the host. What an address may not hold is percent-encoded, the host in
    ASCII (RFC 3986, RFC 5890).
    """
    if href.startswith('#'):
        return href if len(href) > 1 else None
    try:
        parts = urlsplit(href)
        port = '' if parts.port is None else f':{parts.port}'
    except ValueError:
        return None
    if parts.scheme == 'mailto':
        mailbox = parts.path
        return f'mailto:{mailbox}' if _MAILBOX.fullmatch(mailbox) else None
    if parts.scheme not in ('http', 'https') or '@' in parts.netloc:
        return None
    host = _host(parts.hostname or '')
    if host is None:
        return None
    path = _encoded(parts.path, "/:@!$&'()*+,;=")
    query = '?' + _encoded(parts.query, "/?:@!$&'()*+,;=") if parts.query else ''
    fragment = '#' + _encoded(parts.fragment, "/?:@!$&'()*+,;=") if parts.fragment else ''
    return f'{parts.scheme}://{host}{port}{path}{query}{fragment}'


def _chapter(target: str) -> str | None:
    """A link to the file of a chapter, or to the page that other tools make of it, or ``None``.

    ``02-海.html#夜`` is ``#02-海.md#夜``; where it is, who knows the whole book finds out.
    """
    match = _CHAPTER.fullmatch(target)
    return f'#{match["name"]}.md{match["place"] or ""}' if match else None


def _host(name: str) -> str | None:
    try:
        ascii_name = name.encode('idna').lower()
        shown = ascii_name.decode('idna')
        is_canonical = shown.encode('idna') == ascii_name
    except UnicodeError:
        return None
    name = ascii_name.decode('ascii')
    if not is_canonical or not _HOST.fullmatch(name) or not _LETTERS.fullmatch(shown):
        return None
    if name.rsplit('.', 1)[-1][0].isdigit():
        try:
            ipaddress.IPv4Address(name)
        except ValueError:
            return None
    return name


def _encoded(text: str, safe: str) -> str:
    return quote(_STRAY_PERCENT.sub('%25', text), safe=safe + '%')


class _LinkProcessor(Brackets, LinkInlineProcessor):
    """``[text](address)``; with an address that may not stand, it stays text."""

    ANCESTOR_EXCLUDES = ('a',)

    def __init__(self, md: Parser, remarks: list[Remark]) -> None:
        super().__init__(r'(?<!\!)\[', md)
        self.remarks = remarks

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        link, start, end = super().handleMatch(m, data)
        if link is None:
            return None, None, None
        target = self.md.treeprocessors['unescape'].unescape(link.get('href'))
        href = _chapter(target) or address(target)
        if href is None and link.get('href') and link.text.strip():
            message = Message(
                '"{link}" leads to no address that a book may have', link=data[start:end]
            )
            self.remarks.append(Remark((data[start:end],), message))
        if href is None or not link.text.strip() or self._holds_link(link.text):
            return None, None, None
        link.set('href', href)
        return link, start, after_attributes(data, end)

    def _holds_link(self, text: str) -> bool:
        stash = self.md.treeprocessors['inline'].stashed_nodes
        nodes = (stash.get(m[1]) for m in INLINE_PLACEHOLDER_RE.finditer(text))
        return any(
            isinstance(node, etree.Element) and (node.tag == 'a' or node.find('.//a') is not None)
            for node in nodes
        )


class _AutolinkProcessor(InlineProcessor):
    """``<https://example.com/>``"""

    ANCESTOR_EXCLUDES = ('a',)

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        href = None if {STX, ETX} & set(m[1]) else address(m[1])
        if href is None:
            return None, None, None
        link = etree.Element('a', {'href': href})
        link.text = AtomicString(m[1])
        return link, m.start(), m.end()
