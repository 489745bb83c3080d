"""Links from one chapter of the book to a heading of another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from ..errors import BadManuscript, Place, error_context
from ..manuscript import Chapter
from ..settings import Settings, slug_of
from .chapter import MarkedChapter, mark_up


def mark_up_book(
    chapters: Sequence[Chapter],
    settings: Settings,
    mark_up: Callable[[Chapter, Settings], MarkedChapter] = mark_up,
) -> list[MarkedChapter]:
    """All ``manuscript.Chapter``s of a book → ``MarkedChapter``s, as ``mark_up`` makes them.

    A link to a heading that its own chapter has not leads to the first of the
    book that is called so. Raises ``BadInput`` with file and line where there is none.
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
    return [
        _linked(chapter, marked_chapter, ids) if marked_chapter.open_links else marked_chapter
        for chapter, marked_chapter in zip(chapters, marked)
    ]


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
