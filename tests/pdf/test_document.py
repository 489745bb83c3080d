"""Front matter, chapters and back matter: what opens where, and what it is called."""

import ctypes

import pypdfium2
import pypdfium2.raw
import pytest
from PIL import Image

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.errors import BadInput
from tategumi.page.papers import PAPERS
from tategumi.settings import Creator

from .conftest import Press

MM = 72 / 25.4
PAGE = PAPERS['bunko']

#: pt up the page from where only running heads stand.
ABOVE = (PAGE.height - PAGE.head) * MM + 1

#: The middle of the first line of a left page, in pt.
FIRST_AXIS = (PAGE.width - PAGE.gutter) * MM - PAGE.character_size / 2


def lines_of(page):
    """``(text, glyphs)`` of every vertical line."""
    return [(''.join(glyph.character for glyph in line), line) for line in vertical_lines(page)]


def text_on(page):
    return ''.join(text for text, _ in lines_of(page))


def head_of(page):
    """Running head and folio as they stand, from left to right."""
    glyphs = [glyph for glyph in page if glyph.mode == 'horizontal' and glyph.top > ABOVE]
    return ''.join(glyph.character for glyph in sorted(glyphs, key=lambda glyph: glyph.axis))


def bookmarks(content):
    """``(level, title, page index)`` of every bookmark."""
    return [
        (mark.level, mark.get_title(), mark.get_dest().get_index())
        for mark in pypdfium2.PdfDocument(content).get_toc()
    ]


def labels(content):
    document = pypdfium2.PdfDocument(content)
    return [document.get_page_label(index) for index in range(len(document))]


def with_cover(press, width, height):
    folder = press.root / 'book'
    folder.mkdir(parents=True)
    Image.new('RGB', (width, height), 'navy').save(folder / 'cover.png')


