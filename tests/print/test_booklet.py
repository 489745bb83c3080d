"""Two pages a side: folded and stitched, they are the book."""

import io
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.print import build_booklet
from tategumi.print.imposition import pairs

MM = 72 / 25.4


@given(st.integers(1, 100).map(lambda sheets: 4 * sheets))
def test_folded_and_laid_into_one_another_the_sheets_are_the_book(count):
    """As a binder has them: the backs of the left halves follow on the right."""
    sides = [*pairs(count)]
    sheets = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    # Of a book bound on the right the left half of the outside comes first: then, over the leaf,
    # the right half of the inside, and so on inwards; behind the middle, outwards.
    first = [page for outside, inside in sheets for page in (outside[0], inside[1])]
    second = [page for outside, inside in reversed(sheets) for page in (inside[0], outside[1])]
    assert first + second == [*range(1, count + 1)]


def test_an_odd_page_is_a_left_page():
    assert all(left % 2 == 1 and right % 2 == 0 for left, right in pairs(48))


@pytest.fixture
def booklet(printer):
    def booklet(*chapters, **settings):
        loaded, _ = printer.book(*chapters, **settings)
        built = printer.set(*chapters, **settings)
        return SimpleNamespace(
            pages=built.pages, **vars(build_booklet(loaded, built.frames, built.load))
        )

    return booklet


def texts(content):
    """For each side what is on its left half and on its right."""
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            yield tuple(
                text.get_text_bounded(left, 0, left + width / 2, height) for left in (0, width / 2)
            )


def test_pages_stand_where_they_are_to_be_folded(booklet):
    chapters = [f'# 第{number}の章\n\n本文。' for number in '一二三四五六']
    made = booklet(*chapters, contents_depth=0)
    sides = [*texts(made.content)]
    assert len(sides) == 2 * made.sheets and made.sheets == -(-made.pages // 4)
    assert '試みの本' in sides[0][0] and not sides[0][1].strip()
    placed = {}
    for (left, right), pair in zip(sides, pairs(4 * made.sheets)):
        placed |= dict(zip(pair, (left, right)))
    told = ''.join(placed[number] for number in sorted(placed))
    places = [told.index(f'第{number}の章') for number in '一二三四五六']
    assert places == sorted(places)


@pytest.mark.parametrize(
    'page, paper, size', [('bunko', 'A4', (297, 210)), ('a5', 'A4', (297, 210))]
)
def test_it_is_on_the_paper_of_printers_at_home(booklet, page, paper, size):
    made = booklet('# 章\n\n本文。', page=page)
    assert made.paper == paper
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        for each in pdf.pages:
            assert [float(part) / MM for part in each.mediabox[2:]] == pytest.approx(size)


def test_what_is_in_colour_stays_in_colour(booklet, printer):
    printer.add_rules('p { color: #c00; background: linear-gradient(#fff, #00c) }')
    made = booklet('# 章\n\n本文。')
    assert b'/StructTreeRoot' not in made.content
    with pypdfium2.PdfDocument(made.content) as document:
        pictures = [page.render().to_pil().convert('RGB') for page in document]
    colours = {colour for each in pictures for _, colour in each.getcolors(1 << 20)}
    assert any(red > blue + 60 for red, _, blue in colours)


def test_more_sheets_than_can_be_stapled_are_told_of(booklet):
    few = booklet('# 章\n\n本文。')
    many = booklet(*['# 章\n\n本文。'] * 60)
    assert not few.warnings and 'stapler' in str(many.warnings[0])


def test_the_same_book_gives_the_same_bytes(booklet):
    assert booklet('# 章\n\n本文。').content == booklet('# 章\n\n本文。').content
