"""Text that means harm reaches no reader as more than text, up to the finished files' bytes."""

import io
import re
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import tinycss2
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from PIL import Image

from tategumi.cli import main
from tategumi.epub import build_epub
from tategumi.errors import BadInput
from tategumi.manuscript import Chapter, read_chapters
from tategumi.markup import mark_up, mark_up_book
from tategumi.settings import load_settings

STYLES = Path(__file__).parents[1] / 'styles'

#: What may be in an EPUB's documents; nothing that runs, fetches or hides.
ELEMENTS = set(
    'html head meta title link body a aside blockquote br code em figcaption figure h1 h2 h3 h4 '
    'h5 h6 hr img li nav ol p pre rt ruby section span strong table tbody td th thead tr '
    'ul'.split()
)
ATTRIBUTES = {
    'alt',
    'aria-label',
    'aria-labelledby',
    'charset',
    'class',
    'hidden',
    'href',
    'id',
    'lang',
    'rel',
    'role',
    'src',
    'start',
    'title',
    'type',
    '{http://www.idpf.org/2007/ops}type',
    '{http://www.w3.org/XML/1998/namespace}lang',
}
#: What a PDF does by itself or to other files (ISO 32000-1 §12.6.4).
ACTIONS = {'JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition'}

HARMFUL = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onclick="alert(1)">太字</b>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">絵</a></svg>',
    '<math href="javascript:alert(1)">式</math>',
    '<iframe src="http://evil.example/"></iframe>',
    '[字](javascript:alert(1))',
    '[字](JAVASCRIPT:alert(1))',
    '[字](data:text/html,<b>)',
    '[字](vbscript:x)',
    '[字](file:///etc/passwd)',
    '<a href="javascript:alert(1)">字</a>',
    '<javascript:alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;script&#62;',
    '&x;',
    '<p style="background: url(http://evil.example/)">',
    '<?xml-stylesheet href="x.css"?>',
    '<style>@import "http://evil.example/";</style>',
    '<link rel=stylesheet href=//evil.example>',
    '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<![CDATA[<script>]]>',
    '<!-- 注 -->',
    '<p><b>閉じない',
    '{漢字|<script>}',
    '《《<script>》》',
    '<http://evil.example/"onmouseover="alert(1)>',
    '港の灯{: onclick=alert(1) }',
    '"><script>alert(1)</script>',
    "' onload='alert(1)",
    '</section></body>',
]
REMOTE = [
    'http://evil.example/a.png',
    '//evil.example/a.png',
    'file:///etc/passwd',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    '../../../../etc/passwd',
]


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding='utf-8')


def finished(root):
    """The bytes of the EPUB and the PDF of the book in ``root``."""
    assert main(['all', '--root', str(root)]) == 0
    return tuple(next((root / 'dist').glob(f'*.{kind}')).read_bytes() for kind in ('epub', 'pdf'))


def assert_harmless(epub):
    """Nothing in the EPUB runs, leads to a script or asks for what is not in it."""
    archive = zipfile.ZipFile(io.BytesIO(epub))
    names = archive.namelist()
    assert all(
        re.fullmatch(r'mimetype|META-INF/container\.xml|EPUB/[a-z0-9./-]+', name)
        and '..' not in name
        for name in names
    )
    for name in names:
        content = archive.read(name)
        if name.endswith('.css'):
            assert_css_is_local(content.decode())
        elif name.endswith(('.xhtml', '.opf', '.ncx', '.xml')):
            assert b'<!ENTITY' not in content and content.count(b'<?') <= 1
            page = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
            if name.endswith('.xhtml'):
                assert_page_is_harmless(page, names)


def assert_page_is_harmless(page, names):
    for made in page.iter():
        assert etree.QName(made).namespace == 'http://www.w3.org/1999/xhtml'
        assert etree.QName(made).localname in ELEMENTS
        assert set(made.keys()) <= ATTRIBUTES
        if made.get('src'):
            assert f'EPUB/{made.get("src")}' in names
        href = made.get('href', '#')
        assert re.match(r'https?://|mailto:|#', href) or f'EPUB/{href.split("#")[0]}' in names


