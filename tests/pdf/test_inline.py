"""What stands within a line or beside it, also where a line or page ends within it."""

import re
from io import BytesIO
from itertools import combinations

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL import Image

from tategumi.check.glyphs import read_pages, text_of, vertical_lines
from tategumi.page.papers import PAPERS
from tategumi.pdf import build_pdf
from tategumi.settings import HouseStyle, KihonHanmen

from .conftest import PRESS, Press, plain

SIZE, PITCH = PAPERS['bunko'].character_size, PAPERS['bunko'].pitch


def glyphs_of(built):
    """The glyphs of the page of the only chapter."""
    return read_pages(built.content)[2]


def beside(page, axis):
    """The ruby to the right of the line at ``axis``, in reading order."""
    return [
        glyph
        for glyph in page
        if abs(glyph.size - SIZE / 2) < 0.1 and abs(glyph.axis - axis - 0.75 * SIZE) < 0.1
    ]


def test_a_compound_goes_on_over_the_line_end_with_its_readings(press):
    """JLReq §3.3.7."""
    built = press.set('# 章\n\n' + 'あ' * 36 + '{東京都|とう|きょう|と}' + 'あ' * 30)
    page = glyphs_of(built)
    _, first, second = vertical_lines(page)
    assert (first[-1].character, second[0].character) == ('東', '京')
    assert [glyph.character for glyph in beside(page, first[0].axis)] == list('とう')
    readings = beside(page, second[0].axis)
    assert [glyph.character for glyph in readings] == list('きょうと')
    assert readings[0].top == pytest.approx(second[0].top, abs=0.05)


@pytest.mark.parametrize('choice, last', [('paragraph', 3), ('line', 2)])
def test_the_house_says_how_line_ends_are_chosen(press, choice, last):
    text = '永' * 37 + '東' * 38 + 'あ。'
    built = press.set(f'# 章\n\n{text}', house_style=HouseStyle(line_breaks=choice))
    assert len(vertical_lines(glyphs_of(built))[-1]) == last


@pytest.mark.parametrize(
    'text',
    [
        *('a' * 3000, 'Xy7' * 900, 'é' * 900, f'https://{"a" * 900}'),
        *('[' * 900, '&' * 900, '「' * 900, '。' * 900),
    ],
    ids=lambda text: text[:12],
)
def test_what_no_line_holds_is_broken_within_the_measure_and_named(press, text):
    marked = text.replace('[', r'\[')
    built = press.set(f'# 章\n\n港の灯{marked}が消えた。')
    (warning,) = (each for each in built.warnings if 'no line holds' in each)
    assert text[20:32] in warning and len(warning) < 200
    assert not any('longer than' in each for each in built.warnings)
    glyphs = [glyph for page in read_pages(built.content)[2:-1] for glyph in page]
    printed = ''.join(glyph.character for glyph in glyphs)
    assert all(printed.count(mark) == f'{text}。'.count(mark) for mark in set(text))
    assert all(0 < glyph.bottom for glyph in glyphs if glyph.mode != 'horizontal')


@pytest.mark.parametrize(
    'text',
    ['harbour-lights', 'a' * 30, '。」', '[1]', 'https://a.example/b', 'harbourlights' * 200],
)
def test_what_a_line_holds_is_not_told_of(press, text):
    assert not press.set(f'# 章\n\n港の灯{text}が消えた。').warnings


SMALL_FRAME = KihonHanmen(characters=20, lines=10)


