"""Vivliostyle's command, which sets pages in Chromium."""

from pathlib import Path

from tategumi.check.chromium import chromium

from ..html import html_of
from .peer import Peer, Work, first_line

_COMMAND = Path(__file__).parents[1] / 'node_modules' / '.bin' / 'vivliostyle'
_LONGEST = 3600


def _version():
    version = chromium() and first_line(str(_COMMAND), '--version')
    return version and version.removeprefix('cli: ')


def _prepare(novel, folder):
    (folder / 'book.html').write_text(html_of(novel), encoding='utf-8')
    return Work(
        (
            str(_COMMAND),
            'build',
            'book.html',
            '--single-doc',
            '--output',
            'book.pdf',
            '--executable-browser',
            chromium(),
            '--timeout',
            str(_LONGEST),
        ),
        folder / 'book.pdf',
    )


PEER = Peer(
    'Vivliostyle', '.pdf', _version, _prepare, 'the same HTML, without contents or running heads'
)
