"""The navigation document: contents and landmarks (EPUB 3.3 §7)."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from ..markup import Element, Heading, MarkedChapter, by_part, dress, element
from ..settings import Settings


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
        made = [_item(settings, chapter, section_of[chapter.name]) for chapter in below]
        if part:
            made = [_item(settings, part, section_of[part.name], made)]
        items.extend(made)
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
        (made,) = section.xpath('.//*[@id=$id]', id=headings[0].id)
        made = deepcopy(made)
        etree.strip_elements(made, '{*}rt', '{*}img', with_tail=False)
        for call in made.xpath('.//*[@role="doc-noteref"]'):
            call.clear(keep_tail=True)
        etree.strip_tags(made, '{*}a', '{*}ruby')
        link.text = made.text
        link.extend(made)
    if not ''.join(link.itertext()).strip():
        link = _link(href, title)
        dress(link, settings)
    return link


def _link(href: str, title: str, **attributes: str) -> Element:
    return element('a', title, href=href, **attributes)
