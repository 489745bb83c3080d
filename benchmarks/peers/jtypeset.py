"""jtypeset, through its Python binding: it is handed the text as it is, and parses nothing."""

import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..page import FOOT, HEADING_LINES, PAGE, SIDE, font_file
from .peer import Peer, Work

_PROGRAM = Path(__file__).with_name('jtypeset_program.py')


def _version():
    try:
        return version('jtypeset')
    except PackageNotFoundError:
        return None


def _prepare(novel, folder):
    file, face = font_file()
    (folder / 'book.json').write_text(
        json.dumps(
            {
                'font': file,
                'face': face,
                'title': novel.title,
                'creator': novel.creator,
                'paper': [PAGE.width, PAGE.height],
                'margins': [PAGE.head, FOOT, SIDE, SIDE],
                'size': PAGE.character_size,
                'pitch': PAGE.pitch,
                'around': (HEADING_LINES - 1) / 2 * PAGE.pitch,
                'chapters': [[chapter.title, chapter.paragraphs] for chapter in novel.chapters],
            },
            ensure_ascii=False,
        ),
        encoding='utf-8',
    )
    return Work(
        # The program must not find this folder, where jtypeset is this file.
        (sys.executable, '-P', str(_PROGRAM), 'book.json', 'book.pdf'),
        folder / 'book.pdf',
    )


PEER = Peer(
    'jtypeset',
    '.pdf',
    _version,
    _prepare,
    'through its Python binding, without Markdown, contents or running heads; line by line, as '
    'it does by itself',
)
