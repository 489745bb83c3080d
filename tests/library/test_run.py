"""Which folders are taken for books."""

import pytest

from tategumi.errors import BadInput
from tategumi.library import books_in


def folders(root, *names):
    for name in names:
        (root / name).mkdir(parents=True)
    return root


def test_a_book_has_seeds_or_a_manuscript(tmp_path):
    folders(tmp_path, '朝/seeds', '昼/book', '夜/pictures', '暁/seeds')
    (tmp_path / 'notes.txt').write_text('')
    assert books_in([tmp_path]) == [tmp_path / '昼', tmp_path / '暁', tmp_path / '朝']


def test_a_book_is_taken_once_in_the_order_of_what_was_typed(tmp_path):
    folders(tmp_path, 'b/seeds', 'a/seeds')
    assert books_in([tmp_path / 'b', tmp_path, tmp_path / 'a' / '..' / 'b']) == [
        tmp_path / 'b',
        tmp_path / 'a',
    ]


def test_what_is_in_a_book_is_no_other_book(tmp_path):
    folders(tmp_path, 'seeds', 'inner/seeds')
    assert books_in([tmp_path]) == [tmp_path]


@pytest.mark.parametrize('name', ['gone', 'empty'])
def test_a_folder_without_books_is_named(tmp_path, name):
    folders(tmp_path, 'empty')
    with pytest.raises(BadInput, match=name):
        books_in([tmp_path / name])
