"""calibre's ebook-convert, from HTML."""

from ..cover import write_cover
from ..html import html_of
from .peer import Peer, Work, first_line


def _prepare(novel, folder):
    (folder / 'book.html').write_text(html_of(novel), encoding='utf-8')
    write_cover(folder / 'cover.png')
    return Work(
        (
            'ebook-convert',
            'book.html',
            'book.epub',
            '--authors',
            novel.creator,
            '--language',
            'ja',
            '--epub-version',
            '3',
            '--chapter',
            '//h:h1',
            '--cover',
            'cover.png',
        ),
        folder / 'book.epub',
    )


PEER = Peer(
    'calibre',
    '.epub',
    lambda: first_line('ebook-convert', '--version'),
    _prepare,
    'ebook-convert, from HTML',
)
