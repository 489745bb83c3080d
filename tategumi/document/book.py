"""The book as XHTML for the printed page."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from html import escape

from lxml import etree

from ..markup import (
    Element,
    Heading,
    MarkedChapter,
    by_part,
    colophon,
    element,
    fragment,
    half_title,
    is_number,
    locate,
    own_cover,
    printed,
    title_page,
)
from ..page.kihon_hanmen import page_of
from ..page.papers import Page
from ..settings import Settings
from .colophon import fit_colophon
from .fitting import keep_short_columns, leave_room
from .formulas import draw_formulas
from .index import index_section
from .running_heads import running_head, running_heads, with_number

#: Characters beyond which a book has a half-title, if the settings leave it to the press.
_LONG = 100_000

#: The sections of the front matter, by their classes.
_FRONT = ('cover', 'titlepage', 'contents', 'halftitle')


def book_document(settings: Settings, chapters: Sequence[MarkedChapter]) -> str:
    """Cover, title page, contents, chapters, index and colophon as one HTML document (a string).

    Headings say in ``data-title`` what bookmarks call them, and a chapter's own
    in ``data-running-head`` (of a recto) how it stands above the text. Raises
    ``BadInput`` for a cover that is no picture of the book and a kihon-hanmen
    that does not fit its paper.
    """
    return _document(settings, [content for _, content in _sections(settings, chapters)])


def segment_documents(settings: Settings, chapters: Sequence[MarkedChapter]) -> list[str]:
    """The same as HTML documents of its segments: front matter, each chapter, index, colophon.

    What stands around a segment is there without content, so that the sheets
    match as in the book. Raises as ``book_document`` does.
    """
    sections = _sections(settings, chapters)
    kinds = [kind for kind, _ in sections]
    count = sum(kind in _FRONT for kind in kinds)
    bounds = [(0, count), *((at, at + 1) for at in range(count, len(sections)))]
    return [
        _document(
            settings,
            [
                # The last of each kind: "+" sees the one before, "~" the others.
                *map(_absent, list(dict.fromkeys(kinds[:start][::-1]))[::-1]),
                *(content for _, content in sections[start:end]),
                *map(_absent, kinds[end : end + 1]),
            ],
        )
        for start, end in bounds
    ]


def empty_document(settings: Settings) -> str:
    """An HTML document of the book's metadata alone."""
    return _document(settings, [])


def _sections(settings: Settings, chapters: Sequence[MarkedChapter]) -> list[tuple[str, str]]:
    """``(class, XHTML)`` of every section of the book, in order."""
    page = page_of(settings)
    index = index_section(settings, chapters, page)
    sections = [
        _prepared(chapter, part, settings, page) for part, chapter in _with_parts(chapters)
    ]
    front = (
        ('cover', cover(settings)),
        ('titlepage', fragment(title_page(settings))),
        ('contents', contents(settings, chapters, sections, index)),
        ('halftitle', _half_title(settings, chapters)),
    )
    return [
        *((kind, content) for kind, content in front if content),
        *((section.get('class'), fragment(section)) for section in sections),
        *([] if index is None else [('index', fragment(index))]),
        ('colophon', _fitted(colophon(settings), page)),
    ]


def _absent(kind: str) -> str:
    return f'<section class="{escape(kind)}" style="display: none"></section>'


def _document(settings: Settings, sections: Iterable[str]) -> str:
    creators = ''.join(
        f'<meta name="author" content="{escape(creator.name)}"/>' for creator in settings.creators
    )
    return '\n'.join(
        (
            f'<!DOCTYPE html><html lang="{escape(settings.language)}"><head>',
            f'<title>{escape(settings.title)}</title>{creators}',
            f'<meta name="description" content="{escape(settings.description)}"/>'
            if settings.description
            else '',
            '</head><body>',
            *sections,
            '</body></html>',
        )
    )


def cover(settings: Settings) -> str:
    """The editor's own cover as a ``section``, a page of its own; ``''`` where there is none."""
    if not settings.cover:
        return ''
    own_cover(settings)
    picture = element(
        'img',
        src=locate(settings.cover, settings.book, settings.book)[0],
        alt=f'『{printed(settings).title}』の表紙',
    )
    return fragment(element('section', picture, class_='cover', id='cover'))


