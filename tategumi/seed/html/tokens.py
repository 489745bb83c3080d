"""Tokenizes HTML: tags and text with their offsets, character references.

The parsers at hand keep no offsets, or take quadratic time on broken tags.
Rules are those of the HTML Standard, §13.2.5, as far as text depends on them.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r'<(/?)([A-Za-z][^\s/<>]*)')
_QUIET = re.compile(r"""[^"'<>]*""")
_NEXT_TAG = re.compile(r'</?[A-Za-z]')
_WIDE = re.compile(r'[^\x00-\x7f]')
# The value ends where another attribute of another tag begins; or what comes is no attribute.
_OPENS_A_VALUE = re.compile(r'<[A-Za-z][^<>]*=\s*\Z')
_GOES_ON = re.compile(r"""[\s/>]|[A-Za-z][\w:.@-]*=|\Z""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_COMMENT_ENDS = (('<!--', '-->'), ('<![CDATA[', ']]>'), ('<!', '>'), ('<?', '>'))
_RAW = ('script', 'style')
_DECIMAL = re.compile('&#0*+([0-9]+)')
#: As many digits as the largest character's number has.
_MOST = 7


@dataclass(frozen=True)
class Token:
    """From ``start`` to ``end``: a ``start`` tag, an ``end`` tag or ``text``."""

    kind: str
    start: int
    end: int
    tag: str = ''
    attributes: dict[str, str] = field(default_factory=dict)


def tokens_of(text: str) -> Iterator[Token]:
    """The ``Token``s of HTML ``text`` in order; comments and the like are between them."""
    scanner, place = _Scanner(text), 0
    while place < len(text):
        token, place = scanner.next(place)
        if token:
            yield token
        if token and token.kind == 'start' and token.tag in _RAW:
            place = scanner.end_of_raw(token.tag, place)


class _Scanner:
    """Remembers what does not come any more, so that no text is searched twice in vain."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._absent: set[str] = set()

    def next(self, place: int) -> tuple[Token | None, int]:
        """The token at ``place``, or ``None`` for markup, and where it ends."""
        text = self._text
        if text[place] == '<':
            match = _TAG.match(text, place)
            end = self._end_of_tag(match.end()) if match else None
            if match and end:
                return self._tag(match, end), end
            for opening, closing in () if match else _COMMENT_ENDS:
                if text.startswith(opening, place):
                    end = self._find(closing, place + len(opening))
                    if end is not None:
                        return None, end + len(closing)
        end = text.find('<', place + 1)
        end = len(text) if end < 0 else end
        return Token('text', place, end), end

    def end_of_raw(self, tag: str, place: int) -> int:
        """Where the end tag of a script or style begins."""
        match = re.compile(f'</{tag}', re.IGNORECASE).search(self._text, place)
        return match.start() if match else len(self._text)

    def _tag(self, match: re.Match[str], end: int) -> Token:
        closes, name = match.groups()
        if closes:
            return Token('end', match.start(), end, name.lower())
        attributes = _ATTRIBUTE.findall(self._text, match.end(), end)
        return Token(
            'start',
            match.start(),
            end,
            name.lower(),
            {name.lower(): double or single or bare for name, double, single, bare in attributes},
        )

    def _end_of_tag(self, place: int) -> int | None:
        """Where the tag ends whose attributes begin at ``place``, or ``None`` for no tag.

        One that another begins in has lost its ``>``, and a value that runs into one the quote
        at its end: it ends before what is text.
        """
        if self._find('>', place) is None:
            return None
        unquoted = place
        while True:
            if quiet := _QUIET.match(self._text, place):
                place = quiet.end()
            mark = self._text[place : place + 1]
            if mark in ('', '>'):
                return place + 1 if mark else None
            if mark == '<':
                if _NEXT_TAG.match(self._text, place):
                    wide = _WIDE.search(self._text, unquoted, place)
                    return wide.start() if wide else place
                place += 1
                continue
            closing = self._find(mark, place + 1)
            if closing is not None and not self._is_left_open(place + 1, closing):
                place = closing
            place += 1
            unquoted = place

    def _is_left_open(self, start: int, closing: int) -> bool:
        """Whether the value that begins at ``start`` does not end at the quote at ``closing``."""
        if self._text.find('>', start, closing) < 0:
            return False
        tag = max(self._text.rfind('<', start, closing), start)
        return bool(_OPENS_A_VALUE.match(self._text, tag, closing)) or not _GOES_ON.match(
            self._text, closing + 1
        )

    def _find(self, mark: str, place: int) -> int | None:
        if mark in self._absent:
            return None
        position = self._text.find(mark, place)
        if position < 0:
            self._absent.add(mark)
            return None
        return position


def unescape(text: str) -> str:
    """``text`` with its character references as characters (HTML Standard §13.2.5.72).

    What is beyond Unicode is U+FFFD; Python reads no number of thousands of digits.
    """
    return html.unescape(_DECIMAL.sub(_within_reach, text))


def _within_reach(match: re.Match[str]) -> str:
    return '&#x110000' if len(match[1]) > _MOST else f'&#{match[1]}'
