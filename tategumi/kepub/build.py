"""An EPUB → a KEPUB: a span a sentence, and what else Kobo's reading system looks for."""

import io
import re
import zipfile

from lxml import etree

from ..epub.writer import reproducible
from ..markup import Element, close, element, local_name

#: Kobo's reading system sets margins of its own.
_HACKS = 'div#book-inner { margin-top: 0; margin-bottom: 0; }'
_SENTENCE = re.compile(
    r""".+?(?:(?:[。！？!?]|\.(?=\s|\Z))+[」』）〉》】〕］｝〟”’)\]]*\s*|\Z)""", re.DOTALL
)
_BLOCKS = frozenset(
    {
        'aside',
        'blockquote',
        'div',
        'figcaption',
        'figure',
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'li',
        'ol',
        'p',
        'table',
        'td',
        'th',
        'ul',
    }
)
#: Not read by the sentence: code as it stands, and the readings of ruby.
_LEFT_ALONE = frozenset({'math', 'pre', 'rt'})


def build_kepub(content: bytes) -> bytes:
    """The EPUB ``content`` (bytes) as a KEPUB, bytes too.

    Its documents get what Kobo's reading system looks for; all else, the text
    before all, stays. The same EPUB gives the same bytes.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, 'w') as new:
        for name in old.namelist():
            page = old.read(name)
            new.writestr(name, kobo_page(page) if name.endswith('.xhtml') else page)
    return reproducible(written.getvalue())


def kobo_page(page: bytes) -> bytes:
    """The XHTML document ``page`` (bytes) with Kobo's spans, and the boxes of its columns."""
    root = etree.fromstring(page)
    head, body = root.find('{*}head'), root.find('{*}body')
    head.append(element('style', _HACKS, type='text/css', class_='kobostylehacks'))
    add_spans(body)
    inner = element('div', body.text or '', *body, id='book-inner')
    body.text = None
    body.append(element('div', inner, id='book-columns'))
    close(root)
    return etree.tostring(root, encoding='utf-8', xml_declaration=True, doctype='<!DOCTYPE html>')


def add_spans(body: Element) -> None:
    """Put the text and pictures below ``body`` into ``span.koboSpan``, in place.

    A span holds a sentence, or what of it no other element parts off; its id
    is ``kobo.<block>.<number>``, both from 1.
    """
    _Spanner().visit(body)


class _Spanner:
    def __init__(self) -> None:
        self._block = self._number = 0

    def visit(self, node: Element) -> None:
        name = local_name(node)
        if name in _LEFT_ALONE:
            return
        if name in _BLOCKS:
            self._block, self._number = self._block + 1, 0
        children = list(node)
        node[:0] = self._spans(node, 'text')
        for child in children:
            after = self._around(child) if local_name(child) == 'img' else child
            if after is child:
                self.visit(child)
            at = node.index(after) + 1
            node[at:at] = self._spans(after, 'tail')

    def _spans(self, owner: Element, place: str) -> list[Element]:
        text = getattr(owner, place) or ''
        if not text.strip():
            return []
        setattr(owner, place, None)
        return [self._span(sentence) for sentence in _SENTENCE.findall(text)]

    def _around(self, picture: Element) -> Element:
        span, tail = self._span(), picture.tail
        picture.tail = None
        picture.getparent().replace(picture, span)
        span.append(picture)
        span.tail = tail
        return span

    def _span(self, *content: str | Element) -> Element:
        self._number += 1
        return element(
            'span', *content, class_='koboSpan', id=f'kobo.{self._block}.{self._number}'
        )
