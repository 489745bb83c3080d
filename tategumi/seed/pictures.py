"""Finds the picture files beside a seed that the seed names."""

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from ..files import opened
from ..pictures import look_at, media_type
from .aozora.pictures import sources_of
from .html.missing import SOURCES
from .html.tokens import tokens_of

#: Where the pictures of the seeds stand, as seen from a chapter of the manuscript.
_IN_MANUSCRIPT = '../pictures/'
#: ``![words](source "title")`` of Markdown, the title or <> around the source if need be.
PICTURE = re.compile(
    r'!\[(?P<words>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\\n]|\\.)*\])*)\]'
    r'\((?:<(?P<bare>[^<>\n]*)>|(?P<source>[^()<>\s]+))(?P<title>\s+"[^"\n]*")?\)'
)


def pictures_beside(text: str, folder: Path, is_html: bool) -> dict[str, str]:
    """``{source: address}`` of the pictures that ``text`` names and that lie below ``folder``.

    ``source`` is what the seed calls the file, ``address`` where it will stand
    in the manuscript, as a chapter writes it (``../pictures/a.png``). Only whole
    PNG, JPEG, GIF, WebP and SVG files named by a relative path that does not leave
    ``folder``; nothing is fetched.
    """
    addresses = {}
    for source in _sources(text, is_html):
        inside = _inside(source, folder)
        if inside is not None:
            addresses[source] = address_of(inside)
    return addresses


def address_of(path: str) -> str:
    """Where the picture at ``path``, below the folder of the seeds, stands in the manuscript."""
    return _IN_MANUSCRIPT + _as_written(path)


def path_of(address: str) -> str:
    """The path, below the folder of the seeds, of the picture with that address."""
    return unquote(address.removeprefix(_IN_MANUSCRIPT))


def _sources(text: str, is_html: bool) -> list[str]:
    written = (
        []
        if is_html
        else [
            *(match['bare'] or match['source'] or '' for match in PICTURE.finditer(text)),
            *sources_of(text),
        ]
    )
    if '<img' not in text.lower():
        return written
    return written + [
        token.attributes[name]
        for token in tokens_of(text)
        if token.tag == 'img'
        for name in SOURCES
        if name in token.attributes
    ]


def _inside(source: str, folder: Path) -> str | None:
    """The path of the file from ``folder``, or ``None`` where no picture is."""
    try:
        parts = urlsplit(source)
        path = Path(os.path.realpath(folder / unquote(parts.path)))
        if parts.scheme or parts.netloc or not parts.path or '\\' in source:
            return None
        inside = path.relative_to(os.path.realpath(folder))
        with opened(path) as file:
            is_picture = media_type(file.read(16)) and not look_at(path)[0]
            return inside.as_posix() if is_picture else None
    except (OSError, ValueError):
        return None


def _as_written(path: str) -> str:
    """``path`` with every mark encoded that Markdown would read; letters stay readable."""
    return re.sub('[^\\w/.-]', lambda mark: quote(mark[0]), path)
