"""The kihon-hanmen on the paper, read back out of the PDF (JLReq §2.4)."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.errors import BadInput
from tategumi.markup import mark_up
from tategumi.page.kihon_hanmen import page_of
from tategumi.page.papers import PAPERS
from tategumi.pdf import build_pdf
from tategumi.settings import KihonHanmen, load_settings

from .conftest import PRESS

MM = 72 / 25.4
TEXT = '# 章\n\n' + '永東国酬今' * 700


def full_pages(built):
    """(page number, its lines) of the pages full of text."""
    for number, glyphs in enumerate(read_pages(built.content), 1):
        yield number, vertical_lines(glyphs)


@pytest.mark.parametrize('paper', PAPERS)
def test_lines_stand_where_the_kihon_hanmen_says(press, paper):
    page = PAPERS[paper]
    built = press.set(TEXT, page=paper)
    size = pypdfium2.PdfDocument(built.content)[0].get_size()
    assert size == pytest.approx((page.width * MM, page.height * MM), abs=0.1)
    sides = set()
    for number, lines in full_pages(built):
        if len(lines) != page.lines or lines[0][0].size != pytest.approx(page.character_size):
            continue
        head = (page.height - page.head) * MM
        assert lines[1][0].top == pytest.approx(head, abs=0.05)
        assert lines[1][-1].bottom == pytest.approx(head - page.line_length, abs=0.05)
        half = page.character_size / 2
        first, last = lines[0][0].axis + half, lines[-1][0].axis - half
        assert first - last == pytest.approx(page.extent, abs=0.05)
        if number % 2:
            # A left page: the gutter is on its right.
            assert first == pytest.approx((page.width - page.gutter) * MM, abs=0.05)
        else:
            assert last == pytest.approx(page.gutter * MM, abs=0.05)
        sides.add(number % 2)
    assert sides == {0, 1}


def test_every_figure_may_be_changed(press):
    own = KihonHanmen(
        character_size=8.5, characters=40, lines=17, line_gap=5.5, head=14, gutter=10
    )
    built = press.set(TEXT, kihon_hanmen=own)
    lines = next(lines for _, lines in full_pages(built) if len(lines) == 17)
    assert len(lines[1]) == 40
    assert lines[1][0].size == pytest.approx(8.5)
    assert lines[1][0].axis - lines[2][0].axis == pytest.approx(14, abs=0.05)
    assert lines[1][0].top == pytest.approx((148 - 14) * MM, abs=0.05)


@pytest.mark.parametrize('paper', PAPERS)
def test_the_least_head_has_its_running_head_on_the_paper(press, tmp_path, paper):
    settings = replace(load_settings(tmp_path), page=paper)
    page = PAPERS[paper]
    least = (page.running_head and page.running_head + page.character_size) / MM + 0.01
    built = press.set(TEXT, page=paper, kihon_hanmen=KihonHanmen(head=least))
    height = page.height * MM
    glyphs = [glyph for page in read_pages(built.content) for glyph in page]
    assert max(glyph.top for glyph in glyphs) <= height + 0.01
    if page.running_head:
        with pytest.raises(BadInput, match='book.yaml: "head" of "kihon_hanmen" must be'):
            page_of(replace(settings, kihon_hanmen=KihonHanmen(head=least - 0.1)))


def test_a_frame_that_does_not_fit_its_paper_is_refused(tmp_path):
    settings = replace(load_settings(tmp_path), kihon_hanmen=KihonHanmen(characters=60))
    with pytest.raises(BadInput, match='book.yaml: .*mm high'):
        page_of(settings)


@pytest.mark.parametrize('figure, least', [('characters', 10), ('lines', 5)])
def test_a_frame_that_holds_no_text_is_refused(tmp_path, figure, least):
    loaded = load_settings(tmp_path)
    page_of(replace(loaded, kihon_hanmen=KihonHanmen(**{figure: least})))
    with pytest.raises(BadInput, match=f'needs {least} {figure} or more, not {least - 1}'):
        page_of(replace(loaded, kihon_hanmen=KihonHanmen(**{figure: least - 1})))


@pytest.mark.parametrize(
    'paper, characters, lines',
    [('bunko', 10, 5), ('shinsho', 12, 15), ('a5', 20, 5), ('reader6', 12, 13)],
)
def test_nothing_runs_off_the_paper_in_a_small_frame(showcase, paper, characters, lines):
    loaded, chapters, _ = showcase
    loaded = replace(
        loaded, page=paper, kihon_hanmen=KihonHanmen(characters=characters, lines=lines)
    )
    marked = [mark_up(chapter, loaded) for chapter in chapters]
    built = build_pdf(loaded, marked, PRESS / 'styles')
    width, height = PAPERS[paper].width * MM, PAPERS[paper].height * MM
    for page in read_pages(built.content):
        for glyph in page:
            assert 0 <= glyph.bottom and glyph.top <= height
            assert 0 <= glyph.axis - glyph.size / 2 and glyph.axis <= width
    for page in pypdfium2.PdfDocument(built.content):
        for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=6):
            left, bottom, right, top = picture.get_bounds()
            assert -1 < left and -1 < bottom and right < width + 1 and top < height + 1


def test_book_yaml_reads_the_figures(tmp_path):
    (tmp_path / 'book').mkdir()
    path = tmp_path / 'book' / 'book.yaml'
    path.write_text('page: shiroku\nkihon_hanmen:\n  character_size: 9\n  line_gap: 6.25\n')
    page = page_of(load_settings(tmp_path))
    assert (page.width, page.character_size, page.line_gap) == (127, 9, 6.25)
    path.write_text('kihon_hanmen:\n  lines: many\n')
    with pytest.raises(BadInput, match='book.yaml:2: "lines" must be a whole number'):
        load_settings(tmp_path)


def test_a_chapter_may_open_on_the_recto(press):
    built = press.set('# 一\n\n本文。', '# 二\n\n本文。', '# 三\n\n本文。', chapter_start='recto')
    opened = [
        bookmark.get_dest().get_index() + 1
        for bookmark in pypdfium2.PdfDocument(built.content).get_toc()
    ][1:4]
    assert all(page % 2 == 1 for page in opened) and len(set(opened)) == 3


def test_a_sheet_may_give_single_pages_a_paper_of_their_own(press):
    press.add_rules('@page :first { size: 100mm 150mm } @page :nth(5) { size: 110mm 150mm }')
    document = pypdfium2.PdfDocument(press.set(TEXT).content)
    widths = [round(page.get_width() / MM) for page in document]
    assert len(widths) > 6
    assert widths == [100, 105, 105, 105, 110, *[105] * (len(widths) - 5)]
