"""The printed page, read back out of the PDF as a viewer draws it."""

import re
import shutil
import subprocess

import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tategumi.check.glyphs import read_pages, text_of, vertical_lines
from tategumi.check.pdf import line_end, line_head
from tategumi.page.papers import PAPERS
from tategumi.settings import HouseStyle

from .conftest import Press, manuscript_text, plain

PITCH = PAPERS['bunko'].pitch

MM = 72 / 25.4

#: pt from the foot of an A6 page: above it are running head and folio.
HEAD = 380

NOT_AT_HEAD = set('」』）〕】〉》、。，．・：；！？々〜')
NOT_AT_END = set('「『（〔【〈《')


def body_pages(pages):
    """The pages after title page and contents, before the colophon."""
    return pages[2:-1]


def test_text_runs_down_and_then_to_the_left(press):
    page = read_pages(press.set('# 章\n\n' + '永東国酬今' * 30).content)[2]
    lines = vertical_lines(page)
    assert len(lines) > 3
    for line in lines:
        tops = [glyph.top for glyph in line]
        assert tops == sorted(tops, reverse=True)
    axes = [line[0].axis for line in lines]
    assert axes == sorted(axes, reverse=True)


def test_paper_is_a6_upright_and_not_turned(press):
    document = pypdfium2.PdfDocument(press.set('# 章\n\n本文。').content)
    for page in document:
        assert page.get_size() == pytest.approx((105 * MM, 148 * MM), abs=0.5)
        assert page.get_rotation() == 0


def test_a_paragraph_goes_on_over_a_page_of_another_measure(press):
    press.add_rules('@page :nth(4) { height: 60mm }')
    text = '永東国酬今袖鷹' * 400
    pages = read_pages(press.set(f'# 章\n\n{text}').content)
    assert text_of(pages[2:-1]) == f'章{text}'
    lengths = [max(map(len, vertical_lines(page))) for page in pages[2:6]]
    assert lengths[0] == lengths[2] == 38 > lengths[1]


def test_the_same_book_in_another_folder_is_the_same_bytes(tmp_path):
    made = []
    for name in ('ここ', 'there/below'):
        press = Press(tmp_path / name)
        folder = press.root / 'book' / 'chapters'
        folder.mkdir(parents=True)
        Image.new('RGB', (40, 30), 'gray').save(folder / 'gray.png')
        made.append(press.set('# 章\n\n![灰色](gray.png)\n').content)
    assert made[0] == made[1]


def test_a5_is_another_paper(press):
    document = pypdfium2.PdfDocument(press.set('# 章\n\n本文。', page='a5').content)
    assert document[0].get_size() == pytest.approx((148 * MM, 210 * MM), abs=0.5)


def test_body_text_stands_in_the_vertical_encoding(press):
    content = press.set('# 章\n\n縦に組む。').content
    letters = {glyph.character: glyph.mode for page in read_pages(content) for glyph in page}
    assert all(letters[character] == 'vertical' for character in '縦に組む。')


def test_no_line_of_the_book_breaks_the_prohibition_rules(seed_book):
    for page in body_pages(read_pages(seed_book[2].content)):
        lines = vertical_lines(page)
        for line, after in zip(lines, lines[1:]):
            assert after[0].character not in NOT_AT_HEAD
            assert line[-1].character not in NOT_AT_END


def test_full_lines_of_the_book_end_at_one_place(seed_book):
    """Within 0.1 pt. A line before one that is not indented is full."""
    full = 0
    for page in body_pages(read_pages(seed_book[2].content)):
        lines = vertical_lines(page)
        head = max(line_head(line) for line in lines)
        foot = head - 38 * 9
        for line, after in zip(lines, lines[1:]):
            if abs(line_head(after) - head) < 0.01 and line[0].size == pytest.approx(9, abs=0.01):
                assert min(abs(end - foot) for end in line_end(line)) < 0.1
                full += 1
    assert full > 100


def test_lines_of_both_sides_of_a_leaf_lie_on_one_another(seed_book):
    """JLReq §2.5.2: every line of text stands on the grid of the kihon-hanmen."""
    for page in body_pages(read_pages(seed_book[2].content)):
        axes = [
            line[-1].axis
            for line in vertical_lines(page)
            if line[-1].mode == 'vertical' and line[0].size == pytest.approx(9, abs=0.01)
        ]
        for axis in axes:
            steps = (axes[0] - axis) / PITCH
            assert abs(steps - round(steps)) < 0.01


