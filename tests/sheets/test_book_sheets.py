"""What a sheet of the book's own names is in the book's folder, or the sheet is refused."""

import re
import shutil
from pathlib import Path

import pytest
import tinycss2
from PIL import Image

from tategumi.errors import BadInput
from tategumi.settings import Settings
from tategumi.sheets import read_sheets


@pytest.fixture
def root(tmp_path):
    root = tmp_path / 'book'
    for folder in ('styles/deep', 'book/pictures', 'seeds'):
        (root / folder).mkdir(parents=True)
    for place in ('styles', 'styles/deep', 'book/pictures', 'seeds', '..'):
        Image.new('L', (4, 4)).save(root / place / 'a.png')
    (root / 'book/pictures/港 (1).png').write_bytes((root / 'styles/a.png').read_bytes())
    (root / 'styles/font.otf').write_bytes(b'OTTO' + bytes(20))
    (root / 'styles/a.svg').write_text('<svg onload="alert(1)"/>')
    (root / 'styles/svg.png').write_text('<svg onload="alert(1)"/>')
    (root / 'styles/half.png').write_bytes((root / 'styles/a.png').read_bytes()[:40])
    (root / 'styles/link.png').symlink_to(root.parent / 'a.png')
    (root / 'styles/book').symlink_to(root / 'book')
    return root


def read(root, css, name='pdf.css'):
    (root / 'styles' / name).write_text(css, encoding='utf-8')
    return read_sheets(Settings(root=root), root, [name])[name]


@pytest.mark.parametrize(
    'said, address',
    [
        ('url(a.png)', 'styles/a.png'),
        ('url( "a.png" )', 'styles/a.png'),
        ("URL('./deep/../a.png')", 'styles/a.png'),
        ('u\\72l(a.png)', 'styles/a.png'),
        ('url(../book/pictures/a.png)', 'book/pictures/a.png'),
        ('url("../book/pictures/%E6%B8%AF%20(1).png")', 'book/pictures/%E6%B8%AF%20%281%29.png'),
        ('url("../book/pictures/港 (1).png")', 'book/pictures/%E6%B8%AF%20%281%29.png'),
        ('url(book/pictures/a.png)', 'book/pictures/a.png'),
        ('image-set("a.png" 1x)', 'styles/a.png'),
        ('image-set(url(a.png) 1x)', 'styles/a.png'),
        ('linear-gradient(red, blue), url(a.png)', 'styles/a.png'),
        ('var(--none, url(a.png))', 'styles/a.png'),
    ],
)
def test_a_file_of_the_book_has_its_address(root, said, address):
    css = read(root, f'p {{ background: {said} }}')
    assert f'url(file:///{address})' in css
    assert len(re.findall(r'url\(', css)) == 1


def test_a_font_has_its_address_and_one_of_the_machine_its_name(root):
    css = read(root, '@font-face { font-family: a; src: local("b"), url(font.otf?#x) }')
    assert 'url(file:///styles/font.otf)' in css and 'local("b")' in css


@pytest.mark.parametrize(
    'said',
    [
        'url(http://evil.example/a.png)',
        'url("HTTPS://evil.example/a.png")',
        'url(//evil.example/a.png)',
        'url(\\68ttp://evil.example/a.png)',
        'url(file:///etc/passwd)',
        'url(file:///styles/a.png)',
        'url(/etc/hostname)',
        'url("\\\\\\\\evil\\\\a.png")',
        'url(../../a.png)',
        'url(%2e%2e/%2e%2e/a.png)',
        'url(../seeds/a.png)',
        'url(link.png)',
        'url(none.png)',
        'url(deep)',
        'url()',
        'url(a.svg)',
        'url(svg.png)',
        'url(half.png)',
        'url(data:image/svg+xml,<svg/>)',
        'url("data:image/png;base64,AAAA")',
        'url(javascript:alert(1))',
        'url("a\\0.png")',
        'image-set("http://evil.example/a.png" 1x)',
        '-webkit-image-set(url(http://evil.example/a.png) 1x)',
        'image-set(var(--a) 1x)',
        'url(var(--a))',
        'src("http://evil.example/")',
        'image("http://evil.example/")',
        'cross-fade("http://evil.example/", red)',
        'var(--b, url(http://evil.example/a.png))',
    ],
)
@pytest.mark.parametrize(
    'around',
    [
        '\n\np {{ background: {} }}',
        '\n\n@media print {{ @page {{ @top-left {{ content: {} }} }} }}',
        '\n\n:root {{ --a: {} }}',
        '\n\n@font-face {{ font-family: x; src: {} }}',
        '\n\n@unknown {};',
    ],
)
def test_all_else_is_refused_by_its_line(root, said, around):
    with pytest.raises(BadInput) as refused:
        read(root, around.format(said))
    assert (refused.value.place.file, refused.value.place.line) == (root / 'styles/pdf.css', 3)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    'css',
    [
        '@namespace epub url(http://www.idpf.org/2007/ops); epub|a { color: red }',
        'p::before { content: "url(http://evil.example/)" }',
        '/* url(http://evil.example/) */ p { color: red }',
        'a::after { content: target-counter(attr(href url), page) }',
        'p { filter: url(#a) }',
    ],
)
def test_what_fetches_nothing_is_left_as_it_is(root, css):
    assert read(root, css) == css


