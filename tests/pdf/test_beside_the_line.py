"""What is above, below or beside the line: where it stands on the page."""

import pypdfium2
import pytest

from tategumi.check.glyphs import read_pages


def glyph_of(built, character):
    return next(
        glyph
        for page in read_pages(built.content)
        for glyph in page
        if glyph.character == character and abs(glyph.size) < 8.9
    )


def middle_of_text(built):
    return next(
        glyph.axis
        for page in read_pages(built.content)
        for glyph in page
        if glyph.character == '永'
    )


@pytest.mark.parametrize(
    'typed, side',
    [('[国]{.sup}', 1), ('[国]{.sub}', -1), ('[国]{.okurigana}', 1), ('[国]{.kaeriten}', -1)],
)
def test_small_characters_stand_on_their_side_of_the_line(press, typed, side):
    built = press.set(f'東{typed}永')
    small = glyph_of(built, '国')
    assert 1 < side * (small.axis - middle_of_text(built)) < 3


@pytest.mark.parametrize('typed, side', [('{東|国}', 1), ('[{東|国}]{.ruby-left}', -1)])
def test_a_reading_stands_on_its_side_of_the_line(press, typed, side):
    built = press.set(f'{typed}永')
    assert 5 < side * (glyph_of(built, '国').axis - middle_of_text(built)) < 8


def test_readings_stand_on_both_sides_of_a_word_clear_of_the_lines_beside(press):
    built = press.set(
        '永' * 40 + '{永|日}[{東|国}|西]{.ruby-left}' + '永' * 34 + '{北|南}' + '永' * 9
    )
    page = next(
        page for page in read_pages(built.content) if any(g.character == '国' for g in page)
    )
    base, right, left = (
        next(glyph for glyph in page if glyph.character == character) for character in '東国西'
    )
    assert right.axis - base.axis == pytest.approx(6.75, abs=0.01)
    assert base.axis - left.axis == pytest.approx(6.75, abs=0.01)
    assert right.top == pytest.approx(left.top, abs=0.01)
    after = next(glyph for glyph in page if glyph.character == '南')
    assert left.axis - after.axis >= 4.5 - 0.01


@pytest.mark.parametrize('name', ['sup', 'sub', 'okurigana', 'kaeriten'])
def test_a_reading_goes_along_with_its_word_above_or_below_the_line(press, name):
    built = press.set(f'永[{{国|東}}]{{.{name}}}永')
    base, reading = glyph_of(built, '国'), glyph_of(built, '東')
    assert reading.axis - base.axis == pytest.approx((base.size + reading.size) / 2, abs=0.01)


def dark(built, glyph, near, far):
    """How much ink is on the page of ``glyph`` from ``near`` to ``far`` of it across its line."""
    page = next(number for number, page in enumerate(read_pages(built.content)) if glyph in page)
    scale = 12
    picture = pypdfium2.PdfDocument(built.content)[page].render(scale=scale).to_pil().convert('L')
    columns = range(int((glyph.axis + near) * scale), int((glyph.axis + far) * scale))
    return sum(picture.getpixel((x, y)) < 128 for x in columns for y in range(picture.height))


@pytest.mark.parametrize('name, style', [('sup', ''), ('sub', ' .wavy'), ('sup', ' .double')])
def test_a_side_line_keeps_clear_of_text_above_or_below_the_line(press, name, style):
    lined = press.set(f'[[国国国]{{.side-line{style}}}]{{.{name}}}')
    plain = press.set(f'[国国国]{{.{name}}}')
    glyph = glyph_of(plain, '国')
    half = glyph.size / 2
    assert dark(lined, glyph, -half, half) == dark(plain, glyph, -half, half)
    assert dark(lined, glyph, half, half + 3) > dark(plain, glyph, half, half + 3)


@pytest.mark.parametrize('before', ['永', '[永]{.large}', '[永]{.large-2}'])
def test_dots_of_large_characters_keep_clear_of_the_line_before(press, before):
    dotted = '[《《東東》》]{.large-2}'
    built = press.set(f'{before * 12}\n{{: .indent-2 }}\n{dotted}\n{{: .indent-2 }}')
    glyphs = [glyph for page in read_pages(built.content) for glyph in page]
    line = [glyph for glyph in glyphs if glyph.character == '永'][-1]
    base = next(glyph for glyph in glyphs if glyph.character == '東')
    # The squares of the dots are half an em, and their ink is in the middle half of them.
    assert line.axis - base.axis >= 0.5 * base.size + 0.375 * base.size + 0.4 * line.size


def ink_beside(built, side):
    """How much ink is on one side of the only line of the page, beside its characters."""
    glyph = next(
        (number, glyph)
        for number, page in enumerate(read_pages(built.content))
        for glyph in page
        if glyph.character == '永'
    )
    number, first = glyph
    page = pypdfium2.PdfDocument(built.content)[number]
    scale = 8
    picture = page.render(scale=scale).to_pil().convert('L')
    axis = first.axis * scale
    near, far = sorted((axis + side * 5.2 * scale, axis + side * 10 * scale))
    return sum(
        picture.getpixel((x, y)) < 128
        for x in range(int(near), int(far))
        for y in range(int((page.get_height() - first.top) * scale), picture.height)
    )


DOTS = 'open circle open-circle triangle open-triangle double-circle fisheye cross'.split()


def test_each_kind_of_dots_is_another_on_the_page(press):
    inks = [ink_beside(press.set('永永永《《永永》》'), 1)]
    inks += [ink_beside(press.set(f'永永永[永永]{{.bouten .{kind}}}'), 1) for kind in DOTS]
    assert all(inks) and len({*inks}) == len(inks)


def test_dots_may_stand_on_the_left(press):
    built = press.set('永永永[永永]{.bouten .left}')
    assert ink_beside(built, -1) and not ink_beside(built, 1)


def test_a_formula_lies_along_the_line_and_is_read_in_words(press):
    built = press.set('永永$x^2 + y^2 + z^2 = 1$永永')
    (page,) = (page for page in read_pages(built.content) if '永' in [g.character for g in page])
    tops = [glyph.top for glyph in page if glyph.character == '永']
    # Some six characters of room between the second and the third.
    assert 4 * 9 < tops[1] - tops[2] - 9 < 9 * 9
    assert len({round(glyph.axis, 1) for glyph in page if glyph.character == '永'}) == 1