def test_the_text_of_the_book_is_the_manuscript_s(seed_book):
    settings, chapters, pdf = seed_book
    pages = read_pages(pdf.content)
    expected = ''.join(manuscript_text(chapter.text) for chapter in chapters)
    assert plain(text_of(body_pages(pages))) == expected


def test_a_viewer_copies_the_text_in_its_order(seed_book):
    """PDFium, the viewer of Chromium, puts lines in an order of its own if it can."""
    settings, chapters, pdf = seed_book
    document = pypdfium2.PdfDocument(pdf.content)
    text = ''.join(
        document[number].get_textpage().get_text_bounded(top=HEAD)
        for number in range(2, len(document) - 1)
    )
    assert plain(text) == ''.join(manuscript_text(chapter.text) for chapter in chapters)


@pytest.mark.skipif(not shutil.which('pdftotext'), reason='Poppler is not on this machine')
def test_poppler_takes_the_text_out_in_its_order_without_running_heads(seed_book, tmp_path):
    settings, chapters, pdf = seed_book
    (tmp_path / 'book.pdf').write_bytes(pdf.content)
    text = subprocess.run(
        ['pdftotext', '-raw', '-f', '3', '-l', str(pdf.pages - 1), tmp_path / 'book.pdf', '-'],
        capture_output=True,
        check=True,
        encoding='utf-8',
    ).stdout
    assert plain(text) == ''.join(manuscript_text(chapter.text) for chapter in chapters)


