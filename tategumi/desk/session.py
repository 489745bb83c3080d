"""The book at work: its files, its seeds as cleaned, its pages. One thread alone calls it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..epub.flow import flow
from ..errors import BadFile, PressError
from ..files import bytes_of
from ..lazy import lazy
from ..manuscript import (
    Chapter,
    CleaningResult,
    Question,
    chapter_of,
    chapter_texts,
    open_questions,
)
from ..markup import MarkedChapter, mark_up, mark_up_book
from ..messages import ENGLISH, Language, Message
from ..settings import Settings, load_settings
from ..terminal.guard import fault_of
from ..time_limit import OutOfTime
from ..unfinished import sweep
from .chapters import ChapterFile, chapter_paths, digest_of, read_chapter, save_chapter
from .history import History, restore, snapshot
from .pages import Pages
from .places import line_offsets, moved_lines, offset_at
from .window import LONG

build = lazy('tategumi.build')
manuscript = lazy('tategumi.manuscript')

#: Told of what happens: the kind of event, and its data for JSON.
Tell = Callable[[str, Any], None]

#: What makes a cleaning come out otherwise.
_CLEANED = ('seeds', 'book/book.yaml', 'book/rules')
#: Files that are no pictures.
_TEXTS = ('.md', '.yaml', '.json', '.css', '.txt', '.html')


@dataclass
class Session:
    """The book in the folder ``root``; ``tell(kind, data)`` is called as work goes on.

    ``fault`` is why the book cannot be made as it is now, '' where it can; what is shown then is
    what was there before. ``drafts`` are texts of chapters that are not saved yet. The reports of
    cleaning, and the comments of a new ``book.yaml``, are in ``language``.
    """

    root: Path
    tell: Tell
    language: Language = ENGLISH
    settings: Settings = field(init=False)
    cleaned: CleaningResult | None = None
    questions: tuple[Question, ...] = ()
    files: dict[str, ChapterFile] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    fault: PressError | Message | str = ''
    history: History = field(default_factory=History)
    pages: Pages = field(default_factory=Pages)
    marked: list[MarkedChapter] = field(default_factory=list)
    _memo: dict[Any, MarkedChapter] = field(default_factory=dict)
    _used: set[Any] = field(default_factory=set)
    _seen: dict[str, str] | None = None

    def open(self) -> None:
        """Read, clean and set the book. Raises ``BadInput`` where there is no such folder."""
        if not self.root.is_dir():
            raise BadFile(self.root, 'there is no such folder')
        for folder in ('book', 'dist'):
            sweep(self.root / folder)
        # Until book.yaml can be read, and is.
        self.settings = Settings(self.root)
        self.refresh()

    @property
    def has_seeds(self) -> bool:
        return (self.root / 'seeds').is_dir() or not self.settings.book.is_dir()

    def refresh(self) -> bool:
        """Take in what changed on the disk; whether anything did."""
        now = self._stamps()
        if now == self._seen:
            return False
        with self._told():
            self.settings = load_settings(self.root)
            if self.has_seeds and self._is_to_be_cleaned(now):
                self.clean()
        fault = self.fault
        with self._told():
            self.read()
            if self.files:
                self.set_pages()
        self.fault = fault or self.fault
        self._seen = self._stamps()
        return True

    def make(self) -> list[str]:
        """Write the EPUB and the PDF; their paths below the book's folder. Raises ``BadInput``."""
        self.tell('step', 'making')
        try:
            book = build.Book(self.root, language=self.language)
            build.make(book, *build.USUAL)
            paths = [book.file(build.OUTPUTS[name].suffix) for name in build.USUAL]
        finally:
            self.tell('step', '')
        return [path.relative_to(self.root).as_posix() for path in paths]

    def clean(self) -> None:
        """Clean the seeds. Raises ``BadInput``."""
        self.tell('step', 'cleaning')
        self.cleaned = manuscript.clean(self.root, self.settings, language=self.language)
        self.settings = load_settings(self.root)

    def read(self) -> None:
        """Read the chapters, and what is left to settle in them."""
        self.files = {
            name: read_chapter(path) for name, path in chapter_paths(self.settings).items()
        }
        self.drafts = {name: text for name, text in self.drafts.items() if name in self.files}
        self.find_questions()

    def find_questions(self) -> None:
        if self.cleaned:
            texts = chapter_texts(self.settings.book / 'chapters')
            made = self.cleaned.made
            self.questions = open_questions(self.cleaned.record, self.root, made, texts)

    def save(self, name: str, text: str, digest: str) -> ChapterFile:
        """Write ``text`` to the chapter ``name``, which had ``digest`` when it was read.

        Raises ``KeyError`` where the book has no such chapter, and as ``save_chapter`` does.
        """
        self.files[name] = save_chapter(self.files[name].path, text, digest)
        self.drafts.pop(name, None)
        self.find_questions()
        self._seen = self._stamps()
        return self.files[name]

    def draft(self, name: str, text: str, place: tuple[int, int] | None = None) -> bool:
        """Set the pages as they would be with ``text`` in the chapter ``name``.

        Of a long chapter those around the ``place`` alone, line and column from 0, if it is
        given; whether all are set.
        """
        if text == self.files[name].text:
            self.drafts.pop(name, None)
        else:
            self.drafts[name] = text
        with self._told():
            if place and len(text) > LONG and self._set_part(name, *place):
                return False
            self.set_pages()
        return True

    def _set_part(self, name: str, line: int, column: int) -> bool:
        index = [*self.files].index(name)
        if index >= len(self.marked):
            return False
        chapter = chapter_of(self.files[name].path, index, self.text_of(name))
        marked = self._mark_up(chapter, self.settings.for_paper())
        lines = self.text_of(name).split('\n')
        offsets = line_offsets(lines, flow(marked.section))
        if not self.pages.set_part(marked, offset_at(lines, offsets, line, column)):
            return False
        self.marked = [*self.marked[:index], marked, *self.marked[index + 1 :]]
        return True

    def _mark_up(self, chapter: Chapter, settings: Settings) -> MarkedChapter:
        """``chapter`` marked up, or as it was the last time if nothing changed."""
        pictures = self._pictures if '![' in chapter.text else ''
        key = chapter, settings.house_style, settings.line_ends, settings.writing, pictures
        if key not in self._memo:
            self._memo[key] = mark_up(chapter, settings)
        self._used.add(key)
        return self._memo[key]

    @property
    def _pictures(self) -> str:
        """What tells the pictures of the book from what they were."""
        return repr([each for each in (self._seen or {}).items() if not each[0].endswith(_TEXTS)])

    def text_of(self, name: str) -> str:
        """The chapter ``name`` as it is edited."""
        return self.drafts.get(name, self.files[name].text)

    def chapters(self) -> list[Chapter]:
        """The manuscript as it is edited. Raises ``BadInput``."""
        return [
            chapter_of(file.path, index, self.text_of(name))
            for index, (name, file) in enumerate(self.files.items())
        ]

    def set_pages(self) -> None:
        """Mark up and set the book. Raises ``BadInput``."""
        self._used = set()
        self.marked = mark_up_book(self.chapters(), self.settings.for_paper(), self._mark_up)
        self._memo = {key: self._memo[key] for key in self._used}
        self.tell('step', 'setting')
        self.pages.set(
            self.settings, self.marked, lambda done, total: self.tell('progress', [done, total])
        )
        self.tell('step', '')

    def base_lines(self, name: str) -> dict[int, int]:
        """``{line: line}`` of the chapter ``name`` as cleaning makes it and as it is edited."""
        made = self.cleaned.made.get(Path(name).name) if self.cleaned else None
        if made is None or name not in self.files:
            return {}
        return moved_lines(made.split('\n'), self.text_of(name).split('\n'))

    def changed(self, label: str, work: Callable[[], None]) -> None:
        """Do ``work`` on the files and take in what it changed, as one step to be taken back.

        Where it fails, or the book can no longer be made, all files are as they were, and it
        raises ``BadInput``.
        """
        from_before = snapshot(self.settings.book)
        try:
            work()
            self.settings = load_settings(self.root)
            if self.has_seeds and self._is_to_be_cleaned(self._stamps()):
                self.clean()
            self.read()
        except BaseException:
            restore(from_before, self.settings.book)
            self.settings = load_settings(self.root)
            self.read()
            raise
        self.history.add_between(label, from_before, snapshot(self.settings.book))
        with self._told():
            self.set_pages()
        self._seen = self._stamps()

    def _told(self) -> '_Told':
        return _Told(self)

    def _is_to_be_cleaned(self, now: dict[str, str]) -> bool:
        def of_cleaning(stamps: dict[str, str]) -> dict[str, str]:
            return {path: stamp for path, stamp in stamps.items() if path.startswith(_CLEANED)}

        return self.cleaned is None or of_cleaning(now) != of_cleaning(self._seen or {})

    def _stamps(self) -> dict[str, str]:
        """What tells the files of the book from what they were, by their paths."""
        stamps = {}
        for folder in ('seeds', 'book', 'styles'):
            for path in sorted((self.root / folder).rglob('*')):
                # What is not there any more, or not to be read, is told of where it is read.
                with suppress(BadFile):
                    if path.is_file() and not path.name.startswith('.tategumi-'):
                        name = path.relative_to(self.root).as_posix()
                        stamps[name] = digest_of(bytes_of(path))
        return stamps


class _Told:
    """A context in which faults of the book are kept as ``fault`` of the ``session``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __enter__(self) -> None:
        self._session.fault = ''

    def __exit__(self, kind: Any, error: BaseException | None, at: Any) -> bool:
        if isinstance(error, (Exception, OutOfTime)):
            self._session.fault = fault_of(error, self._session.root)
            self._session.tell('step', '')
            return True
        return isinstance(error, PressError)
