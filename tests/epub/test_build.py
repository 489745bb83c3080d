"""The EPUB as a reading system, a library and a reader find it."""

import html
import io
import re
import unicodedata
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from tategumi.check.epub import check_epub
from tategumi.epub import build_epub
from tategumi.errors import BadInput
from tategumi.markup import mark_up

from .conftest import PRESS, Built


def test_epubcheck_has_nothing_against_a_book_with_every_construct(every_construct, tmp_path):
    path = tmp_path / 'book.epub'
    path.write_bytes(every_construct.content)
    assert check_epub(path) == []


@pytest.mark.parametrize('book', ['every_construct', 'own_book'])
def test_the_same_book_is_the_same_bytes(book, request):
    built = request.getfixturevalue(book)
    assert built.build() == built.content


def test_the_clock_is_nowhere_in_it(own_book):
    entries = own_book.archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == 'mimetype'
    assert (entries[0].compress_type, entries[0].extra) == (zipfile.ZIP_STORED, b'')


def test_pages_turn_from_left_to_right_and_lines_run_down(own_book):
    assert own_book.package.find('{*}spine').get('page-progression-direction') == 'rtl'
    (mode,) = [
        made
        for made in own_book.package.iter('{*}meta')
        if made.get('name') == 'primary-writing-mode'
    ]
    assert mode.get('content') == 'vertical-rl'
    css = own_book.archive.read('EPUB/vertical.css').decode()
    for name in ('writing-mode', '-webkit-writing-mode', '-epub-writing-mode'):
        assert re.search(rf'html \{{[^}}]*\s{name}: vertical-rl', css)
    for file in own_book.spine():
        links = [link.get('href') for link in own_book.xml(file).iter('{*}link')]
        assert {'epub.css', 'vertical.css'} <= set(links)
        assert all(f'EPUB/{link}' in own_book.archive.namelist() for link in links)


def test_the_spine_is_the_book_in_its_order(every_construct):
    assert every_construct.spine() == [
        'cover.xhtml',
        'titlepage.xhtml',
        'contents.xhtml',
        'chapter-00.xhtml',
        'chapter-01.xhtml',
        'chapter-02.xhtml',
        'colophon.xhtml',
    ]


@pytest.mark.parametrize('book', ['every_construct', 'own_book'])
def test_the_cover_opens_the_book_and_is_known_as_the_cover(book, request):
    built = request.getfixturevalue(book)
    (cover,) = [
        item for item in built.package.iter('{*}item') if item.get('properties') == 'cover-image'
    ]
    shown = built.xml(built.spine()[0]).find('.//{*}img')
    assert shown.get('src') == cover.get('href') and built.settings.title in shown.get('alt')
    (old,) = [m for m in built.package.iter('{*}meta') if m.get('name') == 'cover']
    assert old.get('content') == cover.get('id')
    image = Image.open(io.BytesIO(built.archive.read(f'EPUB/{cover.get("href")}')))
    assert image.size == (1600, 2560)


def test_landmarks_lead_to_cover_contents_and_text(own_book):
    kind = '{http://www.idpf.org/2007/ops}type'
    (landmarks,) = [
        nav
        for nav in own_book.xml('contents.xhtml').iter('{*}nav')
        if nav.get(kind) == 'landmarks'
    ]
    links = landmarks.iter('{*}a')
    assert {link.get(kind): link.get('href') for link in links} == {
        'cover': 'cover.xhtml',
        'titlepage': 'titlepage.xhtml',
        'toc': 'contents.xhtml',
        'bodymatter': 'chapter-01.xhtml',
        'colophon': 'colophon.xhtml',
    }


@pytest.mark.parametrize('depth', [1, 2, 3])
def test_the_contents_go_as_deep_as_book_yaml_says(every_construct, depth):
    contents = build(every_construct, contents_depth=depth).read('EPUB/contents.xhtml').decode()
    assert [title in contents for title in ('次の節', '小さな節', 'さらに')] == [
        depth > 1,
        depth > 2,
        False,
    ]