def test_warichu_stands_in_two_small_lines_and_is_read_one_after_the_other(press):
    """JLReq §3.4.2."""
    built = press.set('# 章\n\n平将門[下総の豪族。武将]{.warichu}の乱')
    line, text = vertical_lines(glyphs_of(built))[1], '平将門（下総の豪族。武将）の乱'
    assert ''.join(glyph.character for glyph in line) == text
    assert text in pypdfium2.PdfDocument(built.content)[2].get_textpage().get_text_bounded()
    axis, small = line[0].axis, 0.6 * SIZE
    first, second = line[4:8], line[8:12]
    assert all(glyph.axis == pytest.approx(axis + small / 2, abs=0.01) for glyph in first)
    assert all(glyph.axis == pytest.approx(axis - small / 2, abs=0.01) for glyph in second)
    assert first[0].top == pytest.approx(second[0].top, abs=0.01)
    assert {round(glyph.size, 1) for glyph in line} == {SIZE, round(small, 1), round(2 * small, 1)}
    assert line[-1].axis == pytest.approx(axis, abs=0.01)


def test_warichu_goes_on_over_the_page(press):
    """JLReq §3.4.3."""
    note = '東国酬今' * 20
    built = press.set(f'# 章\n\n{"永" * 49}[{note}]{{.warichu}}のあと', kihon_hanmen=SMALL_FRAME)
    assert built.warnings == ()
    opening, following = read_pages(built.content)[2:4]
    last, first = vertical_lines(opening)[-1], vertical_lines(following)[0]
    text = ''.join(glyph.character for glyph in (*last, *first) if glyph.size < SIZE)
    assert text == note
    small = [glyph for glyph in last if glyph.size < SIZE]
    halves = [
        [glyph for glyph in small if glyph.axis > last[0].axis],
        [glyph for glyph in small if glyph.axis < last[0].axis],
    ]
    foot = min(glyph.bottom for glyph in vertical_lines(opening)[-2])
    assert all(half[-1].bottom == pytest.approx(foot, abs=0.05) for half in halves)


def test_warichu_within_bouten_has_no_dots(press):
    """Its second small line would have them on top of the first."""
    built = press.set('# 章\n\n《《今[東国]{.warichu}》》')
    assert len(strokes(built, 2)) == 1


def strokes(built, number):
    """``(left, bottom, right, top)`` of the strokes on page ``number`` (pt), the right first."""
    page = pypdfium2.PdfDocument(built.content)[number]
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)
    return sorted((path.get_bounds() for path in paths), reverse=True)


def set_in(press, css, text, **settings):
    """A chapter of ``text``, the book's own sheet saying ``css`` too."""
    press.add_rules(css)
    return press.set(f'# 章\n\n{text}', **settings)


def test_a_side_line_stands_on_the_right_without_a_gap(press):
    built = press.set('# 章\n\n永[東、{国|くに}^12^酬ABCDEの**今**]{.side-line}永')
    line = vertical_lines(glyphs_of(built))[1]
    ((left, bottom, right, top),) = strokes(built, 2)
    assert 0 < left - (line[0].axis + SIZE / 2) < right - (line[0].axis + SIZE / 2) < 0.2 * SIZE
    assert top == pytest.approx(line[1].top, abs=0.5)
    assert bottom == pytest.approx(line[-1].top, abs=0.5)


def test_ruby_stands_outside_of_the_side_line(press):
    built = press.set('# 章\n\n[{国|くに}]{.side-line}')
    page, ((_, _, right, _),) = glyphs_of(built), strokes(built, 2)
    ruby = [glyph for glyph in page if glyph.size == pytest.approx(SIZE / 2)]
    assert all(glyph.axis - SIZE / 4 >= right for glyph in ruby)


def test_a_side_line_goes_on_over_line_and_page(press):
    text = '永' * 30 + '[' + '東' * 60 + ']{.side-line}永'
    built = press.set(f'# 章\n\n{text}', kihon_hanmen=SMALL_FRAME)
    opening, following = read_pages(built.content)[2:4]
    lined = [
        line
        for line in vertical_lines(opening) + vertical_lines(following)
        if any(glyph.character == '東' for glyph in line)
    ]
    found = strokes(built, 2) + strokes(built, 3)
    assert len(lined) == len(found) == 4
    for line, (left, bottom, right, top) in zip(lined, found):
        letters = [glyph for glyph in line if glyph.character == '東']
        assert left > line[0].axis and right < line[0].axis + SIZE
        assert (bottom, top) == pytest.approx((letters[-1].bottom, letters[0].top), abs=0.5)


