"""What chapters of a book know of one another: where links lead, how words are read."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from ..errors import BadManuscript, Place, error_context
from ..manuscript import Chapter
from ..messages import Message, at
from ..settings import Settings, slug_of
from .chapter import MarkedChapter, mark_up
from .index import readings_of
from .xhtml import fragment, unwrap

#: A link to the file of a chapter, and to a place in it.
_FILE = re.compile(r'(?P<file>.+\.md)(?:#(?P<place>.+))?')


def mark_up_book(
    chapters: Sequence[Chapter],
    settings: Settings,
    mark_up: Callable[[Chapter, Settings], MarkedChapter] = mark_up,
) -> list[MarkedChapter]:
    """All ``manuscript.Chapter``s of a book → ``MarkedChapter``s, as ``mark_up`` makes them.

    A link to a heading that its own chapter has not leads to the first of the
    book that is called so; of a word of the index no chapter says how to read, the first warns.
    Raises ``BadInput`` with file and line where there is none.
    """
    marked = []
    for chapter in chapters:
        with error_context(chapter.path):
            marked.append(mark_up(chapter, settings))
    ids: dict[str, str] = {}
    for chapter, marked_chapter in zip(chapters, marked):
        file = unicodedata.normalize('NFC', chapter.path.name)
        places = [(slug_of(heading.title), heading.id) for heading in marked_chapter.headings]
        for name, anchor in (*marked_chapter.anchors, *places):
            ids.setdefault(name, anchor)
            ids.setdefault(f'{file}#{name}', anchor)
        ids[file] = places[0][1] if places else marked_chapter.name
    linked = [
        _linked(chapter, marked_chapter, ids) if marked_chapter.open_links else marked_chapter
        for chapter, marked_chapter in zip(chapters, marked)
    ]
    return _asking(chapters, linked) if settings.index else linked


def _asking(chapters: Sequence[Chapter], marked: list[MarkedChapter]) -> list[MarkedChapter]:
    """``marked`` with what to say of words of the index that nobody says how to read."""
    known = set(readings_of(mark for each in marked for mark in each.index))
    asking = []
    for chapter, each in zip(chapters, marked):
        warnings = []
        for mark in each.index:
            if mark.term not in known:
                known.add(mark.term)
                message = Message(
                    'the index does not know how {term} is read, and has it last; '
                    'say it there: {mark}',
                    term=mark.term,
                    mark='{.index reading="よみ"}',
                )
                warnings.append(at(Place(chapter.path, mark.line), message))
        asking.append(replace(each, warnings=(*each.warnings, *warnings)) if warnings else each)
    return asking


def _linked(chapter: Chapter, marked: MarkedChapter, ids: dict[str, str]) -> MarkedChapter:
    leads: dict[str, str | None] = {}
    warnings = []
    for href, line in marked.open_links:
        name = unicodedata.normalize('NFC', unquote(href[1:]))
        file = _FILE.fullmatch(name)
        named = (
            file and f'{file["file"]}#{slug_of(file["place"])}' if file and file['place'] else name
        )
        leads[href] = ids.get(slug_of(name)) or ids.get(named or name)
        place = Place(chapter.path, line)
        if leads[href] is None and file is None:
            raise BadManuscript(
                place, 'link to "{href}", but no heading of the book is called so', href=href
            )
        if leads[href] is None:
            message = Message(
                'no chapter of the book has what "{link}" leads to; its words are no link',
                link=href[1:],
            )
            warnings.append(at(place, message))
    section = marked.copy()
    for link in [*section.iter('{*}a')]:
        if link.get('href') in leads and not link.get('role'):
            lead = leads[link.get('href')]
            if lead:
                link.set('href', f'#{lead}')
            else:
                unwrap(link)
    return replace(
        marked,
        xhtml=fragment(section),
        open_links=(),
        warnings=(*marked.warnings, *warnings),
    )
