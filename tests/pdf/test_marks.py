"""Crop marks, crosses and bleed of a sheet of the book's own, as a printer needs them."""

import pypdfium2
import pytest

from tategumi.check import check_pdf
from tategumi.check.glyphs import read_pages
from tategumi.files import write_whole
from tategumi.page.kihon_hanmen import page_of

from .conftest import Press, set_book

TEXT = '# 港の章\n\n' + '永東国酬今' * 60 + '。\n'
PT = 72 / 25.4
BLEED = 3 * PT
SCALE = 4

SHEETS = {
    'marks': '@page { marks: crop cross; bleed: 3mm }',
    'marks by a property': '@page { --m: crop cross; marks: var(--m); bleed: 3mm }',
    'bleed alone': '@page { bleed: 3mm }',
    'bleed with a ground': '@page { marks: crop; bleed: 3mm; background: #fdd }',
}


@pytest.fixture(params=SHEETS)
def sheet(request):
    return request.param


@pytest.fixture
def built(press: Press, sheet):
    press.add_rules(SHEETS[sheet])
    return press.set(TEXT)


def pages(built):
    return [*pypdfium2.PdfDocument(built.content)]


def inks(page):
    """``{(x, y)}`` in px of ``SCALE`` a pt, from the upper left corner of the medium: the ink."""
    picture = page.render(scale=SCALE).to_pil().convert('L')
    ink = picture.point(lambda value: 255 * (value < 128)).load()
    return {(x, y) for x in range(picture.width) for y in range(picture.height) if ink[x, y]}


def test_the_paper_has_its_bleed_around_it(press, built):
    paper = page_of(press.book(TEXT)[0])
    for page in pages(built):
        left, foot, right, top = page.get_trimbox()
        assert (right - left, top - foot) == pytest.approx((paper.width * PT, paper.height * PT))
        medium = left - BLEED, foot - BLEED, right + BLEED, top + BLEED
        assert page.get_mediabox() == pytest.approx(medium, abs=0.01)
        assert page.get_bleedbox() == pytest.approx(medium, abs=0.01)


def test_the_marks_stand_outside_the_trimmed_paper(built, sheet):
    if sheet == 'bleed alone':
        pytest.skip('it has no marks')
    for page in pages(built)[:4]:
        width, height = page.get_size()
        ink = inks(page)
        edge = BLEED * SCALE
        right, foot = width * SCALE - edge, height * SCALE - edge
        for corner_x in (edge, right):
            for corner_y in (edge, foot):
                # At each corner of the trimmed paper, one line along each of its sides.
                beside = [y for x, y in ink if (x < edge - 2 or x > right + 2)]
                above = [x for x, y in ink if (y < edge - 2 or y > foot + 2)]
                assert any(abs(y - corner_y) < 2 for y in beside)
                assert any(abs(x - corner_x) < 2 for x in above)
        crosses = [
            (x, y) for x, y in ink if abs(x - width * SCALE / 2) < 3 and (y < edge or y > foot)
        ]
        assert bool(crosses) == ('cross' in SHEETS[sheet])


def test_the_ground_reaches_the_edge_of_the_medium(built, sheet):
    is_painted = 'ground' in sheet
    for page in pages(built)[:4]:
        picture = page.render(scale=1).to_pil().convert('RGB')
        corners = (0, 0), (picture.width - 1, 0), (0, picture.height - 1)
        for corner in corners:
            assert (picture.getpixel(corner) == (255, 221, 221)) == is_painted


def test_the_text_stands_where_it_does_without_them(tmp_path, built):
    plain = Press(tmp_path / 'plain').set(TEXT)
    for own, other in zip(read_pages(built.content), read_pages(plain.content), strict=True):
        assert [glyph.character for glyph in own] == [glyph.character for glyph in other]
        for name in ('axis', 'top', 'bottom'):
            assert [getattr(glyph, name) for glyph in own] == pytest.approx(
                [getattr(glyph, name) for glyph in other], abs=0.01
            )


def test_the_check_finds_no_fault_and_sees_one(press, built, tmp_path):
    path = write_whole(tmp_path / 'book.pdf', built.content)
    settings, _ = press.book(TEXT)
    assert check_pdf(path, settings) == []
    narrow, _ = press.book(TEXT, kihon_hanmen=settings.kihon_hanmen.__class__(characters=37))
    assert {fault.code for fault in check_pdf(path, narrow)} >= {'long-line'}


def test_every_way_of_setting_it_is_the_same(press, built, tmp_path):
    settings, chapters = press.book(TEXT)
    cache = tmp_path / 'cache'
    for options in ({'jobs': 2}, {'cache': cache}, {'cache': cache, 'jobs': 2}):
        assert set_book(settings, chapters, **options).content == built.content
    piece = set_book(settings, chapters, in_one_piece=True)
    for own, other in zip(pages(built), pages(piece), strict=True):
        assert own.render().to_pil().tobytes() == other.render().to_pil().tobytes()
