"""Formulas: never mangled, and nothing else is taken for one."""

import unicodedata

import pytest

from tategumi.errors import BadInput


def formulas(section):
    return [made.get('alttext') for made in section.iter('{*}math')]


@pytest.mark.parametrize(
    'source',
    [
        'x^2',
        'a_1 < b_2',
        r'\frac{1}{2}\sqrt{a_i}',
        r'\{a\} \le b_{i,j}',
        r'x*y*z',
        '[a](b)',
        r'a~b~c \& \%',
        r'\int_0^\infty e^{-x^2}\,dx',
    ],
)
def test_what_stands_in_a_formula_is_its_own(desk, source):
    section = desk.section(f'面積は${source}$である。')
    assert formulas(section) == [source]
    assert section.find('.//{*}em') is None and section.find('.//{*}a') is None


@pytest.mark.parametrize(
    'text', ['$5と$10', '5$と10$を', '$ x $', '\\$x\\$', '$a', '$x$5', '価格は$朝$', '`$x$`']
)
def test_money_is_text(desk, text):
    section = desk.section(text)
    assert formulas(section) == []
    shown = unicodedata.normalize('NFKC', ''.join(section[0].itertext()))
    assert shown == text.replace('\\', '').replace('`', '')


def test_a_formula_by_itself_is_a_block(desk):
    section = desk.section('前。\n\n$$\nx = \\frac{a}{b}\n$$\n\n後。')
    assert section[1].get('class') == 'formula'
    assert section[1][0].get('display') == 'block' and formulas(section) == ['x = \\frac{a}{b}']


@pytest.mark.parametrize(
    'typed',
    [
        '- 甲\n- $$\n  x\n  $$\n- 乙',
        '1. $$x$$\n2. 乙',
        '> - $$\n>   x\n>   $$',
        '- 甲\n  - $$\n    x\n    $$',
        '語\n: $$\n  x\n  $$',
        '文[^1]。\n\n[^1]: $$\n    x\n    $$',
    ],
)
def test_an_item_a_definition_or_a_note_may_begin_with_a_formula(desk, typed):
    section = desk.section(typed)
    (box,) = section.iterfind('.//{*}div[@class="formula"]')
    assert box[0].get('display') == 'block' and formulas(section) == ['x']
    assert '$' not in ''.join(section.itertext()).replace('x', '')
    # Items stay as close as they were.
    assert not section.findall('.//{*}li/{*}p')


@pytest.mark.parametrize('source', [r'\foo{x}', r'\frac{1', 'x^'])
def test_what_is_no_formula_is_named_with_its_line(desk, source):
    with pytest.raises(BadInput, match=r'章\.md:3: the formula'):
        desk.chapter(f'# 題\n\n式は${source}$である。')


@pytest.mark.parametrize(
    'name, rows',
    [
        ('aligned', 2),
        ('alignedat}{2', 2),
        ('alignat*}{2', 2),
        ('eqnarray', 2),
        ('gather', 2),
        ('gathered', 2),
        ('multline*', 2),
    ],
)
def test_environments_of_amsmath(desk, name, rows):
    end = name.partition('}')[0]
    section = desk.section(f'$$\n\\begin{{{name}}}\na = b \\\\\nc = d\n\\end{{{end}}}\n$$')
    assert len(section.findall('.//{*}mtr')) == rows
    assert end in section.find('.//{*}math').get('alttext')


def test_a_numbered_equation_is_its_formula(desk):
    section = desk.section('$$\\begin{equation}x = 1\\end{equation}$$')
    assert [each.text for each in section.findall('.//{*}mi')] == ['x']
