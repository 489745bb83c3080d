"""Forms of CommonMark and PHP Markdown Extra that editors know from elsewhere."""

import pytest
from lxml import etree


def outline(node):
    """An element as its name and what is in it: ``('ul', ('li', '項'))``."""
    parts = [etree.QName(node).localname, (node.text or '').strip()]
    for child in node:
        parts += [outline(child), (child.tail or '').strip()]
    return tuple(part for part in parts if part)


@pytest.mark.parametrize('space', ['  ', '   ', '    ', '\t'])
@pytest.mark.parametrize('mark', ['-', '*', '1.'])
def test_items_within_items(desk, space, mark):
    section = desk.section(f'{mark} 甲\n{mark} 乙\n{space}- 丙\n{space}- 丁\n{mark} 戊')
    tag = 'ol' if mark == '1.' else 'ul'
    inner = ('ul', ('li', '丙'), ('li', '丁'))
    assert outline(section[0]) == (tag, ('li', '甲'), ('li', '乙', inner), ('li', '戊'))


def test_a_list_right_below_a_paragraph(desk):
    section = desk.section('次の二つ。\n- 甲\n- 乙\n\n後。')
    assert list(map(outline, section)) == [
        ('p', '次の二つ。'),
        ('ul', ('li', '甲'), ('li', '乙')),
        ('p', '後。'),
    ]


def test_a_paragraph_within_an_item(desk):
    section = desk.section('- 甲\n\n  続き\n- 乙')
    assert outline(section[0]) == ('ul', ('li', ('p', '甲'), ('p', '続き')), ('li', ('p', '乙')))


@pytest.mark.parametrize(
    'typed', ['二〇二四年。\n2024. 春だ', '前\n5. 年', '-5度\n+3度', '前\n-5度']
)
def test_what_begins_like_an_item_amid_a_paragraph_is_text(desk, typed):
    assert {each.tag.rpartition('}')[2] for each in desk.section(typed)} == {'p'}


@pytest.mark.parametrize(
    'typed, expected',
    [
        ('港の灯\n======\n\n文', [('h1', '港の灯'), ('p', '文')]),
        ('港の灯\n---\n\n文', [('h2', '港の灯'), ('p', '文')]),
        ('夜が来た。\n---\n朝が来た。', [('p', '夜が来た。'), ('hr',), ('p', '朝が来た。')]),
        ('夜が来た。\n---\n\n朝だ', [('p', '夜が来た。'), ('hr',), ('p', '朝だ')]),
        ('「夜だ\n---\n\n朝だ', [('p', '「夜だ'), ('hr',), ('p', '朝だ')]),
        ('夜\n===\n朝', [('p', '夜'), ('hr',), ('p', '朝')]),
    ],
)
def test_a_line_below_words(desk, typed, expected):
    section = desk.section('# 題\n\n' + typed)
    level = {'h1': 'h1', 'h2': 'h2'}
    assert [
        (level.get(name, name), *rest) for name, *rest in map(outline, section[1:])
    ] == expected


@pytest.mark.parametrize('call', ['[灯台][L]', '[灯台][l]', '[L][]', '[L]'])
@pytest.mark.parametrize(
    'definition', ['[L]: https://e.example/', '  [L]: <https://e.example/> "題"']
)
def test_a_link_whose_address_stands_elsewhere(desk, call, definition):
    section = desk.section(f'{definition}\n\nこの{call}へ')
    assert len(section) == 1 and section[0][0].get('href') == 'https://e.example/'


def test_what_nothing_refers_to_stays_text(desk):
    section = desk.section('[注]と`[港]`\n\n[港]: https://e.example/')
    assert [''.join(each.itertext()) for each in section] == [
        '[注]と[港]',
        '[港]: https://e.example/',
    ]
    assert not section.findall('.//{*}a')


@pytest.mark.parametrize('typed', ['<br>', '<br /><br>', '&nbsp;', '　', '\\', '\xa0'])
def test_a_block_that_prints_nothing_leaves_a_line_empty(desk, typed):
    section = desk.section(f'前。\n\n{typed}\n\n後。')
    assert [(each.get('class'), ''.join(each.itertext())) for each in section] == [
        (None, '前。'),
        ('apart', '後。'),
    ]


@pytest.mark.parametrize(
    'first, second',
    [
        ('**朝**', '**夜**'),
        ('[朝]{.small}', '[夜]{.small}'),
        ('~~朝~~', '==夜=='),
        ('{朝|あさ}', '*夜*'),
    ],
)
def test_lines_that_end_with_notation_are_lines(desk, first, second):
    (paragraph,) = desk.section(f'{first}\n{second}')
    assert paragraph.find('{*}br') is not None


def test_abbreviations_are_explained_and_not_printed(desk):
    section = desk.section('*[灯協]: 灯台協会\n\n灯協の人が来た。')
    assert len(section) == 1 and section[0].find('{*}abbr').get('title') == '灯台協会'


@pytest.mark.parametrize(
    'typed, base, reading',
    [
        ('{甲\\|乙|ルビ}', '甲|乙', 'ルビ'),
        ('{甲\\|乙|る\\|び}', '甲|乙', 'る|び'),
        ('{\\{甲\\}|ルビ}', '{甲}', 'ルビ'),
        ('| 名 |\n| --- |\n| {甲\\|乙|ルビ} |', '甲|乙', 'ルビ'),
    ],
)
def test_marks_of_ruby_behind_a_backslash_are_text(desk, typed, base, reading):
    ruby = desk.section(typed).find('.//{*}ruby')
    assert ruby.text == base and ruby[0].text == reading and len(ruby) == 1


@pytest.mark.parametrize('typed', ['値は$$x+1$$だ', '値は$$ x+1 $$だ', '値は$x+1$だ'])
def test_a_formula_amid_a_line(desk, typed):
    assert desk.section(typed).find('.//{*}math').get('alttext') == 'x+1'


@pytest.mark.parametrize(
    'typed, read',
    [
        ('**太***斜*', '<strong>太</strong><em class="bouten">斜</em>'),
        ('*斜***太**', '<em class="bouten">斜</em><strong>太</strong>'),
        (
            '**太***斜***太**',
            '<strong>太</strong><em class="bouten">斜</em><strong>太</strong>',
        ),
        ('~~甲~~~~乙~~', '<s>甲</s><s>乙</s>'),
        ('==甲====乙==', '<mark>甲</mark><mark>乙</mark>'),
    ],
)
def test_marks_beside_one_another(desk, typed, read):
    assert desk.inner(typed) == read


def test_a_table_of_one_row_has_no_second(desk):
    section = desk.section('| 名 | 数 |\n| --- | --- |')
    assert outline(section[0]) == ('table', ('thead', ('tr', ('th', '名'), ('th', '数'))))
