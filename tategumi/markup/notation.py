"""Japanese notation within a line: ruby, tate-chu-yoko, bouten.

Compatible with でんでんマークダウン and VFM.
"""

import html
import re
import unicodedata
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from functools import partial

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..messages import Message
from ..notation import (
    BARE_RUBY,
    BARRED_RUBY,
    BOUTEN,
    BREAK,
    ESCAPED_CHARACTERS,
    MARKED,
    NOTE,
    PAGE_NUMBER,
    REFERENCE,
    RUBY,
    STRUCK,
    SUBSCRIPT,
    TATE_CHU_YOKO,
)
from ..spans import ATTRIBUTE
from .fault import Remark
from .parser import Parser

#: By their names the form, its element, and the mark it is written with.
_ELEMENTS = {
    'struck': (STRUCK, 's', '~'),
    'marked': (MARKED, 'mark', '='),
    'subscript': (SUBSCRIPT, 'sub', '~'),
}

#: Behind brackets and code they are of these.
_ATTRIBUTES = (
    rf'(?<=[^\s\])`}}{{])[ ]*\{{:?[ ]*[.#][A-Za-z][0-9A-Za-z_-]*(?:[ ]+{ATTRIBUTE})*[ ]*\}}'
    r'(?=[ ]*(?:\n|$))'
)
_NAME_ALONE = re.compile(r'\{:?[ ]*#[A-Za-z][0-9A-Za-z_:-]*[ ]*\}')
_UNSTASHED = re.compile('[^\n\x02\x03]*')
# A character, or a mark of which Python-Markdown keeps the number.
_CHARACTER = re.compile(
    '(?:\x02[0-9]+\x03|.)[\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*', re.DOTALL
)


def register(md: Parser, remarks: list[Remark]) -> None:
    """Teach ``md`` the notation; ``remarks`` tell of unknown notes."""
    md.ESCAPED_CHARS += ESCAPED_CHARACTERS
    md.learn('note', 174, lambda: _NoteProcessor(remarks), '［')
    md.learn('attributes', 173.5, lambda: _AttributesProcessor(remarks), '{', '.#')
    md.learn('page-number', 173, lambda: _PageNumberProcessor(PAGE_NUMBER), '[', '%')
    md.learn('ruby', 172, lambda: _RubyProcessor(RUBY), '{', '|')
    md.learn('tcy', 171, lambda: _TateChuYokoProcessor(TATE_CHU_YOKO), '^')
    md.learn('barred-ruby', 169, lambda: _NovelRubyProcessor(BARRED_RUBY), '｜|', '《≪（(')
    md.learn('bare-ruby', 168, lambda: _NovelRubyProcessor(BARE_RUBY), '《')
    md.learn('character', 110, lambda: _ReferenceProcessor(REFERENCE), '&')
    md.learn('br', 109, lambda: _BreakProcessor(BREAK), '<')
    md.learn('bouten', 65, lambda: _BoutenProcessor(BOUTEN), '《')
    for name, (form, tag, mark) in _ELEMENTS.items():
        md.learn(name, 64, partial(_ElementProcessor, form, tag), mark)


def ruby_pairs(base: str, readings: Sequence[str]) -> list[tuple[str, str]]:
    """Base text and its readings, paired.

    Mono-ruby, a reading to a character, where there are as many readings as
    characters (JLReq §3.3.5); otherwise group-ruby, the readings as one over
    the whole base (§3.3.6). A character keeps the variation selectors and
    combining marks behind it.
    """
    characters = _CHARACTER.findall(base)
    if len(characters) == len(readings):
        return list(zip(characters, readings))
    return [(base, ''.join(readings))]


class _RubyProcessor(InlineProcessor):
    """``{漢字|かん|じ}``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        ruby = etree.Element('ruby')
        ruby.text = AtomicString('')
        for base, reading in ruby_pairs(m[1], m[2][1:].split('|')):
            if len(ruby):
                ruby[-1].tail = AtomicString(base)
            else:
                ruby.text = AtomicString(base)
            etree.SubElement(ruby, 'rt').text = AtomicString(reading)
        return ruby, m.start(), m.end()


class _NovelRubyProcessor(InlineProcessor):
    """``｜青空《あおぞら》``, ``青空《あおぞら》``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        base, *readings = m.groups()
        ruby = etree.Element('ruby')
        ruby.text = AtomicString(base)
        etree.SubElement(ruby, 'rt').text = AtomicString(next(filter(None, readings)))
        return ruby, m.start(), m.end()


class _ReferenceProcessor(InlineProcessor):
    """``&nbsp;``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        character = html.unescape(m[0])
        if character in ('', '\ufffd', m[0]) or not all(map(_is_known, character)):
            return None, None, None
        span = etree.Element('span')
        span.text = AtomicString(character)
        return span, m.start(), m.end()


def _is_known(character: str) -> bool:
    """Whether it prints, or is a space of some width."""
    return character.isprintable() or unicodedata.category(character) == 'Zs'


class _BreakProcessor(InlineProcessor):
    """``<br>``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        return etree.Element('br'), m.start(), m.end()


class _PageNumberProcessor(InlineProcessor):
    """``[%5]``: the pages are those of the press."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:
        return '', m.start(), m.end()


class _NoteProcessor(InlineProcessor):
    """``［＃…］`` that says nothing the press knows is not printed, one of a character is."""

    def __init__(self, remarks: list[Remark]) -> None:
        super().__init__(f'(?P<character>※?)(?P<note>{NOTE})|［＃')
        self.remarks = remarks

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | etree.Element, int, int]:
        note = excerpt = m[0]
        if m['note'] is None:
            excerpt = _UNSTASHED.match(data, m.start())[0]  # type: ignore[index]
            message = Message('［＃ begins a note that does not end on its line, and stays text')
        elif m['character']:
            message = Message('{note} is a character that nobody knows; its note stays', note=note)
        else:
            message = Message(
                '{note} is a note that says nothing here, and is left out', note=note
            )
            self.remarks.append(Remark((note,), message))
            return '', m.start(), m.end()
        self.remarks.append(Remark((excerpt,), message))
        kept = etree.Element('span')
        kept.text = AtomicString(m[0])
        return kept, m.start(), m.end()


class _AttributesProcessor(InlineProcessor):
    """``段落 {.name}``: attributes of a block, as other tools read them at its end."""

    def __init__(self, remarks: list[Remark]) -> None:
        super().__init__(_ATTRIBUTES)
        self.remarks = remarks

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | etree.Element, int, int]:
        mark = m[0].strip()
        if _NAME_ALONE.fullmatch(mark):
            # Links call it so.
            return etree.Element('span', {'anchor': mark.strip('{:# }')}), m.start(), m.end()
        message = Message('{mark} marks nothing here and is left out', mark=mark)
        self.remarks.append(Remark((mark,), message))
        return '', m.start(), m.end()


class _ElementProcessor(InlineProcessor):
    """``~~struck~~``, ``==marked==``, ``H~2~O``"""

    def __init__(self, form: str, tag: str) -> None:
        super().__init__(form)
        self.tag = tag

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        node = etree.Element(self.tag)
        node.text = m[1]
        return node, m.start(), m.end()


class _TateChuYokoProcessor(InlineProcessor):
    """``^12^``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        span = etree.Element('span', {'class': 'tcy'})
        span.text = AtomicString(m[1])
        return span, m.start(), m.end()


class _BoutenProcessor(InlineProcessor):
    """``《《傍点》》``"""

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        em = etree.Element('em', {'class': 'bouten'})
        em.text = m[1]
        return em, m.start(), m.end()
