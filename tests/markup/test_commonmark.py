"""Forms of CommonMark and PHP Markdown Extra that editors know from elsewhere."""

import re

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
        (
            '*甲*と***乙***',
            '<em class="bouten">甲</em>と<strong><em class="bouten">乙</em></strong>',
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


@pytest.mark.parametrize(
    'typed, expected',
    [
        ('港へ。\n灯\n====\n\n文', [('p', '港へ。'), ('h1', '灯'), ('p', '文')]),
        ('「港へ」\n灯\n---\n\n文', [('p', '「港へ」'), ('h2', '灯'), ('p', '文')]),
        ('夜の海\n朝の空\n---\n\n文', [('p', '夜の海', ('br',), '朝の空'), ('hr',), ('p', '文')]),
    ],
)
def test_words_underlined_below_a_sentence_are_a_head(desk, typed, expected):
    chapter = desk.chapter(typed)
    found = [outline(each) for each in chapter.section]
    assert [name.replace('h2', 'h1') for name, *_ in found] == [
        name.replace('h2', 'h1') for name, *_ in expected
    ]
    assert [rest for _, *rest in found] == [rest for _, *rest in expected]
    assert not chapter.warnings


def test_where_words_underlined_may_be_no_head_that_is_said(desk):
    chapter = desk.chapter('# 題\n\n夜の海\n朝の空\n===\n\n文')
    assert ('hr',) in list(map(outline, chapter.section))
    (warning,) = chapter.warnings
    assert '.md:4: === begins a page' in warning and '"朝の空"' in warning


@pytest.mark.parametrize(
    'typed, expected',
    [
        ('- 甲\n1. 乙', [('ul', ('li', '甲')), ('ol', ('li', '乙'))]),
        ('1. 甲\n- 乙', [('ol', ('li', '甲')), ('ul', ('li', '乙'))]),
        ('- 甲\n  1. 乙\n- 丙', [('ul', ('li', '甲', ('ol', ('li', '乙'))), ('li', '丙'))]),
        (
            '- 甲\n  - い\n  1. 乙\n- 丙',
            [
                (
                    'ul',
                    ('li', ('p', '甲'), ('ul', ('li', 'い')), ('ol', ('li', '乙'))),
                    ('li', ('p', '丙')),
                )
            ],
        ),
        (
            '- 甲\n\n  - い\n- 丙',
            [('ul', ('li', ('p', '甲'), ('ul', ('li', 'い'))), ('li', ('p', '丙')))],
        ),
    ],
)
def test_lists_of_both_kinds_beside_and_within_one_another(desk, typed, expected):
    assert list(map(outline, desk.section(typed))) == expected


TABLE = '| 名 | 数 |\n| --- | --- |\n| 船 | 三 |'


@pytest.mark.parametrize(
    'typed, tags',
    [
        (f'前\n{TABLE}\n後', ['p', 'table', 'p']),
        (f'前\n{TABLE}\n\n後', ['p', 'table', 'p']),
        (f'{TABLE}\n{{後|あと}}の字', ['table', 'p']),
        ('前\n名 | 数\n--- | ---\n船 | 三\n後', ['p', 'table', 'p']),
        (f'- 前\n  {TABLE}\n- 後'.replace('\n|', '\n  |'), ['ul']),
        (f'> 前\n> {TABLE}\n> 後'.replace('\n|', '\n> |'), ['blockquote']),
        ('前\n$$\nx\n$$\n後', ['p', 'div', 'p']),
        ('前\n$$x$$\n後', ['p', 'div', 'p']),
        ('前\n$$ x\n+ y $$\n後', ['p', 'div', 'p']),
        ('- 前\n  $$\n  x\n  $$\n- 後', ['ul']),
        ('> 前\n> $$\n> - x\n> $$\n> 後', ['blockquote']),
    ],
)
def test_tables_and_formulas_need_no_blank_lines(desk, typed, tags):
    chapter = desk.chapter(typed)
    assert [etree.QName(each).localname for each in chapter.section] == tags
    text = ''.join(chapter.section.itertext())
    assert '|' not in text and '$' not in text and not chapter.warnings
    rows = [len(row) for row in chapter.section.iter('{*}tr')]
    assert rows in ([], [2, 2])
    assert len(rows) or len(chapter.section.findall('.//{*}math')) == 1


def test_what_is_japanese_is_no_formula_and_named(desk):
    chapter = desk.chapter('前\n\n$$\n値は千円\n$$')
    assert '値は千円' in ''.join(chapter.section.itertext())
    assert '.md:3: a formula holds nothing Japanese' in chapter.warnings[0]


@pytest.mark.parametrize('mark', ':：＊◆†「」『』《》｜［］（）、。・…―～＃＞！？※〔〕"\'%,/;@')
def test_a_backslash_makes_any_mark_text(desk, mark):
    chapter = desk.chapter(f'語\\{mark} 文\n\n\\{mark} 文', writing='horizontal')
    first, second = (''.join(each.itertext()) for each in chapter.section)
    assert '\\' not in first + second and not first.startswith('語 ') and second.strip() != '文'
    assert {each.get('class') for each in chapter.section} <= {None, 'bracket-half'}


@pytest.mark.parametrize(
    'typed, base, reading',
    [
        ('｜「青空」《あおぞら》', '「青空」', 'あおぞら'),
        ('｜青い「空」の《あお》', '青い「空」の', 'あお'),
        ('café《カフェ》', 'café', 'カフェ'),
        ('これはHello《ハロー》', 'Hello', 'ハロー'),
        ('第ＡＢＣ《エービーシー》', 'ＡＢＣ', 'エービーシー'),
        ('一２《に》', '２', 'に'),
    ],
)
def test_a_word_or_words_in_brackets_may_have_ruby(desk, typed, base, reading):
    ruby = desk.section(typed).find('.//{*}ruby')
    assert ''.join([ruby.text or '', *(each.text or '' for each in ruby[:-1])]) in (
        base,
        base.translate(str.maketrans('２', '2')),
    )
    assert ruby[-1].text == reading


@pytest.mark.parametrize(
    'typed, items',
    [
        ('- 項\\\n  次の行\n- 二', ['項|次の行', '二']),
        ('- 項  \n  次の行', ['項|次の行']),
        ('1. 項\n   次の行', ['項|次の行']),
        ('- みかん\n次の文。', ['みかん|次の文。']),
        ('- a line of Western\n  text goes on', ['a line of Western text goes on']),
        ('- 甲\n\n  段\\\n  落', ['甲段|落']),
    ],
)
def test_the_end_of_a_line_in_an_item_is_that_of_one_in_a_paragraph(desk, typed, items):
    section = desk.section(typed)
    for line_break in section.iter('{*}br'):
        line_break.tail = f'|{(line_break.tail or "").lstrip()}'
    assert [''.join(item.itertext()).replace('\n', ' ') for item in section.iter('{*}li')] == items


@pytest.mark.parametrize(
    'typed',
    [
        '1. 項\n   > 引用\n   > 引用\n\n   続き\n2. 項',
        '- 項\n  > 引用\n  > 引用\n- 項',
        '- 項\n\n  > 引用\n  > 引用\n- 項',
        '- > 引用\n  > 引用\n- 項',
        '- 項\n    - 項\n      > 引用\n      > 引用\n- 項',
    ],
)
def test_a_quotation_in_an_item(desk, typed):
    section = desk.section(typed)
    quotation = section.find('.//{*}li/{*}blockquote')
    assert ''.join(quotation.itertext()) == '引用引用'
    assert '>' not in ''.join(section.itertext())
    assert [child.tag for child in section] == [section[0].tag]


@pytest.mark.parametrize(
    'before, block',
    [
        *((each, '```\n甲\n```') for each in ('- > ', '1. > > ', '- - > ', '> - ', '[^注]: > ')),
        *((each, '```\n甲\n```') for each in ('> > ', '- 項\n  > ', '[^1]: 注\n\n    > > ')),
        *((each, '$$\nx\n$$') for each in ('> > ', '- 項\n  > ')),
    ],
)
def test_code_and_formulas_in_whatever_holds_blocks(desk, before, block):
    later = re.sub(r'\[\^.*\]:|[-1.]', lambda match: ' ' * len(match[0]), before.split('\n')[-1])
    first, *rest = block.split('\n')
    section = desk.section('\n'.join([before + first, *(later + line for line in rest)]))
    if '>' in before:
        assert section.find('.//{*}blockquote') is not None
    assert section.find('.//{*}pre' if '`' in block else './/{*}math') is not None
    assert '`' not in ''.join(section.itertext())


@pytest.mark.parametrize(
    'typed', ['```\n> $$x$$\n~~', '---\n    $$x$$\n> > 語', '$$x$$\n>$$x$$\n次の行\n: 語']
)
def test_what_is_set_apart_in_the_midst_of_other_blocks_is_not_lost(desk, typed):
    section = desk.section(typed)
    assert section.find('.//{*}math') is not None or '$$x$$' in ''.join(section.itertext())


def test_the_words_of_a_caption_may_be_emphasised(desk):
    (desk.root / 'book' / 'pictures').mkdir(parents=True)
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    (desk.root / 'book' / 'pictures' / '絵.svg').write_text(picture)
    figure = desk.section('![絵](絵.svg)\n*絵の言葉*')[0]
    assert figure[1].text == '絵の言葉' and not len(figure[1])


IN_QUOTATIONS = [
    (
        '- 甲\n  - 乙\n  - 丙\n- 丁',
        '<ul><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ul>',
    ),
    ('文\n- 甲\n- 乙', '<p>文</p><ul><li>甲</li><li>乙</li></ul>'),
    ('文\n1. 甲', '<p>文</p><ol><li>甲</li></ol>'),
    ('- 甲\n\n  段\n- 乙', '<ul><li><p>甲</p><p>段</p></li><li><p>乙</p></li></ul>'),
    ('1) 甲\n2) 乙', '<ol><li>甲</li><li>乙</li></ol>'),
    ('甲\n3. 乙', '<p>甲<br/><span class="upright">3</span>. 乙</p>'),
]


@pytest.mark.parametrize('typed, made', IN_QUOTATIONS)
@pytest.mark.parametrize('depth', [1, 2])
def test_lists_in_quotations_are_read_as_elsewhere(desk, typed, made, depth):
    quoted = '\n'.join('> ' * depth + line for line in typed.split('\n'))
    marked = desk.chapter(f'# 章\n\n{quoted}')
    assert '<blockquote>' * depth + made + '</blockquote>' * depth in marked.xhtml


def test_a_list_right_below_a_quotation_ends_it(desk):
    marked = desk.chapter('# 章\n\n> 文\n- 甲\n  > 引\n- 乙')
    assert '<blockquote><p>文</p></blockquote>' in marked.xhtml
    assert '<li>甲<blockquote><p>引</p></blockquote></li><li>乙</li></ul>' in marked.xhtml


TERM = ('dl', ('dt', '灯'), ('dd', '港の光'))


@pytest.mark.parametrize(
    'typed, expected',
    [
        ('- 灯\n  : 港の光', ('ul', ('li', TERM))),
        ('1. 灯\n   : 港の光\n2. 灯\n    : 港の光', ('ol', ('li', TERM), ('li', TERM))),
        (
            '- 甲\n  - 灯\n    : 港の光\n- 乙',
            ('ul', ('li', '甲', ('ul', ('li', TERM))), ('li', '乙')),
        ),
        (
            '- 灯\n  : 港の光\n  : 星\n- 甲',
            ('ul', ('li', (*TERM, ('dd', '星'))), ('li', '甲')),
        ),
        (
            '- [ ] 灯\n  : 港の光',
            ('ul', ('li', ('dl', ('dt', ('span', '☐'), '灯'), ('dd', '港の光')))),
        ),
        ('- 甲\n  :乙', ('ul', ('li', '甲', ('br',), ':乙'))),
    ],
)
def test_an_item_may_be_a_term_with_its_definition_set_in_below(desk, typed, expected):
    assert outline(desk.section(typed)[0]) == expected
