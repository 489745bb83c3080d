"""BBCode, the tags in square brackets that forums and novel sites write with, as Markdown.

There is no standard of it. The tags are those of phpBB, vBulletin and pixiv.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from ..notation import escape_head_mark
from .html.inline import Inline

#: Tags that have a form in the manuscript, and those of which only the text stays.
_FORMS = 'b strong i em url link email img ruby quote code'.split()
#: Others that have one, and that prose in square brackets has by accident.
_SHORT = 's del u sup sub'.split()
_DROPPED = """
    ins size color colour font face center left right justify align indent spoiler
    hide highlight list ul ol table tr td th youtube video media""".split()
_TAG = re.compile(
    r'\[(?P<closes>/?)(?P<name>'
    + '|'.join([*_FORMS, *_SHORT, *_DROPPED])
    + r')(?:[=:\s](?P<value>[^\[\]\n]*))?\]',
    re.IGNORECASE,
)
_PIXIV_RUBY = re.compile(r'\[\[rb:\s*+([^\[\]\n>]+)>\s*+([^\[\]\n]+)\]\]')
_ITEM = re.compile(r'\s*\[\*\]\s*')
_BREAK = re.compile(r'\s*\[(?:newpage|hr)\]\s*', re.IGNORECASE)
_HEAD = re.compile(r'\s*\[chapter:\s*+((?:[^\[\]\n]|\[\[rb:[^\[\]\n]+\]\])+)\]\s*', re.IGNORECASE)
#: A link of pixiv, and what shows nothing in a book: its pictures, jumps between pages.
_PIXIV_LINK = re.compile(
    r'\[\[jumpuri:\s*+([^\[\]\n>]+)>\s*+(https?://[^\[\]\s]+)\s*\]\]', re.IGNORECASE
)
_PIXIV_UNSHOWN = re.compile(
    r'\[(?:pixivimage|uploadedimage|jump):[0-9a-z_-]{1,40}\]', re.IGNORECASE
)
_PIXIV = re.compile('|'.join((_PIXIV_RUBY.pattern, _PIXIV_LINK.pattern, _PIXIV_UNSHOWN.pattern)))
_SCENE = '* * *'
_ELEMENTS = {
    **{name: name for name in ('b', 'strong', 'i', 'em', *_SHORT)},
    'url': 'a',
    'link': 'a',
    'email': 'a',
    'code': 'code',
    'ruby': 'ruby',
}
_HOLD_ADDRESS = ('img', 'url', 'link', 'email')
_LONGEST_ADDRESS = 2_000
# After the name phpBB, vBulletin and XenForo give the number of the post.
_POST = re.compile(r'["\'](?:\s+\w+=.*)?$|;\d+$|,\s*(?:post|member):.*$')
_IN_ADDRESS = "/:@!$&',;=?#%+~"


def is_bbcode(text: str) -> bool:
    """Whether ``text`` is written so: a tag with a form of its own is opened and closed."""
    lines = text.split('\n')
    return bool(_PIXIV.search(text) or any(map(_HEAD.fullmatch, lines))) or any(
        tag['name'].lower() in _FORMS for tag, _ in _pairs(text)
    )


def markdown_lines(lines: Sequence[str]) -> list[tuple[str, bool]]:
    """``(markdown, continues)`` for each of ``lines``.

    ``markdown`` is what it says in Markdown, '' where it is tags and space alone;
    ``continues`` where it goes on from the line before, as code and items do.
    Emphasis, links, ruby, quotations, code, items, heads and pictures become
    Markdown; a quotation begins with the name that its tag gives. Of other tags
    the text between them stays. A tag without its partner is text.
    """
    text = '\n'.join(lines)
    reader = _Reader(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    markdown = [reader.read(start, start + len(line)) for start, line in zip(starts, lines)]
    _drop_outer_breaks(markdown)
    return list(zip(markdown, _going_on(markdown)))


def _drop_outer_breaks(lines: list[str]) -> None:
    """Take out of ``lines`` the breaks that a head or the end follows, which part nothing."""
    following = '# '
    for index in reversed(range(len(lines))):
        if lines[index] == _SCENE and following.startswith('# '):
            lines[index] = ''
        following = lines[index] or following


def _going_on(lines: Iterable[str]) -> Iterator[bool]:
    before, in_code = '', False
    for line in lines:
        yield in_code or line.startswith('- ') and before.startswith('- ')
        in_code ^= line == '```'
        before = line


def _pairs(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The opening and the closing tag of each pair, as matches."""
    opened: dict[str, list[re.Match[str]]] = {}
    for tag in _TAG.finditer(text):
        name = tag['name'].lower()
        if not tag['closes']:
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            yield opened[name].pop(), tag


