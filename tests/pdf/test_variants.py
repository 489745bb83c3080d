"""Tagged PDF, PDF/UA-1 and PDF/A-3u: what a validator asks of the file's structure."""

from io import BytesIO

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from PIL import Image

TEXT = """# 章

縦書きのOpenAIと{漢字|かん|じ}、12月。[^1] [Crime]{lang=fr}は[**罪**の](https://example.com/)話。

![灰色](gray.png)

| 港 | 灯 |
| --- | --- |
| 一 | 二 |

[^1]: 注。
"""


@pytest.fixture(params=['', 'pdf/ua-1', 'pdf/a-3u'])
def variant(request):
    return request.param


@pytest.fixture(params=['set', 'set_in_one_piece'])
def document(press, variant, request):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (40, 30), 'gray').save(folder / 'gray.png')
    built = getattr(press, request.param)(TEXT, pdf_variant=variant)
    return PDFDocument(PDFParser(BytesIO(built.content)))


def elements(node):
    """The structure elements below ``node``, in reading order."""
    node = resolve1(node)
    if isinstance(node, list):
        for item in node:
            yield from elements(item)
    elif isinstance(node, dict) and 'S' in node:
        yield node
        yield from elements(node.get('K', []))


def fonts(document):
    """Every font dictionary of the document."""
    seen = set()
    for xref in document.xrefs:
        for number in xref.get_objids():
            item = resolve1(PDFObjRef(document, number))
            if isinstance(item, dict) and getattr(item.get('Type'), 'name', '') == 'Font':
                if number not in seen:
                    seen.add(number)
                    yield item


def test_the_document_is_tagged_and_says_its_language(document):
    catalog = document.catalog
    assert resolve1(catalog['MarkInfo'])['Marked'] is True
    assert resolve1(catalog['Lang']) == b'ja'
    root = resolve1(catalog['StructTreeRoot'])
    kinds = [element['S'].name for element in elements(root['K'])]
    assert {'H1', 'P', 'Figure'} <= set(kinds)


def test_pictures_have_alternative_text(document):
    root = resolve1(document.catalog['StructTreeRoot'])
    figures = [element for element in elements(root['K']) if element['S'].name == 'Figure']
    assert [resolve1(figure['Alt']).decode('utf-16') for figure in figures] == ['灰色']


def test_every_link_is_one_and_says_where_it_leads(document):
    root = resolve1(document.catalog['StructTreeRoot'])
    said, within = [], []
    for page in PDFPage.create_pages(document):
        said += [annotation.objid for annotation in resolve1(page.attrs.get('Annots')) or []]
    for element in elements(root['K']):
        if element['S'].name == 'Link':
            within += [
                kid['Obj'].objid
                for kid in map(resolve1, element['K'])
                if isinstance(kid, dict) and 'Obj' in kid
            ]
    assert sorted(within) == sorted(said) and len(within) == len(set(within))
    words = [resolve1(PDFObjRef(document, number))['Contents'] for number in within]
    assert [text_of(word) for word in words] == ['章', '（1）', '罪の', '（1）']


def test_cells_know_their_heads_and_foreign_words_their_language(document):
    root = resolve1(document.catalog['StructTreeRoot'])
    scopes = [
        resolve1(element['A'])['Scope'].name
        for element in elements(root['K'])
        if element['S'].name == 'TH'
    ]
    assert scopes == ['Column', 'Column']
    assert [
        resolve1(element['Lang'])
        for element in elements(root['K'])
        if resolve1(element.get('Lang', b'ja')) != b'ja'
    ] == [b'fr']


def text_of(string):
    """A PDF text string (ISO 32000-1, 7.9.2.2)."""
    data = resolve1(string)
    return data.decode('utf-16' if data.startswith(b'\xfe\xff') else 'latin-1')


def test_every_font_is_embedded_and_gives_its_text(document):
    vertical = 0
    for font in fonts(document):
        if font['Subtype'].name == 'Type0':
            assert resolve1(font['ToUnicode'])
            vertical += font['Encoding'].name == 'Identity-V'
        else:
            descriptor = resolve1(font['FontDescriptor'])
            assert 'FontFile3' in descriptor or 'FontFile2' in descriptor
    assert vertical


@pytest.mark.parametrize('two_page_view', [False, True])
def test_spreads_are_read_from_right_to_left_when_asked_for(press, two_page_view):
    built = press.set('# 章\n\n本文。', two_page_view=two_page_view)
    catalog = PDFDocument(PDFParser(BytesIO(built.content))).catalog
    direction = resolve1(catalog['ViewerPreferences']).get('Direction')
    assert (direction is not None and direction.name == 'R2L') == two_page_view
    assert ('PageLayout' in catalog) == two_page_view


def test_the_metadata_names_the_variant(document, variant):
    if not variant:
        return
    metadata = resolve1(document.catalog['Metadata']).get_data().decode()
    wanted = {'pdf/ua-1': 'pdfuaid:part', 'pdf/a-3u': 'pdfaid:conformance'}[variant]
    assert wanted in metadata and '試みの本' in metadata
    assert ('OutputIntents' in document.catalog) == (variant == 'pdf/a-3u')
