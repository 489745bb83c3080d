"""Spans: ``[text]{.name}``, set in another way than the text around it, ``{lang=en}``: foreign.

Written as pandoc writes bracketed spans.
"""

import re
import xml.etree.ElementTree as etree

from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from ..indents import is_jidori
from ..messages import Message
from ..notation import FOREIGN, SPAN, SPANS
from .fault import Fault, Remark
from .latin import is_japanese

_PLACEHOLDER = re.compile(f'{STX}[^{ETX}]*{ETX}')

#: So many spans may stand one within the other.
_DEEPEST = 3

_BRACKETS = {'（': '）', '〔': '〕', '［': '］', '〈': '〉', '【': '】'}

#: The elements of spans that HTML has one for.
_ELEMENTS = {'sup': 'sup', 'sub': 'sub', 'bouten': 'em'}

#: What finds no room beside or within one of the small lines of warichu.
_NOT_IN_WARICHU = ('warichu', 'furiwake', 'side-line', 'bouten', 'jidori')


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) the spans.

    Of one that has no name of ours the text stays, and ``remarks`` tell of it.
    """
    for depth in range(_DEEPEST):
        # The innermost first: of each pass the next sees the results as plain text.
        processor = _SpanProcessor(SPAN)
        processor.remarks = remarks
        md.inlinePatterns.register(processor, f'span-{depth}', 70 - depth)
        md.inlinePatterns.register(_ForeignProcessor(FOREIGN), f'foreign-{depth}', 69.5 - depth)


def refuse_crowding(root: etree.Element) -> None:
    """Raise ``Fault`` for what has no room within warichu below ``root``."""
    for note in root.iter('span'):
        if 'warichu' not in note.get('class', '').split():
            continue
        for inner in note.iter():
            if inner is not note and _is_crowding(inner):
                raise Fault(
                    Message(
                        'warichu holds text in two small lines, without room for {what}',
                        what=_name_of(inner),
                    ),
                    inner.get('source') or note.get('source') or '',
                )


def _is_crowding(node: etree.Element) -> bool:
    names = node.get('class', '').split()
    return (
        node.tag in ('ruby', 'img')
        or any(name in names for name in _NOT_IN_WARICHU)
        or (node.tag == 'em' and is_japanese(''.join(node.itertext())))
    )


def _name_of(node: etree.Element) -> str:
    names = {'ruby': Message('ruby'), 'img': Message('a picture'), 'em': Message('bouten')}
    return names.get(node.tag) or node.get('class', '').split()[0]


class _SpanProcessor(InlineProcessor):
    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        name, *styles = m['names'].replace('.', '').split()
        if not m['text'].strip():
            return None, None, None
        is_known = name in SPANS and SPANS[name].issuperset(styles)
        if not is_known and (styles or not is_jidori(name)):
            written = m[0][m.end('text') - m.start() :]
            self.remarks.append(
                Remark(
                    (written,), Message('{mark} is no mark of the manuscript', mark=written[1:])
                )
            )
            span = etree.Element('span')
            span.text = m['text']
            return span, m.start(), m.end()
        # Sanitizing takes this away again; until then it says where the span stands.
        source = max(_PLACEHOLDER.split(m[0]), key=len)
        if is_jidori(name):
            name, styles = 'jidori', [name]
        tag = _ELEMENTS.get(name, 'span')
        classes = ' '.join((name, *styles) if tag != name else styles)
        span = etree.Element(tag, {'class': classes, 'source': source})
        if name == 'warichu':
            _fill_warichu(span, m['text'])
        elif name == 'furiwake':
            _fill_furiwake(span, m['text'], source)
        else:
            span.text = m['text']
        return span, m.start(), m.end()


class _ForeignProcessor(InlineProcessor):
    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        if not m['text'].strip():
            return None, None, None
        span = etree.Element('span', {'lang': m['language']})
        span.text = m['text']
        return span, m.start(), m.end()


def _fill_warichu(span: etree.Element, text: str) -> None:
    """A note stands in brackets: its own, or those it is given."""
    opening, closing = '（', '）'
    if _is_in_brackets(text):
        opening, text, closing = text[0], text[1:-1], text[-1]
    before = etree.SubElement(span, 'span', {'class': 'warichu-bracket'})
    before.text, before.tail = AtomicString(opening), text
    after = etree.SubElement(span, 'span', {'class': 'warichu-bracket'})
    after.text = AtomicString(closing)


def _is_in_brackets(text: str) -> bool:
    """Does the first bracket of ``text`` close with its last character, and not before?"""
    closing = _BRACKETS.get(text[0])
    if closing is None or text[-1] != closing or len(text) < 3:
        return False
    depth = 0
    for character in text[:-1]:
        depth += (character == text[0]) - (character == closing)
        if not depth:
            return False
    return depth == 1


def _fill_furiwake(span: etree.Element, text: str, source: str) -> None:
    lines = text.split('|')
    if len(lines) < 2 or not all(line.strip() for line in lines):
        raise Fault(Message('furiwake has two lines or more, with | between them'), source)
    for line in lines:
        etree.SubElement(span, 'span', {'class': 'furiwake-line'}).text = line.strip()