def assert_css_is_local(css):
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        assert rule.type == 'qualified-rule'
        assert 'url' not in {token.type for token in rule.content}


def assert_no_action(pdf):
    """No object of the PDF does anything but open a page or a web address."""
    document = PDFDocument(PDFParser(io.BytesIO(pdf)))
    assert not {'OpenAction', 'AA'} & set(document.catalog) or isinstance(
        document.catalog.get('OpenAction'), list
    )
    for xref in document.xrefs:
        for number in xref.get_objids():
            for action in dictionaries(document.getobj(number)):
                assert not {'JS', 'AA'} & set(action)
                assert getattr(action.get('S'), 'name', None) not in ACTIONS
                if 'URI' in action:
                    assert re.match(rb'https?://|mailto:', action['URI'])


def dictionaries(found):
    found = getattr(found, 'attrs', found)
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for item in found:
            yield from dictionaries(item)


def text_of(epub):
    archive = zipfile.ZipFile(io.BytesIO(epub))
    pages = [
        etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if re.search(r'chapter-\d+\.xhtml$', name)
    ]
    return ''.join(''.join(page.find('{*}body').itertext()) for page in pages)


def test_a_manuscript_shows_it_as_text_or_not_at_all(tmp_path):
    # A picture that is not there is refused, however it is written.
    harmful = [text for text in HARMFUL if '<img' not in text]
    paragraphs = [f'港{text}灯' for text in harmful]
    write(tmp_path, {'book/chapters/01.md': '# 章\n\n' + '\n\n'.join(paragraphs)})
    epub, pdf = finished(tmp_path)
    assert_harmless(epub)
    assert_no_action(pdf)
    assert text_of(epub).count('港') == text_of(epub).count('灯') == len(harmful) + 1


@pytest.mark.parametrize('source', REMOTE)
def test_a_picture_from_elsewhere_is_refused(tmp_path, capsys, source):
    write(tmp_path, {'book/chapters/01.md': f'# 章\n\n![絵](<{source}>)\n'})
    assert main(['epub', '--root', str(tmp_path)]) == 2
    assert re.search(r'01\.md:3: picture ".*" ', capsys.readouterr().err)
    assert not (tmp_path / 'dist').exists()


@pytest.mark.parametrize('suffix', ['.txt', '.md', '.html'])
def test_a_seed_brings_none_of_it_into_the_books(tmp_path, suffix):
    pictures = [f'![絵]({source})' for source in REMOTE]
    lines = [
        f'港の灯は{text}沖の船を照らす。'
        for text in (*'\x08\u202e\u2066\x9b', *pictures, *HARMFUL)
    ]
    text = '\n\n'.join(lines)
    if suffix == '.html':
        body = '\n'.join(f'<p>{line}</p>' for line in lines)
        text = f'<!DOCTYPE html><html><body onload="alert(1)"><article>{body}</article></html>'
    write(tmp_path, {f'seeds/a{suffix}': text})
    epub, pdf = finished(tmp_path)
    assert_harmless(epub)
    assert_no_action(pdf)
    # In HTML some of them begin a script that goes on over other lines.
    kept = len(lines) - len(HARMFUL) if suffix == '.html' else len(lines)
    assert text_of(epub).count('沖の船を照らす') >= kept


def test_a_seed_with_a_nul_is_refused(tmp_path, capsys):
    write(tmp_path, {'seeds/a.txt': '港の灯は\n沖の\x00船を照らす。\n'})
    assert main(['epub', '--root', str(tmp_path)]) == 2
    assert 'a.txt:2: holds a NUL' in capsys.readouterr().err


