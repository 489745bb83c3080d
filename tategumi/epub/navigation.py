"""The navigation document: contents and landmarks (EPUB 3.3 §7)."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from ..markup import Element, Heading, MarkedChapter, by_part, dress, element
from ..settings import Settings
from .index import has_index
from .page_breaks import name_of

_NCX = 'http://www.daisy.org/z3986/2005/ncx/'


def navigation(
    settings: Settings, chapters: Sequence[MarkedChapter], sections: Sequence[Element]
) -> tuple[Element, Element]:
    """The two ``nav`` elements of the book.

    ``sections`` are the ``section`` elements of ``chapters``, whose headings
    are shown as they are set.
    """
    items = element('ol')
    section_of = dict(zip((chapter.name for chapter in chapters), sections))
    for part, below in by_part(chapters):
        entries = [_item(settings, chapter, section_of[chapter.name]) for chapter in below]
        if part:
            entries = [_item(settings, part, section_of[part.name], entries)]
        items.extend(entries)
    index = [('index.xhtml', settings.index, 'index')] if has_index(settings, chapters) else []
    for href, title, _ in index:
        items.append(element('li', _link(href, title)))
    items.append(element('li', _link('colophon.xhtml', '奥付')))
    contents = element(
        'nav',
        element('h1', '目次', id='contents-title'),
        items,
        class_='contents',
        id='contents',
        epub_type='toc',
        role='doc-toc',
        aria_labelledby='contents-title',
    )

    first = next(
        (c for c, s in zip(chapters, sections) if s.get('role') in ('doc-chapter', 'doc-part')),
        chapters[0],
    )
    places = (
        ('cover.xhtml', '表紙', 'cover'),
        ('titlepage.xhtml', '扉', 'titlepage'),
        ('contents.xhtml', '目次', 'toc'),
        (f'{first.name}.xhtml', '本文', 'bodymatter'),
        *index,
        ('colophon.xhtml', '奥付', 'colophon'),
    )
    landmarks = element(
        'nav',
        element('h2', '案内', id='landmarks-title'),
        element(
            'ol',
            *(element('li', _link(href, title, epub_type=kind)) for href, title, kind in places),
        ),
        epub_type='landmarks',
        hidden='hidden',
        aria_labelledby='landmarks-title',
    )
    return contents, landmarks


def shown_headings(settings: Settings, chapter: MarkedChapter) -> list[Heading]:
    """The chapter's headings below its own that stand in the contents."""
    return [h for h in chapter.headings[1:] if h.level <= settings.contents_depth and h.title]


def _item(
    settings: Settings, chapter: MarkedChapter, section: Element, chapters: Sequence[Element] = ()
) -> Element:
    """A chapter or part, what stands in the contents of it, and the items of its chapters."""
    file = f'{chapter.name}.xhtml'
    item = element(
        'li', _heading_link(settings, section, file, chapter.headings[:1], chapter.title)
    )
    below = [
        element('li', _heading_link(settings, section, f'{file}#{h.id}', [h], h.title))
        for h in shown_headings(settings, chapter)
    ]
    if below or chapters:
        item.append(element('ol', *below, *chapters))
    return item


def _heading_link(
    settings: Settings, section: Element, href: str, headings: Sequence[Heading], title: str
) -> Element:
    link = _link(href, '')
    if headings:
        (heading,) = section.xpath('.//*[@id=$id]', id=headings[0].id)
        heading = deepcopy(heading)
        etree.strip_elements(heading, '{*}rt', '{*}img', with_tail=False)
        for call in heading.xpath('.//*[@role="doc-noteref"]'):
            call.clear(keep_tail=True)
        etree.strip_tags(heading, '{*}a', '{*}ruby')
        etree.strip_attributes(heading, 'id')
        link.text = heading.text
        link.extend(heading)
    if not ''.join(link.itertext()).strip():
        link = _link(href, title)
        dress(link, settings)
    return link


def _link(href: str, title: str, **attributes: str) -> Element:
    return element('a', title, href=href, **attributes)


def complete_ncx(ncx: bytes, pages: Sequence[tuple[str, str]]) -> bytes:
    """``ncx`` (bytes), saying how deep it is, with ``pages``: ``(label, address)`` in order."""
    root = etree.fromstring(ncx, etree.XMLParser(remove_blank_text=True))
    metadata: dict[str, int | str] = {'depth': _depth(root.find(f'{{{_NCX}}}navMap'))}
    if pages:
        root.append(_page_list(pages))
        metadata |= {'totalPageCount': len(pages), 'maxPageNumber': pages[-1][0]}
    for name, value in metadata.items():
        for meta in root.iterfind(f'.//{{{_NCX}}}meta[@name="dtb:{name}"]'):
            meta.set('content', str(value))
    return etree.tostring(root, pretty_print=True, encoding='utf-8', xml_declaration=True)


def _depth(node: Element) -> int:
    """How many levels of entries there are below ``node``."""
    return max((1 + _depth(point) for point in node.iterfind(f'{{{_NCX}}}navPoint')), default=0)


def _page_list(pages: Iterable[tuple[str, str]]) -> Element:
    page_list = etree.Element(f'{{{_NCX}}}pageList')
    for label, address in pages:
        target = etree.SubElement(
            page_list,
            f'{{{_NCX}}}pageTarget',
            id=f'ncx-{name_of(label)}',
            type='normal',
            value=label,
        )
        name = etree.SubElement(target, f'{{{_NCX}}}navLabel')
        etree.SubElement(name, f'{{{_NCX}}}text').text = label
        etree.SubElement(target, f'{{{_NCX}}}content', src=address)
    return page_list
