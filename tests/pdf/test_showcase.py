"""Every construct of the manuscript on the vertical page."""

import re

import pytest
from lxml import etree

from tategumi import markup
from tategumi.check.glyphs import read_pages, vertical_lines
from tategumi.errors import BadInput
from tategumi.markup import mark_up
from tategumi.page.kihon_hanmen import page_of
from tategumi.page.papers import PAPERS

from .conftest import plain

PITCH = PAPERS['bunko'].pitch


@pytest.fixture(scope='module')
def pages(showcase):
    *_, built = showcase
    assert built.warnings == ()
    return read_pages(built.content)[2:-1]


def vocabulary():
    """The elements and classes that the package ``markup`` says a chapter may hold."""
    text = markup.__doc__.partition('may hold')[2].partition('``section.titlepage')[0]
    terms = [line for line in text.splitlines() if line.startswith('``')]
    return sorted({term for line in terms for term in re.findall('``([a-z0-9.-]+)``', line)})


@pytest.mark.parametrize('term', vocabulary())
def test_the_showcase_uses_all_that_a_chapter_may_hold(showcase, term):
    """But for paragraphs that this house indents in another way."""
    if term in ('p.bracket-full', 'p.bracket-flush'):
        return
    settings, chapters, _ = showcase
    assert any(
        is_called(made, term)
        for chapter in chapters
        for made in mark_up(chapter, settings).section.iter(etree.Element)
    )


def is_called(made, term):
    """Is ``term`` the element, its element and classes, one of its classes or an attribute?"""
    tag, *names = term.split('.')
    classes = made.get('class', '').split()
    if not names and (tag in classes or made.get(tag)):
        return True
    return tag in ('', etree.QName(made).localname) and set(names) <= set(classes)


def text_of(line):
    return ''.join(glyph.character for glyph in line)


def lines_of(pages):
    return [text_of(line) for page in pages for line in vertical_lines(page)]


def test_everything_is_there_in_its_order(pages):
    text = plain(''.join(lines_of(pages)))
    order = [
        '第一部見本',
        '部の扉に',
        '行のなかの組み方',
        '吾輩は猫である。',
        '数字と欧文',
        'internationalization',
        '強調と連結',
        '平将門(平安時代の武将。下総の',
        '傍線と傍点、二重',
        '下りの汽船',
        '圏点と読み',
        '小さい文字',
        '誤った正しい文',
        '「括弧で',
        'ここから次の行である',
        'これは注の本文で、',
        '段落のかたち',
        '引用の段落である。',
        '一つ目の項目',
        '番号つき',
        '朝ごとに浮かぶ。「波よ」と',
        '数えられない。詩のあと',
        '場面が変わる。',
        '「こう書く人もいる」',
        '◆',
        '岬に立つ。',
        '☑',
        '頁を改めた。',
        '林檎',
        'defmain():',
        '六段目の文。',
        '図のあとの本文。',
        '終わりの段落。',
        '末尾から二字上がる日付',
        '末尾にある署名',
        '注の二つ目の段落。',
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize('text, raised', [('末尾から二字上がる日付', 2), ('末尾にある署名', 0)])
def test_lines_at_the_line_end_reach_down_to_it(showcase, pages, text, raised):
    page = page_of(showcase[0])
    (line,) = (
        line for glyphs in pages for line in vertical_lines(glyphs) if text_of(line) == text
    )
    foot = (page.height - page.head) * 72 / 25.4 - page.line_length
    assert line[-1].bottom - foot == pytest.approx(raised * page.character_size, abs=0.1)


@pytest.mark.parametrize('item', ['・一つ目の項目', '三、番号つき', '四、二番目'])
def test_a_list_item_is_copied_after_its_marker(pages, item):
    assert item in lines_of(pages)


def test_the_lines_of_a_list_item_stand_in_behind_its_marker(press):
    built = press.set('# 章\n\n- ' + '永' * 60 + '\n\n本文。\n\n3. ' + '東' * 60)
    first, second, _, third, fourth = vertical_lines(read_pages(built.content)[2])[1:6]
    assert first[1].top == pytest.approx(second[0].top, abs=0.05)
    assert third[2].top == pytest.approx(fourth[0].top, abs=0.05)
    assert third[0].character == '三'


def test_a_cell_as_wide_as_its_text_holds_it_on_one_line(pages):
    assert any(plain(line).startswith('林檎') for line in lines_of(pages))


def test_a_float_inside_a_paragraph_is_refused_and_never_lost(press):
    press.add_rules('strong { float: left }')
    with pytest.raises(BadInput, match=r'pdf\.css: .*<strong> is a float inside a paragraph'):
        press.set('# 章\n\n永**東**国')


def test_a_quote_is_set_in_by_two_characters(pages):
    heads = {text_of(line): line[0].top for page in pages for line in vertical_lines(page)}
    assert heads['前の場面である。'] - heads['引用の段落である。'] == pytest.approx(2 * 9, abs=0.1)


def test_verse_is_set_in_line_by_line_and_stanza_by_stanza(press):
    """What a line has no room for goes on two characters deeper; the text stays on its lines."""
    built = press.set(
        '永永\n\n「東」東\n　国国\n' + '酬' * 50 + '\n今今\n{: .verse }\n\n鷹鷹\n'
        '{: .verse }\n\n永永'
    )
    lines = vertical_lines(read_pages(built.content)[2])
    heads = [(text_of(line).strip('\u3000')[0], line[-1].axis) for line in lines]
    assert [head for head, _ in heads] == list('永「国酬酬今鷹永')
    pitches = [(right - left) / PITCH for (_, right), (_, left) in zip(heads, heads[1:])]
    assert pitches == pytest.approx([2, 1, 1, 1, 1, 2, 2], abs=0.01)
    tops = {text_of(line)[-1]: line[-1].top + 9 * (len(line) - 1) for line in lines}
    first = lines[0][0].top + 9
    assert first - lines[3][0].top == pytest.approx(2 * 9, abs=0.1)
    assert first - lines[4][0].top == pytest.approx(4 * 9, abs=0.1)
    assert first - tops['今'] == first - tops['鷹'] == pytest.approx(2 * 9, abs=0.1)
    set_in = next(glyph for glyph in lines[2] if glyph.character == '国')
    assert first - set_in.top == pytest.approx(3 * 9, abs=0.1)


@pytest.mark.parametrize('before', range(1, 14))
def test_no_line_of_a_stanza_stands_alone_at_the_end_or_head_of_a_page(press, before):
    text = '永\n\n' * before + '国\n' * 4 + '{: .verse }\n\n' + '永\n\n' * 6
    pages = read_pages(press.set(f'# 章\n\n{text}').content)[2:-1]
    counts = [sum(glyph.character == '国' for glyph in page) for page in pages]
    assert sum(counts) == 4 and 1 not in counts
