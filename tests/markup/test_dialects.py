"""What authors of web novels and users of other tools type, as it stands in the book."""

import pytest

from tategumi.manuscript.typed import as_notation
from tategumi.notation import escape


@pytest.mark.parametrize('text', ['##港', ':::note', '1) 港', '｜《魔法》', '漢字|《かんじ》'])
def test_text_of_a_seed_stays_text(desk, text):
    section = desk.section(
        as_notation(f'# 題\n\n{escape(text)}\n\n:::').text, figures='half-width'
    )
    assert ''.join(section[1].itertext()) == text


@pytest.mark.parametrize(
    'typed, base',
    [
        ('｜Love Story《ラブストーリー》', 'Love Story'),
        ('｜彼女 と 彼《ふたり》', '彼女 と 彼'),
        ('甲| 乙《おつ》', '乙'),
    ],
)
def test_words_with_spaces_between_them_have_ruby(desk, typed, base):
    assert desk.section(typed).find('.//{*}ruby').text == base


def test_items_with_a_bracket_are_items(desk):
    section = desk.section('1) 甲\n2) 乙\n   1) 丙')
    assert section[0].tag.endswith('ol') and section.find('.//{*}ol/{*}li/{*}ol/{*}li') is not None


def test_a_name_at_the_end_of_a_paragraph_is_what_links_call_it(desk):
    chapter = desk.chapter('港の段落 {#port}\n\n[そこ](#port)')
    assert not chapter.warnings and '{' not in ''.join(chapter.section.itertext())
    link = chapter.section.find('.//{*}a')
    assert chapter.section.find(f".//*[@id='{link.get('href')[1:]}']") is not None


def test_items_with_a_bracket_in_a_quotation(desk):
    assert len(desk.section('> 1) 甲\n> 2) 乙').findall('{*}blockquote/{*}ol/{*}li')) == 2


def test_two_waves_between_figures_are_no_mark(desk):
    assert '~~' in ''.join(desk.section('値段は1~~2円、3~~4円。').itertext()).replace('〜', '~')


@pytest.mark.parametrize('name', ['emsp', 'ensp', 'thinsp', '#8195', '#x3000'])
def test_spaces_by_their_name(desk, name):
    assert '&' not in ''.join(desk.section(f'甲&{name};乙').itertext())


@pytest.mark.parametrize(
    'behind, language, caption',
    [
        ('diff_python:main.py', 'language-diff', 'main.py'),
        ('main.py', None, 'main.py'),
        ('js title="foo.js"', 'language-js', 'foo.js'),
        ('python filename=a.py', 'language-python', 'a.py'),
        ('{.python .numberLines caption="題の言葉"}', 'language-python', '題の言葉'),
        ('{.python .numberLines}', 'language-python', None),
        ('js:fooBar.js {diff}', 'language-js', 'fooBar.js'),
    ],
)
def test_what_stands_behind_a_fence(desk, behind, language, caption):
    section = desk.section(f'```{behind}\nx\n```')
    code = section.find('.//{*}code')
    assert (None if code is None else code.get('class')) == language
    assert section.findtext("./{*}p[@class='caption']") == caption
    assert section.find('.//{*}pre') is not None


@pytest.mark.parametrize(
    'typed', ['語 {.x}\n: 説明', '- 項 {.x}', '段落{.x #y}', '段落 {.x a=b}\n続き']
)
def test_attributes_at_the_end_of_a_block_are_named(desk, typed):
    chapter = desk.chapter(typed)
    assert '{' not in ''.join(chapter.section.itertext())
    assert len(chapter.warnings) == 1 and '{.x' in chapter.warnings[0]


@pytest.mark.parametrize(
    'typed, named',
    [
        ('これは~~消し忘れ。', '~~消し忘れ'),
        ('文。==印忘れ。', '==印忘れ'),
        ('本文[^1の途中。', '[^1の途中'),
        ('本文[^甲の\n[乙]は', '[^甲の'),
        ('本文^[注の途中。', '^[注の途中'),
        ('<div>\n文。', '<div>'),
    ],
)
def test_what_does_not_end_is_named_and_stays(desk, typed, named):
    chapter = desk.chapter(typed, figures='half-width')
    assert len(chapter.warnings) == 1 and named in chapter.warnings[0]
    assert named in ''.join(chapter.section.itertext())


@pytest.mark.parametrize(
    'typed', ['え~~っ！', '彼女==私？', 'a == b', '1~~2', '~~甲~~と==乙==', '甲[^]']
)
def test_what_begins_nothing_is_not_named(desk, typed):
    assert not desk.chapter(typed).warnings