def test_a_side_line_may_stand_on_the_left(press):
    built = press.set('# 章\n\n永[東国酬]{.side-line .left}永')
    ((_, _, right, _),) = strokes(built, 2)
    assert right < vertical_lines(glyphs_of(built))[1][0].axis - SIZE / 2


@pytest.mark.parametrize(
    'css, side',
    [
        ('underline', 1),
        ('overline', 1),
        ('underline; text-underline-position: left', -1),
        ('line-through', 0),
    ],
)
def test_a_sheet_of_the_book_may_draw_lines_beside_and_through(press, css, side):
    built = set_in(press, f'strong {{ text-decoration: {css} }}', '永**東国酬**永')
    line = vertical_lines(glyphs_of(built))[1]
    ((left, _, right, _),) = strokes(built, 2)
    across = (left + right) / 2 - line[0].axis
    assert abs(across) < 0.1 if side == 0 else SIZE / 2 < across * side < 0.7 * SIZE


def test_underline_and_overline_together_stand_on_both_sides(press):
    built = set_in(press, 'strong { text-decoration: underline overline }', '永**東国**永')
    axis = vertical_lines(glyphs_of(built))[1][0].axis
    over, under = strokes(built, 2)
    assert over[0] > axis + SIZE / 2 and under[2] < axis - SIZE / 2


def test_bouten_stand_outside_of_ruby(press):
    """Ruby is half an em beside its base (JLReq §3.3.3); the dots are drawn."""
    built = press.set('# 章\n\n《《国{東|ひがし}》》')
    axis = vertical_lines(glyphs_of(built))[1][0].axis
    beside_ruby, beside_text = strokes(built, 2)
    assert beside_ruby[0] > axis + SIZE * 0.9 and axis + SIZE / 2 < beside_text[0] < axis + SIZE


def test_a_line_longer_than_the_measure_is_told_of_once_however_often_it_is_composed(press):
    """The number of a page is known when the pages are."""
    press.add_rules('a::after { content: target-counter(attr(href), page) }')
    text = f'# 章\n\n[先](#節)で永{{{"酬" * 60}|よみ}}国。\n\n{"永東国酬" * 300}\n\n## 節\n\n文。'
    (warning,) = press.set(text).warnings
    assert warning.startswith('this line is longer than the measure: 酬酬酬')


@pytest.mark.parametrize(
    'typed, squares',
    [
        ('《《国^12^酬》》', [0, 1, 2]),
        ('《《^12^》》', [0]),
        ('[今、^25^]{.bouten .circle}', [0, 2]),
        ('[東^25^]{.bouten .left}', [0, 1]),
        ('《《え^!?^国》》', [0, 2]),
        ('《《か\u309a国》》', [0, 1]),
    ],
)
def test_each_square_of_dotted_text_has_its_mark(press, typed, squares):
    """Figures that share a square have one, and so has a character of two (JLReq §3.3.9)."""
    (first,) = vertical_lines(glyphs_of(press.set('# 章\n\n国')))[1]
    dots = [
        ((left + right) / 2 - first.axis, first.top - (bottom + top) / 2)
        for left, bottom, right, top in strokes(press.set(f'# 章\n\n{typed}'), 2)
    ]
    assert sorted(down for _, down in dots) == [
        pytest.approx((square + 0.5) * SIZE, abs=0.1 * SIZE) for square in squares
    ]
    side = -1 if '.left' in typed else 1
    assert all(0.6 * SIZE < side * across < 0.9 * SIZE for across, _ in dots)


