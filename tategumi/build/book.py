"""The steps of making one book: clean, mark up, write."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..errors import BadFile, Place
from ..files import write_whole
from ..lazy import lazy
from ..messages import ENGLISH, Language, Message, at
from ..settings import UNKNOWN, UNTITLED, first_made, load_settings, place_of
from ..sheets import STYLES
from ..terminal import Progress, Quiet, Summary
from ..unfinished import sweep
from .outputs_note import note_outputs

if TYPE_CHECKING:
    from ..manuscript import Chapter
    from ..markup import MarkedChapter
    from ..pdf import BuiltPdf, PageStart
    from ..pool import Pool
    from .cleaning_cache import CleaningCache

manuscript = lazy('tategumi.manuscript')
markup = lazy('tategumi.markup')
cleaning_cache = lazy('tategumi.build.cleaning_cache')
markup_cache = lazy('tategumi.build.markup_cache')
pdf = lazy('tategumi.pdf')
pool = lazy('tategumi.pool')

#: Of so many characters to mark up a book takes longer than to find out whether that is needed.
_LONG = 100_000

#: Characters of a text by which its place is found; fewer where notation stands amid it.
_SURELY_ITS, _PERHAPS_ITS = 20, 5

#: What makes the worker of a process that sets pages (``pool.Pool``).
_WORKER = 'tategumi.pdf.segments.workers:worker'


class Book:
    """A book's folder, its settings, and what there is to say of it.

    ``progress`` tells of each step as it is done, ``summary`` collects what is
    said at the end; ``jobs`` is how many processes a long one may take. Where it is
    ``cached``, pages are not set anew that would be the same as the last time. The reports of
    cleaning, and the comments of a new ``book.yaml``, are in ``language``.
    Raises ``BadInput`` where ``root`` is no folder, or its ``book.yaml`` is faulty.
    """

    def __init__(
        self,
        root: Path | str,
        progress: Progress | None = None,
        jobs: int = 1,
        cached: bool = True,
        language: Language = ENGLISH,
    ) -> None:
        root = Path(root)
        if not os.path.isdir(root):
            raise BadFile(root, 'there is no such folder')
        for folder in ('book', 'dist'):
            sweep(root / folder)
        self.root, self.jobs, self.cached, self.language = root, jobs, cached, language
        self.settings = load_settings(root)
        self.progress, self.summary = progress or Quiet(), Summary()
        self._is_clean = False
        self._manuscript: Sequence[Chapter] = ()
        self._chapters: dict[str, list[MarkedChapter]] = {}
        self._pdf: BuiltPdf | None = None
        # Whether its frames tell of lines, and whether they have drawings.
        self._pdf_has = False, False
        #: Whether somebody will want drawings: then the pages are set with them from the first.
        self.with_drawings = False
        self._starts: list[PageStart] = []
        # The names of the files written into ``dist/``.
        self._made: list[str] = []

    @property
    def has_seeds(self) -> bool:
        """Whether the manuscript comes of seeds; else ``book/`` is all there is."""
        return os.path.isdir(self.root / 'seeds') or not os.path.isdir(self.settings.book)

    def clean(self, force: bool = False) -> None:
        """Clean the seeds and lay the manuscript in the workspace. Raises ``BadInput``."""
        with self.progress.step('cleaning the seeds'):
            result = manuscript.clean(self.root, self.settings, force, self.language)
        self.summary.add_cleaning(result)
        self.settings = load_settings(self.root)
        if self.cache:
            self._cleanings(self.cache).keep(result)
        self._is_clean = True
        self._ask_for_title()

    def _clean_if_changed(self) -> None:
        """Clean the seeds, or tell what the last cleaning told where nothing changed since."""
        summary = self._cleanings(self.cache).last_summary() if self.cache else None
        if summary is None:
            self.clean()
            return
        self.summary.facts += summary.facts
        self.summary.warnings += summary.warnings
        self._is_clean = True
        self._ask_for_title()

    def _cleanings(self, cache: Path) -> 'CleaningCache':
        return cleaning_cache.CleaningCache(self.root, cache / 'cleaned', self.language.tag)

    def chapters(self, on_paper: bool = False) -> 'list[MarkedChapter]':
        """The manuscript as XHTML chapters, in the book's writing or as on paper, vertical.

        Seeds, where there are any, are cleaned first.
        """
        chapters = self._read()
        settings = self.settings.for_paper() if on_paper else self.settings
        if settings.writing not in self._chapters:
            if self.cache and (on_paper or self._length >= _LONG):
                marked = markup_cache.mark_up_cached(
                    chapters, settings, self.cache / f'marked-{settings.writing}', self.jobs
                )
            else:
                marked = markup.mark_up_book(chapters, settings)
            if not self._chapters:
                self.summary.warnings += [
                    warning for chapter in marked for warning in chapter.warnings
                ]
            self._chapters[settings.writing] = marked
        return self._chapters[settings.writing]

    def tell(self, missing: Iterable[str], warnings: Iterable[Message]) -> None:
        """Have the summary say which characters no font has, and the ``warnings`` of pages.

        What stands in the manuscript is named with its place.
        """
        self.summary.warnings += [*map(self._missing, missing), *map(self._placed, warnings)]

    def _missing(self, character: str) -> Message:
        """What to say of a ``character`` that no font has: which, and where it first stands."""
        message = Message(
            'no font has the character {character} ({code})',
            character=character,
            code=f'U+{ord(character):04X}',
        )
        return self._at(message, character)

    def _placed(self, warning: Message) -> Message:
        """``warning`` with the place of the text or the picture it shows, where that is found."""
        said = warning.values if isinstance(warning, Message) else {}
        text, picture = (str(said.get(name, '')) for name in ('text', 'picture'))
        beginnings = (text[:length] for length in (_SURELY_ITS, _PERHAPS_ITS))
        return self._at(warning, *beginnings, picture, quote(picture))

    def _at(self, message: Message, *excerpts: str) -> Message:
        """``message`` at the line of the manuscript where the first of ``excerpts`` begins."""
        for excerpt in excerpts:
            for chapter in self._read():
                line = chapter.line_of(excerpt)
                if line is not None:
                    return at(Place(chapter.path, line), message)
        return message

    def pdf(self, with_lines: bool = False, with_drawings: bool = True) -> 'BuiltPdf':
        """The book as a ``pdf.BuiltPdf``, set once, unless a later one wants more of it.

        ``with_lines`` it tells of every line. Who makes nothing of its frames does without their
        drawings (``with_drawings``), and has it sooner. Raises ``BadInput``.
        """
        wanted = with_lines, with_drawings or self.with_drawings
        if self._pdf is None or any(
            asked and not has for asked, has in zip(wanted, self._pdf_has)
        ):
            self._pdf, self._pdf_has = self._set(*wanted), wanted
        return self._pdf

    def _set(self, with_lines: bool, with_drawings: bool) -> 'BuiltPdf':
        with self._processes(with_drawings, alone=with_lines) as processes:
            marked = self.chapters(on_paper=True)
            with self.progress.step('setting the PDF') as update:
                return pdf.build_pdf(
                    self.settings.for_paper(),
                    marked,
                    STYLES,
                    update,
                    self.jobs,
                    cache=self.cache,
                    pool=processes,
                    with_lines=with_lines,
                    with_drawings=with_drawings,
                )

    def page_starts(self) -> 'list[PageStart]':
        """Where the pages of the PDF begin, found once. Raises ``BadInput``.

        A PDF is not made for that.
        """
        if not self._starts:
            self._starts = self._found_starts()
        return self._starts

    def _found_starts(self) -> 'list[PageStart]':
        if self._pdf is not None:
            return pdf.page_starts(self._pdf.frames)
        with self._processes(with_drawings=False) as processes:
            marked = self.chapters(on_paper=True)
            with self.progress.step('counting the pages') as update:
                return pdf.find_page_starts(
                    self.settings.for_paper(),
                    marked,
                    STYLES,
                    update,
                    self.jobs,
                    self.cache,
                    processes,
                )

    @contextmanager
    def _processes(self, with_drawings: bool, alone: bool = False) -> 'Iterator[Pool | None]':
        """Processes that set pages, started where they pay; none if it is to be done ``alone``."""
        # Where pages are kept there may be little to do.
        alone = alone or bool(self.cache and any(self.cache.glob('*.drawn')))
        count = 0 if alone else pool.processes_worth(self._length, self.jobs)
        with pool.Pool(
            count, _WORKER, self.settings.for_paper(), STYLES, False, with_drawings
        ) as processes:
            yield processes if count else None

    @property
    def cache(self) -> Path | None:
        """The folder of results that are kept, if they are."""
        return self.settings.dist / '.cache' if self.cached else None

    @property
    def _length(self) -> int:
        return sum(len(chapter.text) for chapter in self._read())

    def _read(self) -> 'Sequence[Chapter]':
        if not self._manuscript:
            if not self.has_seeds:
                self._ask_for_title()
            elif not self._is_clean:
                self._clean_if_changed()
            self._manuscript = manuscript.read_chapters(self.settings)
            self.summary.add('chapters', len(self._manuscript))
            self.summary.warnings += manuscript.not_chapters(self.settings)
        return self._manuscript

    def _ask_for_title(self) -> None:
        if self.settings.title == UNTITLED:
            self.summary.warnings.insert(
                0,
                Message(
                    '{place}: no title was found, and the book is called {title} until you write '
                    'it there, as: title: 港の灯',
                    place=place_of(self.settings, 'title'),
                    title=UNTITLED,
                ),
            )

    def first_made(self, digest: str) -> datetime:
        """When an EPUB of this content first came to be (UTC); remembered in ``book/``.

        Where the folder cannot be written to, it is dated as a book of which nothing is known.
        """
        try:
            return first_made(self.settings.book, digest)
        except BadFile as fault:
            self.summary.warnings.append(
                Message('{fault}; the EPUB does not say when it was changed', fault=fault.line)
            )
            return UNKNOWN

    def file(self, suffix: str) -> Path:
        """The path of the finished book of that kind (``.epub``)."""
        return self.settings.dist / f'{self.settings.slug}{suffix}'

    def write(self, suffix: str, content: bytes) -> None:
        """Write the finished book of that kind."""
        self.write_beside(self.file(suffix).name, content)

    def write_beside(self, name: str, content: bytes) -> None:
        """Write a finished file of that name into ``dist/``."""
        self.summary.files.append(write_whole(self.settings.dist / name, content))
        self._made.append(name)

    def tell_old_names(self) -> None:
        """Have the summary name the finished books of a name that this one had before."""
        old = note_outputs(self.settings.dist, self.settings.slug, self._made)
        if old:
            self.summary.warnings.append(
                Message(
                    '{folder}: files of a name that the book had before are still there; delete '
                    'what nobody wants any more: {files}',
                    folder=self.settings.dist,
                    files=old,
                )
            )
