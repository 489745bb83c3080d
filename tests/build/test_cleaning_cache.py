"""Seeds that were cleaned are not cleaned again, unless something changed since."""

import shutil

import pytest
from PIL import Image

from tategumi.build import Book
from tategumi.build import book as at_work
from tategumi.errors import BadInput

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


def edited(text):
    """Ways in which an editor changes a chapter, by their names."""
    first, _, rest = text.partition('\n\n')
    return {
        'a paragraph more': text + '\n加えた。\n',
        'a paragraph less': '\n\n'.join(text.split('\n\n')[:-1]) + '\n',
        'a question settled': text.replace('開いたまま', '閉じた'),
        'a line above': f'{first}\n\n先に一行。\n\n{rest}',
        'other line ends': text.replace('\n', '\r\n'),
        'nothing': text,
    }


@pytest.mark.parametrize('how', edited('\n\n'))
def test_after_a_chapter_was_edited_the_same_is_told_without_cleaning(root, cleanings, how):
    seed = f'{SEED}\n\n「戸は開いたままだった。\n\n灯台は、'
    (root / 'seeds' / 'a.txt').write_text(seed, encoding='utf-8')
    told(root)
    cleanings.clear()
    chapter = next((root / 'book' / 'chapters').glob('*.md'))
    text = chapter.read_text(encoding='utf-8')
    assert '開いたまま' in text
    for change in (edited(text)[how], text + '\n別に加えた。\n', text):
        chapter.write_bytes(change.encode())
        quick = [told(root), told(root)]
        assert cleanings == []
        assert quick == [told(root, cached=False)] * 2
        cleanings.clear()
    assert len(quick[0][1]) >= 2


def test_a_picture_that_an_edited_chapter_takes_from_the_seeds_comes_with_it(root, cleanings):
    Image.new('L', (9, 9)).save(root / 'seeds' / '図.png')
    told(root)
    cleanings.clear()
    chapter = next((root / 'book' / 'chapters').glob('*.md'))
    with chapter.open('a', encoding='utf-8') as file:
        file.write('\n![図](../pictures/図.png)\n\n![図](図.png)\n')
    assert told(root) and cleanings == [root]
    assert (root / 'book' / 'pictures' / '図.png').exists()


@pytest.mark.parametrize(
    ('waiting', 'settled'),
    [
        (lambda text: f'<<<<<<< 前\n{text}\n=======\n>>>>>>> 後\n'.encode(), None),
        (lambda text: text.encode('cp932'), None),
        (lambda text: text.encode('cp932'), '先の一行。\n\n'),
        (lambda text: text.encode('cp932'), ''),
    ],
    ids=['a conflict', 'no UTF-8', 'edited besides', 'as it was'],
)
def test_what_could_not_be_merged_into_a_chapter_is_merged_once_that_is_settled(
    root, cleanings, waiting, settled
):
    chapter = next((root / 'book' / 'chapters').glob('*.md'))
    text = chapter.read_text(encoding='utf-8')
    chapter.write_bytes(waiting(text + '\n加えた。\n'))
    (root / 'seeds' / 'a.txt').write_text(f'{SEED}\n\n夜が明けた。', encoding='utf-8')
    for _ in range(2):
        with pytest.raises(BadInput):
            told(root)
    now = f'{text}\n加えた。\n' if settled is None else settled + text
    chapter.write_text(now, encoding='utf-8')
    told(root)
    assert '夜が明けた。' in chapter.read_text(encoding='utf-8')
    again = told(root)
    assert told(root, cached=False) == again


def test_the_command_always_cleans(root, cleanings):
    Book(root).clean()
    assert cleanings == [root]
