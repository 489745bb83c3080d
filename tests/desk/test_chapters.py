"""A chapter is saved whole, as its file is written, and over nobody's change."""

import os

import pytest

from tategumi.desk.chapters import ChangedElsewhere, chapter_paths, read_chapter, save_chapter
from tategumi.errors import BadInput
from tategumi.settings import load_settings


@pytest.fixture
def chapter(tmp_path):
    path = tmp_path / 'book' / 'chapters' / '01.md'
    path.parent.mkdir(parents=True)
    path.write_text('# 港\n\n雨。\n', encoding='utf-8')
    return path


@pytest.mark.parametrize('mark', [b'', b'\xef\xbb\xbf'])
@pytest.mark.parametrize('end', ['\n', '\r\n'])
def test_line_ends_and_mark_of_the_file_stay(chapter, mark, end):
    chapter.write_bytes(mark + f'# 港{end}{end}雨。{end}'.encode())
    file = read_chapter(chapter)
    assert file.text == '# 港\n\n雨。\n'
    save_chapter(chapter, '# 港\n\n雪。\n', file.digest)
    assert chapter.read_bytes() == mark + f'# 港{end}{end}雪。{end}'.encode()


def test_what_another_program_saved_is_not_written_over(chapter):
    file = read_chapter(chapter)
    chapter.write_text('# 港\n\n雪。\n', encoding='utf-8')
    with pytest.raises(ChangedElsewhere) as caught:
        save_chapter(chapter, '# 港\n\n霧。\n', file.digest)
    assert caught.value.there.text == '# 港\n\n雪。\n' == chapter.read_text(encoding='utf-8')
    save_chapter(chapter, '# 港\n\n霧。\n', caught.value.there.digest)
    assert chapter.read_text(encoding='utf-8') == '# 港\n\n霧。\n'


def test_a_chapter_that_is_gone_is_not_made_anew(chapter):
    file = read_chapter(chapter)
    chapter.unlink()
    with pytest.raises(BadInput):
        save_chapter(chapter, '霧。\n', file.digest)
    assert not chapter.exists()


def test_links_out_of_the_book_are_no_chapters(chapter, tmp_path):
    secret = tmp_path / 'secret.md'
    secret.write_text('秘密', encoding='utf-8')
    os.symlink(secret, chapter.parent / '02.md')
    (chapter.parent / '.hidden.md').write_text('隠し', encoding='utf-8')
    os.mkfifo(chapter.parent / '03.md')
    assert [*chapter_paths(load_settings(tmp_path))] == ['chapters/01.md']
    (tmp_path / 'book' / 'book.yaml').write_text('chapters: [../secret.md, chapters/01.md]\n')
    os.symlink(secret, tmp_path / 'book' / 'secret.md')
    (tmp_path / 'book' / 'book.yaml').write_text('chapters: [secret.md, chapters/01.md]\n')
    assert [*chapter_paths(load_settings(tmp_path))] == ['chapters/01.md']
