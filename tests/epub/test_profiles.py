"""The EPUB as stores ask for it, and as it was where nobody asks."""

import io
import posixpath
import re
import zipfile
from dataclasses import replace

import pytest
import tinycss2
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from tategumi.build import Book, make
from tategumi.check.epub import check_epub
from tategumi.epub import build_epub
from tategumi.epub.profiles import PROFILES, ascii_name, in_profile
from tategumi.epub.writer import files_of, zipped
from tategumi.errors import BadInput
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.settings import PROFILES as NAMES
from tategumi.settings import Colophon, Epub, Settings, load_settings

from .conftest import PRESS

KIND = '{http://www.idpf.org/2007/ops}type'


class Made:
    """A book in a profile, as its store opens it."""

    def __init__(self, content):
        self.content = content
        self.files = files_of(content)
        container = etree.fromstring(self.files['META-INF/container.xml'])
        self.package_name = container.find('.//{*}rootfile').get('full-path')
        self.package = etree.fromstring(self.files[self.package_name])
        self.items = {
            item.get('id'): item for item in self.package.find('{*}manifest').iter('{*}item')
        }

    def path(self, item):
        folder = posixpath.dirname(self.package_name)
        return posixpath.normpath(posixpath.join(folder, item.get('href')))

    def spine(self):
        return [self.path(self.items[ref.get('idref')]) for ref in self.refs()]

    def refs(self):
        return [*self.package.iter('{*}itemref')]

    def page(self, name):
        return etree.fromstring(self.files[name])

    def with_property(self, name):
        (item,) = [
            item for item in self.items.values() if name in item.get('properties', '').split()
        ]
        return item

    def css(self):
        return [
            self.files[self.path(i)].decode()
            for i in self.items.values()
            if i.get('media-type') == 'text/css'
        ]

    def rules(self):
        for css in self.css():
            for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
                if rule.type == 'qualified-rule':
                    for each in tinycss2.parse_blocks_contents(
                        rule.content, skip_comments=True, skip_whitespace=True
                    ):
                        yield (
                            tinycss2.serialize(rule.prelude).strip(),
                            each.name,
                            tinycss2.serialize(each.value).strip(),
                        )


@pytest.fixture(scope='module')
def made(every_construct):
    """``{profile: Made}`` of the book with every construct."""
    return {
        name: Made(
            build_epub(
                every_construct.settings,
                every_construct.marked(every_construct.settings),
                PRESS / 'styles',
                every_construct.starts,
                profile=name,
            )
        )
        for name in NAMES
    }


def test_the_profiles_of_book_yaml_are_those_there_are():
    assert NAMES == ('plain', *PROFILES)


def test_plain_is_the_book_as_it_was(made, every_construct):
    assert made['plain'].content == every_construct.content


