"""The cover as one sheet, as it lies before a binder."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tategumi.check import check_print
from tategumi.errors import BadInput
from tategumi.files import write_whole
from tategumi.print import build_wrap
from tategumi.print.barcode import isbn_13, second_row
from tategumi.settings import STOCKS, Colophon, Creator, Print, Wrap, load_settings
from tests.pdf.conftest import PRESS

from .conftest import PROFILE, gradient, needs_profile

MM = 72 / 25.4
ISBN = '978-4-04-000000-8'

#: Where the trimmed sheet begins: bleed and marks, in mm.
EDGE = 3 + 12


@pytest.fixture
def wrap(tmp_path):
    def wrap(pages=200, asked=None, **change):
        """The cover of a book of ``pages``, ``asked`` keys of ``wrap``."""
        settings = load_settings(tmp_path)
        own = Wrap(**{'spine': 12, **(asked or {})})
        book = {'title': '港の灯', 'creators': (Creator('山田太郎'),), 'publisher': '港書房'}
        return build_wrap(
            replace(settings, **{**book, **change, 'wrap': own}), PRESS / 'styles', pages
        )

    (tmp_path / 'book').mkdir()
    return wrap


def letters(content, page=0):
    """``(character, x, y)`` of each character, in mm from the trimmed sheet's upper left."""
    with pypdfium2.PdfDocument(content) as document:
        height = document[page].get_height() / MM
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            x, y = (left + right) / 2 / MM - EDGE, height - (top + bottom) / 2 / MM - EDGE
            character = text.get_text_range(index, 1)
            if character.strip():
                found.append((character, x, y))
        return found


def picture(content, page=0, scale=8):
    with pypdfium2.PdfDocument(content) as document:
        return document[page].render(scale=scale).to_pil()


def size_of(content, page=0):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        left, bottom, right, top = (float(part) / MM for part in pdf.pages[page].trimbox)
    return right - left, top - bottom


def test_the_front_lies_left_of_the_spine_and_the_back_right_of_it(wrap):
    built = wrap(colophon=Colophon(isbn=ISBN))
    where = {'front': [], 'spine': [], 'back': []}
    for character, x, _ in letters(built.content):
        where['front' if x < 105 else 'spine' if x < 117 else 'back'].append(character)
    assert {*'港の灯山田太郎港書房'} == {*where['front']} == {*where['spine']}
    assert '9784040000008' in ''.join(where['back'])


def test_the_sheet_is_two_covers_and_the_spine_wide(wrap):
    assert size_of(wrap().content) == pytest.approx((105 + 12 + 105, 148), abs=0.01)
    with_flaps = wrap(asked={'flaps': 80})
    assert size_of(with_flaps.content) == pytest.approx((222 + 160, 148), abs=0.01)


@pytest.mark.parametrize('stock', STOCKS)
def test_the_spine_is_as_wide_as_its_leaves(wrap, stock):
    built = wrap(201, {'spine': 0, 'stock': stock, 'cover_thickness': 0.25})
    assert built.spine == pytest.approx(101 * STOCKS[stock].thickness / 1000 + 0.5, abs=0.01)
    assert size_of(built.content)[0] == pytest.approx(210 + built.spine, abs=0.01)


def test_without_paper_and_width_it_asks_for_them(wrap):
    with pytest.raises(BadInput, match='"stock" of wrap'):
        wrap(asked={'spine': 0})


def test_the_spine_is_set_from_the_head_down_in_the_middle_of_it(wrap):
    on_spine = [each for each in letters(wrap().content) if 105 < each[1] < 117]
    said = ''.join(character for character, *_ in on_spine)
    assert said == '港の灯山田太郎港書房'
    assert all(x == pytest.approx(111, abs=0.6) for _, x, _ in on_spine)
    places = [y for *_, y in on_spine]
    assert places == sorted(places) and 5 < places[0] and places[-1] < 143


