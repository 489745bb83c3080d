"""The chapters of the manuscript, as the editor left them."""

from dataclasses import dataclass
from pathlib import Path

from ..errors import BadInput, BadManuscript, Place
from ..files import bytes_of, entries_of, is_inside, is_there, text_of
from ..messages import Message, at
from ..settings import Settings, place_of_key
from .merge import conflict_line
from .typed import Typed, as_notation

#: What texts are called.
_TEXTS = {'.md', '.markdown', '.mkd', '.txt', '.text', '.docx'}


@dataclass(frozen=True)
class Chapter:
    """A chapter file: ``index`` is its place in the book from 0, ``text`` its Markdown.

    What the file says in other notations, ``text`` says in that of the manuscript; ``lines`` has
    for each line of it the number of the line of the file, where these are not the same.
    ``remarks`` are lines of the file, from 1, and what an editor should see to there.
    """

    path: Path
    index: int
    text: str
    lines: tuple[int, ...] = ()
    remarks: tuple[tuple[int, Message], ...] = ()

    def line_of(self, excerpt: str) -> int | None:
        """The line of the file, from 1, on which ``excerpt`` of ``text`` begins."""
        at = self.text.find(excerpt) if excerpt else -1
        return self.line_at(self.text.count('\n', 0, at)) if at >= 0 else None

    def line_at(self, index: int) -> int:
        """The line of the file, from 1, that line ``index`` of ``text``, from 0, came from."""
        return self.lines[index] if self.lines else index + 1


def read_chapters(settings: Settings) -> list[Chapter]:
    """The chapters ``settings.chapters`` lists, or all ``book/chapters/*.md`` by name.

    Raises ``BadInput`` naming the file, or the line of ``book.yaml`` that
    lists it, when there is none, one is missing, empty, not UTF-8, listed
    twice, has a conflict to settle or is outside the book's folder.
    """
    listed: list[tuple[Path, str | None]] = [
        (settings.book / name, name) for name in settings.chapters
    ]
    if len(set(settings.chapters)) < len(listed):
        twice = next(n for n in settings.chapters if settings.chapters.count(n) > 1)
        raise BadManuscript(
            place_of_key(settings.book / 'book.yaml', 'chapters', twice),
            'the chapter {twice} is listed twice',
            twice=twice,
        )
    if not listed:
        folder = settings.book / 'chapters'
        listed = [(path, None) for path in entries_of(folder) if _is_chapter(path)]
        if not listed:
            raise BadManuscript(folder, 'holds no chapter (*.md)')
    return [
        Chapter(path, index, *_read(settings, path, name))
        for index, (path, name) in enumerate(listed)
    ]


def not_chapters(settings: Settings) -> list[Message]:
    """What to say of all among the chapters that may be meant for one and is not read."""
    folder = settings.book / 'chapters'
    if settings.chapters or not folder.is_dir():
        return []
    message = Message(
        'is not in the book: a chapter is a file *.md in chapters/ itself, or one that "chapters" '
        'in book.yaml lists'
    )
    return [
        at(path, message)
        for path in entries_of(folder)
        if not _is_chapter(path)
        and not path.name.startswith('.')
        and (path.suffix.lower() in _TEXTS or path.is_dir() and any(path.glob('*.md')))
    ]


def _is_chapter(path: Path) -> bool:
    return path.suffix == '.md' and not path.name.startswith('.')


def _read(settings: Settings, path: Path, name: str | None) -> Typed:
    place = place_of_key(settings.book / 'book.yaml', 'chapters', name) if name else Place(path)
    if not is_inside(path, settings.book):
        raise BadManuscript(
            place, "the chapter {name} is outside the book's folder", name=name or path.name
        )
    try:
        if not is_there(path):
            raise BadManuscript(place, 'the chapter {name} is not there', name=name or path.name)
    except BadInput as error:
        raise BadManuscript(place, error.message) from error
    return _in_notation(path, text_of(path))


def chapter_of(path: Path, index: int, text: str) -> Chapter:
    """The chapter of this ``index`` if ``text`` were in its file ``path``.

    Raises ``BadInput`` naming the file where it is empty, or has a conflict to settle.
    """
    return Chapter(path, index, *_in_notation(path, text))


def _in_notation(path: Path, text: str) -> Typed:
    if not text.strip():
        raise BadManuscript(path, 'is an empty chapter')
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    if conflict_line(text):
        raise BadManuscript(
            Place(path, conflict_line(text)),
            'a new scrape changed what you changed: keep one of the two versions',
        )
    return as_notation(text)


def chapter_texts(folder: Path) -> dict[str, str]:
    """The texts by name of the chapters in ``folder``, as far as they are text."""
    return {
        path.name: bytes_of(path).decode('utf-8-sig', 'replace').replace('\r\n', '\n')
        for path in entries_of(folder)
        if path.suffix == '.md' and path.is_file()
    }
