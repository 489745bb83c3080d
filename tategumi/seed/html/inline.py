"""Converts inline elements to Markdown: emphasis, links, ruby, code."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...notation import escape_marks, fits_ruby, ruby, ruby_on_both_sides
from ..elements import FORMS, VERBATIM, in_notation, joined
from ..links import target_of
from .formulas import shifted, tells_more
from .tokens import unescape

_BOUTEN = re.compile('sesame|bouten|emphasis-dots|boten', re.IGNORECASE)
# A link that holds a picture, a link or a bracket of its own stays text.
_HAS_BRACKETS = re.compile(r'[\[\]]')
#: Emphasis within emphasis within emphasis says no more.
_DEEPEST = 12
_RUBY = frozenset(('ruby', 'rb', 'rt', 'rp', 'rtc'))
_SHIFTED = ('sup', 'sub')
_TAGS = frozenset((*FORMS, *_RUBY, 'a', 'span', 'q'))
#: What is open where a block ends, and does not go on in the next.
_OF_ONE_BLOCK = ('ruby', 'q', *_SHIFTED, *VERBATIM)
_JAPANESE = re.compile('[ぁ-ヿ\u3400-\u9fff]')
#: Of a quotation within one, and of any other.
_QUOTES = (('『', '』'), ('「', '」'))
_WESTERN_QUOTES = (('‘', '’'), ('“', '”'))
_QUOTED = re.compile('[「『“‘"〝《].*[」』”’"〟》]', re.DOTALL)


@dataclass
class _Level:
    """An open element, what makes notation of it, and its text.

    ``mark`` is a key of ``FORMS``, ``ruby``, ``q``, the target of a link in brackets, or ''.
    ``read`` of its ``parts`` have readings, the last of them that of ``base``; ``bases`` tell
    where an rb begins, ``inner`` is the ruby that is the base of another. ``before`` it is so much
    plain text; ``last`` is the tag that made its last part, if one did.
    """

    tag: str = ''
    mark: str = ''
    parts: list[str] = field(default_factory=list)
    read: int = 0
    base: str = ''
    readings: tuple[str, ...] = ()
    bases: list[int] = field(default_factory=list)
    inner: str = ''
    before: int = 0
    last: str = ''


class Inline:
    """Markdown of one block while its text comes in.

    An element that is open
    where a block ends goes on in the next (``opened``). ``has_picture`` tells
    whether one is in it; ``base`` is the address of the page. ``linked`` characters of
    the text are in links. What somebody typed, not the page of a site, is as it says.
    """

    def __init__(
        self, opened: Iterable[tuple[str, str]] = (), base: str = '', is_typed: bool = False
    ) -> None:
        self._levels = [_Level(), *(_Level(tag, mark) for tag, mark in opened)]
        self._base, self._is_typed = base, is_typed
        self._plain: list[str] = []
        self.has_picture, self.linked = False, 0
        self._reading, self._in_rtc = '', False

    @property
    def plain(self) -> str:
        """The text alone, without readings."""
        return ''.join(self._plain)

    @property
    def is_in_link(self) -> bool:
        """Whether what comes next stands in a link, to wherever it leads."""
        return any(level.tag == 'a' for level in self._levels)

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if len(self._levels) > _DEEPEST or self._reading and tag not in _RUBY:
            return
        if tag in _OF_ONE_BLOCK:
            self._levels.append(_Level(tag, tag, before=len(self._plain)))
        elif tag in FORMS or tag == 'span':
            has_dots = _BOUTEN.search(attributes.get('class') or '')
            self._levels.append(_Level(tag, 'bouten' if has_dots else tag))
        elif tag == 'a':
            target = target_of(unescape(attributes.get('href') or ''), self._base)
            self._levels.append(_Level(tag, f'({target})' if target else ''))
        elif tag in ('rt', 'rp', 'rtc') and any(each.mark == 'ruby' for each in self._levels):
            self._reading = tag
            self._in_rtc |= tag == 'rtc'
        if tag in ('ruby', 'rb'):
            # rt and rp may end where these begin (HTML Standard §4.5.10).
            self._reading, self._in_rtc = '', False
        if tag == 'rb' and self._in_ruby():
            self._levels[-1].bases.append(len(self._levels[-1].parts))

    def close(self, tag: str) -> None:
        """Take an end tag; one that closes nothing is nothing."""
        if tag in ('rt', 'rp', 'rtc'):
            self._reading = ''
            self._in_rtc &= tag != 'rtc'
        elif self._reading and tag not in _RUBY:
            return
        elif tag in _TAGS and any(level.tag == tag for level in self._levels[1:]):
            while self._fold() != tag:
                pass
            if tag == 'ruby':
                self._reading, self._in_rtc = '', False

    def add(self, text: str) -> None:
        """Take text, character references resolved."""
        level = self._levels[-1]
        if self._reading in ('rt', 'rtc') and self._in_ruby():
            self._read(text)
        elif self._reading != 'rp':
            level.last = ''
            self._plain.append(text)
            if self.is_in_link:
                self.linked += len(text.strip())
            in_code = any(each.mark in VERBATIM for each in self._levels)
            level.parts.append(text if in_code or self._in_ruby() else escape_marks(text))

    def add_call(self, label: str) -> None:
        """Take the call of a note."""
        self._outside_ruby().parts.append(f'[^{label}]')

    def add_formula(self, markdown: str, text: str) -> None:
        """Take a formula, and what its text is without notation."""
        self._plain.append(text)
        self._outside_ruby().parts.append(markdown)

    def add_silent(self, words: str) -> None:
        """Take words of the page that are no part of its text, such as a note's number."""
        self._plain.append(words)

    def add_picture(self, words: str, address: str) -> None:
        """Take a picture of the book."""
        self.has_picture = True
        self._outside_ruby().parts.append(f'![{_in_brackets(escape_marks(words))}]({address})')

    def finish(self) -> tuple[str, list[tuple[str, str]]]:
        """``(Markdown, opened)``: the block, and what is still open for ``Inline(opened)``."""
        opened = [
            (level.tag, level.mark)
            for level in self._levels[1:]
            if level.mark not in _OF_ONE_BLOCK
        ]
        while len(self._levels) > 1:
            self._fold()
        return ''.join(self._levels[0].parts), opened

    def _outside_ruby(self) -> _Level:
        return next(level for level in self._levels[::-1] if level.mark not in ('ruby', *VERBATIM))

    def _in_ruby(self) -> bool:
        return self._levels[-1].mark == 'ruby'

    def _read(self, reading: str) -> None:
        level, reading = self._levels[-1], reading.strip()
        if not reading:
            return
        end = next((each for each in level.bases if each > level.read), len(level.parts))
        base = ''.join(level.parts[level.read : end])
        if not base.strip() and level.base and not self._in_rtc:
            # One more reading of the same base: its characters have one each, or one in parts.
            start, end, readings = level.read - 1, level.read, (*level.readings, reading)
            base = level.base
        else:
            start, readings = level.read, (reading,)
        if level.inner and level.inner in base:
            level.parts[start:end] = [ruby_on_both_sides(base.strip(), reading)]
            level.read, level.base, level.inner = start + 1, '', ''
            return
        fits = fits_ruby(base, *readings)
        apart = readings if len(base.strip()) == len(readings) else (''.join(readings),)
        level.parts[start:end] = [
            ruby(base.strip(), *apart) if fits else f'{base}（{escape_marks(reading)}）'
        ]
        level.bases = [each - (end - start - 1) for each in level.bases if each >= end]
        level.read = start + 1
        level.base, level.readings = (base, readings) if fits else ('', ())

    def _fold(self) -> str:
        """End the innermost element; its tag."""
        level = self._levels.pop()
        text = ''.join(level.parts)
        if level.mark == 'q':
            text = self._quoted(level, text)
        elif level.mark in _SHIFTED:
            text = self._shifted(level, text)
        elif level.read and self._in_ruby():
            self._levels[-1].inner = text.strip()
        self._take_formed(level.mark, text)
        return level.tag

    def _take_formed(self, mark: str, text: str) -> None:
        around, formed = self._levels[-1], _marked(mark, text)
        is_formed = formed != text and mark in FORMS
        before = around.parts[-1] if around.parts and around.last else ''
        whole = None
        if is_formed and before and FORMS[mark] is FORMS[around.last]:
            whole = joined(mark, before, formed)
        if whole is not None:
            around.parts[-1] = whole
        else:
            around.parts.append(formed)
        around.last = mark if is_formed else ''

    def _quoted(self, level: _Level, text: str) -> str:
        """``text`` in the marks that a browser draws around it (HTML Standard §4.5.7)."""
        if not text.strip() or _QUOTED.fullmatch(text.strip()):
            return text
        within = any(each.mark == 'q' for each in self._levels)
        pairs = _QUOTES if _JAPANESE.search(text) else _WESTERN_QUOTES
        before, after = pairs[not within]
        self._plain.insert(level.before, before)
        self._plain.append(after)
        return f'{before}{text.strip()}{after}'

    def _shifted(self, level: _Level, text: str) -> str:
        form = shifted(text, level.mark)
        if form:
            self._plain[level.before :] = [form]
            return form
        is_told = self._is_typed or tells_more(''.join(self._plain[: level.before]), text)
        return in_notation(level.mark, text) if is_told else text


def _in_brackets(text: str) -> str:
    return text.replace(']', '\\]')


def _marked(mark: str, text: str) -> str:
    inside = text.strip()
    if mark.startswith('('):
        is_link = inside and not _HAS_BRACKETS.search(inside)
        return text.replace(inside, f'[{inside}]{mark}') if is_link else text
    return text if mark in _SHIFTED else in_notation(mark, text)
