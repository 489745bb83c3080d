"""Chapters and settings → the bytes of an EPUB."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ebooklib import epub

from ..cover import cover_of
from ..lazy import lazy
from ..markup import MATHML, Element, MarkedChapter, by_part, colophon, printed, title_page
from ..pictures import as_jpeg
from ..settings import PLAIN, UNKNOWN, Settings
from .index import has_index, index_section
from .metadata import describe
from .modified import dated, said_moment
from .navigation import navigation, shown_headings
from .page import COVER, cover_page, division_of, page, point_across
from .page_list import mark_bodies, page_list
from .parting import Parting
from .pictures import SUFFIXES, collect
from .sheets import epub_sheets, with_files
from .writer import epub_files, zipped

if TYPE_CHECKING:
    from ..pdf import PageStart

fonts_module = lazy('tategumi.epub.fonts')
profiles = lazy('tategumi.epub.profiles')

_XHTML = 'application/xhtml+xml'


#: What the contents of an EPUB 2 reader list: a link, or one with those below it.
_Entry: TypeAlias = epub.Link | tuple[epub.Link, list['_Entry']]


def build_epub(
    settings: Settings,
    chapters: Sequence[MarkedChapter],
    styles: Path,
    starts: 'Sequence[PageStart]' = (),
    first_made: Callable[[str], datetime] = lambda digest: UNKNOWN,
    profile: str = PLAIN,
    cache: Path | None = None,
) -> bytes:
    """An EPUB 3.3 as bytes; the pages of one in vertical writing follow to the left.

    ``chapters`` are ``MarkedChapter``, at least one, marked up for the writing
    of ``settings``; ``styles`` is the folder of the press's sheets; ``starts``
    (``pdf.PageStart``) say where the pages of the PDF begin in them. In the
    spine: cover, title page, contents, one document a chapter, colophon. The
    same input gives the same bytes; where nobody says when the book was last
    changed, ``first_made`` tells when a content of its digest first came to be.
    ``profile`` is a name of ``profiles.PROFILES``, or plain; ``cache`` is as
    in ``cover_of``. Raises ``BadInput`` for a sheet or picture that cannot be read,
    a language that is none, a font that cannot be embedded, and settings that
    cannot be ``printed``.
    """
    settings = printed(settings)
    sections = [chapter.copy() for chapter in chapters]
    for chapter, section in zip(chapters, sections):
        point_across(chapter.name, section)
    pictures = collect(sections, settings.book)
    cover_kind, cover = _cover(settings, styles, cache)
    cover_name = f'images/cover{SUFFIXES[cover_kind]}'
    bodies = _bodies(settings, chapters, sections, cover_name)
    pages, fonts = mark_bodies(bodies, starts), []
    if pages:
        bodies['contents'].append(page_list(pages))
    parting = Parting(bodies)
    pages = [(label, parting.address(address)) for label, address in pages]
    if settings.epub.embed_font:
        fonts = fonts_module.embedded_fonts(
            settings, [section for body in bodies.values() for section in body]
        )
    sheets, files = with_files(epub_sheets(settings, styles, fonts, sections), settings)

    book = epub.EpubBook()
    book.set_direction('rtl' if settings.writing == 'vertical' else 'ltr')
    describe(book, settings, sections)
    book.spine = _documents(book, settings, chapters, parting, sheets)
    for name, css in sheets.items():
        _add(book, name, 'text/css', css.encode())
    for font in fonts:
        _add(book, font.name, font.media_type, font.content)
    _add(book, cover_name, cover_kind, cover, properties=['cover-image'], uid=COVER)
    for name, (kind, content) in (pictures | files).items():
        _add(book, name, kind, content)
    book.toc = _contents(settings, chapters, parting)
    book.add_item(epub.EpubNcx())
    said = said_moment(settings)
    made = epub_files(book, said or UNKNOWN, pages, _openings(settings, chapters))
    if profile != PLAIN:
        made = profiles.in_profile(made, profile, settings)
    return zipped(made if said else dated(made, first_made))


def _bodies(
    settings: Settings,
    chapters: Sequence[MarkedChapter],
    sections: Sequence[Element],
    cover_name: str,
) -> dict[str, list[Element]]:
    """What the documents are made of, by their names, in the order of the spine."""
    index = index_section(settings, chapters)
    return {
        'cover': [cover_page(settings, cover_name)],
        'titlepage': [title_page(settings)],
        'contents': [*navigation(settings, chapters, sections)],
        **{chapter.name: [section] for chapter, section in zip(chapters, sections)},
        **({} if index is None else {'index': [index]}),
        'colophon': [colophon(settings)],
    }


def _cover(settings: Settings, styles: Path, cache: Path | None) -> tuple[str, bytes]:
    """The media type and the bytes of the cover, a JPEG where that is asked for."""
    kind, content = cover_of(settings, styles, cache)
    if settings.epub.jpeg_cover and kind == 'image/png':
        return 'image/jpeg', as_jpeg(content)
    return kind, content


def _documents(
    book: epub.EpubBook,
    settings: Settings,
    chapters: Sequence[MarkedChapter],
    parting: Parting,
    sheets: Mapping[str, str],
) -> list[epub.EpubItem]:
    """The content documents of ``parting``, in the order of the spine, added to ``book``."""
    titles = {
        'cover': '表紙',
        'titlepage': settings.title,
        'contents': '目次',
        'index': settings.index,
        'colophon': '奥付',
        **{chapter.name: chapter.title for chapter in chapters},
    }
    return [
        _add(
            book,
            f'{name}.xhtml',
            _XHTML,
            page(body, titles[whole], settings, sheets, division_of(parting.bodies[whole])),
            properties=_properties(name, body),
        )
        for name, body in parting.bodies.items()
        for whole in [parting.whole[name]]
    ]


def _properties(name: str, body: Sequence[Element]) -> list[str]:
    """What the package says of a content document (EPUB 3.3 §D.6)."""
    nav = ['nav'] if name == 'contents' else []
    has_formulas = any(True for section in body for _ in section.iter(f'{{{MATHML}}}math'))
    return [*nav, *(['mathml'] if has_formulas else [])]


def _contents(
    settings: Settings, chapters: Sequence[MarkedChapter], parting: Parting
) -> list[_Entry]:
    """What the contents of an EPUB 2 reader list, parts with their chapters below them."""
    contents: list[_Entry] = []
    for part, below in by_part(chapters):
        entries = [_toc_entry(settings, chapter, parting) for chapter in below]
        contents += [_toc_entry(settings, part, parting, entries)] if part else entries
    if has_index(settings, chapters):
        contents.append(epub.Link('index.xhtml', settings.index, 'toc-index'))
    return [*contents, epub.Link('colophon.xhtml', '奥付', 'toc-colophon')]


def _add(
    book: epub.EpubBook,
    name: str,
    media_type: str,
    content: bytes,
    properties: Sequence[str] = (),
    uid: str | None = None,
) -> epub.EpubItem:
    item = epub.EpubItem(
        uid=uid or name.replace('/', '-').rsplit('.', 1)[0],
        file_name=name,
        media_type=media_type,
        content=content,
    )
    item.properties = list(properties)
    return book.add_item(item)


def _toc_entry(
    settings: Settings,
    chapter: MarkedChapter,
    parting: Parting,
    chapters: Sequence[_Entry] = (),
) -> _Entry:
    file = f'{chapter.name}.xhtml'
    link = epub.Link(file, chapter.title, f'toc-{chapter.name}')
    below = [
        epub.Link(parting.address(f'{file}#{h.id}'), h.title, f'toc-{h.id}')
        for h in shown_headings(settings, chapter)
    ] + [*chapters]
    return (link, below) if below else link


def _openings(settings: Settings, chapters: Sequence[MarkedChapter]) -> list[str]:
    """The ids of the documents that begin on a recto, as they do on paper.

    That is the first page of a spread, in vertical writing the left one (電書協 EPUB 3
    制作ガイド 1.1.3, A; JLReq §4.1.1).
    """
    all_do = settings.chapter_start == 'recto' or settings.chapter_title != 'heading'
    text_does = settings.text_start == 'recto'
    after_title = [text_does, *(chapter.is_part and chapter.is_title for chapter in chapters)]
    return [
        'cover',
        'titlepage',
        'colophon',
        *(
            chapter.name
            for chapter, is_first in zip(chapters, after_title)
            if all_do or is_first or chapter.is_part
        ),
    ]