@pytest.mark.parametrize('book', ['every_construct', 'own_book'])
def test_contents_and_ncx_name_every_chapter(book, request):
    built = request.getfixturevalue(book)
    contents = built.xml('contents.xhtml')
    titles = [built.xml(file).find('.//{*}title').text for file in built.spine()[3:]]
    shown = contents.xpath('//*[@role="doc-toc"]/*[local-name()="ol"]/*/*[local-name()="a"]')
    assert [''.join(link.itertext()) for link in shown] == titles
    ncx = built.xml('toc.ncx').xpath('//*[local-name()="navMap"]/*/*/*[local-name()="text"]')
    assert [label.text for label in ncx] == titles


def test_every_link_leads_somewhere(every_construct):
    pages = {file: every_construct.xml(file) for file in every_construct.spine()}
    ids = {f'{file}#{made.get("id")}' for file, page in pages.items() for made in page.iter()}
    for file, page in pages.items():
        for link in page.iter('{*}a'):
            href = link.get('href')
            if href.startswith('#'):
                href = file + href
            assert href in pages or href in ids or re.match('https?:', href)


@pytest.mark.parametrize('book', ['every_construct', 'own_book'])
def test_the_text_is_the_manuscript_nothing_missing_nothing_doubled(book, request):
    built = request.getfixturevalue(book)
    chapters = [file for file in built.spine() if file.startswith('chapter-')]
    shown = [shown_text(built.xml(file).find('{*}body')) for file in chapters]
    assert shown == [written_text(chapter.text) for chapter in built.manuscript]


def shown_text(body):
    """What is read of a chapter: no readings, note numbers, formulas; words of pictures count."""
    for made in body.xpath(
        './/*[local-name()="rt" or local-name()="math" or contains(@class, "noteref") '
        'or contains(@class, "footnote-number")]'
    ):
        made.clear(keep_tail=True)
    return plain(''.join(body.itertext()))


#: Ruby as novels on the web have it: ｜base《reading》, kanji《reading》.
READ = re.compile(
    r'(?:[｜|](?=[^｜|《》\n]+《))?(?P<base>(?<=[｜|])[^｜|《》\n]+|[一-鿿々]+)《(?P<reading>[^《》\n]+)》'
)
#: Ruby on both sides: the base with its reading on the right, and the one on the left.
BOTH_SIDES = re.compile(r'\[\{([^|{}]+)\|([^{}]+)\}\|([^]]+)\]\{\.ruby-left\}')


def written_text(text):
    """What the manuscript says, its notation taken away with plain patterns; notes come last."""
    notes = re.findall(r'^\[\^\w+\]: (.*(?:\n\n? {4}.*)*)', text, re.M)
    text = re.sub(r'^\[\^\w+\]: (.*(?:\n\n? {4}.*)*)', '', text, flags=re.M)
    inline_notes = re.findall(r'\^\[([^]]*)\]', text)
    text = re.sub(r'\^\[[^]]*\]', '', text)
    text = '\n'.join((text, *inline_notes, *notes))
    text = re.sub(r'\$\$.*?\$\$|\$[^$\n]+\$', '', text, flags=re.S)
    text = READ.sub(lambda match: match['base'], html.unescape(text))
    text = BOTH_SIDES.sub(r'\1', text)
    text = re.sub('^===+$', '', text, flags=re.M)
    for mark, shown in {'~~': '', '==': '', '- [ ]': '☐', '- [x]': '☑'}.items():
        text = text.replace(mark, shown)
    for mark in (
        r'\*\[[^]]*\]: .*$',
        '#+ ',
        r'\|[-:| ]+$',
        r'\{: \.[a-z0-9. -]+ \}$',
        r'\*{3}$',
        '```[a-z]*$',
        ': ',
        '> ?',
        r'\d+\. ',
        ' *[*-] ',
    ):
        text = re.sub(f'^{mark}', '', text, flags=re.M)
    text = re.sub(r'\{([^|{}]+)\|[^{}]*\}', r'\1', text)
    text = re.sub(r'^\|(.*)\|$', lambda m: m[1].replace('|', ''), text, flags=re.M)
    text = re.sub(r'!\[[^]]*\]\((?:<[^>]*>|[^)\s]*)(?: "([^"]*)")?\)', lambda m: m[1] or '', text)
    text = re.sub(r'\[([^]^]*)\]\((?:https:|#)[^)]*\)', r'\1', text)
    text = re.sub(r'<(https:[^>]*)>', r'\1', text).replace('&amp;', '&')
    text = re.sub(r'\[(?:（([^]]*)）|([^]]*))\]\{\.warichu\}', r'（\1\2）', text)
    text = re.sub(r'\[([^]]*)\]\{\.furiwake\}', lambda m: m[1].replace('|', ''), text)
    text = re.sub(r'\[((?:[^][]|\[[^]]*\])*)\]\{(?:\.|lang=)[^}]*\}', r'\1', text)
    text = re.sub(r'\[\^\w+\]|《《|》》|\*\*?|`|~|\^(?=\d)|(?<=\d)\^', '', text)
    return plain(re.sub(r'\\(.)', r'\1', text))