@pytest.mark.parametrize('opening_bracket', ['half', 'full'])
def test_a_viewer_copies_short_last_lines_before_what_follows(press, opening_bracket):
    """PDFium reads what begins at one height from left to right."""
    texts = [
        f'# 章\n\n{"永" * 37}{last}\n\n{after}\n\n永東国。'
        for last in ('た。', 'た。」', 'のだ。', 'るのだ。', '{朝|あさ}のことである。')
        for after in ('彼はまた歩きだした。', '「どこへ行くのだ」', '『海だ』', 'はい', '## 節')
    ]
    house = HouseStyle(opening_bracket=opening_bracket)
    built = press.set(*texts, contents_depth=0, house_style=house)
    document = pypdfium2.PdfDocument(built.content)
    for number, text in enumerate(texts, 1):
        copied = document[number].get_textpage().get_text_bounded(top=HEAD)
        assert plain(re.sub('（あさ）', '', copied)) == manuscript_text(text)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(
            st.sampled_from('永東国あいうアイー、。「」（）・2015AIxyz'), min_size=1, max_size=90
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_text_comes_through_whole_and_in_order(tmp_path_factory, paragraphs):
    text = '# 章\n\n' + '\n\n'.join(f'永{paragraph}' for paragraph in paragraphs)
    built = Press(tmp_path_factory.mktemp('book')).set(text)
    assert plain(text_of(body_pages(read_pages(built.content)))) == manuscript_text(text)


def test_two_figures_stand_side_by_side_and_four_one_below_the_other(press):
    page = read_pages(press.set('# 章\n\n永12月2015年').content)[2]
    place = {}
    for glyph in page:
        place.setdefault(glyph.character, []).append(glyph)
    one, two = place['1'][0], place['2'][0]
    assert one.mode == two.mode == 'horizontal'
    assert one.top == two.top and one.axis < two.axis
    year = [glyph for glyph in page if glyph.mode == 'vertical' and glyph.character in '2015']
    assert ''.join(glyph.character for glyph in year) == '2015'
    for above, below in zip(year, year[1:]):
        assert above.axis == pytest.approx(below.axis, abs=0.01)
        assert above.bottom == pytest.approx(below.top, abs=0.1)


def test_acronyms_stand_upright_and_other_words_lie_sideways(press):
    page = read_pages(press.set('# 章\n\n永AIとOpenAIの').content)[2]
    words = ''.join(glyph.character for glyph in page if glyph.mode == 'sideways')
    assert words == 'OpenAI'
    upright = [glyph.character for glyph in page if glyph.mode == 'vertical']
    assert ''.join(upright).endswith('永AIとの')


def test_a_western_word_keeps_a_quarter_em_from_japanese_text(press):
    """JLReq §3.2.6; on a line that needs no adjustment."""
    page = read_pages(press.set('# 章\n\n永OpenAIの').content)[2]
    before, word, after = page[-8], page[-7:-1], page[-1]
    assert before.bottom - word[0].top == pytest.approx(9 / 4, abs=0.05)
    assert word[-1].bottom - after.top == pytest.approx(9 / 4, abs=0.05)


def test_ruby_stands_right_of_its_base_and_half_its_size(press):
    page = read_pages(press.set('# 章\n\n永{漢字|かん|じ}永').content)[2]
    base = next(glyph for glyph in page if glyph.character == '漢')
    ruby = [glyph for glyph in page if glyph.character in 'かんじ']
    assert all(glyph.size == pytest.approx(4.5) for glyph in ruby)
    assert all(glyph.axis == pytest.approx(base.axis + 6.75, abs=0.01) for glyph in ruby)
    assert ruby[0].top == pytest.approx(base.top, abs=0.01)


def test_running_head_and_folio_are_horizontal_on_the_fore_edge(seed_book):
    settings, chapters, pdf = seed_book
    document = pypdfium2.PdfDocument(pdf.content)
    width = document[0].get_width()
    for number, page in enumerate(read_pages(pdf.content), 1):
        head = sorted(
            (glyph for glyph in page if glyph.mode == 'horizontal' and glyph.top > HEAD),
            key=lambda glyph: glyph.axis,
        )
        if head:
            text = ''.join(glyph.character for glyph in head)
            # Right-bound: odd pages are left pages, and their fore-edge is the left one.
            if number % 2:
                assert text.startswith(str(number)) and head[0].axis < width / 6
            else:
                assert text.endswith(str(number)) and head[-1].axis > width * 5 / 6


def test_chapter_openings_have_neither_running_head_nor_folio(seed_book):
    settings, chapters, pdf = seed_book
    pages = read_pages(pdf.content)
    heads = [
        any(glyph.mode == 'horizontal' and glyph.top > HEAD for glyph in page) for page in pages
    ]
    openings = [page for page, _ in chapter_pages(pdf.content)]
    assert [heads[page] for page in openings] == [False] * len(openings)
    assert sum(heads) == len(pages) - len(openings) - 1


def chapter_pages(content):
    """(page index, title) of every bookmark."""
    document = pypdfium2.PdfDocument(content)
    return [
        (bookmark.get_dest().get_index(), bookmark.get_title()) for bookmark in document.get_toc()
    ]


def test_contents_give_the_pages_on_which_chapters_open(seed_book):
    settings, chapters, pdf = seed_book
    lines = [
        ''.join(glyph.character for glyph in line)
        for line in vertical_lines(read_pages(pdf.content)[1])
    ]
    figures = dict(zip('〇一二三四五六七八九', '0123456789'))
    opened = {plain(title): page + 1 for page, title in chapter_pages(pdf.content)}
    entries = 0
    for line in lines[1:]:
        title, _, folio = line.rpartition('…')
        number = int(''.join(figures[figure] for figure in folio))
        assert opened[plain(title.rstrip('…'))] == number
        entries += 1
    assert entries == len(chapters)


def test_contents_list_headings_to_the_depth_that_is_set(press):
    text = '# 第一章\n\n永\n\n## 節\n\n東\n\n### 項\n\n国'

    def entries(depth):
        lines = vertical_lines(read_pages(press.set(text, contents_depth=depth).content)[1])[1:]
        head = lines[0][0].top
        return [(line[0].character, round((head - line[0].top) / 9)) for line in lines]

    assert entries(1) == [('第', 0)]
    assert entries(2) == [('第', 0), ('節', 2)]
    assert entries(3) == [('第', 0), ('節', 2), ('項', 3)]


def test_a_link_of_the_contents_covers_its_line_on_the_paper(seed_book):
    settings, chapters, pdf = seed_book
    document = pypdfium2.PdfDocument(pdf.content)
    page = document[1]
    lines = vertical_lines(read_pages(pdf.content)[1])[1:]
    for line, (target, _) in zip(lines, chapter_pages(pdf.content)[1:]):
        glyph = line[0]
        link = pypdfium2.raw.FPDFLink_GetLinkAtPoint(
            page, glyph.axis, (glyph.top + glyph.bottom) / 2
        )
        assert link
        destination = pypdfium2.raw.FPDFLink_GetDest(document, link)
        assert pypdfium2.raw.FPDFDest_GetDestPageIndex(document, destination) == target


def test_the_document_says_its_title(seed_book):
    settings, chapters, pdf = seed_book
    document = pypdfium2.PdfDocument(pdf.content)
    assert document.get_metadata_value('Title') == settings.title


def test_the_same_book_gives_the_same_bytes(press):
    text = '# 章\n\n永東OpenAI、{国|くに}12《《傍点》》。'
    assert press.set(text).content == press.set(text).content


def test_a_divided_word_ends_its_line_with_a_hyphen_and_is_copied_whole(press):
    built = press.set('# 章\n\n' + '永' * 33 + 'internationalization' + '東' * 9)
    lines = vertical_lines(read_pages(built.content)[2])
    # What a reader copies has no hyphen that the word lacks: it is a soft one.
    assert lines[1][-1].character == '\u00ad' and lines[1][-1].mode == 'sideways'
    text = pypdfium2.PdfDocument(built.content)[2].get_textpage().get_text_range()
    assert 'internationalization' in plain(text)


@pytest.mark.parametrize(
    'word, language, end',
    [('Rechtschreibung', 'de', 'Recht'), ('redoutable', 'fr', 'redou'), ('redoutable', 'la', '')],
)
def test_a_word_in_another_language_is_divided_by_its_syllables(press, word, language, end):
    """``end`` is what the line before it has room for; a language without rules divides none."""
    built = press.set(f'# 章\n\n{"永" * 33}[{word}]{{lang={language}}}{"東" * 9}')
    line = vertical_lines(read_pages(built.content)[2])[1]
    assert ''.join(glyph.character for glyph in line).strip('永-‐\u00ad') == end


def test_a_pair_of_dashes_is_one_stroke(press):
    """JLReq §3.1.10 b; in a font that has the long dash."""
    page = read_pages(press.set('# 章\n\n永――東').content)[2]
    (dash,) = [glyph for glyph in page if '―' in glyph.character]
    assert dash.character == '――'
    assert dash.top - dash.bottom == pytest.approx(2 * dash.size, abs=0.01)


def test_a_picture_stands_upright(press):
    folder = press.root / 'book'
    folder.mkdir(parents=True)
    Image.new('RGB', (40, 80), 'red').save(folder / 'tall.png')
    content = press.set('# 章\n\n本文。\n\n![赤い柱](../tall.png)\n').content
    page = pypdfium2.PdfDocument(content)[2]
    (picture,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    matrix = picture.get_matrix()
    assert matrix.b == pytest.approx(0, abs=0.01) and matrix.c == pytest.approx(0, abs=0.01)
    assert matrix.a > 0 and matrix.d == pytest.approx(2 * matrix.a)


def test_a_picture_of_sixteen_bits_of_grey_is_as_light_as_it_was(press):
    folder = press.root / 'book'
    folder.mkdir(parents=True)
    Image.new('I;16', (40, 40), 0xC000).save(folder / 'grey.png')
    content = press.set('# 章\n\n本文。\n\n![灰](../grey.png)\n').content
    page = pypdfium2.PdfDocument(content)[2]
    (picture,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    left, bottom, right, top = picture.get_bounds()
    shown = page.render(scale=2).to_pil().convert('L')
    middle = shown.getpixel((int(left + right), int(2 * page.get_height() - bottom - top)))
    assert middle == pytest.approx(0xC0, abs=2)


def test_a_picture_too_coarse_for_print_is_told(press):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (100, 60), 'red').save(folder / 'coarse.png')
    text = '# 章\n\n![赤](coarse.png)\n'
    assert not press.set(text).warnings
    press.add_rules('img { height: 1in }')
    (warning,) = press.set(text).warnings
    assert 'coarse.png is printed at 100 dpi; print wants 350' in warning


@pytest.mark.parametrize(
    'paragraphs, parting, is_told',
    [(2, '', True), (2, '===\n\n', False), (6, '', False), (0, '', False)],
    ids=['a page almost white', 'as it is to be', 'a page almost full', 'right below the title'],
)
def test_a_picture_that_leaves_a_page_white_is_told(press, paragraphs, parting, is_told):
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    Image.new('RGB', (1000, 700), 'red').save(folder / 'wide.png')
    text = '　船は沖へ出た。\n\n'
    built = press.set(f'# 章\n\n{text * paragraphs}{parting}![赤](wide.png)\n\n{text * 9}')
    told = [warning for warning in built.warnings if '% white' in warning]
    assert [*map(str, built.warnings)] == told
    assert len(told) == is_told
    assert all('before chapters/wide.png is' in warning for warning in told)


@pytest.mark.parametrize('columns', [8, 24])
def test_a_table_that_goes_beyond_the_page_is_told(press, columns):
    head = ' | '.join(f'列{number}' for number in range(columns))
    row = ' | '.join('港' * columns)
    built = press.set(f'# 章\n\n| {head} |\n|{" --- |" * columns}\n| {row} |')
    (table,) = read_pages(built.content)[2:3]
    bottom = min(glyph.bottom for glyph in table if glyph.character == '港')
    assert bool(built.warnings) == (bottom < 30) == (columns == 24)
    assert all('goes beyond the page' in warning for warning in built.warnings)


def test_a_character_no_font_has_is_told(press):
    built = press.set('# 章\n\n永\U000f1234東')
    assert built.missing == ('\U000f1234',)
