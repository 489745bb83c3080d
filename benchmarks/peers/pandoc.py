"""pandoc, from Markdown."""

import re

from ..cover import write_cover
from ..html import inline_html
from .peer import Peer, Work, first_line

_SPECIAL = re.compile(r'[!-/:-@\[-`{-~]')


def _prepare(novel, folder):
    (folder / 'book.md').write_text(
        '\n\n'.join([f'% {novel.title}\n% {novel.creator}', *map(_chapter, novel.chapters), '']),
        encoding='utf-8',
    )
    (folder / 'book.css').write_text(
        'html { writing-mode: vertical-rl } p { margin: 0; text-indent: 1em }\n'
    )
    write_cover(folder / 'cover.png')
    return Work(
        (
            'pandoc',
            'book.md',
            '--css',
            'book.css',
            '--metadata',
            'lang=ja',
            '--metadata',
            'page-progression-direction=rtl',
            '--epub-cover-image',
            'cover.png',
            '--output',
            'book.epub',
        ),
        folder / 'book.epub',
    )


def _chapter(chapter):
    return '\n\n'.join([f'# {_escaped(chapter.title)}', *map(_paragraph, chapter.paragraphs)])


def _paragraph(parts):
    # Its Markdown has no ruby of its own, and takes HTML.
    return ''.join(
        inline_html([(text, reading)]) if reading else _escaped(text) for text, reading in parts
    )


def _escaped(text):
    return _SPECIAL.sub(r'\\\g<0>', text)


PEER = Peer(
    'pandoc',
    '.epub',
    lambda: first_line('pandoc', '--version'),
    _prepare,
    'from Markdown, ruby as HTML',
)
