"""The whole book as one XHTML document for the printed page."""

from html import escape

import lxml.etree

from ..markup import colophon, title_page

_EPUB = 'http://www.idpf.org/2007/ops'


def book_document(settings, chapters):
    """Title page, contents, chapters and colophon as one HTML document (a string)."""
    creators = ''.join(
        f'<meta name="author" content="{escape(creator.name)}"/>'
        for creator in settings.creators)
    return '\n'.join((
        f'<!DOCTYPE html><html lang="{escape(settings.language)}"><head>',
        f'<title>{escape(settings.title)}</title>{creators}',
        f'<meta name="description" content="{escape(settings.description)}"/>'
        if settings.description else '',
        '</head><body>',
        title_page(settings),
        contents(settings, chapters),
        *(chapter.body for chapter in chapters),
        colophon(settings),
        '</body></html>'))


def contents(settings, chapters):
    """The table of contents 目次: a line a heading, linked; the sheet adds the folios.

    Headings down to ``contents_depth``: chapters, their sections, and so on.
    """
    lines = []
    for chapter in chapters:
        root = lxml.etree.fromstring(f'<div xmlns:epub="{_EPUB}">{chapter.body}</div>')
        lines += [
            f'<p class="level-{heading.level}"><a href="#{heading.id}">'
            f'{_inner(root, heading)}</a></p>'
            for heading in chapter.headings if heading.level <= settings.contents_depth]
        if not chapter.headings:
            lines.append(f'<p><a href="#{chapter.name}">{escape(chapter.title)}</a></p>')
    return '\n'.join((
        '<section class="contents" id="contents"><h1>目次</h1>', *lines, '</section>'))


def _inner(root, heading):
    """What is inside ``heading`` as it is set, without links, footnote calls and ruby."""
    element, = root.xpath('.//*[@id=$id]', id=heading.id)
    lxml.etree.strip_elements(element, 'a', 'sup', 'rt', with_tail=False)
    lxml.etree.cleanup_namespaces(element)
    markup = lxml.etree.tostring(element, encoding='unicode', with_tail=False)
    return markup[markup.index('>') + 1:markup.rindex('</')]