@pytest.mark.parametrize('name', PROFILES)
def test_epubcheck_has_nothing_against_it(made, name, tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(made[name].content)
    assert check_epub(path) == []


@pytest.mark.parametrize('name', PROFILES)
def test_it_is_the_same_bytes_each_time_and_no_text_is_lost(made, name, every_construct):
    files = in_profile(files_of(every_construct.content), name, every_construct.settings)
    assert zipped(files) == made[name].content
    plain = made['plain']

    def text(book):
        return [
            ''.join(''.join(book.page(page).find('{*}body').itertext()).split())
            for page in book.spine()
            if not re.search('contents|toc', page)
        ]

    assert text(made[name]) == text(plain)


@pytest.mark.parametrize('name', PROFILES)
def test_every_link_and_picture_leads_to_what_is_there(made, name):
    book = made[name]
    ids = {
        f'{page}#{node.get("id")}'
        for page in book.files
        if page.endswith('.xhtml')
        for node in book.page(page).iter('{*}*')
        if node.get('id')
    }
    followed = 0
    for page in [page for page in book.files if page.endswith('.xhtml')]:
        for node in book.page(page).iter('{*}*'):
            for attribute in ('href', 'src'):
                address = node.get(attribute)
                if address and not re.match('[a-z]+:', address):
                    path, _, fragment = address.partition('#')
                    folder = posixpath.dirname(page)
                    file = posixpath.normpath(posixpath.join(folder, path)) if path else page
                    assert file in book.files, (page, address)
                    assert not fragment or f'{file}#{fragment}' in ids, (page, address)
                    followed += 1
    assert followed > 40


@pytest.mark.parametrize('name', PROFILES)
def test_names_of_files_are_ascii_and_elements_have_end_tags(made, name):
    for file, content in made[name].files.items():
        assert file.isascii()
        if file.endswith('.xhtml'):
            assert not re.search(rb'<(?!br|hr|img|link|meta)[a-z]+[^<>]*/>', content)


def test_of_the_guide_of_publishers_every_name_is_as_it_says(made):
    book = made['ebpaj']
    assert book.package_name == 'item/standard.opf'
    assert book.path(book.with_property('nav')) == 'item/navigation-documents.xhtml'
    assert book.path(book.with_property('cover-image')) == 'item/image/cover.jpg'
    assert book.spine() == [
        'item/xhtml/p-cover.xhtml',
        'item/xhtml/p-titlepage.xhtml',
        'item/xhtml/p-toc.xhtml',
        'item/xhtml/p-001.xhtml',
        'item/xhtml/p-002.xhtml',
        'item/xhtml/p-003.xhtml',
        'item/xhtml/p-colophon.xhtml',
    ]
    folders = {posixpath.dirname(name) for name in book.files}
    assert folders == {'', 'META-INF', 'item', 'item/xhtml', 'item/style', 'item/image'}
    assert [name for name in book.files if name.endswith(('.css', '.ncx'))] == [
        'item/style/book-style.css'
    ]
    assert all(ref.get('linear') == 'yes' for ref in book.refs())
    assert [ref.get('properties') for ref in book.refs()][:4] == ['page-spread-left'] * 4


def test_of_the_guide_of_publishers_pages_have_its_frame(made, every_construct):
    book = made['ebpaj']
    classes = {}
    for name in book.spine():
        page = book.page(name)
        body = page.find('{*}body')
        stem = posixpath.basename(name).removesuffix('.xhtml')
        classes[stem] = body.get('class').split()[0]
        (main,) = body
        assert main.get('class') == 'main'
        assert page.get('class') == ('hltr' if stem == 'p-cover' else 'vrtl')
        assert page.find('.//{*}title').text == '<本> & "書物" 2023　副題'
        assert [link.get('href') for link in page.iter('{*}link')] == ['../style/book-style.css']
        typed = [node for node in page.iter('{*}*') if node.get(KIND)]
        assert typed == ([body] if stem == 'p-cover' else [])
    assert classes == {
        'p-cover': 'p-cover',
        'p-titlepage': 'p-titlepage',
        'p-toc': 'p-toc',
        'p-001': 'p-text',
        'p-002': 'p-text',
        'p-003': 'p-text',
        'p-colophon': 'p-colophon',
    }
    modes = {(selector, name): value for selector, name, value in book.rules()}
    # No page is higher than the screen, whatever the height of what is around the picture.
    assert modes['.fit', 'max-height'] == '100vh'
    # Readium's sheet has a max-height of its own.
    assert modes['.p-cover .fit', 'height'] == '100vh'
    for prefix in ('', '-epub-', '-webkit-'):
        assert modes['.vrtl', f'{prefix}writing-mode'] == 'vertical-rl'
        assert modes['.hltr', f'{prefix}writing-mode'] == 'horizontal-tb'


def test_of_the_guide_of_publishers_the_package_says_its_version(made):
    package = made['ebpaj'].package
    said = {m.get('property'): m.text for m in package.iter('{*}meta') if not m.get('refines')}
    assert (said['ebpaj:guide-version'], said['dpfj:guide-version']) == ('1.1.4', '1.1.4')
    for prefix in ('ebpaj: http://www.ebpaj.jp/', 'dpfj: https://www.dpfj.or.jp/'):
        assert prefix in package.get('prefix')
    assert package.get('unique-identifier') == 'unique-id'
    creators = {c.get('id') for c in package.iter('{*}creator')}
    assert creators == {'creator01', 'creator02'}
    refined = {m.get('refines') for m in package.iter('{*}meta') if m.get('refines')}
    assert {'#creator01', '#creator02'} <= refined and '#creator-1' not in refined


def test_a_horizontal_book_is_one_by_the_guide_too(every_construct):
    settings = replace(every_construct.settings, writing='horizontal')
    book = Made(
        build_epub(settings, every_construct.marked(settings), PRESS / 'styles', profile='ebpaj')
    )
    assert {book.page(name).get('class') for name in book.spine()} == {'hltr'}
    assert book.package.find('{*}spine').get('page-progression-direction') == 'ltr'
    assert [ref.get('properties') for ref in book.refs()][:3] == ['page-spread-right'] * 3


@pytest.mark.parametrize('name', ['ebpaj', 'kindle', 'apple'])
def test_the_cover_is_a_jpeg_where_it_is_asked_for(made, name):
    item = made[name].with_property('cover-image')
    assert item.get('media-type') == 'image/jpeg'
    picture = Image.open(io.BytesIO(made[name].files[made[name].path(item)]))
    assert (picture.format, picture.size) == ('JPEG', (1600, 2560))
    png = made['plain']
    before = Image.open(io.BytesIO(png.files[png.path(png.with_property('cover-image'))]))
    pairs = zip(
        before.convert('L').resize((40, 64)).tobytes(),
        picture.convert('L').resize((40, 64)).tobytes(),
    )
    assert max(abs(one - other) for one, other in pairs) < 12


def test_a_jpeg_cover_may_be_had_without_a_store(every_construct):
    epub = replace(every_construct.settings.epub, jpeg_cover=True)
    settings = replace(every_construct.settings, epub=epub)
    book = Made(build_epub(settings, every_construct.marked(settings), PRESS / 'styles'))
    assert book.with_property('cover-image').get('href') == 'images/cover.jpg'


def test_on_kindle_nothing_stands_out_and_the_text_is_the_readers(made):
    for selector, name, value in made['kindle'].rules():
        if name.startswith(('text-indent', 'margin')):
            assert not re.search(r'(^|[\s(])-\.?\d', value), (selector, name, value)
        if {part.strip() for part in selector.split(',')} <= {'html', 'body'}:
            assert name not in ('font-family', 'line-height', 'font-size')
    plain = [*made['plain'].rules()]
    assert any(name == 'text-indent' and value.startswith('-') for _, name, value in plain)
    assert ('body', 'line-height', '1.75') in plain


def test_on_kindle_the_turned_lines_of_a_credit_stand_where_the_first_does(made):
    said = {
        name: value
        for selector, name, value in made['kindle'].rules()
        if selector == '.colophon .credit'
    }
    assert said['padding-inline'] == '2em 0' and said['padding-top'] == '2em'
    assert 'text-indent' not in said


def test_on_kindle_the_cover_is_seen_once_and_the_guide_says_where_things_are(made):
    book = made['kindle']
    linear = dict(zip(book.spine(), [ref.get('linear') for ref in book.refs()]))
    assert [name for name, value in linear.items() if value == 'no'] == ['EPUB/cover.xhtml']
    guide = {r.get('type'): r.get('href') for r in book.package.iter('{*}reference')}
    assert guide == {
        'cover': 'cover.xhtml',
        'toc': 'contents.xhtml',
        'text': 'chapter-01.xhtml',
    }


@pytest.mark.parametrize('name', ['kindle', 'ebpaj'])
def test_the_navigation_is_a_document_of_its_own(made, name):
    book = made[name]
    nav = book.path(book.with_property('nav'))
    assert nav not in book.spine()
    kinds = [each.get(KIND) for each in book.page(nav).iter('{*}nav')]
    assert kinds == ['toc', 'landmarks', 'page-list']
    (shown,) = [page for page in book.spine() if re.search('contents|p-toc', page)]
    (contents,) = book.page(shown).iter('{*}nav')
    assert contents.get('hidden') is None and len([*contents.iter('{*}a')]) >= 4


def test_at_kobo_no_link_leads_out_and_its_words_stay(made):
    for name in made['kobo'].spine():
        for link in made['kobo'].page(name).iter('{*}a'):
            assert not re.match('[a-z]+:', link.get('href'))
    plain = made['plain'].page('EPUB/chapter-01.xhtml')
    outside = [link for link in plain.iter('{*}a') if link.get('href').startswith('http')]
    assert outside
    text = ''.join(made['kobo'].page('EPUB/chapter-01.xhtml').itertext())
    assert all(''.join(link.itertext()) in text for link in outside)


@pytest.mark.parametrize('name', ['kindle', 'google'])
def test_webp_becomes_what_the_store_takes(name, book_folder):
    buffer = io.BytesIO()
    Image.new('RGBA', (30, 20), (200, 10, 10, 128)).save(buffer, 'WEBP', lossless=True)
    (book_folder / 'book' / '絵' / 'w.webp').write_bytes(buffer.getvalue())
    chapter = book_folder / 'book' / 'chapters' / '02-章.md'
    chapter.write_text('# 絵\n\n![絵](<../絵/w.webp>)\n', encoding='utf-8')
    (book_folder / 'book' / 'book.yaml').write_text(
        f'title: 絵\nepub: {{profile: {name}, page_list: false}}\n', encoding='utf-8'
    )
    book = Book(book_folder)
    make(book, 'epub')
    assert [path.suffixes for path in book.summary.files] == [['.epub'], [f'.{name}', '.epub']]
    store = Made(book.summary.files[1].read_bytes())
    kinds = {item.get('media-type') for item in store.items.values()}
    assert 'image/webp' not in kinds
    (png,) = [file for file in store.files if file.endswith('002.png')]
    assert Image.open(io.BytesIO(store.files[png])).getpixel((3, 3)) == (200, 10, 10, 128)
    assert check_epub(book.summary.files[1]) == []


def test_an_apple_book_says_that_its_fonts_are_meant(made):
    said = [
        m.text
        for m in made['apple'].package.iter('{*}meta')
        if m.get('property') == 'ibooks:specified-fonts'
    ]
    assert said == ['true']


def test_a_chapter_of_an_apple_book_keeps_its_id_when_another_is_put_before_it(tmp_path):
    def ids(*texts):
        folder = tmp_path / 'book' / 'chapters'
        folder.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f'{number:02d}.md').write_text(text, encoding='utf-8')
        settings = replace(load_settings(tmp_path), epub=Epub(page_list=False))
        marked = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
        book = Made(build_epub(settings, marked, PRESS / 'styles', profile='apple'))
        spine = [ref.get('idref') for ref in book.refs()]
        assert len({*spine}) == len(spine)
        return [each for each in spine if book.items[each].get('href').startswith('chapter-')]

    one, other, same, bare = '# 一\n\nあ', '# 二\n\nい', '# 二\n\nう', '見出しのない章。'
    before = ids(one, other, same, bare)
    after = ids('# 新\n\nえ', one, other, same, bare)
    assert after[1:] == before and after[0] not in before