@pytest.mark.parametrize('width, height', [(800, 1280), (1280, 800)])
def test_a_cover_fills_a_page_upright_and_whole(press, width, height):
    with_cover(press, width, height)
    content = press.set('# 章\n\n本文。', cover='cover.png').content
    page = pypdfium2.PdfDocument(content)[0]
    (picture,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    left, bottom, right, top = picture.get_bounds()
    matrix = picture.get_matrix()
    assert matrix.a > 0 and matrix.d > 0 and matrix.b == pytest.approx(0, abs=0.01)
    assert (right - left) / (top - bottom) == pytest.approx(width / height, rel=0.01)
    paper = page.get_size()
    assert (left + right, bottom + top) == pytest.approx(paper, abs=0.5)
    assert min(paper[0] - (right - left), paper[1] - (top - bottom)) < 0.5


def test_folios_begin_at_the_title_page_and_labels_say_the_same(press):
    with_cover(press, 80, 120)
    built = press.set('# 章\n\n' + '永東国酬今' * 400, cover='cover.png')
    names = labels(built.content)
    assert names[:4] == ['表紙', '表紙', '1', '2']
    shown = 0
    for name, page in zip(names, read_pages(built.content)):
        head = head_of(page)
        if head:
            assert name in (head.split()[0], head.split()[-1])
            shown += 1
    assert shown > 2


def test_the_title_page_behind_a_cover_is_a_left_page(press):
    with_cover(press, 80, 120)
    pages = read_pages(press.set('# 章\n\n本文。', cover='cover.png').content)
    assert not pages[1] and '試みの本' in text_on(pages[2])


@pytest.mark.parametrize('name', ['absent.png', '../outside.png', 'book.yaml'])
def test_a_cover_that_is_no_picture_of_the_book_is_refused(press, name):
    press.book('# 章\n\n本文。')
    Image.new('RGB', (8, 8)).save(press.root / 'outside.png')
    (press.root / 'book' / 'book.yaml').write_text(f'title: 本\ncover: {name}\n')
    with pytest.raises(BadInput, match='book.yaml:2: '):
        press.set('# 章\n\n本文。', cover=name)


def test_titles_are_called_by_their_words_alone(press):
    text = '# {吾輩|わがはい}は《《猫》》[^1]\n\n' + '永東国酬今' * 300 + '\n\n[^1]: 注。\n'
    content = press.set(text).content
    pages = read_pages(content)
    assert lines_of(pages[1])[1][0].startswith('吾輩は猫')
    assert 'わ' not in text_on(pages[1]) and '注' not in text_on(pages[1])
    assert bookmarks(content)[1] == (0, '吾輩は猫', 2)
    assert head_of(pages[3]).split() == ['吾輩は猫', '4']


def test_a_chapter_without_a_heading_is_called_by_its_file(press):
    content = press.set('# 章\n\n本文。', '永東国酬今' * 300).content
    assert bookmarks(content)[2] == (0, '01', 3)
    assert head_of(read_pages(content)[4]).split() == ['5', '01']


def test_links_and_bookmarks_land_on_their_line(press):
    text = '# 章の題\n\n' + '永東国酬今' * 40 + '\n\n## 節の題\n\n永[^1]\n\n[^1]: 注の文。\n'
    content = press.set(text).content
    document = pypdfium2.PdfDocument(content)
    pages = read_pages(content)
    targets = [mark.get_dest() for mark in document.get_toc()][1:-1]
    for link in [link for page in document for link in links_of(page)]:
        targets.append(
            pypdfium2.PdfDest(pypdfium2.raw.FPDFLink_GetDest(document, link), pdf=document)
        )
    hit = set()
    for target in targets:
        mode, (x, y, _) = target.get_view()
        assert mode == pypdfium2.raw.PDFDEST_VIEW_XYZ
        lines = lines_of(pages[target.get_index()])
        # The first line to the right of the corner that a viewer scrolls to.
        text, line = min(
            (found for found in lines if found[1][0].axis > x), key=lambda found: found[1][0].axis
        )
        assert line[-1].bottom < y < line[0].top + 40
        hit.add(text)
    assert hit == {'章の題', '節の題', '永（1）', '（1）注の文。'}


def links_of(page):
    """Every link annotation of a PDFium page."""
    position, link = ctypes.c_int(0), pypdfium2.raw.FPDF_LINK()
    while pypdfium2.raw.FPDFLink_Enumerate(page, position, link):
        yield link
        link = pypdfium2.raw.FPDF_LINK()


@pytest.mark.parametrize('depth', [1, 2, 3])
def test_bookmarks_go_down_to_sections_whatever_the_contents_list(press, depth):
    content = press.set('# 章\n\n永\n\n## 節\n\n東\n\n### 項\n\n国', contents_depth=depth).content
    assert [mark[:2] for mark in bookmarks(content)[1:-1]] == [(0, '章'), (1, '節'), (2, '項')]


def test_a_book_may_go_without_contents(press):
    pages = read_pages(press.set('# 章\n\n本文。', contents_depth=0).content)
    assert '本文。' in text_on(pages[1])
    assert not any('目次' in text_on(page) for page in pages)


@pytest.mark.parametrize('title, opening, text', [('han-tobira', 2, 3), ('naka-tobira', 2, 4)])
def test_a_chapter_s_title_may_stand_on_a_page_of_its_own(press, title, opening, text):
    """JLReq §4.1.1: on a recto, its back blank or not."""
    built = press.set('# 第一章\n\n本文。', '# 第二章\n\n本文。', chapter_title=title)
    pages = read_pages(built.content)
    assert text_on(pages[opening]) == '第一章' and not head_of(pages[opening])
    assert text_on(pages[text]) == '本文。'
    assert not any(pages[opening + 1 : text])
    opened = [index for _, name, index in bookmarks(built.content) if name.endswith('章')]
    assert all(index % 2 == 0 for index in opened)


def test_blank_pages_are_blank(press):
    text = '永東国酬今' * 60
    built = press.set(*(f'# 章\n\n{text}' for _ in range(3)), chapter_start='recto')
    pages = read_pages(built.content)
    assert [] in pages
    assert all(text_on(page) for page in pages if page)


@pytest.mark.parametrize('chapters', [1, 2])
def test_the_colophon_is_a_left_page(press, chapters):
    content = press.set(*['# 章\n\n本文。'] * chapters).content
    _, title, index = bookmarks(content)[-1]
    assert title == '奥付' and index % 2 == 0
    assert index == len(pypdfium2.PdfDocument(content)) - 1


@pytest.fixture(scope='module')
def headed_pages(tmp_path_factory):
    """The pages of chapters in which headings come after every number of lines a page can have."""
    lines = '\n\n'.join('永' + '東' * 16)
    chapters = [
        f'# 章\n\n{start}{lines[: 3 * count - 2]}\n\n{headings}\n\n' + '\n\n'.join('国' * 20)
        for start, headings in (('', '## 節'), ('## 編\n\n', '### 項'), ('', '## 節\n\n### 項'))
        for count in range(1, 15)
    ]
    built = Press(tmp_path_factory.mktemp('book')).set(*chapters, contents_depth=0)
    return read_pages(built.content)[1:-1]


def test_a_heading_is_never_the_last_on_its_page(headed_pages):
    last = [lines_of(page)[-1][0] for page in headed_pages if page]
    assert '節' not in last and '項' not in last
    assert sum(text_on(page).count('節') for page in headed_pages) == 28


def test_headings_take_whole_lines(headed_pages):
    """A section's three, a lower one's two, that between them shared (JLReq §4.1.6)."""
    steps = {}
    for page in headed_pages:
        lines = lines_of(page)
        for (before, above), (after, below) in zip(lines, lines[1:]):
            steps.setdefault((before, after), set()).add(
                round((above[0].axis - below[0].axis) / PAGE.pitch, 2)
            )
    assert steps['東', '節'] == {2} and steps['節', '国'] == {2} and steps['節', '項'] == {2}
    assert steps['東', '項'] == {2} and steps['項', '国'] == {1}
    assert steps['東', '東'] == steps['国', '国'] == {1}


def test_at_the_head_of_a_page_a_heading_keeps_its_lines(headed_pages):
    """JLReq §4.1.6, §4.1.8."""
    places = {}
    for number, page in enumerate(headed_pages, 2):
        if not page:
            continue
        text, line = lines_of(page)[0]
        first = FIRST_AXIS if number % 2 else PAGE.gutter * MM + PAGE.extent - 4.5
        places.setdefault(text, set()).add(round((first - line[0].axis) / PAGE.pitch, 1))
    assert places['節'] == places['項'] == {1.0} and places['国'] == {0.0}


MANUSCRIPT = """\
# 章の題

永永永

## 節

東東東

> 引用

国国国

- 項目
- 項目

永永永

| 表 | 数 |
| --- | --- |
| 甲 | 12 |

東東東

```
code
```

国国国

![図](gray.png "説明")

永永永[^1]

失われた図の説明
{: .caption }

東東東

***

国国国

[^1]: 注。
"""


@pytest.mark.parametrize('paper', PAPERS)
def test_text_comes_back_to_the_grid_after_everything(press, paper):
    """JLReq §2.5.2: lines of the two sides of a leaf lie on one another."""
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (217, 131), 'gray').save(folder / 'gray.png')
    built = press.set(MANUSCRIPT, page=paper)
    page = PAPERS[paper]
    seen = 0
    for number, glyphs in enumerate(read_pages(built.content), 1):
        for text, line in lines_of(glyphs):
            if text[:3] in ('永永永', '東東東', '国国国'):
                right = page.gutter * MM + page.extent
                if number % 2:
                    right = (page.width - page.gutter) * MM
                steps = (right - page.character_size / 2 - line[0].axis) / page.pitch
                assert steps == pytest.approx(round(steps), abs=0.01), text
                seen += 1
    assert seen == 9