def contents(
    settings: Settings,
    chapters: Iterable[MarkedChapter],
    sections: Iterable[Element],
    index: Element | None = None,
) -> str:
    """The table of contents 目次: a line a heading, linked; the sheet adds the folios.

    A part's title, a chapter's own heading, and those below it down to
    ``contents_depth``; ``''`` where that is 0. Numbers alone are listed where
    ``contents_numbers`` says so, or nothing else is. ``sections`` are the chapters' elements;
    ``index`` is listed last, where the book has one.
    """
    if not settings.contents_depth:
        return ''
    listed = [
        (is_number(title), entry)
        for chapter, section in zip(chapters, sections)
        for title, entry in _entries(chapter, section, settings.contents_depth)
    ]
    with_numbers = settings.contents_numbers or all(is_bare for is_bare, _ in listed)
    entries = [entry for is_bare, entry in listed if with_numbers or not is_bare]
    if index is not None:
        entries.append(_entry('level-1', 'index', [settings.index]))
    made = element('section', element('h1', '目次'), *entries, class_='contents', id='contents')
    return fragment(made)


def _entries(
    chapter: MarkedChapter, section: Element, depth: int
) -> Iterator[tuple[str, Element]]:
    """``(title, line of the contents)`` of every heading of ``chapter`` down to ``depth``."""
    if not chapter.headings:
        yield chapter.title, _entry('level-1', chapter.name, [chapter.title])
    for heading in chapter.headings:
        level = 1 if heading == chapter.headings[0] else max(2, heading.level)
        kind = 'level-part' if chapter.is_part and level == 1 else f'level-{level}'
        if level <= depth and heading.title:
            yield heading.title, _entry(kind, heading.id, _inside(section, heading))


def _fitted(section: Element, page: Page) -> str:
    fit_colophon(section, page)
    return fragment(section)


def _half_title(settings: Settings, chapters: Sequence[MarkedChapter]) -> str:
    """The half-title as a ``section``; ``''`` where the book has none."""
    length = sum(len(''.join(chapter.section.itertext())) for chapter in chapters)
    is_long = length > _LONG and not any(chapter.is_part for chapter in chapters[:1])
    if {'yes': True, 'no': False, 'auto': is_long}[settings.half_title]:
        return fragment(half_title(settings))
    return ''


def _with_parts(
    chapters: Sequence[MarkedChapter],
) -> Iterator[tuple[MarkedChapter | None, MarkedChapter]]:
    """``(part, chapter)`` for every chapter; the part ``None`` outside of any."""
    for part, below in by_part(chapters):
        yield from ((part, chapter) for chapter in ([part] if part else []) + below)


def _entry(kind: str, target: str, content: Iterable[str | Element]) -> Element:
    return element('p', element('a', *content, href=f'#{target}'), class_=kind)


def _inside(section: Element, heading: Heading) -> list[str | Element]:
    """What is in ``heading`` as it is set, without links, ids, calls of notes, ruby, pictures."""
    (found,) = section.xpath('.//*[@id=$id]', id=heading.id)
    node = deepcopy(found)
    for call in node.xpath('.//*[@role="doc-noteref"]'):
        call.clear(keep_tail=True)
    etree.strip_elements(node, '{*}rt', '{*}img', with_tail=False)
    etree.strip_tags(node, '{*}a', '{*}ruby')
    etree.strip_attributes(node, 'id')
    return [node.text or '', *node]


def _prepared(
    chapter: MarkedChapter, part: MarkedChapter | None, settings: Settings, page: Page
) -> Element:
    """The chapter's element, every heading in it with its plain title.

    What has the chapter's own title, its first heading or itself, has its
    running heads too. Lists count from where they start, which WeasyPrint takes
    from style sheets alone.
    """
    section = chapter.copy()
    draw_formulas(section, settings.book)
    own = section
    with_sections = settings.running_heads == 'double' and not part
    for heading in chapter.headings:
        (made,) = section.xpath('.//*[@id=$id]', id=heading.id)
        made.set('data-title', heading.title)
        if heading == chapter.headings[0]:
            own = made
        elif with_sections and heading.level == chapter.headings[0].level + 1:
            title = with_number(chapter, heading.title)
            made.set('data-running-head', running_head(title, page))
    for numbered in section.iterfind('.//{*}ol[@start]'):
        numbered.set('style', f'counter-reset: list-item {int(numbered.get("start")) - 1}')
    for table in section.iter('{*}table'):
        keep_short_columns(table, page)
    for figure in section.iter('{*}figure'):
        leave_room(figure, page)
    own.set('data-title', chapter.title)
    verso, recto = running_heads(settings, chapter, part)
    own.set('data-running-head-verso', running_head(verso, page))
    own.set('data-running-head', running_head(recto, page))
    return section
