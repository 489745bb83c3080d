"""Small books set as PDFs for the tests beside this file."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.settings import load_settings

PRESS = Path(__file__).parents[2]


class Press:
    """Sets manuscripts in a folder of their own."""

    def __init__(self, root):
        self.root = root

    def book(self, *chapters, **settings):
        """Settings and marked chapters of a book with these manuscript texts.

        Where it is not said otherwise the text begins on the page after the front matter.
        """
        folder = self.root / 'book' / 'chapters'
        folder.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(chapters):
            (folder / f'{number:02d}.md').write_text(text, encoding='utf-8')
        defaults = {'title': '試みの本', 'text_start': 'page'}
        loaded = replace(load_settings(self.root), **{**defaults, **settings})
        return loaded, [mark_up(chapter, loaded) for chapter in read_chapters(loaded)]

    def add_rules(self, css):
        """Give the book a ``pdf.css`` of its own: the press's, and ``css``."""
        own = self.root / 'styles' / 'pdf.css'
        own.parent.mkdir(parents=True, exist_ok=True)
        sheet = (PRESS / 'styles' / 'pdf.css').read_text(encoding='utf-8')
        own.write_text(f'{sheet}{css}', encoding='utf-8')

    def set(self, *chapters, **settings):
        """The book as a ``BuiltPdf``."""
        return set_book(*self.book(*chapters, **settings))

    def starts(self, *chapters, **settings):
        """Where the pages of the book begin, found without a PDF (``PageStart``)."""
        from tategumi.pdf import find_page_starts

        return find_page_starts(*self.book(*chapters, **settings), PRESS / 'styles')

    def set_in_one_piece(self, *chapters, **settings):
        """The book as a ``BuiltPdf`` whose chapters are all laid out together."""
        return set_book(*self.book(*chapters, **settings), in_one_piece=True)

    def set_with_lines(self, *chapters, **settings):
        """The book as a ``BuiltPdf`` that says everything of its lines."""
        return set_book(*self.book(*chapters, **settings), with_lines=True)


@pytest.fixture
def press(tmp_path):
    return Press(tmp_path)


@pytest.fixture(scope='session')
def seed_book():
    """The press's own book: (settings, chapters of the manuscript, its PDF)."""
    return set_folder(PRESS)


@pytest.fixture(scope='session')
def showcase():
    """The book that uses every construct of the manuscript, as ``seed_book``."""
    return set_folder(PRESS / 'tests' / 'books' / 'showcase')


def set_folder(root):
    """The book in folder ``root``: (settings, chapters of the manuscript, its PDF)."""
    settings = load_settings(root)
    chapters = read_chapters(settings)
    marked = [mark_up(chapter, settings) for chapter in chapters]
    return settings, chapters, set_book(settings, marked)


def set_book(settings, chapters, **options):
    """The book as a ``BuiltPdf``."""
    # Imported here, so that on another WeasyPrint the tests of the seams can still be run.
    from tategumi.pdf import build_pdf

    return build_pdf(settings, chapters, PRESS / 'styles', **options)


def manuscript_text(text):
    """What a reader reads of a manuscript: its notation and white space taken away."""
    text = re.sub(r'^#+ |^\{:.*\}$', '', text, flags=re.M)
    text = re.sub(r'\{([^|{}]+)\|[^{}]*\}', r'\1', text)
    text = re.sub(r'《《|》》|\*\*|(?<!\\)\^', '', text)
    return plain(re.sub(r'\\(.)', r'\1', text))


def plain(text):
    """``text`` without what setting may change: spaces, widths, quotes, groups, leaders."""
    text = unicodedata.normalize('NFKC', text)
    text = re.sub(r'\s|\u00ad', '', text)
    text = re.sub(r'(?<=\d),(?=\d{3})', '', text)
    text = re.sub(r'(?:\.\.\.)+', '...', text)
    return text.translate(str.maketrans('〝〟‘’', "“”''"))