def test_an_import_of_the_book_is_put_in_its_place(root):
    (root / 'styles/deep/b.css').write_text('@import "c.css";\np { background: url(a.png) }')
    (root / 'styles/deep/c.css').write_text('i { color: red }')
    (root / 'book/d.css').write_text('u { margin: 0 }')
    css = read(
        root,
        '@charset "utf-8"; @import url(deep/b.css) print and (color);\n'
        '@import "../book/d.css"; b { margin: 0 }',
    )
    assert re.sub(r'\s+', ' ', css) == (
        '@media print and (color) { i { color: red } '
        'p { background: url(file:///styles/deep/a.png) } } u { margin: 0 } b { margin: 0 }'
    )


@pytest.mark.parametrize('open', ['u { a: 0', '/*', '"', "u { a: 'a", 'url(', 'u{(', '@x'])
def test_what_an_import_leaves_open_ends_with_it(root, open):
    (root / 'styles/open.css').write_text(open)
    css = read(root, '@import "open.css" print; b { margin: 1px }')
    last = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)[-1]
    assert last.serialize() == 'b { margin: 1px }'


@pytest.mark.parametrize(
    'rule, message',
    [
        ('@import "http://evil.example/";', 'must be a file in'),
        ('@import url(//evil.example/);', 'must be a file in'),
        ('@import url("file:///etc/passwd");', 'must be a file in'),
        ('@import "../../secret.css";', 'must be a file in'),
        ('@import "none.css";', 'is not there'),
        ('@import "pdf.css";', 'imports itself'),
        ('@import "loop.css";', 'imports itself'),
        ('@import "a.png";', 'not UTF-8'),
        ('@import;', '@import must be of a file'),
        ('@import var(--a);', '@import must be of a file'),
        ('@import "empty.css" layer(x);', '@import must be of a file'),
        ('@import "empty.css" supports(color: red);', '@import must be of a file'),
        ('p { color: red } @import "empty.css";', 'before all rules'),
        ('@media print { @import "empty.css"; }', 'before all rules'),
        ('@import "big.css";', 'has over'),
        ('@import "deep.css";', 'blocks are more than'),
        ('@import "names.css";', 'must be a file in'),
        ('@import "space.css";', 'no @namespace of its own'),
    ],
)
def test_any_other_import_is_refused(root, rule, message):
    for name, css in {
        'loop.css': '@import "loop.css";',
        'empty.css': '',
        'space.css': '@namespace a "http://a.example/";',
        'big.css': 'p { color: red }\n' * 20_000,
        'deep.css': '(' * 100,
        'names.css': 'p { background: url(http://evil.example/) }',
    }.items():
        (root / 'styles' / name).write_text(css)
    with pytest.raises(BadInput, match=re.escape(message)):
        read(root, rule)


def test_a_sheet_that_is_a_link_out_of_the_book_is_refused(root):
    (root.parent / 'secret').write_text('p { color: red }')
    (root / 'styles/epub.css').symlink_to(root.parent / 'secret')
    with pytest.raises(BadInput, match=r"epub\.css: is a link to a file outside the book's"):
        read_sheets(Settings(root=root), root, ['epub.css'])


def test_sheets_that_several_books_share_are_each_books_own(root, tmp_path):
    shutil.move(root / 'styles', tmp_path / 'house')
    (root / 'styles').symlink_to(tmp_path / 'house')
    assert read(root, 'p { background: url(a.png) }') == (
        'p { background: url(file:///styles/a.png) }'
    )


@pytest.mark.parametrize('fault', ['} ', '"' * 1001, 'p', '\0\0', '<!-- x', '@x', ')', 'p { a }'])
def test_what_is_no_css_is_left_out_or_left_to_readers(root, fault):
    css = read(root, f'b {{ background: url(a.png) }} i {{ margin: 0 }}\n{fault}')
    assert css.startswith('b { background: url(file:///styles/a.png) }')
    assert read(root, fault) == fault


def test_what_is_no_text_is_refused_by_its_line(root):
    (root / 'styles/pdf.css').write_bytes(b'p { color: red }\n\xff')
    with pytest.raises(BadInput, match=r'pdf\.css:2: is not UTF-8'):
        read_sheets(Settings(root=root), root, ['pdf.css'])


def test_the_press_own_sheets_are_read_as_they_are(tmp_path):
    styles = Path(__file__).parents[2] / 'styles'
    names = ['book.css', 'pdf.css']
    assert read_sheets(Settings(root=tmp_path), styles, names) == {
        name: (styles / name).read_text(encoding='utf-8') for name in names
    }
