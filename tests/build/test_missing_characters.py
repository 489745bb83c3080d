"""What no font has is named, with the place of the manuscript where it stands."""

from tategumi.build import Book
from tategumi.build.outputs import OUTPUTS


def test_a_character_that_no_font_has_is_named_with_its_file_and_line(tmp_path):
    chapters = tmp_path / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text('# 港\n\n灯がともる。\n', encoding='utf-8')
    (chapters / '02.md').write_text('# 丘\n\n一行目。\n\n二行目に𓀀がある。\n', encoding='utf-8')
    book = Book(tmp_path)
    OUTPUTS['pdf'].build(book)
    (told,) = (warning for warning in book.summary.warnings if 'no font has' in warning)
    assert '02.md:5: no font has the character 𓀀 (U+13000)' in told
