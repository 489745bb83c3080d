"""Title page and colophon as a reader sees them, read back from the page."""

import pytest

from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.settings import Colophon, Creator, Credit, HouseStyle

CREDITS = (
    Credit('底本', '「港の灯」海文庫、海書房、1954（昭和29）年9月30日発行'),
    Credit('底本の親本', '「港」' * 12),
    Credit('入力', '佐藤花子'),
)


@pytest.fixture
def pages(press):
    built = press.set(
        '# 章',
        creators=(Creator('青井文子'), Creator('山田太郎', 'trl'), Creator('鈴木', 'edt')),
        credits=CREDITS,
        source='「港の灯」海文庫、海書房',
    )
    return read_pages(built.content)


def text_of(line):
    return ''.join(glyph.character for glyph in line)


def test_the_title_page_says_who_translated_in_fewer_words_than_the_colophon(pages):
    title = [text_of(line) for line in vertical_lines(pages[0])]
    assert title == ['試みの本', '青井文子', '山田太郎　訳', '鈴木　編']
    colophon = [text_of(line) for line in vertical_lines(pages[-1])]
    assert '訳者　山田太郎' in colophon and '編者　鈴木' in colophon


def test_the_texts_of_the_colophon_stand_side_by_side_behind_its_labels(pages):
    """What they turn over to stands there too; labels begin where the title does."""
    lines = vertical_lines(pages[-1])
    size = lines[1][0].size
    labels = ('著者', '訳者', '編者', '底本の親本', '底本', '入力')
    heads = {round(lines[0][0].top, 1)}
    texts, labelled = set(), 0
    for line in lines[1:]:
        label = next((label for label in labels if text_of(line).startswith(f'{label}　')), '')
        labelled += bool(label)
        if label:
            heads.add(round(line[0].top, 1))
        first = line[len(label) + 1 if label else 0]
        texts.add(round(first.top - (size / 2 if first.character == '「' else 0), 1))
    assert labelled == 6 and len(lines) > 8
    assert len(heads) == 1 and len(texts) == 1
    # Five characters of the longest label, and one between.
    assert heads.pop() - texts.pop() == pytest.approx(6 * size, abs=0.2)


def test_a_source_that_a_credit_tells_more_of_is_not_told_twice(pages):
    assert ''.join(map(text_of, vertical_lines(pages[-1]))).count('海書房') == 1


def test_a_colophon_that_says_much_is_one_page(press):
    credits = tuple(Credit(f'底本{number}', '「港の灯」海文庫、' * 9) for number in range(7))
    built = press.set('# 章', credits=credits)
    found = read_pages(built.content)
    colophon = [[text_of(line) for line in vertical_lines(page)] for page in found[-2:]]
    assert colophon[0] in ([], ['章']) and colophon[1][0] == '試みの本'
    assert ''.join(colophon[1]).count('海文庫') == 63
    assert all(glyph.bottom > 20 and glyph.axis > 20 for glyph in found[-1])


def test_it_says_edition_printer_isbn_and_rights_without_a_heading(press):
    details = Colophon(edition='初版第一刷', printer='海印刷', isbn='978-4-12-345678-4')
    built = press.set('# 章', date='2024-05-01', rights='© 2024 青井', colophon=details)
    lines = [text_of(line) for line in vertical_lines(read_pages(built.content)[-1])]
    assert lines[0] == '試みの本'
    assert '発行日　2024年5月1日　初版第一刷' in lines and '印刷・製本　海印刷' in lines
    assert any(line.startswith('ISBN　978') for line in lines) and lines[-1].startswith('©')
    headed = press.set('# 章', colophon=Colophon(heading='奥付'))
    assert text_of(vertical_lines(read_pages(headed.content)[-1])[0]) == '奥付'


@pytest.mark.parametrize('figures', ['upright', 'kanji', 'kanji-digits'])
def test_an_isbn_is_printed_as_it_is_written_whatever_figures_the_house_has(press, figures):
    isbn = '978-4-12-345678-4'
    built = press.set(
        '# 章',
        date='2024-05-01',
        colophon=Colophon(isbn=isbn),
        house_style=HouseStyle(figures=figures),
    )
    lines = [text_of(line) for line in vertical_lines(read_pages(built.content)[-1])]
    assert f'ISBN　{isbn}' in lines
