"""This press: its PDF, and its EPUB, from the manuscript."""

import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path

import yaml

from tategumi.notation import escape_head_mark, escape_marks

from ..cover import write_cover
from ..page import PAPER
from .peer import Peer, Work

PROJECT = Path(__file__).parents[2]
SLUG = 'book'


def write_book(novel, folder, **settings):
    """Write ``novel`` as the manuscript of a book in ``folder``, one file a chapter.

    ``settings`` are more for its book.yaml.
    """
    chapters = folder / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (folder / 'book' / 'book.yaml').write_text(
        yaml.safe_dump(
            {
                'title': novel.title,
                'creators': [{'name': novel.creator}],
                'slug': SLUG,
                'page': PAPER,
                'epub': {'page_list': False},
                **settings,
            },
            allow_unicode=True,
        ),
        encoding='utf-8',
    )
    for number, chapter in enumerate(novel.chapters, 1):
        text = '\n\n'.join([f'# {chapter.title}', *map(_markdown, chapter.paragraphs)])
        (chapters / f'{number:03d}.md').write_text(f'{text}\n', encoding='utf-8')


def press(command, folder):
    """The command that runs ``pipeline.py`` on the book in ``folder``."""
    return (sys.executable, str(PROJECT / 'pipeline.py'), command, '--root', str(folder))


def _markdown(paragraph):
    return escape_head_mark(
        ''.join(
            f'{{{text}|{reading}}}' if reading else escape_marks(text)
            for text, reading in paragraph
        )
    )


def _prepare(command, suffix, novel, folder):
    write_book(novel, folder)
    return Work(press(command, folder), folder / 'dist' / f'{SLUG}{suffix}')


def _prepare_with_cover(novel, folder):
    write_book(novel, folder, cover='cover.png')
    write_cover(folder / 'book' / 'cover.png')
    return Work(press('epub', folder), folder / 'dist' / f'{SLUG}.epub')


def _version():
    return f'this folder, with WeasyPrint {version("weasyprint")}'


PDF = Peer(
    'this press, PDF',
    '.pdf',
    _version,
    partial(_prepare, 'pdf', '.pdf'),
    'with title page, contents, running heads, colophon, bookmarks and tags',
)
EPUB = Peer(
    'this press, EPUB',
    '.epub',
    _version,
    _prepare_with_cover,
    'with a given cover, as the others, and no list of printed pages, which they do not make',
)
EPUB_AND_COVER = Peer(
    'this press, EPUB and cover',
    '.epub',
    _version,
    partial(_prepare, 'epub', '.epub'),
    'typesets a cover too, as it does where none is given',
)