def test_the_title_page_of_a_full_book_is_one_page(press):
    for paper in PAPERS:
        built = press.set(
            '# 章\n\n本文。',
            page=paper,
            title='長い題の本' * 4,
            subtitle='副題',
            publisher='書房',
            creators=(Creator('甲乙丙'), Creator('丁戊己', 'trl')),
        )
        assert '目次' in text_on(read_pages(built.content)[1])


@pytest.mark.parametrize('caption', ['', ' "説明"'])
@pytest.mark.parametrize('page', ['bunko', 'shinsho', 'a5'])
def test_a_picture_right_below_a_title_stays_with_it(press, page, caption):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True, exist_ok=True)
    Image.new('RGB', (2400, 1200), 'gray').save(folder / 'wide.png')
    content = press.set(
        f'# 章\n\n![図](wide.png{caption})\n\n本文。', page=page, contents_depth=0
    ).content
    texts = [''.join(glyph.character for glyph in glyphs) for glyphs in read_pages(content)]
    opening = next(number for number, text in enumerate(texts) if text.startswith('章'))
    pictures = pypdfium2.PdfDocument(content)[opening].get_objects(
        filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5
    )
    assert len(list(pictures)) == 1 and caption[2:-1] in texts[opening]


@pytest.mark.parametrize('mark', ['##', '###'])
@pytest.mark.parametrize('lines', [0, 1])
def test_pdfium_copies_a_heading_after_the_line_above_it_however_short_that_is(press, mark, lines):
    letters = '永東国酬今花鳥風月山川'
    long = '森' * 40 * lines
    content = press.set(
        '# 章\n\n'
        + '\n\n'.join(
            f'{long}{letters[:count]}。\n\n{mark} {letters[count]}\n\n続き。'
            for count in range(1, len(letters))
        )
    ).content
    copied = ''.join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)
    )
    copied = ''.join(copied.split())
    wrong = [
        count
        for count in range(1, len(letters))
        if f'{letters[:count]}。{letters[count]}続き。' not in copied
    ]
    # A page may end between them, and then its number and heads do.
    assert len(wrong) <= 2 * (lines + 1), wrong
