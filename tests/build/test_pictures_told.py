"""What is said of a picture names its file as it was written, and the line it stands on."""

import pytest
from PIL import Image

from tategumi import Book, make
from tategumi.language import language_of


@pytest.mark.parametrize('written', ['../pictures/灯台.png', '../pictures/%E7%81%AF%E5%8F%B0.png'])
def test_pictures_are_told_of_at_their_lines_in_japanese(tmp_path, written):
    pictures = tmp_path / 'book' / 'pictures'
    pictures.mkdir(parents=True)
    Image.new('L', (900, 2000), 200).save(pictures / '灯台.png')
    (tmp_path / 'book' / 'book.yaml').write_text('title: 灯台守\n', encoding='utf-8')
    chapter = tmp_path / 'book' / 'chapters' / '01.md'
    chapter.parent.mkdir()
    chapter.write_text(f'# 岬\n\n灯が点いた。\n\n![]({written})\n', encoding='utf-8')
    book = Book(tmp_path)
    make(book, 'pdf')
    japanese = language_of('ja')
    told = [japanese.say(warning) for warning in book.summary.warnings]
    without_words, white = (each.partition(f'{chapter}:5: ')[2] for each in told)
    assert '代替テキスト' in without_words and 'has no words' not in without_words
    assert white.startswith('図 pictures/灯台.png が入りきらず')
