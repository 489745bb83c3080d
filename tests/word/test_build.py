"""The document of Word: what is in the book is in it, and is read again as it was."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from lxml import etree
from PIL import Image

from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up_book
from tategumi.seed.word import unpack_word
from tategumi.settings import Creator, Settings, load_settings
from tategumi.word import build_word

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


@pytest.fixture
def made(tmp_path):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (tmp_path / 'book' / 'pictures').mkdir()
    Image.new('RGB', (80, 60), 'black').save(tmp_path / 'book' / 'pictures' / '灯.png')
    Image.new('RGB', (80, 60), 'black').save(tmp_path / 'book' / 'pictures' / '灯.webp')
    (tmp_path / 'book' / 'pictures' / '図.svg').write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
        encoding='utf-8',
    )

    def make(*texts, **settings):
        for number, text in enumerate(texts, 1):
            (folder / f'{number:02}.md').write_text(text, encoding='utf-8')
        book = Settings(tmp_path, **{'title': '港の灯', **settings})
        return build_word(book, mark_up_book(read_chapters(book), book))

    return make


def body_of(content):
    return etree.fromstring(ZipFile(BytesIO(content)).read('word/document.xml'))


@pytest.mark.parametrize(
    'markdown',
    [
        '# 第一章\n\n朝の文。\n\n## 節\n\n夜の文。',
        '# 章\n\n{今日|きょう}と{夜|よ}{空|ぞら}。',
        '# 章\n\nこれは《《大切》》で、**とても**大切だ。',
        '# 章\n\n~~誤り~~と[傍線]{.side-line}とm[2]{.sup}とH[2]{.sub}O。',
        '# 章\n\n本文[^1]と続き[^2]。\n\n[^1]: 注の{文|ぶん}。\n\n[^2]: 次の注。',
        '# 章\n\n| 名 | 数 |\n| --- | --- |\n| {船|ふね} | 三 |',
        '# 章\n\n- 甲\n- 乙\n\n1. 一\n2. 二',
        '# 章\n\n[港](https://e.example/)へ。',
        '# 章\n\n一行目\\\n二行目',
    ],
)
def test_what_is_in_the_book_is_read_again_as_it_was(made, tmp_path, markdown):
    content, lost = made(markdown, title='題')
    read = unpack_word(content, tmp_path / 'a.docx').text
    head, _, rest = read.partition('# ')
    assert head.strip() == '---\ntitle: 題\n---' and f'# {rest}'.strip() == markdown and not lost


@pytest.mark.parametrize(
    'blocks',
    [
        ['> 甲', '>', '> ===', '>', '> 乙'],
        ['- 甲', '', '  ===', '', '  乙'],
        ['- 甲', '  - 乙', '', '    ===', '', '    丙'],
        ['語', ': 甲', '', '    ===', '', '    乙'],
        ['- ==='],
        ['> - ==='],
        ['文[^1]', '', '[^1]: 注', '', '    ==='],
    ],
)
def test_a_page_may_begin_within_any_block(made, tmp_path, blocks):
    content, _ = made('# 章\n\n本文。\n\n' + '\n'.join(blocks) + '\n\n末の文。')
    breaks = [each for each in body_of(content).iter('{*}br') if 'page' in each.attrib.values()]
    # Those of notes are in a part of their own.
    assert len(breaks) == ('[^1]' not in blocks[0])
    read = unpack_word(content, tmp_path / 'a.docx').text
    assert {*''.join(blocks)} & {*'甲乙丙'} <= {*read}


def test_a_paragraph_is_set_in_and_lines_run_down(made):
    body = body_of(made('# 章\n\n朝の文。\n\n夜の文。\n\n終わり\n{: .line-end }')[0])
    indents = [paragraph.find(f'{W}pPr/{W}ind') for paragraph in body.iter(f'{W}p')]
    assert [each.get(f'{W}firstLineChars') for each in indents if each is not None] == ['100'] * 2
    assert body.find(f'.//{W}textDirection').get(f'{W}val') == 'tbRl'
    assert body_of(made('# 章', writing='horizontal')[0]).find(f'.//{W}textDirection') is None


@pytest.mark.parametrize(
    'markdown, name, attribute, value',
    [
        ('^12^', 'eastAsianLayout', 'vert', '1'),
        ('[注の文]{.warichu}', 'eastAsianLayout', 'combine', '1'),
        ('[港]{.bouten .open-circle}', 'em', 'val', 'circle'),
        ('[港]{.side-line .wavy}', 'u', 'val', 'wave'),
        ('[港]{.frame}', 'bdr', 'val', 'single'),
        ('[mot]{lang=fr}', 'lang', 'val', 'fr'),
        ('[港]{.large-2}', 'sz', 'val', '27'),
        ('==港==', 'highlight', 'val', 'yellow'),
        ('[レ]{.kaeriten}', 'vertAlign', 'val', 'subscript'),
    ],
)
def test_a_form_that_word_has(made, markdown, name, attribute, value):
    body = body_of(made(f'# 章\n\n前の{markdown}後')[0])
    assert value in [each.get(f'{W}{attribute}') for each in body.iter(f'{W}{name}')]


def test_lines_in_a_frame(made):
    body = body_of(made('# 章\n\n一行目\n二行目\n{: .indent-2 .frame }\n\n後の文。')[0])
    framed = [each for each in body.iter(f'{W}p') if each.find(f'{W}pPr/{W}pBdr') is not None]
    assert [''.join(each.itertext()) for each in framed] == ['一行目', '二行目']
    # In the order of the schema (§17.3.1.26).
    assert [etree.QName(each).localname for each in framed[0][0]] == ['pBdr', 'ind']


def test_pictures_stand_with_their_words_and_captions(made, tmp_path):
    content, lost = made('# 章\n\n![岬の灯](灯.png "岬の図")\n\n文の![点](灯.webp)中。')
    unpacked = unpack_word(content, tmp_path / 'a.docx')
    assert '![岬の灯](image1.png)\n\n岬の図' in unpacked.text and len(unpacked.pictures) == 2
    assert '文の![点](image2.png)中。' in unpacked.text and not lost


def jpeg(mode='RGB', **options):
    written = BytesIO()
    Image.new(mode, (80, 60), 'black').save(written, 'JPEG', **options)
    return written.getvalue()


def with_segment(content, segment):
    return (
        content[:2] + b'\xff\xe1' + (len(segment) + 2).to_bytes(2, 'big') + segment + content[2:]
    )


@pytest.mark.parametrize(
    'content',
    [
        jpeg(),
        jpeg('CMYK'),
        jpeg()[:2] + jpeg()[20:],
        with_segment(jpeg(), b'http://ns.adobe.com/xap/1.0/\0<x/>'),
        with_segment(jpeg(), b'Exif\0\0XXXX'),
        jpeg()[:13] + b'\1\0\0\0\0' + jpeg()[18:],
    ],
    ids=['jfif', 'inks', 'bare', 'xmp', 'broken-exif', 'no-density'],
)
def test_a_jpeg_is_shown_whatever_its_segments_say(made, tmp_path, content):
    (tmp_path / 'book' / 'pictures' / '港.jpg').write_bytes(content)
    unpacked = unpack_word(made('# 章\n\n![港](港.jpg)')[0], tmp_path / 'a.docx')
    (name,) = unpacked.pictures
    with Image.open(BytesIO(unpacked.pictures[name])) as shown:
        shown.load()
        assert shown.size == (80, 60)
        assert shown.mode == ('CMYK' if content == jpeg('CMYK') else 'RGB')


@pytest.mark.parametrize('size', [(2000, 30), (30, 2000), (900, 900), (1, 9000)])
def test_a_picture_is_no_larger_than_the_page(made, tmp_path, size):
    Image.new('L', size).save(tmp_path / 'book' / 'pictures' / '港.png')
    document = body_of(made('# 章\n\n![港](港.png)')[0])
    (extent,) = document.iter('{*}extent')
    width, height = int(extent.get('cx')), int(extent.get('cy'))
    assert 0 < width <= Mm(100) and 0 < height <= Mm(150)
    assert width / height == pytest.approx(size[0] / size[1], rel=0.01)


def test_what_word_cannot_show_is_said_and_its_words_stay(made, tmp_path):
    content, (lost,) = made('# 章\n\n![港の地図](図.svg)')
    assert '図.svg' in lost and '港の地図' in unpack_word(content, tmp_path / 'a.docx').text


def test_words_of_the_index_are_entries_of_word_with_their_readings(made):
    words = '[{灯台|とうだい}]{.index}と[灯]{.index reading=ひ term="白:灯"}と[LED]{.index}'
    content, _ = made(f'# 章\n\n{words}。')
    fields = [each.text for each in body_of(content).iter(f'{W}instrText')]
    entries = [each.strip() for each in fields if each.strip().startswith('XE')]
    assert entries == [
        'XE "灯台" \\y "とうだい"',
        'XE "白\\:灯" \\y "ひ"',
        'XE "LED" \\y "LED"',
    ]


def test_no_character_of_the_showcase_is_lost():
    book = load_settings(Path(__file__).parents[1] / 'books' / 'showcase')
    chapters = mark_up_book(read_chapters(book), book)
    archive = ZipFile(BytesIO(build_word(book, chapters)[0]))
    said = Counter[str]()
    for name in ('word/document.xml', 'word/footnotes.xml'):
        said.update(''.join(etree.fromstring(archive.read(name)).itertext()))
    printed = Counter[str]()
    for chapter in chapters:
        section = chapter.copy()
        for node in list(section.iter('{*}a', '{*}span', '{*}math')):
            # Word numbers the notes itself, and a formula is its TeX.
            if node.get('class') in ('noteref', 'footnote-number') or node.get('alttext'):
                node.tag = 'left-out'
        etree.strip_elements(section, 'left-out', with_tail=False)
        printed.update(''.join(''.join(section.itertext()).split()))
    lost = printed - said
    assert not lost, lost


def test_it_opens_and_says_what_book_it_is(made):
    content, _ = made(
        '# 章', subtitle='副題', creators=(Creator('山田太郎'), Creator('佐藤', 'trl'))
    )
    document = docx.Document(BytesIO(content))
    assert [each.text for each in document.paragraphs[:4]] == [
        '港の灯',
        '副題',
        '山田太郎',
        '佐藤　訳者',
    ]
    assert document.core_properties.author == '山田太郎、佐藤'


def test_the_same_book_gives_the_same_bytes(made):
    text = '# 章\n\n文[^1]と![灯](灯.png)。\n\n[^1]: 注。'
    assert made(text)[0] == made(text)[0]