def plain(text):
    """``text`` without what setting may change: spaces, widths, comma groups, doubled marks."""
    text = re.sub(r'\s', '', unicodedata.normalize('NFKC', text))
    text = re.sub(r'(?<=\d)・(?=\d)', '.', re.sub(r'(?<=\d),(?=\d{3})', '', text))
    text = re.sub('[—―]+', '―', re.sub(r'(?:\.\.\.)+', '...', text))
    return text.translate(str.maketrans('〝〟‘’', "“”''"))


def test_the_title_page_and_colophon_say_who_made_it(every_construct):
    title = ''.join(every_construct.xml('titlepage.xhtml').find('{*}body').itertext())
    for text in ('<本> & 〝書物〟 2023', '副題', '山田太郎', '鈴木花子', '例の出版社'):
        assert text in title
    lines = every_construct.xml('colophon.xhtml').iter('{*}p')
    credits = [''.join(line.itertext()) for line in lines]
    assert credits[2:] == [
        '著者　山田太郎',
        '訳者　鈴木花子',
        '画像　例の画家',
        '出典　例の出典',
        '発行　例の出版社',
        '発行日　2023年7月20日',
        '© 2023 山田太郎',
    ]


def test_a_source_that_is_a_credit_stands_in_the_colophon_once(own_book):
    text = ''.join(own_book.xml('colophon.xhtml').find('{*}body').itertext())
    assert text.count(own_book.settings.source) == 1


def test_the_picture_is_in_the_book_once(every_construct):
    pictures = [n for n in every_construct.archive.namelist() if '/image-' in n]
    assert pictures == ['EPUB/images/image-001.png']
    source = every_construct.settings.book / '絵' / '図 1.png'
    assert every_construct.archive.read(pictures[0]) == source.read_bytes()


def test_a_note_that_nothing_calls_is_hidden_by_no_reading_system(every_construct):
    kind = '{http://www.idpf.org/2007/ops}type'
    chapter = every_construct.xml('chapter-01.xhtml')
    calls = {link.get('href') for link in chapter.iter('{*}a') if link.get(kind) == 'noteref'}
    notes = [note for note in chapter.iter('{*}aside') if note.get('class') == 'footnote']
    assert len(notes) == 3
    for note in notes:
        is_called = f'#{note.get("id")}' in calls
        assert (note.get(kind) == 'footnote') == is_called
        assert (note.get('role') == 'doc-footnote') == is_called
    assert '呼ばれない注。' in ''.join(notes[-1].itertext())


def test_the_fonts_are_those_of_book_yaml(every_construct):
    fonts = replace(every_construct.settings.fonts, serif=('私の"明朝',))
    css = build(every_construct, fonts=fonts).read('EPUB/families.css').decode()
    assert 'html { font-family: "私の\\22 明朝", serif }' in css


def test_a_sheet_of_the_book_takes_the_place_of_the_press_s(book_folder):
    (book_folder / 'styles').mkdir()
    (book_folder / 'styles' / 'epub.css').write_text('p { margin: 1em }')
    assert Built(book_folder).archive.read('EPUB/epub.css') == b'p { margin: 1em }'


def test_a_picture_that_went_away_is_named(book_folder):
    built = Built(book_folder)
    chapters = [mark_up(chapter, built.settings) for chapter in built.manuscript]
    (book_folder / 'book' / '絵' / '図 1.png').unlink()
    with pytest.raises(BadInput, match=r'図 1\.png: cannot be read'):
        build_epub(built.settings, chapters, PRESS / 'styles')


def build(built, **change):
    return zipfile.ZipFile(io.BytesIO(built_bytes(built, **change)))


def built_bytes(built, **change):
    settings = replace(built.settings, **change)
    chapters = [mark_up(chapter, settings) for chapter in built.manuscript]
    return build_epub(settings, chapters, PRESS / 'styles', built.starts)
