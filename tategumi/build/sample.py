"""The sample of a book 見本: its first chapters, and a note of what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from ..errors import BadSettings
from ..lazy import lazy
from ..notation import escape_marks
from ..settings import UNKNOWN, Settings, place_of
from .book import Book

if TYPE_CHECKING:
    from ..markup import Element, MarkedChapter

manuscript = lazy('tategumi.manuscript')
markup = lazy('tategumi.markup')

#: Said behind the title.
_SUFFIX = '【見本】'

#: So many of the chapters that follow are listed.
_MOST = 40


class Sample(Book):
    """The sample of ``book``, which has the same folder and tells of the same progress.

    It leaves what is remembered of the book as it is. Raises ``BadInput`` as reading the book
    does, and where it has no more chapters than the sample.
    """

    def __init__(self, book: Book) -> None:
        # Cleaning, if there is any, finds the title.
        chapters = book.chapters()
        self.__dict__.update(vars(book))
        self._book, self._chapters, self._pdf = book, {}, None
        # What is kept of the book would be taken for old.
        self.cached, self.jobs = False, 1
        self._count = _count(chapters, book.settings)
        self.settings = _settings(book.settings)

    def chapters(self, on_paper: bool = False) -> 'list[MarkedChapter]':
        """The first chapters as XHTML, and the note."""
        settings = self.settings.for_paper() if on_paper else self.settings
        if settings.writing not in self._chapters:
            whole = self._book.chapters(on_paper)
            self._chapters[settings.writing] = [
                *_closed(whole[: self._count]),
                _note(whole[self._count :], len(whole), settings),
            ]
        return self._chapters[settings.writing]

    def first_made(self, digest: str) -> datetime:
        """Nothing is remembered of a sample."""
        return UNKNOWN


def _count(chapters: 'Sequence[MarkedChapter]', settings: Settings) -> int:
    """How many of ``chapters``, titles of parts among them, the sample has."""
    left = settings.sample.chapters
    for number, chapter in enumerate(chapters):
        if not chapter.is_part:
            left -= 1
        if left < 0:
            # The title of a part that nothing follows is none of it.
            while number and chapters[number - 1].is_part:
                number -= 1
            return number
    raise BadSettings(
        place_of(settings, 'sample'),
        '"chapters" of sample must be fewer than the book has, not {count}',
        count=settings.sample.chapters,
    )


def _settings(settings: Settings) -> Settings:
    """The settings of the sample, which is another book to a library."""
    name = f'{settings.identifier}\n{_SUFFIX}'
    return replace(
        settings,
        title=f'{settings.title}{_SUFFIX}',
        identifier=f'urn:uuid:{uuid5(NAMESPACE_URL, name)}',
        colophon=replace(settings.colophon, isbn=''),
        # Of its words others are in the rest of the book.
        index='',
    )


def _closed(chapters: 'Sequence[MarkedChapter]') -> 'Iterator[MarkedChapter]':
    """``chapters`` without the links that lead out of them into the rest of the book."""
    ids = {node.get('id') for chapter in chapters for node in chapter.section.iter()}
    for chapter in chapters:
        section = chapter.copy()
        for link in [*section.iter('{*}a')]:
            if link.get('href', '').startswith('#') and link.get('href')[1:] not in ids:
                _unlink(link)
        yield replace(chapter, xhtml=markup.fragment(section))


def _unlink(link: 'Element') -> None:
    link.tag = link.tag.replace('}a', '}span') if '}' in link.tag else 'span'
    for name in ('href', 'role', 'class'):
        link.attrib.pop(name, None)


def _note(rest: 'Sequence[MarkedChapter]', index: int, settings: Settings) -> 'MarkedChapter':
    """The chapter that says that ``rest`` follows; ``index`` is the first free number."""
    sample = settings.sample
    titles = [chapter.title for chapter in rest]
    lines = [f'- {escape_marks(title)}' for title in titles[:_MOST]]
    if len(titles) > _MOST:
        lines.append('- ほか')
    text = '\n\n'.join((f'# {sample.heading}', sample.text, '\n'.join(lines)))
    path = settings.book / 'book.yaml'
    return markup.mark_up(manuscript.Chapter(path, index, text), settings)
