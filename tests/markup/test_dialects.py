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


@pytest.mark.parametrize('name', ['emsp', 'ensp', 'thinsp', '#8195', '#x3000'])
def test_spaces_by_their_name(desk, name):
    assert '&' not in ''.join(desk.section(f'甲&{name};乙').itertext())