def test_every_text_of_book_yaml_is_text(tmp_path):
    hostile = '"><script>alert(1)</script>&x;<?x?>]]><!--'
    strings = (
        'title',
        'title_reading',
        'subtitle',
        'publisher',
        'date',
        'rights',
        'description',
        'source',
        'identifier',
    )
    book = {name: hostile for name in strings} | {
        'creators': [{'name': hostile, 'reading': hostile}],
        'subjects': [hostile],
        'credits': [{'label': hostile, 'text': hostile}],
        'fonts': {
            'serif': ['x"; } html { background: url(http://evil.example/)', 'serif'],
            'sans': ['</style><script>', '"\\', 'x\n@import "http://evil.example/"'],
        },
    }
    write(
        tmp_path,
        {
            'book/book.yaml': yaml.safe_dump(book, allow_unicode=True),
            'book/chapters/01.md': '# 章\n\n本文。\n',
        },
    )
    epub, pdf = finished(tmp_path)
    assert_harmless(epub)
    assert_no_action(pdf)
    package = etree.fromstring(zipfile.ZipFile(io.BytesIO(epub)).read('EPUB/content.opf'))
    said = [made.text for made in package.iter()]
    assert said.count(hostile) >= len(strings) - 1


@pytest.mark.parametrize(
    'line, message',
    [
        ('title: "港\\u202e灯"', 'U\\+202E'),
        ('rights: "\\u2067"', 'U\\+2067'),
        ('publisher: "\\b"', 'U\\+0008'),
        ('slug: ../../evil', 'name of a file'),
        ('slug: a/b', 'name of a file'),
        ('slug: .evil', 'name of a file'),
        ('slug: "a\\\\b"', 'name of a file'),
        ('cover: ../../cover.png', 'outside'),
        ('cover: http://evil.example/a.png', 'must be a file of the book'),
        ('chapters: [../../../etc/hostname]', 'outside'),
        ('language: \'ja" x="y\'', 'language tag'),
    ],
)
def test_what_no_book_can_hold_is_refused_by_name(tmp_path, capsys, line, message):
    root = tmp_path / 'books' / 'book'
    write(root, {'book/book.yaml': line, 'book/chapters/01.md': '# 章\n\n本文。\n'})
    assert main(['epub', '--root', str(root)]) == 2
    assert re.search(rf'book\.yaml(:1)?: .*{message}', capsys.readouterr().err)
    assert list(tmp_path.rglob('*.epub')) == []


hostile_texts = st.lists(
    st.sampled_from(
        [
            *HARMFUL,
            *'<>&"\'/=[](){}|^:#*_`!\n',
            '港',
            '  ',
            '\n\n',
            '![',
            '](',
            '[^1]',
            '\n\n[^1]: ',
            'javascript:',
            'http://evil.example/',
        ]
    )
    | st.text(max_size=5),
    max_size=30,
).map(''.join)


@pytest.fixture(scope='session')
def small_book(tmp_path_factory):
    """Settings of a book with a cover of its own, which is made at once."""
    root = tmp_path_factory.mktemp('small')
    (root / 'book').mkdir()
    Image.new('L', (16, 24), 200).save(root / 'book' / 'cover.png')
    return replace(load_settings(root), cover='cover.png')


@settings(max_examples=60)
@given(hostile_texts, hostile_texts)
def test_whatever_is_written_the_epub_is_harmless(small_book, text, title):
    book = replace(small_book, title=title, publisher=title, description=title, source=title)
    try:
        chapter = mark_up(Chapter(book.book / 'chapters' / '01.md', 0, text), book)
        epub = build_epub(book, [chapter], STYLES)
    except BadInput as error:
        assert '\n' not in str(error)
        return
    assert_harmless(epub)


@settings(max_examples=30)
@given(hostile_texts, st.sampled_from(['.txt', '.md', '.html']))
def test_whatever_is_scraped_the_chapters_are_harmless(text, suffix):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, {f'seeds/a{suffix}': f'港の灯は沖の船を照らす。\n\n{text}'})
        if main(['clean', '--root', folder]):
            return
        book = load_settings(root)
        try:
            marked = mark_up_book(read_chapters(book), book)
        except BadInput as error:
            assert '\n' not in str(error)
            return
        for chapter in marked:
            for made in chapter.section.iter():
                assert etree.QName(made).localname in ELEMENTS
                assert set(made.keys()) <= ATTRIBUTES
                assert re.match(r'https?://|mailto:|#', made.get('href', '#'))
