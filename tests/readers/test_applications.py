"""The EPUB in applications outside of a browser: calibre's conversions, MuPDF."""

import re
import shutil
import struct
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from tategumi.files import write_whole
from tategumi.pdf import build_pdf
from tests.epub.conftest import PRESS

from .conftest import BOOKS, SHOTS, named

pytestmark = pytest.mark.readers

#: Words for what went wrong, in what calibre says of its work.
TROUBLE = re.compile('warn|unknown|invalid|unsupported|fail|error|could not|cannot', re.IGNORECASE)
#: Records of an AZW3's header, by MobileRead's names.
PRIMARY_WRITING_MODE, PAGE_PROGRESSION = 525, 527


@pytest.fixture(params=BOOKS, ids=named)
def epub(request, made, tmp_path):
    """One of the books (``Edition``), with its EPUB as a file at ``path``."""
    edition = made(*request.param)
    edition.path = write_whole(tmp_path / 'book.epub', edition.content)
    return edition


@pytest.fixture
def shots(request):
    """The folder for pictures of the book."""
    shots = SHOTS / request.node.callspec.id
    shots.mkdir(parents=True, exist_ok=True)
    return shots


def needs(application):
    return pytest.mark.skipif(
        not shutil.which(application), reason=f'{application} is not on this machine'
    )


def run(*command):
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding='utf-8',
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture
def azw3(epub, tmp_path):
    """The book as calibre makes an AZW3 of it for Kindle, and what calibre said."""
    path = tmp_path / 'book.azw3'
    # Lines with a tab before them quote the book.
    said = [
        line
        for line in run('ebook-convert', epub.path, path).splitlines()
        if not line.startswith('\t')
    ]
    return path, said


@needs('ebook-convert')
def test_calibre_makes_an_azw3_without_a_warning(azw3):
    assert [line for line in azw3[1] if TROUBLE.search(line)] == []


@needs('ebook-convert')
def test_kindle_is_told_that_text_is_vertical_and_pages_turn_to_the_left(azw3):
    header = exth(azw3[0].read_bytes())
    assert header[PRIMARY_WRITING_MODE] == 'vertical-rl'
    assert header[PAGE_PROGRESSION] == 'rtl'


@needs('ebook-convert')
def test_text_ruby_and_direction_survive_the_way_to_kindle(epub, azw3, tmp_path):
    run('ebook-convert', azw3[0], tmp_path / 'back.epub')
    with zipfile.ZipFile(tmp_path / 'back.epub') as back:
        package = etree.fromstring(back.read('content.opf'))
        files = {item.get('id'): item.get('href') for item in package.iter('{*}item')}
        spine = package.find('{*}spine')
        pages = [etree.fromstring(back.read(files[ref.get('idref')])) for ref in spine]
        css = back.read('stylesheet.css').decode()
    came = squeezed(''.join(text_of(page) for page in pages))
    chapters = epub.chapters().values()
    for chapter in chapters:
        assert squeezed(text_of(chapter)) in came
    assert [ruby for page in pages for ruby in rubies(page)] == [
        ruby for chapter in chapters for ruby in rubies(chapter)
    ]
    assert spine.get('page-progression-direction') == 'rtl'
    assert re.search(r'\swriting-mode: vertical-rl', css)


@needs('ebook-convert')
def test_calibre_makes_a_kepub_for_kobo_without_a_warning(epub, tmp_path):
    path = tmp_path / 'book.kepub'
    try:
        said = run('ebook-convert', epub.path, path)
    except AssertionError as error:
        if 'No plugin to handle output format: kepub' in str(error):
            pytest.skip('this calibre knows no KEPUB')
        raise
    assert [
        line for line in said.splitlines() if not line.startswith('\t') and TROUBLE.search(line)
    ] == []
    with zipfile.ZipFile(path) as kepub:
        pages = [
            etree.fromstring(kepub.read(name))
            for name in kepub.namelist()
            if re.search(r'(chapter|p)-\d+\.xhtml$', name)
        ]
    chapters = epub.chapters().values()
    assert [squeezed(text_of(page)) for page in pages] == [
        squeezed(text_of(chapter)) for chapter in chapters
    ]


@needs('mutool')
def test_mupdf_shows_all_the_text_though_horizontally(epub, shots):
    said = run(
        'mutool',
        'draw',
        '-q',
        '-W',
        '400',
        '-H',
        '560',
        '-S',
        '14',
        '-o',
        shots / 'mupdf-%d.png',
        epub.path,
        '1-8',
    )
    assert not re.search('error|ignoring', said), said
    shown = squeezed(run('mutool', 'draw', '-q', '-F', 'txt', epub.path))
    at = 0
    for file in epub.publication.spine_names():
        for block in epub.publication.documents[file].iter('{*}p', '{*}h1'):
            for text in map(squeezed, block.itertext()):
                at = shown.index(text, at) + len(text)
    # The landmarks are for reading systems, not for readers.
    assert '案内' not in shown


@needs('mutool')
@pytest.mark.parametrize('name', ['own', 'every-construct', 'showcase'])
def test_mupdf_shows_the_pdf_that_fits_an_e_reader(built, name, tmp_path, shots):
    book = built(name)
    settings = replace(book.settings.for_paper(), page='reader6')
    path = tmp_path / 'book.pdf'
    path.write_bytes(build_pdf(settings, book.marked(settings), PRESS / 'styles').content)
    said = run('mutool', 'draw', '-q', '-r', '100', '-o', shots / 'mupdf-pdf-%d.png', path, '1-8')
    assert 'error' not in said, said
    shown = Counter(run('mutool', 'draw', '-q', '-F', 'txt', path))
    chapters = [book.xml(file) for file in book.spine() if file.startswith('chapter-')]
    written = Counter(re.sub('[^\u3041-\u30fa\u4e00-\u9fff]', '', ''.join(map(text_of, chapters))))
    assert written - shown == Counter()


def exth(content):
    """The text records of an AZW3's last EXTH header, the KF8 book's: ``{number: text}``."""
    at = content.rindex(b'EXTH')
    (count,) = struct.unpack_from('>L', content, at + 8)
    at, records = at + 12, {}
    for _ in range(count):
        number, length = struct.unpack_from('>LL', content, at)
        records[number] = content[at + 8 : at + length].decode('utf-8', 'replace')
        at += length
    return records


def text_of(page):
    return ''.join(page.find('{*}body').itertext())


def rubies(page):
    return [''.join(ruby.itertext()) for ruby in page.iter('{*}ruby')]


def squeezed(text):
    return re.sub(r'\s', '', text)
