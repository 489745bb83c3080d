"""Finds the notes of a page: a link that is a mark, whose target links back.

Pages have no element for notes; what all ways to write them have in common is the way
there and back.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from ...notation import escape_head_mark, escape_marks
from .blocks import VOID
from .forms import HEADS
from .tokens import Token, unescape

#: What calls a note: a figure, a letter or a mark, in brackets or not.
_MARK = re.compile(
    r'[\[(（〔［【]?(?:[*＊※†‡§]{1,3}|(?:脚注|原注|訳注|注|註|[*＊※]|[Nn]ote)?[.:]?'
    r'(?:[0-9０-９]{1,4}|[ivxlcIVXLC]{1,6}|[A-Za-z]|[①-⑳]|[一二三四五六七八九十]{1,3}))[\])）〕］】]?'
)
#: What leads back; other words are text, such as what the note explains.
_WAY_BACK = re.compile(
    rf'{_MARK.pattern}|[↩↑▲△⤴⏎←⇑↵^\ufe0e\ufe0f]+|.{{0,10}}(?:戻|もど)る?.{{0,4}}'
    r'|(?i:(?:jump|go)?\s?(?:back|up|return)(?:\s?to)?.{0,16})'
)
#: Of a longer text in a link no more is read.
_LONGEST = 40
_INLINE = frozenset('a abbr b cite em i ins label mark q small span strong sub sup u'.split())
#: A place is a note, or where one is called, if it is one of these; larger ones are sections.
_SMALL = _INLINE | frozenset('aside dd div dt li p td'.split())
#: What EPUBs call a call, and a note.
_CALLS = frozenset(('noteref',))
_NOTES = frozenset(('footnote', 'endnote', 'rearnote', 'note'))
#: So many elements around a link are looked at, and as many places before it in its block.
_DEEPEST = 16
#: A call in brackets of its own, which the book brings itself.
_BRACKETED = re.compile(r'(?:\\\[|[(（〔［【])(\[\^\d+\])(?:\]|[)）〕］】])')


@dataclass(frozen=True)
class Notes:
    """The notes of a page; their labels are numbers in the order of their first calls.

    ``calls``: label by the offset of the link that calls it; ``places``: label by the
    id or name of the note; ``ends``: of calls and of links that lead back, offset by offset,
    where their words end; ``marks``: what the first call says, by label.
    """

    calls: dict[int, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)


@dataclass
class _Link:
    """A link to ``target`` on the page, at and in the places named ``here``."""

    start: int
    target: str
    here: tuple[str, ...]
    in_head: bool
    is_call: bool = False
    words: str = ''
    end: int = 0


def notes_of(text: str, tokens: Sequence[Token]) -> Notes:
    """The ``Notes`` of HTML ``text`` cut into ``tokens``."""
    links = _links(text, tokens)
    named = {
        token.attributes.get('id') or '': token.start
        for token in tokens
        if token.kind == 'start' and _semantics(token) & _NOTES
    }
    marks = [link for link in links if _MARK.fullmatch(link.words) and not link.in_head]
    ways: dict[tuple[str, str], int] = {}
    places: dict[str, int] = {}
    for call in marks:
        for name in call.here:
            ways.setdefault((name, call.target), call.start)
    for back in links:
        for name in back.here:
            if ways.get((back.target, name), back.start) < back.start and not back.in_head:
                places.setdefault(name, back.start)
    for call in marks:
        if call.is_call and call.target in named:
            # A reading system shows it where it is called; it needs no way back.
            places.setdefault(call.target, named[call.target])
    calls = [call for call in marks if places.get(call.target, -1) > call.start]
    labels = {
        name: str(number)
        for number, name in enumerate(dict.fromkeys(call.target for call in calls), 1)
    }
    ways_back = {(call.target, name) for call in calls for name in call.here}
    backs = [
        link
        for link in links
        if _WAY_BACK.fullmatch(link.words)
        and any((name, link.target) in ways_back for name in link.here)
    ]
    return Notes(
        {call.start: labels[call.target] for call in calls},
        labels,
        {link.start: link.end for link in calls + backs},
        {labels[call.target]: call.words for call in calls[::-1]},
    )


def _links(text: str, tokens: Iterable[Token]) -> list[_Link]:
    """The ``_Link``s of the page, in order."""
    links: list[_Link] = []
    stack: list[tuple[str, list[str]]] = []
    open_tags: Counter[str] = Counter()
    points: list[str] = []
    inside: _Link | None = None
    for token in tokens:
        tag = token.tag
        if token.kind == 'text':
            if inside and len(inside.words) < _LONGEST:
                inside.words += ''.join(unescape(text[token.start : token.end]).split())
            continue
        if inside and (tag == 'a' or tag not in _INLINE):
            # Whatever ends it, words beyond are not its own.
            inside.end, inside = token.start, None
        if tag not in _INLINE:
            points.clear()
        if token.kind == 'start':
            names = [*filter(None, map(token.attributes.get, ('id', 'name')))]
            points += names if tag in _INLINE else []
            if tag not in VOID:
                stack.append((tag, names if tag in _SMALL else []))
                open_tags[tag] += 1
            if tag == 'a':
                inside = _link(token, stack, points, any(open_tags[head] for head in HEADS))
                links += [inside] if inside else []
        else:
            last = '' if open_tags[tag] else tag
            while last != tag:
                last, _ = stack.pop()
                open_tags[last] -= 1
    if inside:
        inside.end = len(text)
    return links


def _link(
    token: Token, stack: Sequence[tuple[str, list[str]]], points: Sequence[str], in_head: bool
) -> _Link | None:
    target = unquote(unescape(token.attributes.get('href') or '')).strip()
    if len(target) < 2 or target[0] != '#':
        return None
    around = [name for _, names in stack[-_DEEPEST:] for name in names]
    here = tuple(dict.fromkeys([*around, *points[-_DEEPEST:]]))
    return _Link(token.start, target[1:], here, in_head, bool(_semantics(token) & _CALLS))


def _semantics(token: Token) -> set[str]:
    """What ``epub:type`` and ``role`` say of an element (EPUB 3 SSV, DPUB-ARIA 1.1)."""
    said = (token.attributes.get(name) or '' for name in ('epub:type', 'role'))
    return {word.removeprefix('doc-') for each in said for word in each.split()}


def bare_calls(markdown: str) -> str:
    """Markdown ``markdown``, calls of notes without brackets around them."""
    return _BRACKETED.sub(r'\1', markdown)


@dataclass
class NoteBlocks:
    """A note while its blocks come in; it ends with the element ``container``."""

    label: str
    container: int
    is_begun: bool = False

    def block(self, markdown: str, marks: Mapping[str, str], in_list: bool) -> str:
        """What its next block says, without the mark that the call says, too.

        ``marks`` are those, by label; ``in_list``: its number is not in the text.
        """
        if self.is_begun:
            return f'    {escape_head_mark(markdown)}'
        self.is_begun = True
        mark = re.escape(escape_marks(marks[self.label].strip('[]()（）〔〕［］【】')))
        return re.sub(
            rf'^(?:(?:\\\[|[(（〔［【]){mark}(?:\]|[)）〕］】])|{mark}(?=[.．:：)）])'
            rf'|{"(?!)" if in_list else mark}(?=\s)|\\?\^)?[\s.．:：)）↑]*',
            f'[^{self.label}]: ',
            markdown,
            count=1,
        )
