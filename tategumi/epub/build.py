"""Chapters and settings → the bytes of an EPUB."""

import io

from ebooklib import epub
from lxml import etree

from ..cover import cover_of
from ..markup import by_part, colophon, printed, title_page
from .archive import settled
from .cover_page import COVER, cover_page
from .metadata import describe, modified
from .navigation import navigation, shown_headings
from .page import page
from .pictures import SUFFIXES, collect
from .sheets import epub_sheets

_XHTML = 'application/xhtml+xml'


def build_epub(settings, chapters, styles):
    """An EPUB 3.3 as bytes; the pages of one in vertical writing follow to the left.

    ``chapters`` are ``MarkedChapter``, at least one, marked up for the writing
    of ``settings``; ``styles`` is the folder of the press's sheets. In the spine: cover, title page, contents, one
    document a chapter, colophon. The same input gives the same bytes. Raises
    ``BadInput`` for a sheet or picture that cannot be read, a language that is
    none, a font that cannot be embedded, and settings that cannot be ``printed``.
    """
    settings = printed(settings)
    sections = [etree.fromstring(chapter.body) for chapter in chapters]
    pictures = collect(sections, settings.book)
    cover_kind, cover = cover_of(settings, styles)
    cover_name = f'images/cover{SUFFIXES[cover_kind]}'
    front, back = (etree.fromstring(made(settings)) for made in (title_page, colophon))
    contents = navigation(settings, chapters, sections)
    fonts = []
    if settings.epub.embed_font:
        from .fonts import embedded_fonts
        fonts = embedded_fonts(settings, [front, *contents, *sections, back])
    sheets = epub_sheets(settings, styles, fonts)

    book = epub.EpubBook()
    book.set_direction('rtl' if settings.writing == 'vertical' else 'ltr')
    describe(book, settings, sections)

    def add_page(name, body, title, **attributes):
        content = page(body, title, settings, sheets)
        return _add(book, f'{name}.xhtml', _XHTML, content, **attributes)

    documents = [
        add_page('cover', [cover_page(settings, cover_name)], '表紙'),
        add_page('titlepage', [front], settings.title),
        add_page('contents', contents, '目次', properties=['nav']),
        *(add_page(chapter.name, [section], chapter.title)
          for chapter, section in zip(chapters, sections)),
        add_page('colophon', [back], '奥付')]
    for name, css in sheets.items():
        _add(book, name, 'text/css', css.encode())
    for font in fonts:
        _add(book, font.name, font.media_type, font.content)
    _add(book, cover_name, cover_kind, cover, properties=['cover-image'], uid=COVER)
    for name, (kind, content) in pictures.items():
        _add(book, name, kind, content)

    book.toc = []
    for part, below in by_part(chapters):
        entries = [_toc_entry(settings, chapter) for chapter in below]
        book.toc += [_toc_entry(settings, part, entries)] if part else entries
    book.toc.append(epub.Link('colophon.xhtml', '奥付', 'toc-colophon'))
    book.add_item(epub.EpubNcx())
    book.spine = documents
    return _written(book, modified(settings, b'\0'.join(item.content for item in documents)))


def _add(book, name, media_type, content, properties=(), uid=None):
    item = epub.EpubItem(
        uid=uid or name.replace('/', '-').rsplit('.', 1)[0], file_name=name,
        media_type=media_type, content=content)
    item.properties = list(properties)
    return book.add_item(item)


def _toc_entry(settings, chapter, chapters=()):
    file = f'{chapter.name}.xhtml'
    link = epub.Link(file, chapter.title, f'toc-{chapter.name}')
    below = [epub.Link(f'{file}#{h.id}', h.title, f'toc-{h.id}')
             for h in shown_headings(settings, chapter)] + [*chapters]
    return (link, below) if below else link


class _Writer(epub.EpubWriter):
    """Says in what language the package's own words are, which ebooklib leaves out."""

    def _write_opf_file(self, root):
        root.set('{http://www.w3.org/XML/1998/namespace}lang', self.book.language)
        super()._write_opf_file(root)


def _written(book, when):
    archive = io.BytesIO()
    writer = _Writer(archive, book, {'mtime': when})
    writer.process()
    writer.write()
    return settled(archive.getvalue())
