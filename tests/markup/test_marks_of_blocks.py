"""``{: .indent-2 }`` and its like below headings, lists, quotations, tables and definitions."""

import re

import pytest
from lxml import etree
from PIL import Image

TABLE = '| 名 | 数 |\n| --- | --- |\n| 船 | 三 |'
LIST = '- 甲\n  1. 一\n  2. 二\n- 乙'
BLOCKS = [LIST, '1. 甲\n2. 乙', '> 引用\n> 次', TABLE, '語\n: 説明']


def written(desk, text):
    section = desk.section(text)
    return [
        re.sub(' xmlns(:epub)?="[^"]*"', '', etree.tostring(block, encoding='unicode')).strip()
        for block in section
    ]


@pytest.mark.parametrize('block', BLOCKS)
@pytest.mark.parametrize('mark', ['.indent-2', '.frame', '.indent-2 .tight'])
def test_a_whole_block_is_set_in(desk, block, mark):
    alone = written(desk, block)
    chapter = desk.chapter(f'{block}\n{{: {mark} }}')
    (outer,) = written(desk, f'{block}\n{{: {mark} }}')
    assert alone[0] in outer and outer.startswith('<div class="indented')
    assert not chapter.warnings


@pytest.mark.parametrize('block', BLOCKS)
@pytest.mark.parametrize('mark', ['.unknown', '.caption', '.indent-99', '.verse .x'])
def test_a_mark_that_says_nothing_of_a_block_is_named_and_not_printed(desk, block, mark):
    chapter = desk.chapter(f'前。\n\n{block}\n{{: {mark} }}\n\n後。')
    line = 3 + len(block.split('\n'))
    (warning,) = chapter.warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:{line}: {{: {mark} }}')
    assert written(desk, block)[0] in written(desk, f'{block}\n{{: {mark} }}')[0]


@pytest.mark.parametrize('block', BLOCKS)
def test_a_line_is_empty_before_a_block_that_stands_apart_as_it_is(desk, block):
    assert not desk.chapter(f'前。\n\n{block}\n{{: .apart }}').warnings


@pytest.mark.parametrize('kind', ['center', 'evenly', 'line-end'])
def test_lines_of_a_quotation_stand_where_the_mark_says(desk, kind):
    (quote,) = desk.section(f'> 灯\n> {{: .apart }}\n>\n> 港\n{{: .{kind} }}')
    assert {paragraph.get('class') for paragraph in quote} == {kind}


def test_a_stanza_may_be_quoted(desk):
    assert written(desk, '> 海は\n> 　朝\n{: .verse }') == [
        '<blockquote><div class="verse"><p>海は</p><p>　朝</p></div></blockquote>'
    ]


def test_a_heading_may_stand_in_the_middle_of_its_line(desk):
    section = desk.section('# 題\n{: .center }\n\n## 節\n{: .center }\n\n文')
    assert [each.get('class') for each in section] == ['center', 'center', None]


def test_what_is_below_a_heading_takes_the_mark_and_the_heading_does_not(desk):
    section = desk.section('# 題\n署名\n{: .line-end }\n\n## 節\n- 甲\n- 乙\n{: .indent-2 }')
    tags = [(etree.QName(each).localname, each.get('class')) for each in section]
    assert tags == [('h1', None), ('p', 'line-end'), ('h2', None), ('div', 'indented')]


def test_text_and_a_list_below_it_are_both_set_in(desk):
    section = desk.section('次の二つ。\n- 甲\n- 乙\n{: .indent-2 }')
    assert [[etree.QName(each[0][0]).localname, each[0].get('class')] for each in section] == [
        ['p', 'indent-2'],
        ['ul', 'indent-2'],
    ]


@pytest.mark.parametrize('above', ['## 節', '- 項', '> 引用', '\n', TABLE])
def test_a_definition_without_a_term_is_text_and_named(desk, above):
    chapter = desk.chapter(f'{above}\n\n: 説明')
    assert not chapter.section.findall('.//{*}dl')
    assert '":' in chapter.warnings[0] or '": 説明"' in chapter.warnings[0]
    assert ': 説明' in ''.join(chapter.section.itertext())
    assert len(chapter.warnings) == 1


def test_each_of_several_marks_that_say_nothing_is_named_with_its_line(desk):
    chapter = desk.chapter('甲\n{: .x }\n\n乙\n\n丙\n{: .x }')
    lines = [warning.split(':')[1] for warning in chapter.warnings]
    assert lines == ['2', '7']


@pytest.mark.parametrize(
    'note, kept',
    [
        ('※［＃「口＋奇」、12-3］', True),
        ('※［＃二の字点に似たもの］', True),
        ('［＃「港」は篆書体］', False),
        ('［＃「［」は篆書体', True),
        (f'［＃{"港" * 300}］', False),
    ],
)
def test_a_note_nobody_can_read_is_named_and_a_character_stays(desk, note, kept):
    chapter = desk.chapter(f'前\n\n字は{note}である。')
    assert ('［＃' in ''.join(chapter.section.itertext())) == kept
    assert chapter.warnings[0].startswith(f'{desk.folder / "00-章.md"}:3: ')


@pytest.mark.parametrize(
    'typed',
    [
        '####### 七段',
        '昭和^12345^年',
        f'｜{"港" * 101}《みなと》',
        f'｜港《{"み" * 101}》',
    ],
)
def test_what_notation_has_no_room_for_is_named(desk, typed):
    chapter = desk.chapter(f'前\n\n{typed}')
    (warning,) = chapter.warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:3: ') and 'at most' in warning
    assert not desk.chapter(f'前\n\n`{typed}`').warnings


