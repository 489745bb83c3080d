"""One chapter of the manuscript, marked up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from ..errors import BadManuscript, Place
from ..manuscript import Chapter
from ..messages import Message, at
from ..settings import Settings
from .fault import Fault, Lines, Remark, refuse_control_characters
from .headings import Heading, close_gaps, headings, identify, point_links, run_in
from .house_style import dress, join_lines
from .index import IndexMark, take_marks
from .parse import parse
from .readings import align_readings, part_readings
from .refine import refine
from .table_figures import align_figures
from .xhtml import EPUB_TYPE, Element, element, fragment

_KINDS = {
    'preface': ('序', '序文', 'まえがき', '前書き', '前書', 'はじめに', '緒言'),
    'prologue': ('序章', '序幕', 'プロローグ'),
    'epilogue': ('終章', '終幕', 'エピローグ'),
    'afterword': ('あとがき', '後書き', '後書', '跋', 'おわりに', '終わりに'),
    'acknowledgments': ('謝辞',),
    'appendix': ('付録', '附録'),
}
_KIND_OF_TITLE = {title: kind for kind, titles in _KINDS.items() for title in titles}


@dataclass(frozen=True)
class MarkedChapter:
    """A chapter as XHTML.

    ``name`` is ASCII and unique in the book (``chapter-00``), ``title`` the
    plain text of its first heading (else its file's name), ``headings`` all of its
    headings in reading order, ``xhtml`` all of it as well-formed text. ``is_part``: it opens
    a part 部, to which the chapters up to the next such one belong; ``is_title``: it has
    nothing but its heading.
    ``warnings`` are lines that name a place in the manuscript and what an editor
    should see to there. ``open_links`` are the targets of links to headings of
    other chapters, and the lines they stand on; ``anchors`` names that links may call, and the
    ids of what is called so. ``index`` are the words of it that the index names.
    """

    name: str
    title: str
    xhtml: str = field(compare=False, repr=False)
    headings: tuple[Heading, ...]
    warnings: tuple[Message, ...] = ()
    is_part: bool = False
    open_links: tuple[tuple[str, int | None], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()
    is_title: bool = False
    index: tuple[IndexMark, ...] = ()

    @cached_property
    def section(self) -> Element:
        """The element with all of it, which nobody changes: who wants to takes a ``copy``."""
        return self.copy()

    def copy(self) -> Element:
        """Another ``section``, to be changed."""
        return etree.fromstring(self.xhtml)


def mark_up(chapter: Chapter, settings: Settings) -> MarkedChapter:
    """A ``manuscript.Chapter`` → ``MarkedChapter``, dressed in the house style.

    Figures and marks are those of ``settings.writing``.

    Raises ``BadInput`` with file and line for a character no XML may hold
    (XML 1.0 §2.2), a picture that is not a file of the book, a footnote
    defined twice, a table row too long.
    """
    refuse_control_characters(chapter.text, chapter.path)
    name = f'chapter-{chapter.index:02d}'
    try:
        blocks, remarks = parse(
            chapter.text,
            name,
            chapter.path.parent,
            settings.book,
            settings.line_ends,
            settings.code_highlighting,
        )
        section = element('section', class_='chapter', id=name)
        section.extend(blocks)
        is_part = _is_part(section)
        close_gaps(section)
        identify(section, name)
        others, anchors = point_links(section, name)
    except Fault as fault:
        line = chapter.line_of(fault.excerpt)
        raise BadManuscript(Place(chapter.path, line), fault.message) from fault
    index = _index(chapter, section, name)
    join_lines(section)
    refine(section, settings.house_style)
    _set_readings(section, settings)
    align_figures(section, settings)
    dress(section, settings)

    chapter_headings = headings(section)
    remarks += [*run_in(section), *_crowded(chapter_headings)]
    title = (chapter_headings[0].title if chapter_headings else '') or _title_of(chapter.path)
    kind = 'part' if is_part else _KIND_OF_TITLE.get(title, 'chapter')
    section.set(EPUB_TYPE, kind)
    section.set('role', f'doc-{kind}')
    if chapter_headings:
        section.set('aria-labelledby', chapter_headings[0].id)
    else:
        section.set('aria-label', title)
    for block in section:
        block.tail = '\n'
    return MarkedChapter(
        name,
        title,
        fragment(section),
        chapter_headings,
        _warnings(chapter, remarks),
        is_part,
        _located(chapter, others),
        tuple(anchors.items()),
        is_title=bool(chapter_headings) and len(section) == 1,
        index=index,
    )


def _index(chapter: Chapter, section: Element, name: str) -> tuple[IndexMark, ...]:
    """What the index names of ``section``, in place, by its lines in the file."""
    lines = Lines(chapter)
    return tuple(
        IndexMark(node.get('id'), term, reading, lines.next_of([written], 'index'))
        for node, term, reading, written in take_marks(section, name)
    )


def _set_readings(section: Element, settings: Settings) -> None:
    if settings.house_style.group_ruby == 'parted':
        part_readings(section)
    if settings.house_style.mono_ruby == 'head' and settings.writing == 'vertical':
        align_readings(section)


def by_part(
    chapters: Sequence[MarkedChapter],
) -> list[tuple[MarkedChapter | None, list[MarkedChapter]]]:
    """``(part, chapters)`` in order: each part 部 and the chapters that belong to it.

    ``part`` is ``None`` for the chapters before the first; all are ``MarkedChapter``.
    """
    grouped: list[tuple[MarkedChapter | None, list[MarkedChapter]]] = [(None, [])]
    for chapter in chapters:
        if chapter.is_part:
            grouped.append((chapter, []))
        else:
            grouped[-1][1].append(chapter)
    return grouped if grouped[0][1] else grouped[1:]


def _is_part(section: Element) -> bool:
    """Whether its heading says so, which is then said of the whole section."""
    if not len(section) or section[0].get('class') != 'part':
        return False
    del section[0].attrib['class']
    section.set('class', 'part')
    return True


def _crowded(headings: Sequence[Heading]) -> list[Remark]:
    """What to say of a chapter with several headings of the first rank."""
    first = [heading.title for heading in headings if heading.level == 1]
    if len(first) < 2:
        return []
    message = Message(
        'this file has {count} headings with one #; a file is one chapter: give each a file of '
        'its own, or write ## for a section',
        count=len(first),
    )
    return [Remark((f'# {first[1]}', first[1]), message)]


def _located(chapter: Chapter, hrefs: Sequence[str]) -> tuple[tuple[str, int | None], ...]:
    """Each of ``hrefs``, in the order of the links, with the line of its link."""
    lines = Lines(chapter)
    forms = (']({})', ']({} ', '](<{}>', '{}')
    return tuple(
        (
            href,
            lines.next_of(
                # Of a chapter the link may call its file as other tools do.
                [*(form.format(href) for form in forms), f'{href[1:].partition(".md")[0]}.'],
                href,
            ),
        )
        for href in hrefs
    )


def _warnings(chapter: Chapter, remarks: Sequence[Remark]) -> tuple[Message, ...]:
    """``remarks`` as lines, the second of two alike with the second place of what it is of."""
    lines, said = Lines(chapter), set[str]()
    warnings = {at(Place(chapter.path, line), message): None for line, message in chapter.remarks}
    for remark in remarks:
        line = lines.next_of(remark.excerpts, remark.message)
        if line or remark.message not in said:
            warnings[at(Place(chapter.path, line), remark.message)] = None
        said.add(remark.message)
    return tuple(warnings)


def _title_of(path: Path) -> str:
    """``'序'`` of ``00-序.md``."""
    return re.sub(r'^\d+[-_. ]*', '', path.stem) or path.stem
