"""The kinds of finished books: for another, add a record to ``OUTPUTS``."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..lazy import lazy
from ..memory import gc_paused
from ..messages import Message, at
from ..settings import PLAIN, place_of
from ..sheets import STYLES
from .book import Book

if TYPE_CHECKING:
    from ..pdf import PageStart

epub_package = lazy('tategumi.epub')
page_list = lazy('tategumi.epub.page_list')
profiles = lazy('tategumi.epub.profiles')
kepub_package = lazy('tategumi.kepub')
print_package = lazy('tategumi.print')
stores = lazy('tategumi.stores')
word_package = lazy('tategumi.word')


@dataclass(frozen=True)
class Output:
    """A kind of finished book, ``dist/<slug><suffix>``.

    ``help`` is said of the command of its ``name``. ``build`` is given the ``Book`` and the
    content of each output that it ``needs``, and returns the content of its own; it raises
    ``BadInput``. One that is made ``of_drawings`` draws the pages of the PDF anew. ``beside``
    gives name and content of each file that is made besides. What ``is_usual`` is made by the
    command ``all`` and for a library.
    """

    name: str
    suffix: str
    help: str
    build: Callable[..., bytes]
    needs: tuple[str, ...] = ()
    of_drawings: bool = False
    is_usual: bool = False
    beside: Callable[[Book], Iterator[tuple[str, bytes]]] = lambda book: iter(())


def _epub(book: Book, profile: str = PLAIN) -> bytes:
    with gc_paused():
        chapters = book.chapters()
        starts = _page_starts(book) if book.settings.epub.page_list else ()
        with book.progress.step(_making(profile)):
            return epub_package.build_epub(
                book.settings, chapters, STYLES, starts, book.first_made, profile, book.cache
            )


def _making(profile: str) -> str:
    if profile == PLAIN:
        return Message('making the EPUB')
    return Message('making the EPUB for {profile}', profile=profile)


def _epubs_of_stores(book: Book) -> 'Iterator[tuple[str, bytes]]':
    """The EPUB in each profile that book.yaml names, with its file name."""
    for profile in dict.fromkeys(book.settings.epub.profile):
        if profile != PLAIN:
            yield epub_of(book, profile).name, _epub(book, profile)


def epub_of(book: Book, profile: str) -> Path:
    """The path of the EPUB in a profile."""
    if profile == PLAIN:
        return book.file('.epub')
    return book.settings.dist / f'{profiles.ascii_name(book.settings)}.{profile}.epub'


def _page_starts(book: Book) -> 'list[PageStart]':
    """Where the pages of the PDF begin in the chapters of the EPUB."""
    starts = book.page_starts()
    if book.settings.writing == 'vertical':
        return starts
    return page_list.carried(starts, book.chapters(on_paper=True), book.chapters())


def _kepub(book: Book, epub: bytes) -> bytes:
    with book.progress.step('making the KEPUB'):
        return kepub_package.build_kepub(epub)


def _word(book: Book) -> bytes:
    chapters = book.chapters()
    with book.progress.step('making the document of Word'):
        content, warnings = word_package.build_word(book.settings, chapters)
    book.summary.warnings += warnings
    return content


def _pdf(book: Book) -> bytes:
    built = book.pdf(with_drawings=False)
    book.summary.add('pages set', built.pages)
    book.tell(built.missing, built.warnings)
    return built.content


def _print(book: Book) -> bytes:
    built = book.pdf()
    with book.progress.step('making the PDF for the printer'):
        printed = print_package.build_print(book.settings, built.inside, built.load)
    book.summary.add('pages to print', printed.pages)
    book.tell(built.missing, printed.warnings)
    return printed.content


def _wrap(book: Book) -> bytes:
    settings = book.settings
    pages = print_package.page_count(book.pdf(with_drawings=False).inside, settings.print)
    with book.progress.step('making the cover for the printer'):
        built = print_package.build_wrap(settings, STYLES, pages)
    book.summary.add(
        'spine', Message('{width} mm, of {pages} pages', width=built.spine, pages=pages)
    )
    book.tell(built.missing, built.warnings)
    return built.content


def _booklet(book: Book) -> bytes:
    built = book.pdf()
    with book.progress.step('making the booklet'):
        booklet = print_package.build_booklet(book.settings, built.frames, built.load)
    book.summary.add(
        'sheets of paper',
        Message('{sheets}, {paper}', sheets=booklet.sheets, paper=booklet.paper),
    )
    book.tell(built.missing, booklet.warnings)
    return booklet.content


#: By the names of their commands, in the order they are made in.
OUTPUTS = {
    output.name: output
    for output in (
        Output('epub', '.epub', 'the EPUB', _epub, is_usual=True, beside=_epubs_of_stores),
        Output('kepub', '.kepub.epub', 'the EPUB for Kobo', _kepub, needs=('epub',)),
        Output('pdf', '.pdf', 'the PDF', _pdf, is_usual=True),
        Output('docx', '.docx', 'the document of Word', _word),
        Output('print', '.print.pdf', 'the PDF for the printer', _print, of_drawings=True),
        Output('wrap', '.wrap.pdf', 'the cover for the printer', _wrap),
        Output(
            'booklet',
            '.booklet.pdf',
            'the pages in pairs, to fold and stitch',
            _booklet,
            of_drawings=True,
        ),
    )
}

#: The names of those that ``all`` makes.
USUAL = tuple(name for name, output in OUTPUTS.items() if output.is_usual)


def make(book: Book, *names: str) -> None:
    """Write the outputs of these ``names`` into ``dist/``. Raises ``BadInput``."""
    contents: dict[str, bytes] = {}
    book.with_drawings = any(OUTPUTS[name].of_drawings for name in names)
    if 'pdf' in names and book.settings.epub.page_list:
        # Its pages are those that the EPUB lists: the book is set once for both.
        _content(book, 'pdf', contents)
    for name in names:
        book.write(OUTPUTS[name].suffix, _content(book, name, contents))
        for file, content in OUTPUTS[name].beside(book):
            book.write_beside(file, content)
    book.tell_old_names()
    if 'epub' in names:
        wanted = [
            each for store in book.settings.store for each in stores.told(book.settings, store)
        ]
        # Before what of a long text is to be looked at, of which not all is shown.
        book.summary.warnings[:0] = [*_date_in_words(book), *(each.message for each in wanted)]


def _date_in_words(book: Book) -> Iterator[Message]:
    date = book.settings.date
    if date and not epub_package.is_date(date):
        yield at(
            place_of(book.settings, 'date'),
            Message(
                'the colophon has "{date}" as it is written, but the EPUB no date for catalogues; '
                'write it as 2024-05-01',
                date=date,
            ),
        )


def _content(book: Book, name: str, contents: dict[str, bytes]) -> bytes:
    """The content of the output ``name``; ``contents`` are those made so far."""
    if name not in contents:
        output = OUTPUTS[name]
        needed = [_content(book, other, contents) for other in output.needs]
        contents[name] = output.build(book, *needed)
    return contents[name]
