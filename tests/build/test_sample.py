"""The sample of a book: its first chapters, whole by themselves, and what follows."""

import re
import zipfile

import pypdfium2
import pytest

from tategumi.build import OUTPUTS, Book
from tategumi.build.sample import Sample
from tategumi.check.epub import check_epub
from tategumi.errors import BadInput
from tategumi.files import write_whole

CHAPTERS = [
    '# 灯台\n\n朝の港。[のちの章](#帰り)と[次の章](#船)を見る。\n',
    '# 船\n\n沖へ出る。\n',
    '# 帰り *と* 夜\n\n## 帰り\n\n{港|みなと}に戻る。\n',
]


@pytest.fixture
def book(tmp_path):
    def book(*chapters, yaml=''):
        for number, text in enumerate(chapters or CHAPTERS):
            path = tmp_path / 'book' / 'chapters' / f'{number:02d}.md'
            write_whole(path, text.encode())
        text = f'title: 港の本\ncolophon:\n  isbn: 978-4-04-000000-8\n{yaml}'
        write_whole(tmp_path / 'book' / 'book.yaml', text.encode())
        return Book(tmp_path)

    return book


def epub_of(book, folder):
    path = write_whole(folder / 'a.epub', OUTPUTS['epub'].build(Sample(book)))
    with zipfile.ZipFile(path) as archive:
        texts = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith(('.xhtml', '.opf'))
        }
    return path, texts


def test_it_has_the_first_chapters_and_says_what_follows(book, tmp_path):
    path, texts = epub_of(book(yaml='sample:\n  chapters: 1\n'), tmp_path)
    everything = re.sub('<rt>.*?</rt>|<[^>]+>', '', ''.join(texts.values()))
    assert '朝の港' in everything and '沖へ出る' not in everything
    assert '見本はここまでです' in everything and '続きは本編で' in everything
    assert '帰り' in everything and '船' in everything
    assert not check_epub(path)


def test_no_link_leads_out_of_it(book, tmp_path):
    path, texts = epub_of(book(yaml='sample:\n  chapters: 2\n'), tmp_path)
    (first,) = [text for text in texts.values() if '朝の港' in text]
    assert 'のちの章' in first and not re.search('<a [^>]*>のちの章', first)
    assert re.search('<a [^>]*>次の章', first)
    assert not check_epub(path)


def test_it_is_no_other_edition_of_the_book(book, tmp_path):
    made = book()
    _, sample = epub_of(made, tmp_path)
    package = next(text for name, text in sample.items() if name.endswith('.opf'))
    assert '港の本【見本】' in package
    assert made.settings.identifier not in package and '978' not in package


def test_the_pdf_is_of_the_same_chapters(book):
    content = OUTPUTS['pdf'].build(Sample(book()))
    with pypdfium2.PdfDocument(content) as document:
        text = ''.join(page.get_textpage().get_text_range() for page in document)
    assert '朝の港' in text and '沖へ出る' not in text and '続きは本編で' in text


def test_the_note_is_what_the_editor_says(book, tmp_path):
    note = 'sample:\n  heading: 試し読み\n  text: "{全文|ぜんぶん}は八月に。"\n'
    _, texts = epub_of(book(yaml=note), tmp_path)
    everything = ''.join(texts.values())
    assert '試し読み' in everything and '<rt>' in everything


def test_the_title_of_a_part_that_nothing_follows_is_left_out(book, tmp_path):
    part = '# 第{}部\n{{: .part }}\n'
    made = book(part.format('一'), '# 一\n\n朝。\n', part.format('二'), '# 二\n\n昼。\n')
    names = [chapter.title for chapter in Sample(made).chapters()]
    assert names == ['第一部', '一', '見本はここまでです']


@pytest.mark.parametrize('count', [3, 4, 100])
def test_a_sample_of_all_there_is_is_refused(book, count):
    with pytest.raises(BadInput, match=r'book\.yaml:4.*fewer'):
        Sample(book(yaml=f'sample:\n  chapters: {count}\n'))


def test_what_is_kept_of_the_book_stays(book, tmp_path):
    made = book()
    made.pdf()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / 'dist').rglob('*')}
    OUTPUTS['pdf'].build(Sample(Book(tmp_path)))
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / 'dist').rglob('*')}
    assert before.keys() <= after.keys()
