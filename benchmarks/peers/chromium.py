"""Chromium's print to PDF."""

from tategumi.check.chromium import chromium

from ..html import html_of
from .peer import Peer, Work, first_line


def _version():
    path = chromium()
    return path and first_line(path, '--version')


def _prepare(novel, folder):
    (folder / 'book.html').write_text(html_of(novel), encoding='utf-8')
    return Work(
        (
            chromium(),
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--no-pdf-header-footer',
            f'--user-data-dir={folder / "profile"}',
            '--print-to-pdf=book.pdf',
            'book.html',
        ),
        folder / 'book.pdf',
    )


PEER = Peer('Chromium', '.pdf', _version, _prepare, 'HTML, without contents or running heads')