def test_furiwake_stands_in_the_middle_of_its_line_between_brackets_as_broad(press):
    """JLReq §3.7.2."""
    page = glyphs_of(press.set('# 章\n\n永｛[東国酬|今日]{.furiwake}｝永'))
    of = {glyph.character: glyph for glyph in page}
    assert of['東'].top == of['今'].top
    assert of['東'].axis > of['永'].axis > of['今'].axis
    assert (of['東'].axis + of['今'].axis) / 2 == pytest.approx(of['永'].axis, abs=0.01)
    breadth = of['東'].axis - of['今'].axis + SIZE
    assert breadth < of['｛'].size == of['｝'].size < 1.2 * breadth
    assert of['酬'].bottom - of['永'].top == pytest.approx(SIZE, abs=0.01)


def test_the_lines_of_furiwake_begin_at_one_place_whatever_the_text_around_does(press):
    """JLReq §3.7.2."""
    table = '| 頭 |\n| :---: |\n| [東国酬|今]{.furiwake} |'
    of = {glyph.character: glyph for glyph in glyphs_of(press.set(f'# 章\n\n{table}'))}
    assert of['東'].top == of['今'].top


@pytest.mark.parametrize('cell', ['甲![図](図.png)、', '![図](図.png)と', '「![図](図.png)」'])
def test_a_picture_may_stand_amid_the_text_of_any_cell(press, cell):
    (press.root / 'book').mkdir(exist_ok=True)
    Image.new('L', (60, 40)).save(press.root / 'book' / '図.png')
    table = f'| {cell} | 乙 |\n| :---: | ---: |\n| 丙 | {cell} |'
    words = re.sub(r'!\[.*?\)', '', cell)
    assert text_of(read_pages(press.set(f'# 章\n\n{table}').content)[2:-1]) == (
        f'章{words}乙丙{words}'
    )


def test_furiwake_is_not_parted_and_widens_its_line_by_whole_lines(press):
    """JLReq §3.7.2."""
    built = press.set(f'# 章\n\n{"永" * 35}[東国酬|今日]{{.furiwake}}{"永" * 60}')
    of = {}
    for glyph in glyphs_of(built):
        of.setdefault(glyph.character, []).append(glyph)
    axes = sorted({round(glyph.axis, 2) for glyph in of['永']}, reverse=True)
    assert all(glyph.axis < axes[0] - SIZE for glyph in of['東'] + of['今'])
    pitch = PITCH
    assert axes[0] - axes[1] == pytest.approx(1.5 * pitch, abs=0.05)
    assert axes[1] - axes[2] == pytest.approx(1.5 * pitch, abs=0.05)


def test_a_box_as_wide_as_its_text_holds_figures_that_stand_upright(press):
    """Neither the cell nor the furiwake is broken."""
    table = '| 年 | 数 |\n| --- | --- |\n| 2015 | 345 |'
    built = press.set(f'# 章\n\n[1984|前]{{.furiwake}}\n\n{table}')
    assert built.warnings == ()
    figures = [glyph for glyph in glyphs_of(built) if glyph.character.isdigit()]
    assert ''.join(glyph.character for glyph in figures) == '19842015345'
    for together in (figures[:4], figures[4:8], figures[8:]):
        assert len({round(glyph.axis, 2) for glyph in together}) == 1


def test_an_address_goes_on_after_its_slashes_and_dots_without_a_hyphen(press):
    address = 'https://example.com/a-path/with/many-parts/index.html?query=value&other=thing'
    built = press.set(f'# 章\n\n{"永" * 20}<{address}>{"永" * 20}')
    assert built.warnings == ()
    lines = [
        ''.join(glyph.character for glyph in line if glyph.character != '永')
        for line in vertical_lines(glyphs_of(built))[1:]
    ]
    assert ''.join(lines) == address
    assert all(line[-1] in '/.?&=' for line in lines[:-2])
    ends = [line[-1].bottom for line in vertical_lines(glyphs_of(built))[1:-1]]
    assert ends == pytest.approx([ends[0]] * len(ends), abs=0.1)


