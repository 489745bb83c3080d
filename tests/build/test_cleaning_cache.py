"""Seeds that were cleaned are not cleaned again, unless something changed since."""

import shutil

import pytest

from tategumi.build import Book
from tategumi.build import book as at_work

SEED = '港の灯\n\n' + '\n\n'.join(
    f'その夜の{number}番目の船は、灯を落として静かに港を出た。' for number in range(30)
)


@pytest.fixture
def root(tmp_path, monkeypatch):
    """The folder of a book that was cleaned; ``root.cleaned`` lists the cleanings since."""
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    Book(tmp_path).chapters()
    return tmp_path


@pytest.fixture
def cleanings(root, monkeypatch):
    """The folders that were cleaned."""
    cleaned, clean = [], at_work.manuscript.clean

    def counted(folder, *arguments):
        cleaned.append(folder)
        return clean(folder, *arguments)

    monkeypatch.setattr('tategumi.manuscript.clean', counted)
    return cleaned


def told(root, **options):
    """What is said, and the text of the chapters, of a book made of ``root``."""
    book = Book(root, **options)
    chapters = [chapter.xhtml for chapter in book.chapters()]
    return book.summary.facts, book.summary.warnings, chapters


def test_what_did_not_change_is_not_cleaned_and_the_same_is_told(root, cleanings):
    again = told(root)
    assert cleanings == []
    assert told(root, cached=False) == again and cleanings == [root]


@pytest.mark.parametrize(
    'change',
    [
        lambda root: (root / 'seeds' / 'a.txt').write_text(
            SEED + '\n\n終わり。', encoding='utf-8'
        ),
        lambda root: (root / 'seeds' / 'b.txt').write_text(SEED[::-1], encoding='utf-8'),
        lambda root: (root / 'book' / 'book.yaml').open('a').write('\n# 直し\n'),
        lambda root: next((root / 'book' / 'chapters').glob('*.md')).unlink(),
        lambda root: (root / 'dist' / 'cleaning.json').unlink(),
        lambda root: (root / 'dist' / 'cleaning.html').write_text('他'),
        lambda root: shutil.rmtree(root / 'dist' / '.cache'),
    ],
    ids=['a seed', 'another seed', 'a setting', 'a chapter', 'no record', 'a report', 'no cache'],
)
def test_after_any_change_it_is_cleaned(root, cleanings, change):
    change(root)
    told(root)
    assert cleanings == [root]
    again = told(root)
    assert cleanings == [root]
    assert told(root, cached=False) == again


def test_what_an_editor_changed_is_told_each_time(root, cleanings):
    chapter = next((root / 'book' / 'chapters').glob('*.md'))
    chapter.write_text(chapter.read_text(encoding='utf-8') + '\n加えた。\n', encoding='utf-8')
    assert ('left alone (edited)', chapter.name) in told(root)[0]
    assert ('left alone (edited)', chapter.name) in told(root)[0]
    assert cleanings == [root]


def test_the_command_always_cleans(root, cleanings):
    Book(root).clean()
    assert cleanings == [root]
