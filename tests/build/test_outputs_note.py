"""What is said of finished books whose name the book no longer has."""

import pytest

from tategumi.build import Book
from tategumi.build.outputs import make


@pytest.fixture
def shelf(tmp_path):
    chapters = tmp_path / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text('# 港\n\n灯がともる。\n', encoding='utf-8')

    def made(name, *outputs):
        """What is said of old files when the book called ``name`` is made."""
        (tmp_path / 'book' / 'book.yaml').write_text(f'title: {name}\n', encoding='utf-8')
        book = Book(tmp_path)
        make(book, *outputs)
        return [each for each in book.summary.warnings if 'had before' in each]

    made.dist = tmp_path / 'dist'
    return made


def test_files_of_a_name_the_book_had_before_are_named_and_left(shelf):
    assert shelf('港の灯', 'docx', 'epub') == []
    assert shelf('港の灯', 'docx') == []
    (said,) = shelf('岬の灯', 'docx')
    assert said.endswith(': 港の灯.docx, 港の灯.epub')
    assert {path.name for path in shelf.dist.glob('[!.]*')} >= {
        f'{name}.docx' for name in ('港の灯', '岬の灯')
    }


def test_of_files_that_were_deleted_or_are_of_the_name_again_nothing_is_said(shelf):
    shelf('港の灯', 'docx')
    shelf('岬の灯', 'docx')
    (said,) = shelf('港の灯', 'docx')
    assert said.endswith(': 岬の灯.docx')
    (shelf.dist / '岬の灯.docx').unlink()
    assert shelf('港の灯', 'docx') == []


@pytest.mark.parametrize(
    'note',
    ['', '[]', '{"../book/book.yaml": "x", "..": "x", "\\ud800": "x", "港.epub": 1}', '{' * 9999],
)
def test_a_note_that_is_none_says_nothing(shelf, note):
    shelf.dist.mkdir()
    (shelf.dist / '.outputs.json').write_text(note, encoding='utf-8')
    assert shelf('港の灯', 'docx') == []
    assert len(shelf('岬の灯', 'docx')) == 1