@pytest.mark.parametrize(
    'title', ['長い題' * 20, 'A' * 30, '港' * 40 + 'AI', 'A long title of short words', 'あ']
)
@pytest.mark.parametrize('spine', [4, 7, 20])
def test_what_stands_on_the_spine_stays_on_it(wrap, title, spine):
    built = wrap(asked={'spine': spine}, title=title)
    on_spine = [each for each in letters(built.content) if 105 < each[1] < 105 + spine]
    assert all(0 < y < 148 for *_, y in on_spine)
    assert len(on_spine) == len([*filter(str.strip, title)]) + 7 or built.warnings
    places = [(round(x), round(y, 2)) for _, x, y in on_spine]
    assert len({*places}) == len(places)


def test_a_spine_too_narrow_for_letters_is_told_of(wrap):
    built = wrap(asked={'spine': 1.5})
    assert any('nothing stands on it' in str(each) for each in built.warnings)


def test_the_ground_goes_on_over_the_bleed_and_no_further(wrap):
    image, at = picture(wrap().content, scale=4).convert('L'), 4 * MM
    for x, y in ((EDGE - 2, 90), (EDGE + 222 + 2, 90), (90, EDGE - 2), (200, EDGE + 148 + 2)):
        assert image.getpixel((round(x * at), round(y * at))) < 120
    assert image.getpixel((round((EDGE - 4) * at), round(40 * at))) == 255


def test_it_needs_no_profile_and_is_right(wrap, tmp_path):
    built = wrap(asked={'band': 40, 'band_text': '帯の文句'}, colophon=Colophon(isbn=ISBN))
    path = write_whole(tmp_path / 'a.pdf', built.content)
    assert not check_print(path, None, one_size=False)
    assert not any('ink' in str(each) for each in built.warnings)


def test_the_band_is_a_sheet_of_its_own(wrap):
    built = wrap(asked={'band': 40, 'band_text': '一行目の文句\n二行目'})
    assert size_of(built.content, 1) == pytest.approx((222, 40), abs=0.01)
    told = letters(built.content, 1)
    assert ''.join(character for character, *_ in told) == '一行目の文句二行目'
    assert all(0 < x < 105 and 0 < y < 40 for _, x, y in told)


@needs_profile
def test_an_own_picture_covers_the_front_and_its_bleed(wrap, tmp_path):
    write_whole(tmp_path / 'book' / 'press.icc', PROFILE.read_bytes())
    written = io.BytesIO()
    Image.new('RGB', (800, 1280), (200, 20, 20)).save(written, 'PNG')
    write_whole(tmp_path / 'book' / 'cover.png', written.getvalue())
    built = wrap(cover='cover.png', print=Print(icc='press.icc'))
    image, at = picture(built.content, scale=4), 4 * MM
    red, *_ = image.getpixel((round((EDGE - 2) * at), round((EDGE - 2) * at)))
    assert red > 150
    red, *_ = image.getpixel((round((EDGE + 105 - 1) * at), round((EDGE + 148 + 2) * at)))
    assert red > 150
    red, *_ = image.getpixel((round((EDGE + 105 + 1) * at), round(100 * at)))
    assert red < 100


def test_an_own_picture_in_colour_without_a_profile_is_refused(wrap, tmp_path):
    written = io.BytesIO()
    gradient().save(written, 'PNG')
    write_whole(tmp_path / 'book' / 'cover.png', written.getvalue())
    with pytest.raises(BadInput, match='page 1: a picture in colour'):
        wrap(cover='cover.png')


def test_the_same_book_has_the_same_wrap(wrap):
    assert wrap().content == wrap().content


def test_an_isbn_alone_asks_for_the_second_row(wrap):
    built = wrap(colophon=Colophon(isbn=ISBN))
    assert any('c_code' in str(each) for each in built.warnings)
    told = wrap(asked={'c_code': 'C0193', 'price': 700}, colophon=Colophon(isbn=ISBN))
    assert not told.warnings


