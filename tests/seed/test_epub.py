"""EPUBs as seeds: the press's own, and others'."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tategumi.errors import BadInput
from tategumi.manuscript import clean
from tategumi.seed.epub import unpack_epub
from tategumi.settings import load_settings

PNG = BytesIO()
Image.new('RGB', (8, 8)).save(PNG, 'png')
PNG = PNG.getvalue()
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    '</rootfiles></container>'
)
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>'
    '<title>題</title></head><body>{}</body></html>'
)


def package(*files):
    items = ''.join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"{more}/>'
        for number, (name, more) in enumerate(files)
    )
    spine = ''.join(f'<itemref idref="i{number}"/>' for number in range(len(files)))
    return (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
        f'<spine>{spine}</spine></package>'
    )


def epub(*bodies, **more):
    """The bytes of an EPUB with a contents and documents with these ``bodies``."""
    file = BytesIO()
    names = [(f'text/第{number}.xhtml', '') for number in range(len(bodies))]
    with ZipFile(file, 'w') as archive:
        archive.writestr('META-INF/container.xml', CONTAINER)
        archive.writestr('OPS/book.opf', package(*names, ('nav.xhtml', ' properties="nav"')))
        archive.writestr('OPS/nav.xhtml', PAGE.format('<nav><p>目次の行</p></nav>'))
        for (name, _), body in zip(names, bodies):
            archive.writestr(f'OPS/{name}', PAGE.format(body))
        archive.writestr('OPS/images/港 1.png', PNG)
        archive.writestr('OPS/images/broken.png', PNG[:40])
        for name, content in more.items():
            archive.writestr(name.replace('__', '/').replace('_xml', '.xml'), content)
    return file.getvalue()


def test_documents_come_in_reading_order_without_what_the_book_has_about_itself(tmp_path):
    text = unpack_epub(
        epub(
            '<section epub:type="titlepage"><h1>港の本</h1></section>',
            '<h1>朝</h1><p>　<ruby>港<rt>みなと</rt></ruby>に<em>朝</em>が来た。</p>'
            '<p>「おはよう」</p>',
            '<h1>夜</h1><p>夜になった。</p><ul><li>船</li><li>灯</li></ul>',
            '<section epub:type="colophon"><p>発行者</p></section>',
        ),
        tmp_path / 'a.epub',
    ).text
    assert text == (
        '# 朝\n\n{港|みなと}に*朝*が来た。\n\n「おはよう」\n\n# 夜\n\n夜になった。\n\n- 船\n- 灯\n'
    )


@pytest.mark.parametrize(
    'content',
    [b'', b'PK\x03\x04', epub()[:100]],
    ids=['empty', 'a mark of ZIP alone', 'cut off'],
)
def test_what_is_no_epub_is_named(tmp_path, content):
    with pytest.raises(BadInput, match=r'a\.epub: is no EPUB'):
        unpack_epub(content, tmp_path / 'a.epub')


def test_an_encrypted_one_is_refused(tmp_path):
    with pytest.raises(BadInput, match='encrypted'):
        unpack_epub(epub('<p>文</p>', **{'META-INF__encryption_xml': '<e/>'}), tmp_path / 'a.epub')


@pytest.mark.parametrize(
    'picture',
    [
        '<img src="../images/%E6%B8%AF%201.png" alt="港の灯"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>港の灯</title><image '
        'xmlns:x="http://www.w3.org/1999/xlink" width="8" height="8" x:href="../images/港 1.png"/>'
        '</svg>',
    ],
    ids=['a picture', 'a drawing around it'],
)
def test_its_pictures_are_those_of_the_book(tmp_path, picture):
    (tmp_path / 'seeds').mkdir()
    body = f'<h1>朝</h1><p>港に朝が来た。</p><div>{picture}</div><p>夜になった。</p>'
    (tmp_path / 'seeds' / '港.epub').write_bytes(epub(body, body))
    clean(tmp_path, load_settings(tmp_path))
    chapter = sorted((tmp_path / 'book' / 'chapters').iterdir())[0].read_text(encoding='utf-8')
    assert '\n\n![港の灯](../pictures/港/港-1.png)\n\n' in chapter
    assert (tmp_path / 'book' / 'pictures' / '港' / '港-1.png').read_bytes() == PNG


def test_what_an_epub_loses_is_listed_with_its_line(tmp_path):
    (tmp_path / 'seeds').mkdir()
    body = (
        '<p>港に朝が来た。</p><p>図<img src="../images/broken.png" alt="割れた図"/>を見る。</p>'
        '<video src="a.mp4">film</video><p>夜になった。</p>'
    )
    (tmp_path / 'seeds' / '港.epub').write_bytes(epub(body))
    record = clean(tmp_path, load_settings(tmp_path)).record
    listed = {
        suspicion.rule: line.text
        for seed in record.seeds
        for line in seed.lines
        for suspicion in line.suspicions
    }
    assert listed['picture-left-out'].startswith('図') and 'video-left-out' in listed


@pytest.mark.parametrize('kind', ['titlepage', 'toc', 'colophon', 'page-list', 'cover'])
def test_a_section_about_the_book_takes_no_chapter_with_it(kind, tmp_path):
    body = (
        f'<section epub:type="{kind}"><p>本についての行</p></section>'
        '<section><h1>朝</h1><p>港に朝が来た。</p></section>'
        '<section><h1>夜</h1><p>港に夜が来た。</p></section>'
    )
    text = unpack_epub(epub(body), tmp_path / 'a.epub').text
    assert text == '# 朝\n\n港に朝が来た。\n\n# 夜\n\n港に夜が来た。\n'


def test_the_package_says_title_and_authors(tmp_path):
    metadata = (
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>港の本</dc:title>'
        '<dc:title>副題</dc:title><dc:creator>岬　太郎</dc:creator><dc:creator>灯 花</dc:creator>'
        '</metadata>'
    )
    data = epub('<h1>朝</h1><p>港に朝が来た。</p>')
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, 'w') as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b'<manifest>', f'{metadata}<manifest>'.encode()))
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds/a.epub').write_bytes(file.getvalue())
    clean(tmp_path, load_settings(tmp_path))
    settings = load_settings(tmp_path)
    assert settings.title == '港の本'
    assert [creator.name for creator in settings.creators] == ['岬太郎', '灯花']


@pytest.mark.parametrize(
    'body, said',
    [
        (
            '<blockquote><p>引用。</p><ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul>'
            '<pre><code>x\ny</code></pre></blockquote>',
            ['> 引用。', '> - 甲\n> - 乙\n>     1. 丙', '> ```\n> x\n> y\n> ```'],
        ),
        (
            '<ul><li>甲<blockquote><p>引用。</p></blockquote></li><li>乙</li></ul>',
            ['- 甲', '    > 引用。\n- 乙'],
        ),
        (
            '<dl><dt>灯台</dt><dd>塔である。</dd><dt>船</dt><dt>舟</dt><dd>海を行く。</dd>'
            '<dd>川も行く。</dd></dl>',
            ['灯台\n: 塔である。', '船\n舟\n: 海を行く。\n: 川も行く。'],
        ),
        (
            '<dl><dt>灯台</dt><dd><p>塔である。</p><p>白い。</p></dd></dl>',
            ['灯台\n: 塔である。', '    白い。'],
        ),
        ('<pre class="language-js"><code>x</code></pre>', ['```js\nx\n```']),
        ('<pre><code class="lang-js">x</code></pre>', ['```js\nx\n```']),
        ('<pre data-lang="js">x</pre>', ['```js\nx\n```']),
        ('<pre class="brush: js">x</pre>', ['```js\nx\n```']),
        ('<pre class="plain">x</pre>', ['```\nx\n```']),
        (
            '<p>文<a epub:type="noteref" href="#n">1</a>。</p>'
            '<aside epub:type="footnote" id="n"><p>注。</p></aside>',
            ['文[^1]。', '[^1]: 注。'],
        ),
        (
            '<p>文<a role="doc-noteref" href="#n">*</a>。</p>'
            '<div role="doc-endnote" id="n">注。</div>',
            ['文[^1]。', '[^1]: 注。'],
        ),
    ],
)
def test_what_stands_within_what_comes_as_the_book_has_it(tmp_path, body, said):
    text = unpack_epub(epub(body), tmp_path / 'a.epub').text
    assert text.strip('\n').split('\n\n') == said
