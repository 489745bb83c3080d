#!/usr/bin/env python3
"""The press: scraped text in seeds/, an EPUB and a vertical PDF in dist/.

Commands: clean (seeds → manuscript), epub, pdf, all (both), proof (pages to look at),
check, report, rules (of cleaning), explain (a line of a seed: seeds/a.txt:12).
Exit status: 0 done, 1 the book is faulty, 2 wrong use or bad input.
"""

import argparse
import os
import sys
from pathlib import Path

from tategumi.errors import BadInput, FaultyBook, PressError
from tategumi.files import write_whole
from tategumi.settings import load_settings
from tategumi.terminal import Progress, Summary

STYLES = Path(__file__).parent / 'styles'


def clean(book):
    """Clean the seeds and lay the manuscript on the editor's desk, book/."""
    from tategumi.manuscript import clean
    with book.progress.step('cleaning the seeds'):
        book.summary.add_cleaning(clean(book.root, book.settings, book.force))
    book.settings = load_settings(book.root)


def epub(book):
    """Make dist/<slug>.epub of the manuscript."""
    from tategumi.epub import build_epub
    chapters = book.chapters()
    with book.progress.step('making the EPUB'):
        book.write('.epub', build_epub(book.settings, chapters, STYLES))


def pdf(book):
    """Make dist/<slug>.pdf of the manuscript."""
    from tategumi.pdf import build_pdf
    chapters = book.chapters()
    with book.progress.step('setting the PDF') as update:
        built = build_pdf(book.settings, chapters, STYLES, update)
    book.summary.add('pages set', built.pages)
    book.summary.warnings += built.warnings
    book.write('.pdf', built.content)
    return built


def proof(book):
    """Make the PDF, and dist/proof/: its pages with grid and line adjustment drawn over."""
    from tategumi.proof import build_proof
    built = pdf(book)
    with book.progress.step('drawing the proof') as update:
        index, counts = build_proof(book.settings, built, update)
    book.summary.add('lines set', f'{counts.lines}, of them exact {counts.exact}')
    book.summary.add('hung marks', counts.hung)
    book.summary.add('over-wide lines', counts.overfull)
    book.summary.files.append(index)


def all_(book):
    """Make both."""
    epub(book)
    pdf(book)


def check(book):
    """Check the finished files as a publisher would."""
    from tategumi.check import check_ace, check_epub, check_pdf, has_ace
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


def report(book):
    """Print what the last cleaning did with every line it did not simply keep."""
    from tategumi.terminal.report import report
    print(report(book.settings))


def rules(book):
    """Print the rules of cleaning, the book's own first."""
    from tategumi.cleaning import book_catalogue
    from tategumi.terminal.rules import rule_list
    print(rule_list(book_catalogue(book.settings.book / 'rules')))


def explain(book):
    """Print what the last cleaning did with one line of a seed, and why."""
    from tategumi.terminal.report import explain
    print(explain(book.settings, book.line))


COMMANDS = {
    'clean': clean, 'epub': epub, 'pdf': pdf, 'all': all_, 'proof': proof, 'check': check,
    'report': report, 'rules': rules, 'explain': explain}


class Book:
    """The book at work: its folder, its settings, and what there is to say of it."""

    def __init__(self, root, force=False, line=''):
        if not root.is_dir():
            raise BadInput(root, 'there is no such folder')
        self.root, self.force, self.line = root, force, line
        self.settings = load_settings(root)
        self.progress, self.summary = Progress(), Summary()
        self._chapters = None

    def chapters(self):
        """The manuscript as XHTML chapters; seeds, where there are any, are cleaned first."""
        from tategumi.manuscript import read_chapters
        from tategumi.markup import mark_up
        if self._chapters is None:
            if (self.root / 'seeds').is_dir() or not self.settings.book.is_dir():
                clean(self)
            self._chapters = [
                mark_up(chapter, self.settings) for chapter in read_chapters(self.settings)]
            self.summary.add('chapters', len(self._chapters))
            self.summary.warnings += [
                warning for chapter in self._chapters for warning in chapter.warnings]
        return self._chapters

    def file(self, suffix):
        return self.settings.dist / f'{self.settings.slug}{suffix}'

    def write(self, suffix, content):
        self.summary.files.append(write_whole(self.file(suffix), content))


def main(arguments=None):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('command', choices=COMMANDS)
    parser.add_argument('line', nargs='?', default='', metavar='FILE:LINE',
                        help='explain: the line of a seed, such as seeds/a.txt:12')
    parser.add_argument('--root', type=Path, default=Path(), metavar='DIR',
                        help='the folder of the book (this one, if not given)')
    parser.add_argument('--force', action='store_true',
                        help='clean: make edited chapters anew, keeping the old beside them')
    options = parser.parse_args(arguments)
    if bool(options.line) != (options.command == 'explain'):
        parser.error('explain, and only explain, needs a line such as seeds/a.txt:12')
    try:
        book = Book(options.root, options.force, options.line)
        COMMANDS[options.command](book)
        if book.summary:
            print(book.summary)
        sys.stdout.flush()
    except PressError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # Who reads a long list with "head" wants no more of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == '__main__':
    sys.exit(main())