def test_a_bar_code_without_a_price_and_a_price_without_bar_codes_are_told_of(wrap):
    built = wrap(asked={'c_code': 'C0193'}, colophon=Colophon(isbn=ISBN))
    assert ['"price" of wrap' in str(each) for each in built.warnings] == [True]
    for asked in ({'c_code': 'C0193'}, {'price': 700}):
        assert ['without an ISBN' in str(each) for each in wrap(asked=asked).warnings] == [True]


@pytest.mark.parametrize(
    'asked, said', [({'flaps': 106}, '"flaps" of wrap'), ({'band': 149}, '"band" of wrap')]
)
def test_what_is_larger_than_the_cover_it_is_folded_with_is_refused(wrap, asked, said):
    with pytest.raises(BadInput, match=said):
        wrap(asked=asked)
    key = [*asked][0]
    assert not wrap(asked={key: asked[key] - 1}).warnings


def test_a_spine_in_another_unit_than_mm_is_found_out(wrap):
    with pytest.raises(BadInput, match='in mm'):
        wrap(asked={'spine': 12_000})
    told = wrap(asked={'spine': 0, 'stock': 'coat-90', 'cover_thickness': 250})
    assert any('wider than the cover' in str(each) for each in told.warnings)
    assert not wrap(asked={'spine': 80}).warnings


def test_a_title_or_creators_for_whom_the_spine_has_no_room_are_told_of(wrap):
    title = 'とても長い題' * 30
    built = wrap(asked={'spine': 8}, title=title)
    on_spine = [character for character, x, _ in letters(built.content) if 105 < x < 113]
    assert {*on_spine} == {*'港書房'}
    assert any('title is too long for the spine' in str(each) for each in built.warnings)
    built = wrap(asked={'spine': 8}, title=title[:120])
    assert any('no room for who made' in str(each) for each in built.warnings)


def test_a_title_too_long_for_one_line_of_the_spine_stands_in_two(wrap):
    title = '港の灯台に暮らす司書は、毎日のんびり本を読み、ときどき海を眺めていたい'
    built = wrap(asked={'spine': 12}, title=title)
    on_spine = [each for each in letters(built.content) if 105 < each[1] < 117]
    of_title = [(x, y, character) for character, x, y in on_spine if y < 90]
    first = [each for each in sorted(of_title, key=lambda each: each[1]) if each[0] > 111.5]
    second = [each for each in sorted(of_title, key=lambda each: each[1]) if each[0] < 110.5]
    assert ''.join(character for *_, character in first + second) == title
    assert abs(len(first) - len(second)) < 6
    assert not built.warnings
    in_one = wrap(asked={'spine': 12}, title=title[:12])
    columns = [x for _, x, _ in letters(in_one.content) if 105 < x < 117]
    assert max(columns) - min(columns) < 3


def test_text_of_the_band_that_nobody_can_read_is_told_of(wrap):
    asked = {'band': 40, 'band_text': '帯の文句' * 20}
    assert any('too small to read' in str(each) for each in wrap(asked=asked).warnings)
    asked['band_text'] = '\n'.join(['帯の文句'] * 6)
    assert not wrap(asked=asked).warnings


def test_characters_that_no_font_has_are_told_of(wrap):
    built = wrap(title='港\U00013000', asked={'band': 40, 'band_text': '帯\U00013001'})
    assert built.missing == ('\U00013000', '\U00013001')


#: How EAN-13 says a figure on the left (odd) and on the right, and its first by their parities.
LEFT = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split()
RIGHT = [''.join('10'[int(module)] for module in code) for code in LEFT]
EVEN = [code[::-1] for code in RIGHT]
PARITIES = 'LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL'.split()


