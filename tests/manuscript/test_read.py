import pytest

from tategumi.errors import BadInput
from tategumi.manuscript import not_chapters, read_chapters
from tategumi.settings import load_settings


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for name in ('02-b.md', '01-a.md', '01-a.md.kept-1', 'notes.txt'):
        (folder / name).write_text(f'# {name}\n', encoding='utf-8')
    return tmp_path


def listing(book, *chapters):
    lines = ''.join(f'  - {chapter}\n' for chapter in chapters)
    (book / 'book' / 'book.yaml').write_text(f'title: 港\nchapters:\n{lines}', encoding='utf-8')
    return load_settings(book)


def test_chapters_are_read_by_name_and_kept_files_are_none(book):
    assert [
        (chapter.index, chapter.path.name, chapter.text)
        for chapter in read_chapters(load_settings(book))
    ] == [(0, '01-a.md', '# 01-a.md\n'), (1, '02-b.md', '# 02-b.md\n')]


def test_the_order_of_book_yaml(book):
    settings = listing(book, 'chapters/02-b.md', 'chapters/01-a.md')
    assert [chapter.path.name for chapter in read_chapters(settings)] == ['02-b.md', '01-a.md']


def test_a_listed_chapter_that_is_not_there_names_the_line(book):
    settings = listing(book, 'chapters/01-a.md', 'chapters/03-c.md')
    with pytest.raises(BadInput, match=r'book\.yaml:4: .*chapters/03-c\.md is not there'):
        read_chapters(settings)


@pytest.mark.parametrize('name', ['../../outside.md', 'chapters/../../outside.md', 'link.md'])
def test_a_chapter_outside_the_books_folder(book, name):
    (book / 'outside.md').write_text('秘密', encoding='utf-8')
    (book / 'book' / 'link.md').symlink_to(book / 'outside.md')
    with pytest.raises(BadInput, match=r'book\.yaml:3: .*outside the book'):
        read_chapters(listing(book, name))


def test_an_absolute_path_is_outside(book):
    (book / 'outside.md').write_text('秘密', encoding='utf-8')
    with pytest.raises(BadInput, match='outside'):
        read_chapters(listing(book, book / 'outside.md'))


def test_a_link_out_of_the_chapters_folder(book):
    (book / 'outside.md').write_text('秘密', encoding='utf-8')
    (book / 'book' / 'chapters' / '03-c.md').symlink_to(book / 'outside.md')
    with pytest.raises(BadInput, match=r'03-c\.md: .*outside'):
        read_chapters(load_settings(book))


def test_a_chapter_listed_twice(book):
    with pytest.raises(BadInput, match=r'book\.yaml:4: .*listed twice'):
        read_chapters(listing(book, 'chapters/01-a.md', 'chapters/01-a.md'))


def test_no_chapter_at_all(tmp_path):
    with pytest.raises(BadInput, match='chapters: holds no chapter'):
        read_chapters(load_settings(tmp_path))


def test_an_empty_chapter(book):
    (book / 'book' / 'chapters' / '01-a.md').write_text(' \n', encoding='utf-8')
    with pytest.raises(BadInput, match=r'01-a\.md: is an empty chapter'):
        read_chapters(load_settings(book))


def test_a_chapter_that_is_not_utf_8_names_the_line(book):
    (book / 'book' / 'chapters' / '01-a.md').write_bytes(b'# a\n\n\x82\xa0\n')
    with pytest.raises(BadInput, match=r'01-a\.md:3: is not UTF-8'):
        read_chapters(load_settings(book))


def test_what_other_editors_add_is_no_part_of_the_text(book):
    (book / 'book' / 'chapters' / '01-a.md').write_bytes('\ufeff# 港\r\n\r\n灯。\r\n'.encode())
    assert read_chapters(load_settings(book))[0].text == '# 港\n\n灯。\n'


def test_what_may_be_meant_for_a_chapter_and_is_none_is_told(book):
    folder = book / 'book' / 'chapters'
    (folder / '03-c.MD').write_text('# c\n')
    (folder / 'part').mkdir()
    (folder / 'part' / '04-d.md').write_text('# d\n')
    (folder / 'pictures').mkdir()
    told = not_chapters(load_settings(book))
    names = {line.partition(': ')[0].rpartition('/')[2] for line in map(str, told)}
    assert names == {'03-c.MD', 'part', 'notes.txt'}
    # Who lists chapters has chosen.
    assert not not_chapters(listing(book, 'chapters/01-a.md'))
