"""Spans: ``[text]{.name}``, set in another way than the text around it, ``{lang=en}``: foreign.

Written as pandoc writes bracketed spans.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from ..east_asian import em_length
from ..indents import is_jidori
from ..lazy import lazy_pattern
from ..messages import Message
from ..spans import ATTRIBUTE, LANGUAGE, OF_INDEX, READ_ON_LEFT, SPAN, SPANS
from .fault import Fault, Remark
from .latin import is_japanese
from .marks_of_blocks import anchor_of
from .parser import Parser

_ATTRIBUTE, _READ_ON_LEFT = lazy_pattern(ATTRIBUTE), lazy_pattern(READ_ON_LEFT)
_OF_INDEX = lazy_pattern(OF_INDEX)
#: A language as BCP 47 names it.
_LANGUAGE = lazy_pattern(rf'(?:xml:)?lang=(?P<quote>["\']?)(?P<language>{LANGUAGE})(?P=quote)')
_PLACEHOLDER = lazy_pattern(f'{STX}[^{ETX}]*{ETX}')

#: So many spans may stand one within the other.
_DEEPEST = 3

_BRACKETS = {'（': '）', '〔': '〕', '［': '］', '〈': '〉', '【': '】'}

#: The elements of spans that HTML has one for.
_ELEMENTS = {'sup': 'sup', 'sub': 'sub', 'bouten': 'em'}

#: What finds no room beside or within one of the small lines of warichu.
_NOT_IN_WARICHU = ('warichu', 'furiwake', 'side-line', 'bouten', 'jidori')


def register(md: Parser, remarks: list[Remark]) -> None:
    """Teach ``md`` the spans.

    Of one that has no name of ours the text stays, and ``remarks`` tell of it.
    """
    for depth in range(_DEEPEST):
        # The innermost first: of each pass the next sees the results as plain text.
        md.learn(f'span-{depth}', 70 - depth, lambda: _SpanProcessor(remarks), '[', '{')
    md.learn('deep-span', 70 - _DEEPEST, lambda: _DeepProcessor(SPAN), '[', '{')


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


def refuse_mixed_ruby(root: etree.Element) -> None:
    """Raise ``Fault`` for ruby below ``root`` whose base holds ruby and more.

    HTML has none but ruby alone (HTML Standard §4.5.10), as readings on both sides are.
    """
    for ruby in root.iter('ruby'):
        inner = ruby.find('.//ruby')
        if inner is not None and (
            (ruby.text or '').strip()
            or inner is not ruby[0]
            or (inner.tail or '').strip()
            or len(ruby) > 2
            or inner.find('.//ruby') is not None
        ):
            raise Fault(
                Message('ruby on the right of a word with ruby on its left is of the whole word'),
                ruby.get('source') or '',
            )


def release_long_words(root: etree.Element, remarks: list[Remark]) -> None:
    """Leave words below ``root`` that are longer than they are to be set as they are.

    To be spaced out to a length (jidori) they would have to be parted.
    """
    for word in root.iter('span'):
        name = next(filter(is_jidori, word.get('class', '').split()), None)
        if name is None:
            continue
        text = _without_readings(word)
        if em_length(text) > int(name.rpartition('-')[2]):
            del word.attrib['class']
            message = Message(
                '"{text}" is longer than {mark} says, and is set as it is',
                text=text,
                mark=f'{{.{name}}}',
            )
            remarks.append(Remark((word.get('source') or '', f']{{.{name}'), message))


def _without_readings(node: etree.Element) -> str:
    parts = [node.text or '']
    for child in node:
        parts += ['' if child.tag == 'rt' else _without_readings(child), child.tail or '']
    return ''.join(parts)


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
    def __init__(self, remarks: list[Remark]) -> None:
        super().__init__(SPAN)
        self.remarks = remarks

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        if not m['text'].strip():
            return None, None, None
        written = m[0][m.end('text') - m.start() + 1 :]
        attributes = [each[0] for each in _ATTRIBUTE.finditer(m['attributes'])]
        names = [each[1:] for each in attributes if each.startswith('.')]
        spans, unknown = _spans_of(names)
        languages = [match for match in map(_LANGUAGE.fullmatch, attributes) if match]
        of_index = [match for match in map(_OF_INDEX.fullmatch, attributes) if match]
        known = {match[0] for match in (*languages, *(of_index if 'index' in names else ()))}
        unknown += [each for each in attributes if each[0] not in '.#' and each not in known]
        if unknown:
            message = Message('{mark} is no mark of the manuscript', mark=written)
            if len(unknown) < len(attributes):
                mark = ' '.join(unknown)
                message = Message('{mark} is no mark of the manuscript', mark=mark)
            self.remarks.append(Remark((f']{written}',), message))
        # Sanitizing takes this away again; until then it says where the span stands.
        source = max(_PLACEHOLDER.split(m[0]), key=len)
        outer = inner = etree.Element('span', {'source': source})
        anchor = anchor_of(m['attributes'])
        if anchor:
            outer.set('anchor', anchor)
        if languages:
            inner.set('lang', languages[-1]['language'])
        for name, styles in spans:
            if (
                inner.get('class')
                or inner.tag != 'span'
                or inner.get('lang')
                and name in _ELEMENTS
            ):
                inner = etree.SubElement(inner, 'span', {'source': source})
            _dress(inner, name, styles)
            if name == 'index':
                inner.attrib.update({match['key']: match['value'] for match in of_index})
                inner.set('written', f']{written}')
        name = spans[-1][0] if spans else ''
        if name == 'warichu':
            _fill_warichu(inner, m['text'])
        elif name == 'furiwake':
            _fill_furiwake(inner, m['text'], source)
        elif name == 'ruby-left' and (read := _READ_ON_LEFT.fullmatch(m['text'])):
            ruby = etree.SubElement(inner, 'ruby', {'source': source})
            ruby.text = read[1]
            etree.SubElement(ruby, 'rt').text = read[2]
        else:
            inner.text = m['text']
        return outer, m.start(), m.end()


class _DeepProcessor(InlineProcessor):
    """A span that those within it leave no room for."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:
        if m['text'].strip():
            raise Fault(
                Message('spans stand within one another three deep at most'),
                max(_PLACEHOLDER.split(m[0]), key=len),
            )
        return None, None, None


def _spans_of(names: Sequence[str]) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Each span of ``names`` with its styles, those that hold small lines last; and the others."""
    spans: list[tuple[str, list[str]]] = []
    unknown = []
    for name in names:
        if name in SPANS or is_jidori(name):
            spans.append((name, []))
    for name in names:
        if name in SPANS or is_jidori(name):
            continue
        takers = [styles for span, styles in spans if name in SPANS.get(span, ())]
        for styles in takers[:1]:
            styles.append(name)
        if not takers:
            unknown.append(f'.{name}')
    return sorted(spans, key=lambda span: span[0] in ('warichu', 'furiwake')), unknown


def _dress(node: etree.Element, name: str, styles: list[str]) -> None:
    """Make ``node``, a span, that of ``name``."""
    if is_jidori(name):
        name, styles = 'jidori', [name]
    node.tag = _ELEMENTS.get(name, 'span')
    # Only an element of HTML says by itself what it is; of bouten the class does.
    classes = styles if node.tag in ('sup', 'sub') else [name, *styles]
    if classes:
        node.set('class', ' '.join(classes))


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
