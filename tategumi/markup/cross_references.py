"""What chapters of a book know of one another: where links lead, how words are read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from ..errors import BadManuscript, Place, error_context
from ..manuscript import Chapter
from ..messages import Message, at
from ..settings import Settings, slug_of
from .chapter import MarkedChapter, mark_up
from .index import readings_of


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
    for marked_chapter in marked:
        for name, anchor in marked_chapter.anchors:
            ids.setdefault(name, anchor)
        for heading in marked_chapter.headings:
            ids.setdefault(slug_of(heading.title), heading.id)
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
    for href, line in marked.open_links:
        if slug_of(unquote(href[1:])) not in ids:
            raise BadManuscript(
                Place(chapter.path, line),
                'link to "{href}", but no heading of the book is called so',
                href=href,
            )
    hrefs = {href for href, _ in marked.open_links}
    section = marked.copy()
    for link in section.iter('{*}a'):
        if link.get('href') in hrefs and not link.get('role'):
            link.set('href', f'#{ids[slug_of(unquote(link.get("href")[1:]))]}')
    return replace(marked, section=section, open_links=())