@pytest.mark.parametrize(
    'yaml, profiles',
    [
        ('kindle', ('kindle',)),
        ('[ebpaj, kindle]', ('ebpaj', 'kindle')),
        ('plain', ('plain',)),
        ('', ()),
    ],
)
def test_book_yaml_names_one_profile_or_several(tmp_path, yaml, profiles):
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text(f'epub:\n  profile: {yaml}\n')
    assert load_settings(tmp_path).epub.profile == profiles


@pytest.mark.parametrize('yaml', ['kindel', '[kindle, amazon]', '{a: b}', '3'])
def test_a_profile_that_there_is_not_is_refused_with_its_line(tmp_path, yaml):
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text(f'epub:\n  profile: {yaml}\n')
    with pytest.raises(BadInput, match=r'book\.yaml:2: .*"profile" must be'):
        load_settings(tmp_path)


@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.sampled_from(['', '978-4-00-000000-0', '9784000000000']),
)
@effort(max_examples=100)
def test_the_name_of_a_delivered_file_is_ascii_and_one_of_a_file(title, latin, isbn):
    settings = Settings(
        root=None,
        slug=title,
        title_romanized=latin,
        identifier=f'urn:uuid:{title}',
        colophon=Colophon(isbn=isbn),
    )
    name = ascii_name(settings)
    assert name.isascii()
    if not title.isascii():
        assert re.fullmatch('[0-9a-zX-]+', name)
        assert name == ascii_name(settings)