@pytest.mark.parametrize(
    'typed, why',
    [
        ('《《傍点', 'emphasis that does not end'),
        ('**強調と', 'emphasis that does not end'),
        ('**強調**と**強調', 'emphasis that does not end'),
        ('{漢字|かんじ', 'ruby that does not end'),
        ('港の{漢字|かんじと言う', 'ruby that does not end'),
        ('[文]{.small', 'a span that does not end'),
        ('前<!-- 閉じない', 'a comment that does not end'),
        ('<table><tr><td>港', 'an element that does not end'),
        ('<marquee>港</marquee>', 'no element that a book has'),
        ('[文](javascript:x)', 'leads to no address'),
        ('[文](mailto:x)', 'leads to no address'),
    ],
)
def test_what_begins_and_does_not_end_is_named(desk, typed, why):
    chapter = desk.chapter(f'前\n\n{typed}\n\n**後**の《《点》》と{{字|じ}}')
    (warning,) = chapter.warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:3: ') and why in warning
    assert not desk.chapter(f'前\n\n`{typed}`').warnings


@pytest.mark.parametrize(
    'typed',
    [
        '**強\n調**と《《傍\n点》》',
        '2**10と3**2',
        '＊＊＊',
        '* * *',
        '《港》と《灯》',
        '{港}と|灯|と{a|b',
        '1 < 2、3 > 2、a<b',
        '[港](#題)と[注]',
        '**「強調」**だ。**次**も',
        '値は{x}である',
        '<ステータス>力１２</ステータス>',
    ],
)
def test_what_no_notation_has_is_text_without_a_word(desk, typed):
    assert not desk.chapter(f'# 題\n\n{typed}').warnings


@pytest.mark.parametrize(
    'typed', ['港［＃知らない］', '港\n{: .x }', '《《港', '[港]{.x}', '[港](x)']
)
def test_of_many_alike_each_is_named_with_its_line(desk, typed):
    chapter = desk.chapter('\n\n'.join([typed] * 200))
    height = typed.count('\n') + 2
    lines = [int(warning.split(':')[1]) for warning in chapter.warnings]
    assert lines == [*range(height - 1, 200 * height, height)]


LINES_WITH_MARKS = {
    '{: .indent-2 }': '<div class="indent-2"><p>字</p></div>',
    '{: .frame }': '<div class="frame"><p>字</p></div>',
    '{: .verse }': '<div class="verse"><p>字</p></div>',
    '{: .center }': '<p class="center">字</p>',
    '{: .line-end }': '<p class="line-end">字</p>',
    '{: .apart }': '<p class="apart">字</p>',
    '{#port}': '<p id="chapter-00-anchor-1">字</p>',
}


@pytest.mark.parametrize(
    'below', ['次。', '次。\n{: .center }', '次。\n{: .verse }', '次。\n{: .indent-4 }']
)
@pytest.mark.parametrize('mark', LINES_WITH_MARKS)
def test_what_stands_right_below_a_mark_is_of_another_block(desk, mark, below):
    marked = desk.chapter(f'# 章\n\n字\n{mark}\n{below}\n\n末。')
    assert LINES_WITH_MARKS[mark] in marked.xhtml
    assert '{' not in marked.xhtml and '>次。</p>' in marked.xhtml and not marked.warnings


@pytest.mark.parametrize('first', ['{: .indent-2 }', '{: .verse }', '{: .center }'])
@pytest.mark.parametrize('second', ['{: .center }', '{: .tight }', '{: .verse }'])
def test_of_two_marks_below_one_another_the_second_is_told_of(desk, first, second):
    marked = desk.chapter(f'# 章\n\n字\n{first}\n{second}')
    assert LINES_WITH_MARKS[first] in marked.xhtml and '{' not in marked.xhtml
    (told,) = marked.warnings
    assert f'{second} marks nothing here' in str(told)
    assert first == second or '章.md:5: ' in str(told)


def test_a_picture_right_above_its_caption_is_a_figure(desk):
    desk.folder.mkdir(parents=True)
    Image.new('L', (8, 8)).save(desk.folder / 'a.png')
    marked = desk.chapter('# 章\n\n![図](a.png)\n説明\n{: .caption }\n本文。')
    assert '<figcaption>説明</figcaption></figure>' in marked.xhtml
    assert '<p>本文。</p>' in marked.xhtml


@pytest.mark.parametrize('rule', ['***', '* * *', '---', '==='])
@pytest.mark.parametrize('mark', ['indent-2', 'center', 'line-end', 'caption', 'verse', 'apart'])
@pytest.mark.parametrize('above', ['', '前。\n\n'])
def test_what_parts_scenes_right_above_a_marked_line_is_not_printed(desk, rule, mark, above):
    chapter = desk.chapter(f'{above}{rule}\n灯\n{{: .{mark} }}')
    apart = desk.chapter(f'{above}{rule}\n\n灯\n{{: .{mark} }}')
    assert chapter.xhtml == apart.xhtml and '<hr' in chapter.xhtml
    assert not chapter.warnings


def test_lines_on_both_sides_of_what_parts_scenes_take_a_mark(desk):
    before, rule, after = written(desk, '灯\n***\n港\n{: .indent-2 }')
    assert rule == '<hr class="scene"/>'
    assert 'indent-2' in before and '灯' in before and 'indent-2' in after and '港' in after


def test_a_mark_right_below_stars_is_theirs(desk):
    assert written(desk, '***\n{: .center }') == ['<p class="center">***</p>']
