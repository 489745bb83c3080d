"""One document of a KEPUB."""

from lxml import etree

from ..markup import element
from .spans import add_spans

#: Kobo's reading system sets margins of its own.
_HACKS = 'div#book-inner { margin-top: 0; margin-bottom: 0; }'


def kobo_page(page: bytes) -> bytes:
    """The XHTML document ``page`` (bytes) with Kobo's spans, and the boxes of its columns."""
    root = etree.fromstring(page)
    head, body = root.find('{*}head'), root.find('{*}body')
    head.append(element('style', _HACKS, type='text/css', class_='kobostylehacks'))
    add_spans(body)
    inner = element('div', body.text or '', *body, id='book-inner')
    body.text = None
    body.append(element('div', inner, id='book-columns'))
    return etree.tostring(root, encoding='utf-8', xml_declaration=True, doctype='<!DOCTYPE html>')
