"""Japanese notation within a line: ruby, tate-chu-yoko, bouten.

Compatible with でんでんマークダウン and VFM.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..notation import BOUTEN, ESCAPED_CHARACTERS, RUBY, TATE_CHU_YOKO

_CHARACTER = re.compile('.[\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*', re.DOTALL)


def register(md: Markdown) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) the notation."""
    for mark in ESCAPED_CHARACTERS:
        md.ESCAPED_CHARS.append(mark)
    md.inlinePatterns.register(_RubyProcessor(RUBY), 'ruby', 172)
    md.inlinePatterns.register(_TateChuYokoProcessor(TATE_CHU_YOKO), 'tcy', 171)
    md.inlinePatterns.register(_BoutenProcessor(BOUTEN), 'bouten', 65)


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
