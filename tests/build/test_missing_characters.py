"""What no font has and what no line holds is named, with the place of the manuscript."""

import pytest

from tategumi.build import Book
from tategumi.build.outputs import OUTPUTS


def told_of(root, text):
    """What is said of a book whose second chapter is ``text``."""
    chapters = root / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text('# 港\n\n灯がともる。\n', encoding='utf-8')
    (chapters / '02.md').write_text(text, encoding='utf-8')
    book = Book(root)
    OUTPUTS['pdf'].build(book)
    return book.summary.warnings


def test_a_character_that_no_font_has_is_named_with_its_file_and_line(tmp_path):
    told = told_of(tmp_path, '# 丘\n\n一行目。\n\n二行目に𓀀がある。\n')
    (told,) = (warning for warning in told if 'no font has' in warning)
    assert '02.md:5: no font has the character 𓀀 (U+13000)' in told


def test_all_characters_of_a_word_in_another_script_are_named_in_one_way(tmp_path):
    word = '𐎠𐎡𐎢'
    told = told_of(tmp_path, f'# 丘\n\n一行目。\n\n楔形文字の{word}である。\n')
    assert not [warning for warning in told if 'notdef' in warning]
    for character in word:
        assert [each for each in told if f'02.md:5: no font has the character {character}' in each]


@pytest.mark.parametrize('text', ['ー' * 80, 'あ、{波|なみ}よ' + 'ー' * 80, '一。\n' + 'ぁ' * 80])
def test_a_text_that_no_line_holds_is_named_with_its_place(tmp_path, text):
    told = told_of(tmp_path, f'# 丘\n\n{text}\n')
    (told,) = (warning for warning in told if 'no line holds' in warning)
    assert f'02.md:{3 + text.count(chr(10))}: ' in told


def test_a_formula_longer_than_a_line_is_named_with_its_place(tmp_path):
    formula = '+'.join(f'x_{{{number}}}' for number in range(60))
    told = told_of(tmp_path, f'# 丘\n\n本文。\n\n$$\n{formula}\n$$\n')
    (told,) = (warning for warning in told if 'longer than the measure' in warning)
    assert '02.md:6: ' in told and 'x_{0}+x_{1}' in told