@pytest.mark.parametrize('word', ['9' * 60, 'X' * 120, 'abcdefgh' * 20, '`' + 'x_y' * 40 + '`'])
def test_a_word_that_no_line_holds_is_parted_anywhere(press, word):
    built = press.set(f'# 章\n\n永東{word}国酬')
    assert not any('longer than' in warning for warning in built.warnings)
    lines = vertical_lines(glyphs_of(built))[1:]
    text = ''.join(glyph.character for line in lines for glyph in line)
    assert plain(text) == f'永東{word.strip("`")}国酬'
    assert all(line[-1].bottom >= lines[0][-1].bottom - 0.5 for line in lines)


@pytest.mark.parametrize('before', range(33, 38))
def test_the_call_of_a_note_is_parted_neither_from_its_word_nor_within(press, before):
    """JLReq §3.1.10: reference marks (cl-20)."""
    note = '\n\n[^1]: 注。'
    built = press.set(f'# 章\n\n{"永" * before}東国[^1]。{"酬" * 30}{note}')
    first, second = vertical_lines(glyphs_of(built))[1:3]
    texts = [''.join(glyph.character for glyph in line) for line in (first, second)]
    assert any('国（1）。' in text for text in texts)


@pytest.mark.parametrize('size, lines', [('1.3em', 1), ('2em', 2), ('4em', 3)])
def test_characters_of_any_size_keep_clear_of_the_lines_beside(press, size, lines):
    """JLReq §2.5.2: larger ones jut into the line gap; what has no room takes whole lines."""
    text = f'{"永" * 50}[東]{{.large}}{"永" * 40}'
    built = set_in(press, f'.large {{ font-size: {size} }}', text)
    of = {}
    for glyph in glyphs_of(built):
        of.setdefault(glyph.character, []).append(glyph)
    (large,) = of['東']
    axes = sorted({round(glyph.axis, 2) for glyph in of['永']}, reverse=True)
    middle = min(axes, key=lambda axis: abs(axis - large.axis))
    assert middle == pytest.approx(large.axis, abs=0.02)
    for axis in axes:
        if axis != middle:
            assert abs(axis - middle) >= (large.size + SIZE) / 2
            assert abs(axis - middle) == pytest.approx((lines + 1) / 2 * PITCH, abs=0.05)


@pytest.mark.parametrize(
    'crowded, lines',
    [
        ('{東|ひがし}', 1),
        ('《《{東|ひがし}》》', 1),
        ('[{東|ひがし}]{.side-line}', 1),
        ('[{東|ひがし}]{.large}', 2),
        ('[[{東|ひがし}]{.large}]{.side-line .wavy}', 2),
        ('《《[{東|ひがし}]{.side-line}》》', 2),
    ],
)
def test_what_stands_beside_a_line_keeps_clear_of_the_next(press, crowded, lines):
    """JLReq §2.4.2: the line gap stays; the line takes whole lines where it is too small."""
    page = glyphs_of(press.set(f'# 章\n\n{"永" * 50}{crowded}{"永" * 40}'))
    axes = sorted({round(g.axis, 2) for g in page if g.character == '永'}, reverse=True)
    assert axes[0] - axes[1] == pytest.approx((lines + 1) / 2 * PITCH, abs=0.05)
    ink = [g.axis + 0.4 * g.size for g in page if g.character in 'ひがし']
    assert all(place < axes[0] - 0.4 * SIZE for place in ink)


LARGE = '[{東国|ひがしくに}と{酬|むくい}と]{.large}'


