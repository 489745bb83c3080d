#!/usr/bin/env python3
"""The press, step by step: what each command makes, of what, and where that is done.

    new       a folder with book.yaml and your texts as seeds    build
    clean     seeds/ → book/chapters/*.md, dist/cleaning.html    seed, cleaning, manuscript
    epub      book/ → dist/<slug>.epub                           markup, epub
    kepub     book/ → dist/<slug>.kepub.epub, for Kobo           markup, epub, kepub
    pdf       book/ → dist/<slug>.pdf, vertical                  markup, pdf, kumihan
    docx      book/ → dist/<slug>.docx, for Word                 markup, word
    print     book/ → dist/<slug>.print.pdf, for the printer     pdf, print
    wrap      book/ → dist/<slug>.wrap.pdf, its cover            cover, print
    booklet   book/ → dist/<slug>.booklet.pdf, to fold and stitch print
    sample    the first chapters → dist/<slug>.sample.epub, .pdf build
    all       epub and pdf; seeds, where there are any, are cleaned first
    watch     all, and again at every change of a file           build
    proof     the pages with grid and line adjustment over them  pdf, proof
    check     what a publisher would find fault with             check
    report    what cleaning did with each line                   terminal
    rules     the rules of cleaning                              cleaning, terminal
    explain   what cleaning did with one line, and why           terminal
    library   many books in one run                              library
    desk      the book in the browser, while you edit it         desk

The commands themselves are in tategumi/commands.py, what may be typed after them in
tategumi/cli.py. An installed press has them as ``tategumi``.
"""

import sys

try:
    from tategumi.cli import run
except ModuleNotFoundError as error:
    # The system's own Python has not the packages of the press.
    sys.exit(
        f'pipeline.py: the package {error.name} is not there: run "make" and use '
        '.venv/bin/python pipeline.py'
    )

if __name__ == '__main__':
    sys.exit(run())
