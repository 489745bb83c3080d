"""XHTML content documents (EPUB 3.3 §6.1): the frame of one, the cover's, links between them."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from ..markup import EPUB_TYPE, NAMESPACES, XHTML, Element, element
from ..settings import Settings

_DIVISIONS = {
    **dict.fromkeys(('cover', 'titlepage', 'toc', 'preface'), 'frontmatter'),
    **dict.fromkeys(
        ('afterword', 'appendix', 'acknowledgments', 'index', 'colophon'), 'backmatter'
    ),
}
#: The cover picture's id in the manifest, and the class of a page that lies across.
COVER, _ACROSS = 'cover-image', 'hltr'
#: The id of a heading, or of what is called by a name.
_NAMED = re.compile(r'#((chapter-\d+)-(?:heading|anchor|index)-\d+)')


def page(
    body: Sequence[Element], title: str, settings: Settings, sheets: Iterable[str], division: str
) -> bytes:
    """A whole document, in bytes, around ``body``: ``section`` or ``nav`` elements.

    ``sheets`` are the names of its style sheets. The body says what ``division``
    of the book it is of; its classes tell the sheets what the
    house decides of lines.
    """
    house = settings.house_style
    lines = f'line-start-{house.line_start}' + (' hanging' if house.hanging else '')
    lines += ' line-head-half' if house.line_head_bracket == 'half' else ''
    lines += ' no-short-last' if house.last_line else ''
    lines += ' ruby-flush' if house.group_ruby_ends == 'flush' else ''
    root = etree.Element(f'{{{XHTML}}}html', nsmap=NAMESPACES)
    root.set('lang', settings.language)
    root.set('{http://www.w3.org/XML/1998/namespace}lang', settings.language)
    if any(section.get('id') == 'cover' for section in body):
        root.set('class', _ACROSS)
    root.append(
        element(
            'head',
            element('meta', charset='utf-8'),
            element('title', title),
            *(element('link', rel='stylesheet', type='text/css', href=name) for name in sheets),
        )
    )
    root.append(element('body', *body, class_=lines, epub_type=division))
    etree.cleanup_namespaces(root, keep_ns_prefixes=['epub'])
    for part in (*root, *root[0], *root[1]):
        part.tail = '\n'
    return etree.tostring(root, encoding='utf-8', xml_declaration=True, doctype='<!DOCTYPE html>')


def division_of(body: Sequence[Element]) -> str:
    """The division of the book that a document with ``body`` is of (EPUB 3 SSV)."""
    kinds = [
        _DIVISIONS[section.get(EPUB_TYPE)]
        for section in body
        if section.get(EPUB_TYPE) in _DIVISIONS
    ]
    return kinds[0] if kinds else 'bodymatter'


def cover_page(settings: Settings, name: str) -> Element:
    """The ``section`` that shows the cover picture, file ``name`` of the EPUB."""
    picture = element('img', src=name, alt=f'{settings.title}　表紙', role='doc-cover')
    return element(
        'section', picture, class_='cover', id='cover', epub_type='cover', aria_label='表紙'
    )


def point_across(name: str, section: Element) -> None:
    """Have links of chapter ``name`` to what is in others name their documents, in place."""
    for link in section.iter('{*}a'):
        match = _NAMED.fullmatch(link.get('href', ''))
        if match and match[2] != name:
            link.set('href', f'{match[2]}.xhtml#{match[1]}')