@pytest.mark.parametrize(
    'text',
    [
        LARGE * 16,
        '\n\n'.join([LARGE] * 5),
        f'> {LARGE}\n>\n> {LARGE}',
        '永![絵](large.png)永\n\n{東国酬と|ひがしくにむくいと}',
    ],
)
def test_ruby_keeps_clear_of_what_the_line_before_has_in_the_gap(press, text):
    """The pitch stays: the line takes another of the page, and the text after is on the grid."""
    folder = press.root / 'book' / 'chapters'
    folder.mkdir(parents=True)
    # As broad as two lines, within half a point.
    Image.new('RGB', (127, 50)).save(folder / 'large.png')
    built = press.set(f'# 章\n\n永\n\n{text}\n\n永')
    pages = read_pages(built.content)[2:-1]
    assert not [pair for page in pages for pair in collisions(page)]
    for left, *_ in pictures_of(built):
        ruby = [glyph for glyph in pages[0] if glyph.character in 'ひがしくにむい']
        assert all(glyph.axis + 0.4 * glyph.size < left for glyph in ruby)
    axes = [glyph.axis for glyph in pages[0] if glyph.character == '永']
    steps = (axes[0] - axes[-1]) / PITCH
    assert steps == pytest.approx(round(steps), abs=0.01)


def pictures_of(built):
    """``(left, bottom, right, top)`` of the pictures on the pages of the chapter (pt)."""
    document = pypdfium2.PdfDocument(built.content)
    return [
        picture.get_bounds()
        for page in list(document)[2:-1]
        for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
    ]


def test_lines_and_dots_beside_the_text_are_no_part_of_it(press):
    """ISO 14289-1, 7.1: no artifact stands inside of tagged content."""
    built = press.set('# 章\n\n[東{国|くに}の《《酬》》word]{.side-line}《《今》》')
    document = PDFDocument(PDFParser(BytesIO(built.content)))
    pages = list(PDFPage.create_pages(document))
    content = b'\n'.join(resolve1(stream).get_data() for stream in pages[2].contents)
    opened, artifacts = [], 0
    for tag, _ in re.findall(rb'/(\w+)\s+(?:<<.*?>>\s+)?(BDC|BMC)|\b(?:EMC)\b', content, re.S):
        if not tag:
            opened.pop()
            continue
        artifacts += tag == b'Artifact'
        assert tag != b'Artifact' or not opened
        opened.append(tag)
    assert artifacts >= 3 and not opened


def leans(press, text):
    """How far the Western letters in ``text`` lean to their height."""
    page = pypdfium2.PdfDocument(press.set(f'# 章\n\n{text}').content)[2]
    texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=5)
    matrices = [text.get_matrix() for text in texts]
    return {round(matrix.d / -matrix.c, 3) for matrix in matrices if abs(matrix.b) > abs(matrix.a)}


def test_emphasis_of_latin_text_leans_where_the_font_has_no_italics(press):
    assert leans(press, '永*The Times*東') == {0.2}
    assert leans(press, '永The Times東') == {0}


def test_emphasis_leaves_latin_text_in_its_place(press):
    places = [
        [
            (glyph.character, round(glyph.axis, 1), round(glyph.top, 1))
            for glyph in glyphs_of(press.set(f'# 章\n\n{text}'))
            if glyph.mode == 'sideways'
        ]
        for text in ('永*The Times*東', '永The Times東')
    ]
    assert places[0] == places[1] and len(places[0]) == len('The Times')


@pytest.mark.parametrize('end', ['　　', ' 　　', '　 　　', ' 　 　　'])
@pytest.mark.parametrize('word', ['国', 'A', '東　A', '^12^'])
def test_spaces_at_the_end_of_a_paragraph_vanish(press, word, end):
    words = text_of(read_pages(press.set(f'# 章\n\n、　{word}{end}\n\n東').content)[2:-1])
    assert re.sub(r'\s', '', words) == re.sub(r'\s|\^', '', f'章、{word}東')


