"""A book that is watched is made again at each change of what it is made of, and no other."""

from threading import Timer

import pytest

from tategumi import Book
from tategumi.build.watch import watch
from tategumi.errors import BadInput
from tategumi.messages import ENGLISH


@pytest.fixture
def root(tmp_path):
    chapter = tmp_path / 'book' / 'chapters' / '01.md'
    chapter.parent.mkdir(parents=True)
    chapter.write_text('# 章\n\n本文。\n', encoding='utf-8')
    return tmp_path


def test_each_change_makes_the_book_again_and_a_fault_ends_nothing(root, capsys):
    chapter, times = root / 'book' / 'chapters' / '01.md', []

    def once_made():
        times.append(capsys.readouterr())
        if len(times) == 1:
            (root / 'dist' / 'note.txt').write_text('nobody reads this')
            (root / 'note.txt').write_text('nor this')
            chapter.write_text('# 章\n\n![図](gone.png)\n', encoding='utf-8')
        if len(times) == 2:
            chapter.write_text('# 章\n\n直した本文。\n', encoding='utf-8')
        return len(times) == 3

    watch(lambda: Book(root), root, ENGLISH, once_made)
    first, faulty, mended = times
    assert 'Written:' in first.out and 'waiting for a change' in first.err
    assert '01.md:3: picture "gone.png" is not there' in faulty.err
    assert 'book/pictures/' in faulty.err and '../pictures/gone.png' in faulty.err
    assert 'Written:' in mended.out


def test_what_the_press_itself_keeps_beside_the_manuscript_is_no_change(root, capsys):
    """It writes ``book/.manuscript.json``, and so changes the folder ``book``."""
    chapter, times = root / 'book' / 'chapters' / '01.md', []

    def once_made():
        times.append(capsys.readouterr().out)
        if len(times) == 1:
            chapter.write_text('# 章\n\n直した本文。\n', encoding='utf-8')
        if len(times) == 2:
            Timer(2, lambda: (root / 'book' / 'book.yaml').write_text('title: 灯\n')).start()
        return len(times) == 3

    watch(lambda: Book(root), root, ENGLISH, once_made)
    assert 'dist/灯.epub' not in times[1] and 'dist/灯.epub' in times[2]


def test_a_folder_that_is_not_there_is_not_waited_for(tmp_path):
    with pytest.raises(BadInput, match='no such folder'):
        watch(lambda: Book(tmp_path), tmp_path / 'gone', ENGLISH)
