"""The book's own sheets in the EPUB: what they name comes with them, and nothing else."""

import io
import zipfile
from functools import cache

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from lxml import etree
from PIL import Image

from tategumi.check import check_epub
from tategumi.cli import main
from tategumi.epub import build_epub
from tategumi.errors import BadInput
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up_book
from tategumi.settings import load_settings

from .conftest import PRESS

STYLES = PRESS / 'styles'

SHEET = """@charset "utf-8";
@import "deep/fonts.css";
@namespace epub "http://www.idpf.org/2007/ops";
h1 { background: url("../book/絵/港 (1).png") no-repeat }
h2 { background: url(../book/絵/港\\ \\(1\\).png), linear-gradient(red, blue) }
"""


@pytest.fixture
def book(book_folder):
    styles = book_folder / 'styles'
    (styles / 'deep').mkdir(parents=True)
    Image.new('L', (4, 4)).save(book_folder / 'book' / '絵' / '港 (1).png')
    (styles / 'deep' / '私の.otf').write_bytes(font())
    (styles / 'deep' / 'fonts.css').write_text(
        '@font-face { font-family: Own; src: url(私の.otf) format("opentype") }\n'
        'p { font-family: Own }',
        encoding='utf-8',
    )
    (styles / 'epub.css').write_text(SHEET, encoding='utf-8')
    Image.new('L', (16, 24), 200).save(book_folder / 'book' / 'cover.png')
    with (book_folder / 'book' / 'book.yaml').open('a') as file:
        file.write('cover: cover.png\nepub: {page_list: false}\n')
    return book_folder


def made(root):
    """The EPUB of the book in folder ``root``, as bytes."""
    settings = load_settings(root)
    return build_epub(settings, mark_up_book(read_chapters(settings), settings), STYLES)


@cache
def font():
    """A small font, as bytes: made once, for it says when it was made."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(['.notdef', 'a'])
    builder.setupCharacterMap({ord('港'): 'a'})
    pen = T2CharStringPen(1000, None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 900))
    pen.lineTo((900, 900))
    pen.closePath()
    glyph = pen.getCharString()
    builder.setupCFF('Own', {}, {'.notdef': glyph, 'a': glyph}, {})
    builder.setupHorizontalMetrics({'.notdef': (1000, 0), 'a': (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({'familyName': 'Own', 'styleName': 'Regular'})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_what_a_sheet_names_comes_with_it(book):
    archive = zipfile.ZipFile(io.BytesIO(made(book)))
    css = archive.read('EPUB/epub.css').decode()
    assert 'url(fonts/sheet-001.otf)' in css and css.count('url(images/sheet-002.png)') == 2
    assert (
        css.lstrip().startswith('@namespace epub') and 'file:' not in css and '@import' not in css
    )
    picture = (book / 'book' / '絵' / '港 (1).png').read_bytes()
    assert archive.read('EPUB/images/sheet-002.png') == picture
    assert archive.read('EPUB/fonts/sheet-001.otf') == font()
    package = etree.fromstring(archive.read('EPUB/content.opf'))
    kinds = {item.get('href'): item.get('media-type') for item in package.iter('{*}item')}
    assert kinds['images/sheet-002.png'] == 'image/png'
    assert kinds['fonts/sheet-001.otf'] == 'font/otf'


def test_the_same_sheets_give_the_same_bytes(book):
    assert made(book) == made(book)


def test_epubcheck_finds_no_fault_in_it(book, tmp_path):
    file = tmp_path / 'own.epub'
    file.write_bytes(made(book))
    assert check_epub(file) == []


@pytest.mark.parametrize('name', ['book.css', 'epub.css', 'vertical.css'])
@pytest.mark.parametrize(
    'css',
    [
        'p { background: url(http://evil.example/a.png) }',
        'p { background: url(file:///etc/passwd) }',
        'p { background: url("data:image/svg+xml,<svg onload=alert(1)>") }',
        '@font-face { font-family: a; src: url(https://evil.example/a.otf) }',
        '@font-face { font-family: a; src: url(../../secret.otf) }',
        '@import "http://evil.example/a.css";',
        '@import url(../../secret.css);',
    ],
)
def test_anything_else_makes_no_epub(book, capsys, name, css):
    (book / 'styles' / name).write_text(f'\n{css}')
    with pytest.raises(
        BadInput, match=rf'styles/{name}:2: ".*" must be a file in book/ or styles/'
    ):
        made(book)
    assert main(['epub', '--root', str(book)]) == 2
    assert f'styles/{name}:2' in capsys.readouterr().err.splitlines()[-1]
    assert not [*book.rglob('*.epub')]


def test_the_press_has_no_such_file():
    with zipfile.ZipFile(io.BytesIO(made(PRESS))) as archive:
        assert not [name for name in archive.namelist() if '/sheet-' in name]
