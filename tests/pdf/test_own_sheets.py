"""A sheet of the book's own by which no pages can be set is named, and nothing is written."""

import io
import re

import pytest
import weasyprint
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from PIL import Image

from tategumi.cli import main
from tategumi.errors import BadInput
from tategumi.pdf import blame
from tests.cover.test_cover import named

from .conftest import PRESS, Press

CHAPTER = '# 港の章\n\n雨が降っていた。{漢字|かんじ}と[^1]。\n\n- 項\n\n[^1]: 注。\n'

#: What WeasyPrint, or the press in it, breaks on.
UNSETTABLE = [
    'html { display: none }',
    'body { display: none }',
    '* { display: none }',
    '* { position: fixed }',
    '* { position: absolute; width: 100%; height: 100% }',
    '* { float: footnote }',
    '* { float: left }',
    '* { display: inline-flex }',
    '* { display: table }',
    '* { transform: scale(0) }',
    'p { width: 0 }',
    'p { font-size: 0 }',
    'p { margin-right: 90000px }',
    'p { width: calc(NaN * 1px) }',
    'p { width: calc(infinity * 1px); margin: calc(1px / 0) }',
    'section { column-width: .0001px }',
]


def write(root, css, name='pdf.css'):
    (root / 'book' / 'chapters').mkdir(parents=True)
    (root / 'book' / 'chapters' / '01.md').write_text(CHAPTER, encoding='utf-8')
    (root / 'styles').mkdir()
    sheet = (PRESS / 'styles' / name).read_text(encoding='utf-8')
    (root / 'styles' / name).write_text(f'{sheet}\n{css}', encoding='utf-8')


@pytest.mark.parametrize('css', UNSETTABLE)
def test_a_sheet_that_breaks_the_layout_is_named(tmp_path, capsys, css):
    write(tmp_path, css)
    assert main(['pdf', '--root', str(tmp_path), '--jobs', '1']) == 2
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert re.search(r'styles/pdf\.css: no pages can be set by this: ', told)
    assert not [*tmp_path.rglob('*.pdf')]


def test_of_two_sheets_the_one_at_fault_is_named(tmp_path, capsys):
    write(tmp_path, 'p { color: #333 }')
    sheet = (PRESS / 'styles' / 'book.css').read_text(encoding='utf-8')
    (tmp_path / 'styles' / 'book.css').write_text(f'{sheet} html {{ display: none }}')
    assert main(['pdf', '--root', str(tmp_path)]) == 2
    assert 'styles/book.css: no pages can be set' in capsys.readouterr().err


def test_of_two_at_fault_both_are_meant(tmp_path, capsys):
    write(tmp_path, 'p { width: 0 }')
    sheet = (PRESS / 'styles' / 'book.css').read_text(encoding='utf-8')
    (tmp_path / 'styles' / 'book.css').write_text(f'{sheet} html {{ display: none }}')
    assert main(['pdf', '--root', str(tmp_path)]) == 2
    assert 'styles: no pages can be set' in capsys.readouterr().err


@pytest.mark.parametrize('kind', ['in one piece', 'in segments'])
def test_a_sheet_by_which_pages_have_no_end_is_named(press: Press, monkeypatch, kind):
    def endless(layout):
        def laid_out(document, *arguments, **options):
            while any('without-end' in sheet.matcher_text for sheet in options['stylesheets']):
                sum(range(100))
            return layout(document, *arguments, **options)

        return laid_out

    class Sheet(weasyprint.CSS):
        def __init__(self, *arguments, string='', **options):
            super().__init__(*arguments, string=string, **options)
            self.matcher_text = string

    monkeypatch.setattr('tategumi.pdf.render_context.CSS', Sheet)
    monkeypatch.setattr(weasyprint.HTML, 'render', endless(weasyprint.HTML.render))
    monkeypatch.setattr(blame, '_LEAST', 1)
    press.add_rules('p { --without-end: 1 }')
    with pytest.raises(BadInput, match=r'pdf\.css: no pages .* longer than \d+ seconds'):
        (press.set if kind == 'in segments' else press.set_in_one_piece)(CHAPTER)


def test_a_cover_by_a_sheet_that_breaks_the_layout_is_refused(tmp_path, capsys):
    write(tmp_path, '* { display: inline-flex }', 'cover.css')
    (tmp_path / 'book' / 'book.yaml').write_text('epub: {page_list: false}')
    assert main(['epub', '--root', str(tmp_path)]) == 2
    assert 'styles/cover.css: no pages can be set' in capsys.readouterr().err
    assert not [*tmp_path.rglob('*.epub')]


def test_a_fault_that_is_not_the_sheets_is_told_as_it_is(press, monkeypatch):
    press.add_rules('p { color: #333 }')
    monkeypatch.setattr('tategumi.pdf.segments.book.book_document', lambda *_: '<')
    with pytest.raises(Exception, match='no element found|unclosed token'):
        press.set_in_one_piece(CHAPTER)


def test_a_picture_of_the_book_is_on_its_pages(press, tmp_path):
    (tmp_path / 'styles').mkdir()
    Image.new('RGB', (40, 40), (200, 30, 30)).save(tmp_path / 'styles' / 'a.png')
    plain = press.set(CHAPTER)
    press.add_rules('.chapter { background: url(a.png) no-repeat }')
    painted = press.set(CHAPTER)
    assert not painted.warnings
    assert _reds(painted) > _reds(plain) == 0


def test_a_font_of_the_book_is_in_its_pdf(press, tmp_path):
    (tmp_path / 'styles').mkdir()
    (tmp_path / 'styles' / 'own.otf').write_bytes(named('Own', CHAPTER))
    press.add_rules(
        '@font-face { font-family: Own; src: url(own.otf) } p { font-family: Own, serif }'
    )
    made = [press.set(CHAPTER), press.set(CHAPTER), press.set_in_one_piece(CHAPTER)]
    assert all('Own-Bold' in fonts_of(built) for built in made)
    assert made[0].content == made[1].content
    (tmp_path / 'styles' / 'pdf.css').unlink()
    assert 'Own-Bold' not in fonts_of(press.set(CHAPTER))


def fonts_of(built):
    """The names of the fonts in the PDF."""
    document = PDFDocument(PDFParser(io.BytesIO(built.content)))
    objects = (document.getobj(number) for xref in document.xrefs for number in xref.get_objids())
    bases = {
        found['BaseFont'].name
        for found in objects
        if isinstance(found, dict) and 'BaseFont' in found
    }
    return {re.sub(r'^[A-Z]{6}\+', '', base) for base in bases}


def _reds(built):
    import pypdfium2

    pages = pypdfium2.PdfDocument(built.content)
    found = 0
    for page in pages:
        found += sum(
            count
            for count, colour in page.render().to_pil().convert('RGB').getcolors(1 << 24)
            if colour[0] > 150 and colour[1] < 80
        )
    return found


def test_text_that_would_be_lost_to_opacity_is_told_of_as_such(press):
    press.add_rules('p { opacity: .5 }')
    with pytest.raises(BadInput, match=r'pdf\.css.*opacity'):
        press.set('# 章\n\n本文。')
