"""What pdf.js, the viewer of Firefox, takes out of the PDF: the manuscript, in its order."""

import json
import subprocess
from statistics import median

import pytest

from tategumi.check.chromium import chromium
from tategumi.page.kihon_hanmen import page_of
from tests.epub.test_build import plain
from tests.test_same_text import HALF_SIZE, on_paper

from .conftest import HERE, MODULES

pytestmark = pytest.mark.readers

#: Of the usual size, what ruby is smaller than.
RUBY = 0.55


@pytest.fixture(scope='module', params=['own', 'showcase'])
def read(request, built, tmp_path_factory):
    """``(book, what was seen)``: the pages of the PDF are lists of items of text."""
    book, folder = built(request.param), tmp_path_factory.mktemp('pdf')
    (folder / 'book.pdf').write_bytes(book.pdf.content)
    run = subprocess.run(
        ['node', HERE / 'pdfjs.mjs', folder / 'none.epub', folder, folder, MODULES, chromium()],
        capture_output=True,
        encoding='utf-8',
        timeout=400,
    )
    assert run.returncode == 0, run.stderr
    return book, json.loads(run.stdout)


@pytest.fixture(scope='module')
def chapters(read):
    """``(body of the chapter in the EPUB, its items in the PDF without running heads)``"""
    book, seen = read
    page = page_of(book.settings)
    # An opening bracket at a line head reaches up by half its square.
    head = (page.height - page.head) * 72 / 25.4 + page.character_size
    found = {}
    for start in book.starts:
        found.setdefault(start.section, []).extend(
            item for item in seen['pages'][int(start.label) - 1] if item['top'] < head
        )
    files = [file for file in book.spine() if file.startswith('chapter-')]
    assert files
    return [(book.xml(file).find('{*}body'), found[file.removesuffix('.xhtml')]) for file in files]


def test_it_opens_without_complaint_and_asks_nothing_of_the_network(read):
    _, seen = read
    assert (seen['complaints'], seen['requests']) == ([], [])


def test_the_text_of_every_chapter_is_taken_out_in_order_ruby_apart(chapters):
    for body, items in chapters:
        # Where a line ends within a Western word, the hyphen is drawn.
        drawn = plain(''.join(text_of(items)))
        assert drawn.replace('-', '') == on_paper(body).replace('-', '')


def text_of(items):
    usual = median(item['size'] for item in items)
    return [item['text'] for item in items if item['size'] >= RUBY * usual]


def test_every_reading_is_taken_out_in_order(chapters):
    assert any(body.xpath(HALF_SIZE) for body, _ in chapters) or len(chapters) > 3
    for body, items in chapters:
        usual = median(item['size'] for item in items)
        readings = ''.join(item['text'] for item in items if item['size'] < RUBY * usual)
        written = ''.join(''.join(small.itertext()) for small in body.xpath(HALF_SIZE))
        assert plain(readings) == plain(written)