awkward = st.text(
    st.characters(exclude_categories=['Cc', 'Cs'], exclude_characters='\ufffe\uffff'),
    min_size=1,
    max_size=30,
).filter(str.strip)


@given(awkward, awkward, awkward)
@effort(max_examples=15)
def test_whatever_the_book_says_of_itself_every_profile_says_too(
    every_construct, title, name, publisher
):
    creator = replace(every_construct.settings.creators[0], name=name, reading=title)
    settings = replace(
        every_construct.settings,
        title=title,
        publisher=publisher,
        creators=(creator,),
        subtitle='',
        epub=replace(every_construct.settings.epub, page_list=False),
        cover='絵/図 1.png',
    )
    chapters = every_construct.marked(settings)[:1]
    dc = '{http://purl.org/dc/elements/1.1/}'
    plain = build_epub(settings, chapters, PRESS / 'styles')
    for profile in PROFILES:
        package = Made(zipped(in_profile(files_of(plain), profile, settings))).package
        said = {tag: package.find(f'.//{dc}{tag}').text for tag in ('title', 'creator')}
        before = Made(plain).package
        assert said == {tag: before.find(f'.//{dc}{tag}').text for tag in said}
        assert package.find(f'.//{dc}publisher').text == before.find(f'.//{dc}publisher').text


def test_zips_are_whole(made):
    for book in made.values():
        with zipfile.ZipFile(io.BytesIO(book.content)) as archive:
            assert archive.testzip() is None
            assert archive.infolist()[0].filename == 'mimetype'