class _Reader:
    """Reads line by line; what is open where a line ends goes on in the next."""

    def __init__(self, text: str) -> None:
        self._text, self._inline = text, Inline(is_typed=True)
        self._tags: dict[int, tuple[re.Match[str], re.Match[str] | None]] = {}
        self._fences: set[int] = set()
        self._readings: list[str] = []
        self._in_code, self._quotes = False, 0
        for opening, closing in _pairs(text):
            self._tags[opening.start()] = opening, closing
            self._tags[closing.start()] = closing, None
            if opening['name'].lower() == 'code' and all(map(self._is_alone, (opening, closing))):
                self._fences |= {opening.start(), closing.start()}

    def read(self, start: int, end: int) -> str:
        """The Markdown of the line from ``start`` to ``end``."""
        line = self._text[start:end]
        tags = [
            self._tags[match.start(0) + start]
            for match in _TAG.finditer(line)
            if match.start(0) + start in self._tags
        ]
        if tags and tags[0][0].start() in self._fences:
            self._in_code = not self._in_code
            return '```'
        if self._in_code:
            return line
        if _BREAK.fullmatch(line):
            return _SCENE
        head, item = _HEAD.fullmatch(line), _ITEM.match(line)
        quoted, place = self._quotes > 0, start + item.end() if item else start
        for tag, partner in tags:
            self._add(self._text[place : tag.start()])
            place = self._take(tag, partner, end)
            quoted |= self._quotes > 0
        self._add(head[1].strip() if head else self._text[place:end])
        is_tagged = bool(tags) or bool(_PIXIV_UNSHOWN.search(line))
        text, opened = self._inline.finish()
        self._inline = Inline(opened, is_typed=True)
        text = text.strip() if is_tagged else text
        if not text.strip():
            return ''
        mark = '# ' if head else '- ' if item else '> ' if quoted else ''
        return mark + (text if item or head else escape_head_mark(text))

    def _is_alone(self, tag: re.Match[str]) -> bool:
        return self._text[max(tag.start() - 1, 0) : tag.start()] in ('', '\n') and self._text[
            tag.end() : tag.end() + 1
        ] in ('', '\n')

    def _add(self, text: str) -> None:
        done = 0
        for match in _PIXIV.finditer(text):
            self._inline.add(text[done : match.start()])
            base, reading, words, href = match.groups()
            if base:
                self._read_ruby(base.strip(), reading.strip())
            elif words:
                self._inline.open('a', {'href': href})
                self._inline.add(words.strip())
                self._inline.close('a')
            done = match.end()
        self._inline.add(text[done:])

    def _read_ruby(self, base: str, reading: str) -> None:
        self._inline.open('ruby', {})
        self._inline.add(base)
        self._close_ruby(reading)

    def _close_ruby(self, reading: str) -> None:
        self._inline.open('rt', {})
        self._inline.add(reading)
        self._inline.close('rt')
        self._inline.close('ruby')

    def _take(self, tag: re.Match[str], partner: re.Match[str] | None, end: int) -> int:
        """Do what the tag says; the place where the text after it begins."""
        name, value = tag['name'].lower(), (tag['value'] or '').strip()
        value = _POST.sub('', value).strip('"\'') if name == 'quote' else value.strip('"\'')
        inside = (
            self._text[tag.end() : partner.start()]
            if (
                name in _HOLD_ADDRESS
                and partner
                and partner.end() <= end
                and partner.start() - tag.end() < _LONGEST_ADDRESS
            )
            else ''
        )
        if name == 'quote':
            self._quotes += 1 if partner else -1
            if partner and value:
                self._inline.add(_introduced(value))
        elif name == 'img' and partner and inside:
            self._inline.add_picture('', quote(inside.strip(), safe=_IN_ADDRESS))
            return partner.end()
        elif name == 'ruby' and not partner:
            self._close_ruby(self._readings.pop())
        elif name in _ELEMENTS:
            if not partner:
                self._inline.close(_ELEMENTS[name])
                return tag.end()
            href = value or inside.strip()
            if name == 'email':
                href = f'mailto:{href}'
            self._readings += [value] if name == 'ruby' else []
            self._inline.open(_ELEMENTS[name], {'href': href})
        return tag.end()


def _introduced(name: str) -> str:
    """The name of who is quoted, as it stands before the words."""
    return f'{name}: ' if name.isascii() else f'{name}：'