def test_a_program_is_set_without_spaces_but_its_own(press):
    """Its columns stay below one another: two letters to a character (CSS Text 4 §8.4)."""
    code = "    print('表、')\n    x  = 「値」"
    lines = vertical_lines(glyphs_of(press.set(f'# 章\n\n```\n{code}\n```')))[1:]
    for text, line in zip(code.splitlines(), lines, strict=True):
        head, size, columns = lines[0][0].top, line[0].size, 0
        shown = iter(glyph for glyph in line if glyph.character != ' ')
        for character in text:
            if character != ' ':
                assert head - next(shown).top == pytest.approx(columns * size / 2, abs=0.05)
            columns += 1 if character < '\x7f' else 2


@pytest.mark.parametrize('before', range(31, 38))
def test_programs_keep_the_prohibition_rules(press, before):
    """JLReq §3.1.7, §3.1.8; also where the program begins or ends."""
    built = press.set(f'# 章\n\n{"永" * before}`a「表」。`。`表。」`、`。{"永" * 60}`。')
    lines = vertical_lines(glyphs_of(built))[1:]
    assert not any(line[0].character in '」。、' or line[-1].character == '「' for line in lines)
    assert plain(''.join(glyph.character for line in lines for glyph in line)).count('。') == 5


TEXT = st.text('永東国あいー、。「」', min_size=1, max_size=9)
CONSTRUCT = st.one_of(
    TEXT,
    st.sampled_from(
        [
            '{漢字|かん|じ}',
            '{東京|とう|きょ}',
            '{流行歌|はやりうた}',
            '{志|こころざし}',
            '^12^',
            '2015年',
            'internationalization',
            '[連結](http://a.jp/)',
            '《《圏点》》',
            '字[^1]',
        ]
    ),
    TEXT.map('[字{}]{{.warichu}}'.format),
    TEXT.map('[字{}]{{.large}}'.format),
    st.tuples(TEXT, TEXT).map(lambda lines: '[{}|{}]{{.furiwake}}'.format(*lines)),
)
SPAN = st.tuples(
    st.lists(CONSTRUCT, min_size=1, max_size=3).map(''.join),
    st.sampled_from(['side-line', 'side-line .wavy', 'small', 'large']),
).map(lambda parts: '[字{}]{{.{}}}'.format(*parts))
INLINE = st.lists(st.one_of(CONSTRUCT, SPAN), min_size=1, max_size=12).map(''.join)


@settings(max_examples=20, deadline=None)
@given(st.lists(INLINE, min_size=1, max_size=4))
@example(
    ['[字永あ東い]{.large}', '、い、国」[字{流行歌|はやりうた}[字国]{.large}]{.side-line}「、あ']
)
def test_all_constructs_come_through_whole_and_in_order(tmp_path_factory, paragraphs):
    """Whatever line or page ends within them; and nothing lies upon anything else."""
    text = '\n\n'.join(['# 章', *('字' + paragraph for paragraph in paragraphs), '[^1]: 注。'])
    press = Press(tmp_path_factory.mktemp('press'))
    # A page without a running head.
    book, chapters = press.book(text, page='reader6', kihon_hanmen=SMALL_FRAME, contents_depth=0)
    built = build_pdf(book, chapters, PRESS / 'styles')
    pages = read_pages(built.content)[1:-1]
    drawn = ''.join(glyph.character for page in pages for glyph in page)
    assert plain(drawn) == plain(''.join(chapters[0].section.itertext()))
    assert not [pair for page in pages for pair in collisions(page)]


def collisions(page):
    """The pairs of upright or sideways letters of ``page`` whose ink lies upon one another."""
    inks = [
        (
            glyph.axis - 0.4 * glyph.size,
            glyph.axis + 0.4 * glyph.size,
            glyph.bottom + 0.2 * glyph.size,
            glyph.top - 0.2 * glyph.size,
            glyph.character,
        )
        for glyph in page
        if glyph.mode != 'horizontal' and glyph.character.isalnum()
    ]
    return [
        (one[-1], other[-1])
        for one, other in combinations(inks, 2)
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
