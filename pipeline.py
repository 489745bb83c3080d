#!/usr/bin/env python3
"""The press: scraped text in seeds/, an EPUB and a vertical PDF in dist/.

Exit status: 0 done, 1 a book is faulty, 2 wrong use or bad input, 130 stopped by Ctrl-C.
"""

import argparse
import os
import sys
from pathlib import Path

from tategumi.build import Book, epub, kepub, pdf
from tategumi.errors import FaultyBook, PressError
from tategumi.files import write_whole
from tategumi.garbage import pause_gc_to_exit
from tategumi.terminal import Progress, Summary


def clean(options):
    """Clean the seeds and lay the manuscript on the editor's desk, book/."""
    book = Book(options.root)
    book.clean(options.force)
    return book.summary


def make_epub(options):
    """Make dist/<slug>.epub of the manuscript."""
    return make(options, epub)


def make_kepub(options):
    """Make dist/<slug>.kepub.epub of the manuscript, the EPUB for Kobo."""
    return make(options, kepub)


def make_pdf(options):
    """Make dist/<slug>.pdf of the manuscript."""
    return make(options, pdf)


def make_both(options):
    """Make the EPUB and the PDF."""
    return make(options, epub, pdf)


def make(options, *kinds):
    """Make the books of these kinds; the summary says which they are."""
    pause_gc_to_exit()
    book = Book(options.root, jobs=options.jobs, cached=options.cached)
    for make_one in kinds:
        make_one(book)
    return book.summary


def proof(options):
    """Make the PDF, and dist/proof/: its pages with grid and line adjustment drawn over."""
    from tategumi.proof import build_proof

    book = Book(options.root)
    built = pdf(book, in_one_piece=True)
    with book.progress.step('drawing the proof') as update:
        index, counts = build_proof(book.settings, built, update)
    book.summary.add('lines set', f'{counts.lines}, of them exact {counts.exact}')
    book.summary.add('hung marks', counts.hung)
    book.summary.add('over-wide lines', counts.overfull)
    book.summary.files.append(index)
    return book.summary


def check(options):
    """Check the finished files as a publisher would."""
    from tategumi.check import check_ace, check_epub, check_pdf, has_ace

    book = Book(options.root)
    with book.progress.step('checking the EPUB'):
        faults = check_epub(book.file('.epub'))
    if has_ace():
        with book.progress.step('checking accessibility'):
            faults += check_ace(book.file('.epub'))
    else:
        book.summary.add('not checked', 'accessibility, by Ace: "make readers" sets it up')
    with book.progress.step('checking the PDF'):
        faults += check_pdf(book.file('.pdf'), book.settings)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        raise FaultyBook(book.settings.dist, f'{len(faults)} faults found')
    book.summary.add('checked', 'no faults found')
    return book.summary


def report(options):
    """Print what the last cleaning did with every line it did not simply keep."""
    from tategumi.terminal.report import report

    return report(Book(options.root).settings)


def rules(options):
    """Print the rules of cleaning, the book's own first."""
    from tategumi.cleaning import book_catalogue
    from tategumi.terminal.rules import rule_list

    return rule_list(book_catalogue(Book(options.root).settings.book / 'rules'))


def explain(options):
    """Print what the last cleaning did with one line of a seed, and why."""
    from tategumi.terminal.report import explain

    return explain(Book(options.root).settings, options.line)


def library(options):
    """Make the EPUB and the PDF of every book in DIR…, and dist/library.html, a table of them."""
    from tategumi.library import (
        books_in,
        count_states,
        library_html,
        library_json,
        make_library,
    )

    roots, place = books_in(options.folders), options.root / 'dist'
    with Progress().books(len(roots)) as tell:
        outcomes = make_library(
            roots, options.jobs, options.scheduler, options.resume, tell, options.cached
        )
    counts = count_states(outcomes.values())
    summary = Summary(
        [*counts.items()],
        files=[
            write_whole(place / 'library.html', library_html(outcomes, place)),
            write_whole(place / 'library.json', library_json(outcomes)),
        ],
    )
    if counts['failed']:
        print(summary)
        raise FaultyBook(
            place / 'library.html', f'{counts["failed"]} of {len(roots)} books failed'
        )
    return summary


COMMANDS = {
    'clean': clean,
    'epub': make_epub,
    'kepub': make_kepub,
    'pdf': make_pdf,
    'all': make_both,
    'proof': proof,
    'check': check,
    'report': report,
    'rules': rules,
    'explain': explain,
    'library': library,
}


def parser():
    """What may be typed after ``pipeline.py``."""
    made = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = made.add_subparsers(dest='command', required=True, metavar='COMMAND')
    arguments = {}
    for name, command in COMMANDS.items():
        told = command.__doc__.splitlines()[0]
        arguments[name] = commands.add_parser(name, help=told, description=told)
        arguments[name].add_argument(
            '--root',
            type=Path,
            default=Path(),
            metavar='DIR',
            help='the folder of the book (this one, if not given)'
            if name != 'library'
            else 'the folder below which the table is written (this one, if not given)',
        )
    arguments['clean'].add_argument(
        '--force',
        action='store_true',
        help='make edited chapters anew, keeping the old beside them',
    )
    arguments['explain'].add_argument(
        'line', metavar='FILE:LINE', help='the line of a seed, such as seeds/a.txt:12'
    )
    books = arguments['library']
    books.add_argument(
        'folders',
        type=Path,
        nargs='+',
        metavar='DIR',
        help='the folder of a book, or one that holds such folders',
    )
    books.add_argument(
        '--resume', action='store_true', help='leave out books that are made and unchanged'
    )
    for name in ('epub', 'kepub', 'pdf', 'all', 'library'):
        arguments[name].add_argument(
            '--jobs',
            type=_count,
            default=os.cpu_count(),
            metavar='N',
            help='processes on this machine (as many as it has processors)',
        )
        arguments[name].add_argument(
            '--no-cache',
            dest='cached',
            action='store_false',
            help='set all pages anew, and keep nothing for the next time',
        )
    books.add_argument(
        '--scheduler',
        default='',
        metavar='ADDRESS',
        help='a Dask scheduler such as tls://host:8786, or "local" to try one here',
    )
    return made


def _count(text):
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError('must be a whole number from 1')
    return int(text)


def main(arguments=None):
    options = parser().parse_args(arguments)
    try:
        said = COMMANDS[options.command](options)
        if said:
            print(said)
        sys.stdout.flush()
    except PressError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print('stopped', file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Who reads a long list with "head" wants no more of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == '__main__':
    sys.exit(main())