def read(row):
    """The 13 figures of a row of pixels (bytes), from bar to bar."""
    bars = bytes(pixel < 128 for pixel in row)
    start, end = bars.index(1), bars.rindex(1) + 1
    module = (end - start) / 95
    modules = ''.join(str(bars[start + int((at + 0.5) * module)]) for at in range(95))
    assert modules[:3] == modules[-3:] == '101' and modules[45:50] == '01010'
    left = [modules[at : at + 7] for at in range(3, 45, 7)]
    right = [modules[at : at + 7] for at in range(50, 92, 7)]
    parities = ''.join('L' if code in LEFT else 'G' for code in left)
    figures = [LEFT.index(code) if code in LEFT else EVEN.index(code) for code in left]
    figures += [RIGHT.index(code) for code in right]
    return f'{PARITIES.index(parities)}' + ''.join(map(str, figures))


def test_a_scanner_reads_both_rows_where_they_are_to_stand(wrap):
    built = wrap(asked={'c_code': 'C0193', 'price': 700}, colophon=Colophon(isbn=ISBN))
    scale = 16
    image, at = picture(built.content, scale=scale).convert('L'), scale * MM
    start = 105 + 12 + 12
    for top, code in ((10, '9784040000008'), (31, '1920193007008')):
        box = (start - 2, top + 5, start + 31.35 + 2, top + 6)
        strip = image.crop([round((part + EDGE) * at) for part in box])
        row = strip.crop((0, 0, strip.width, 1)).tobytes()
        assert read(row) == code
        bars = bytes(pixel < 128 for pixel in row)
        assert bars.index(1) / at == pytest.approx(2, abs=0.1)
        assert (bars.rindex(1) + 1) / at == pytest.approx(2 + 31.35, abs=0.1)
        column = image.crop(
            [round((part + EDGE) * at) for part in (start, top - 2, start + 0.2, top + 13)]
        )
        dark = [y for y in range(column.height) if column.getpixel((2, y)) < 128]
        assert dark[0] / at == pytest.approx(2, abs=0.1)
        assert (dark[-1] + 1) / at == pytest.approx(13, abs=0.1)
        # White beside the bars, for the eye of the scanner.
        assert strip.getpixel((2, 0)) == 255


def test_it_says_in_letters_what_the_bars_say(wrap):
    built = wrap(asked={'c_code': '0193', 'price': 700}, colophon=Colophon(isbn=ISBN))
    below = [each for each in letters(built.content) if each[1] > 117 and each[2] > 31 + 11 + 4]
    middle = sum(y for *_, y in below) / len(below)
    rows = [
        sorted((x, said) for said, x, y in below if (y < middle) == up) for up in (True, False)
    ]
    assert [''.join(said for _, said in row) for row in rows] == [f'ISBN{ISBN}', 'C0193¥700E']


@given(st.integers(0, 9999), st.integers(0, 200_000))
def test_the_last_figure_of_the_second_row_checks_the_others(code, price):
    row = second_row(f'C{code:04d}', price)
    assert re.fullmatch(r'192\d{10}', row)
    assert sum(int(figure) * (3 if at % 2 else 1) for at, figure in enumerate(row)) % 10 == 0
    assert row[3:7] == f'{code:04d}'
    assert int(row[7:12]) == (price if price < 100_000 else 0)


def test_an_isbn_of_ten_figures_is_one_of_thirteen():
    assert isbn_13('4-04-000000-X').startswith('978404000000')
    assert isbn_13('4-04-000000-X') == isbn_13('978-4-04-000000-8')


@pytest.mark.parametrize('said', ['C193', 'X0193', '01930', 'C019a'])
def test_a_c_code_that_is_none_is_refused_by_its_line(tmp_path, said):
    text = f'title: 本\nwrap:\n  c_code: "{said}"\n'
    write_whole(tmp_path / 'book' / 'book.yaml', text.encode())
    with pytest.raises(BadInput, match=r'book\.yaml:2.*C0193'):
        load_settings(tmp_path)
