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
        contents(chapters),
        *(chapter.body for chapter in chapters),
        colophon(settings),
        '</body></html>'))


def contents(chapters):
    """The table of contents 目次: a line a chapter, linked; the sheet adds the folios."""
    lines = '\n'.join(
        f'<p><a href="#{chapter.name}">{_heading(chapter)}</a></p>' for chapter in chapters)
    return f'<section class="contents" id="contents"><h1>目次</h1>\n{lines}\n</section>'


def _heading(chapter):
    """The chapter's first heading as it is set, without links and footnote calls."""
    root = lxml.etree.fromstring(f'<div xmlns:epub="{_EPUB}">{chapter.body}</div>')
    heading = next(root.iter('h1', 'h2'), None)
    if heading is None:
        return escape(chapter.title)
    lxml.etree.strip_elements(heading, 'a', 'sup', 'rt', with_tail=False)
    lxml.etree.cleanup_namespaces(heading)
    inner = lxml.etree.tostring(heading, encoding='unicode', with_tail=False)
    return inner[inner.index('>') + 1:inner.rindex('</')]
