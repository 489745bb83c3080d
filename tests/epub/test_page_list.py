"""The pages of the PDF in the EPUB: each begins where it does on paper, unseen."""

import io
import re
import zipfile
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tategumi.build import Book, make
from tategumi.check.glyphs import read_pages, text_of
from tategumi.epub import build_epub
from tategumi.epub.flow import flow
from tategumi.epub.page_breaks import mark_pages
from tategumi.frames.page_starts import unnumbered
from tests.pdf.conftest import plain

from .conftest import PRESS, Built

NAMESPACES = {'x': 'http://www.w3.org/1999/xhtml'}
MARKERS = './/x:span[@role="doc-pagebreak"]'

# Two flow units each, so that which piece a unit is in is known by its number.
STROKES = {'――', '……', 'AI'}
WHOLE = STROKES | {
    '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>',
    '<a href="#x">連結</a>',
    '<a href="#x">連<em>結</em></a>',
    '<span class="tcy">12</span>',
    '<span class="upright">20</span>',
    'か\u3099',
}
FREE = {'永東', '「」', '、。', '<em class="bouten">傍点</em>', '<strong>強調</strong>', ' 国 葉 '}
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(sorted(WHOLE | FREE)), min_size=1, max_size=8), min_size=1, max_size=3
)


def part_of(paragraphs):
    inside = ''.join(f'<p>{"".join(pieces)}</p>\n' for pieces in paragraphs)
    return etree.fromstring(f'<section xmlns="{NAMESPACES["x"]}"><h1>題名</h1>{inside}</section>')


def places(part):
    """``(flow units before it, label)`` of every marker."""
    return [
        (
            len(
                ''.join(
                    marker.xpath('preceding::text()[not(ancestor::x:rt)]', namespaces=NAMESPACES)
                ).translate(dict.fromkeys(map(ord, ' \n')))
            ),
            marker.get('aria-label'),
        )
        for marker in part.xpath(MARKERS, namespaces=NAMESPACES)
    ]


def begin_of_whole(paragraphs, offset):
    """Where what may not be parted begins, if ``offset`` is in it."""
    pieces = ['題名', *(piece for paragraph in paragraphs for piece in [*paragraph, None])]
    numbered, count = [], 0
    for piece in pieces:
        numbered.append((count, piece))
        count += 2 if piece else 0
    at = max(i for i, (begin, piece) in enumerate(numbered) if piece and begin <= offset)
    if at and numbered[at][1] not in WHOLE:
        return offset
    while at and numbered[at][1] in STROKES and numbered[at - 1][1] == numbered[at][1]:
        at -= 1
    return numbered[at][0]


@given(PARAGRAPHS, st.data())
def test_a_marker_stands_at_its_character_or_before_what_may_not_be_parted(paragraphs, data):
    part = part_of(paragraphs)
    offsets = sorted(data.draw(st.sets(st.integers(0, len(flow(part)) - 1), max_size=1)))
    assert mark_pages(part, [(offset, '7') for offset in offsets]) == ['7'] * len(offsets)
    assert places(part) == [(begin_of_whole(paragraphs, offset), '7') for offset in offsets]


@given(PARAGRAPHS, st.data())
def test_nothing_but_empty_markers_is_put_in_and_in_order(paragraphs, data):
    part = part_of(paragraphs)
    before, length = deepcopy(part), len(flow(part))
    offsets = sorted(data.draw(st.sets(st.integers(0, length + 5), max_size=6)))
    labels = mark_pages(part, [(offset, str(offset)) for offset in offsets])
    assert labels == [str(offset) for offset in offsets if offset < length]
    assert [label for _, label in places(part)] == labels
    assert not part.xpath(
        './/*[self::x:ruby or self::x:a or self::x:h1]' + MARKERS[1:], namespaces=NAMESPACES
    )
    for marker in part.xpath(MARKERS, namespaces=NAMESPACES):
        assert not marker.text and not len(marker)
        marker.tag = 'marker'
    etree.strip_tags(part, 'marker')
    assert etree.tostring(part, method='c14n') == etree.tostring(before, method='c14n')


def test_western_words_are_parted_between_words():
    part = part_of([['Windows 95と']])
    mark_pages(part, [(2 + len('Windows9'), '1')])
    assert places(part) == [(2 + len('Windows'), '1')]


def pages_of(built):
    """``{label: text}``: what stands between the markers of the chapters of an EPUB."""
    found = {}
    for file in built.spine():
        if file.startswith('chapter-'):
            body = built.xml(file).find('{*}body')
            etree.strip_elements(body, '{*}rt', with_tail=False)
            for marker in body.xpath(MARKERS, namespaces=NAMESPACES):
                marker.text = f'\ue000{marker.get("aria-label")}\ue001'
            pages = ''.join(body.itertext()).split('\ue000')[1:]
            found.update(page.split('\ue001') for page in pages)
    return {label: plain(text) for label, text in found.items()}


def pages_on_paper(built, labels):
    first = unnumbered(built.pdf.frames) - 1
    pages = read_pages(built.pdf.content)
    return {label: plain(text_of([pages[first + int(label)]])) for label in labels}


