"""Chapters marked up before are those marked up anew, whatever changed meanwhile."""

import sys
from dataclasses import replace

import pytest
from PIL import Image

from tategumi.build import Book, markup_cache
from tategumi.errors import BadInput
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up_book
from tategumi.settings import load_settings

CHAPTERS = {
    '01-港.md': '# 港\n{: .part }\n\n[道](#道)へ。',
    '02-夜.md': '# 夜\n\n{永|えい}と12月[^1]。\n\n[^1]: 注。\n\n## 節\n\n本文。',
    '03-道.md': '# 道\n\n本文。\n',
}


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A folder with a book; ``anew`` lists the chapters that were marked up."""
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    for name, text in CHAPTERS.items():
        (folder / name).write_text(text, encoding='utf-8')
    return _Book(tmp_path, folder, monkeypatch)


class _Book:
    def __init__(self, root, folder, monkeypatch):
        self.root, self.folder, self.kept = root, folder, root / 'dist' / '.cache' / 'marked'
        self.anew, mark_up = [], markup_cache.mark_up

        def counted(chapter, settings):
            self.anew.append(chapter.path.name)
            return mark_up(chapter, settings)

        monkeypatch.setattr(markup_cache, 'mark_up', counted)

    def marked(self, jobs=1, **settings):
        """The names of the chapters marked up; all are as without anything kept."""
        self.anew.clear()
        house_style = settings.pop('house_style', {})
        loaded = replace(load_settings(self.root), title='題', **settings)
        loaded = replace(loaded, house_style=replace(loaded.house_style, **house_style))
        chapters = read_chapters(loaded)
        made = markup_cache.mark_up_cached(chapters, loaded, self.kept, jobs)
        anew = mark_up_book(chapters, loaded)
        assert made == anew and [each.xhtml for each in made] == [each.xhtml for each in anew]
        return self.anew.copy()

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding='utf-8')


def test_only_the_chapter_that_changed_is_marked_up_again(book):
    assert book.marked() == sorted(CHAPTERS)
    assert book.marked() == []
    book.write('03-道.md', '# 道\n\n別の本文。\n')
    assert book.marked() == ['03-道.md']
    assert book.marked() == []


def test_a_chapter_that_moves_has_other_names(book):
    book.marked()
    book.write('00-序.md', '# 序\n\n本文。\n')
    assert book.marked() == ['00-序.md', *sorted(CHAPTERS)]


def test_another_setting_makes_all_anew(book):
    book.marked()
    assert book.marked(house_style={'figures': 'kanji'}) == sorted(CHAPTERS)
    assert book.marked(house_style={'figures': 'kanji'}) == []
    assert len(list(book.kept.iterdir())) == 1


def test_a_link_leads_to_a_heading_that_came_to_be_in_another_chapter(book):
    book.marked()
    book.write('03-道.md', '# 小道\n\n本文。\n')
    with pytest.raises(BadInput, match='#道'):
        book.marked()
    book.write('02-夜.md', '# 夜\n\n## 道\n')
    book.marked()


@pytest.mark.parametrize(
    'garble',
    [
        lambda content: content[:100],
        lambda content: b'',
        lambda content: content.replace('本文'.encode(), '文本'.encode()),
    ],
)
def test_a_garbled_file_is_not_read(book, garble):
    book.marked()
    (file,) = book.kept.iterdir()
    file.write_bytes(garble(file.read_bytes()))
    assert book.marked() == sorted(CHAPTERS)
    assert book.marked() == []


def test_pictures_are_looked_at_each_time(book):
    Image.new('L', (8, 8)).save(book.folder / '図.png')
    book.write('03-道.md', '# 道\n\n![](図.png)\n')
    book.marked()
    assert book.marked() == ['03-道.md']
    (book.folder / '図.png').unlink()
    with pytest.raises(BadInput, match='図.png'):
        book.marked()


def test_the_book_warns_of_the_same_each_time(book):
    Image.new('L', (8, 8)).save(book.folder / '図.png')
    book.write('03-道.md', '# 道\n\n![](図.png)\n')

    def warnings():
        made = Book(book.root)
        made.chapters(on_paper=True)
        return made.summary.warnings

    assert any('no words' in warning for warning in warnings())
    assert warnings() == warnings()


def test_where_nothing_may_be_kept_chapters_are_marked_up_all_the_same(book):
    book.kept.parent.mkdir(parents=True)
    book.kept.write_text('a file in the way')
    assert book.marked() == book.marked() == sorted(CHAPTERS)


@pytest.mark.skipif(sys.platform != 'linux', reason='processes are forked on Linux')
def test_a_copy_of_the_process_marks_up_a_half(book, monkeypatch):
    monkeypatch.setattr(markup_cache, '_WORTH_A_COPY', 1)
    monkeypatch.setattr(markup_cache, 'may_fork', lambda: True)
    assert book.marked(jobs=2) == ['01-港.md', '02-夜.md']
    assert book.marked(jobs=2) == []
    book.write('03-道.md', '# 道\n\n![](無い.png)\n\n')
    book.write('02-夜.md', '# 夜\n')
    with pytest.raises(BadInput, match='03-道.md:3'):
        book.marked(jobs=2)