def test_a_formula_is_not_parted():
    part = etree.fromstring(
        '<p>比は<math xmlns="http://www.w3.org/1998/Math/MathML"><mn>60</mn></math>である。</p>'
    )
    mark_pages(part, [(3, '1')])
    assert [etree.QName(child).localname for child in part] == ['span', 'math']
    assert len(part[1][0]) == 0


def test_every_page_of_the_press_s_book_has_the_text_of_its_page_on_paper(own_book):
    pages = pages_of(own_book)
    assert len(pages) == own_book.pdf.pages - 3
    assert pages == pages_on_paper(own_book, pages)


def test_lists_tables_and_pictures_move_no_page(every_construct):
    pages = pages_of(every_construct)
    # On paper the markers of lists are part of the text, and ruby of headings is as large.
    on_paper = {
        label: re.sub('・(?=項)|三、(?=三)|四、(?=四)|みなと', '', text)
        for label, text in pages_on_paper(every_construct, pages).items()
    }
    assert len(pages) > 4
    assert pages == on_paper


@pytest.mark.parametrize('notes', ['chapter', 'side'])
def test_notes_move_no_page(tmp_path, notes):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (tmp_path / 'book' / 'book.yaml').write_text(f'notes: {notes}', encoding='utf-8')
    text = ''.join(f'国永{number}[^{number}]' + '東' * 90 + '。\n\n' for number in range(100, 120))
    text += ''.join(f'[^{number}]: 葉{number}' + '酬' * 50 + '\n' for number in range(100, 120))
    (folder / '01.md').write_text(f'# 章\n\n{text}', encoding='utf-8')
    built = Built(tmp_path)
    pages = pages_of(built)
    assert len(pages) > 5
    for label, on_paper in pages_on_paper(built, pages).items():
        in_epub, paper = pages[label], on_paper
        if notes == 'side':
            # On paper their numbers begin anew with each spread.
            in_epub, paper = (re.sub(r'\(\d+\)', '()', text) for text in (in_epub, paper))
        assert in_epub[:60] == paper[:60]


@pytest.mark.parametrize('writing', ['vertical', 'horizontal'])
def test_figures_set_otherwise_on_paper_move_no_page(tmp_path, writing):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (tmp_path / 'book' / 'book.yaml').write_text(f'writing: {writing}', encoding='utf-8')
    text = ''.join(
        f'{number:,}人中１２３人!? 円周率は3.14…と{number}頁。' for number in range(990, 1090)
    )
    (folder / '01.md').write_text(f'# 章\n\n{text}\n\n永{text}', encoding='utf-8')
    built = Built(tmp_path)
    pages = pages_of(built)
    assert len(pages) > 5
    for label, on_paper in pages_on_paper(built, pages).items():
        first = re.match('[^0-9・.]*', on_paper)[0][:3]
        assert pages[label].startswith(first.replace('・', '.'))


@pytest.mark.parametrize('book', ['own_book', 'every_construct'])
def test_the_page_list_and_the_ncx_lead_to_every_page_by_its_folio(book, request):
    built = request.getfixturevalue(book)
    links = built.xml('contents.xhtml').xpath(
        '//x:nav[@role="doc-pagelist"]//x:a', namespaces=NAMESPACES
    )
    assert [link.text for link in links] == [start.label for start in built.starts]
    for link in links:
        file, name = link.get('href').split('#')
        (marker,) = built.xml(file).xpath('//*[@id=$id]', id=name)
        assert marker.get('aria-label') == link.text
    targets = built.xml('toc.ncx').iterfind('.//{*}pageTarget')
    assert [(target.get('value'), target.find('{*}content').get('src')) for target in targets] == [
        (link.text, link.get('href')) for link in links
    ]


def test_page_navigation_is_claimed_where_it_is_and_says_of_what(own_book):
    features = own_book.properties('schema:accessibilityFeature')
    assert {'pageBreakMarkers', 'pageNavigation'} <= set(features)
    (source,) = own_book.properties('pageBreakSource')
    assert own_book.settings.title in source and '文庫' in source
    without = zipfile.ZipFile(
        io.BytesIO(
            build_epub(own_book.settings, own_book.marked(own_book.settings), PRESS / 'styles')
        )
    )
    for name in ('content.opf', 'contents.xhtml', 'toc.ncx'):
        assert not re.search('page-?(break|list|nav)', without.read(f'EPUB/{name}').decode(), re.I)


def test_the_epub_is_the_same_made_alone_or_with_the_pdf(book_folder):
    make(alone := Book(book_folder), 'epub')
    content = alone.file('.epub').read_bytes()
    both = Book(book_folder)
    make(both, 'pdf', 'epub')
    assert both.file('.epub').read_bytes() == content


def test_book_yaml_may_do_without_pages(book_folder):
    with (book_folder / 'book' / 'book.yaml').open('a', encoding='utf-8') as file:
        file.write('\nepub: {page_list: false}\n')
    make(book := Book(book_folder), 'epub')
    with zipfile.ZipFile(book.file('.epub')) as archive:
        assert b'pagelist' not in archive.read('EPUB/contents.xhtml')
        assert b'pagebreak' not in archive.read('EPUB/chapter-00.xhtml')
