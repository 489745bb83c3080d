"""An EPUB of the press as a seed says what the manuscript said."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given
from hypothesis import settings as steady
from PIL import Image

from tategumi.epub import build_epub
from tategumi.manuscript import clean, read_chapters
from tategumi.markup import mark_up_book
from tategumi.seed.epub import unpack_epub
from tategumi.settings import Creator, Settings, load_settings
from tategumi.word import build_word
from tests.word.manuscripts import chapters
from tests.word.test_round_trip import marked_up, said

STYLES = Path(__file__).parents[2] / 'styles'


@steady(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(chapters())
def test_a_chapter_comes_back_from_an_epub_as_it_was(text):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'book' / 'chapters').mkdir(parents=True)
        Image.new('RGB', (8, 8)).save(folder / 'book' / 'chapters' / '灯.png')
        book, made = marked_up(folder, text)
        book = replace(book, identifier='urn:港')
        unpacked = unpack_epub(build_epub(book, made, STYLES), folder / 'a.epub')
        for picture, data in unpacked.pictures.items():
            (folder / 'book' / 'chapters' / picture).write_bytes(data)
        head, _, read = unpacked.text.partition('---\n\n')
        _, again = marked_up(folder, read)
        assert said(made) == said(again), read
        assert head == '---\ntitle: 港の灯\n' and not unpacked.losses


def test_what_is_known_of_the_book_and_links_between_chapters_come_back(tmp_path):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    (folder / '01.md').write_text('# {朝|あさ}の港\n\n[夜](#夜の灯)へ。文[^1]。\n\n[^1]: 注。\n')
    (folder / '02.md').write_text('# 夜の灯\n\n[朝](#朝の港)へ。文[^1]。\n\n[^1]: 次の注。\n')
    book = Settings(
        tmp_path,
        identifier='urn:港',
        title='港',
        subtitle='灯のこと',
        creators=(Creator('山田太郎'), Creator('佐藤花子', 'trl')),
    )
    chapters = mark_up_book(read_chapters(book), book)
    text = unpack_epub(build_epub(book, chapters, STYLES), tmp_path / 'a.epub').text
    assert text == (
        '---\ntitle: 港\nsubtitle: 灯のこと\nauthor: 山田太郎\ntranslator: 佐藤花子\n---\n\n'
        '# {朝|あさ}の港\n\n[夜](#夜の灯)へ。文[^1]。\n\n[^1]: 注。\n\n'
        '# 夜の灯\n\n[朝](#朝の港)へ。文[^2]。\n\n[^2]: 次の注。\n'
    )


def test_words_of_the_index_and_headings_run_in_come_back(tmp_path):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    text = (
        '# 港\n\n[{灯台|とう|だい}]{.index}と[灯]{.index reading="ひ" term="灯 （白）"}と'
        '[LED]{.index}。\n\n## 夜\n{: .run-in }\n\n船の文。\n'
    )
    (folder / '01.md').write_text(text)
    book = Settings(tmp_path, identifier='urn:港', title='港')
    epub = build_epub(book, mark_up_book(read_chapters(book), book), STYLES)
    read = unpack_epub(epub, tmp_path / 'a.epub').text
    assert read.partition('---\n\n')[2] == text


def test_the_showcase_comes_back_by_way_of_seeds(tmp_path):
    showcase = load_settings(Path(__file__).parents[1] / 'books' / 'showcase')
    made = mark_up_book(read_chapters(showcase), showcase)
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / '見本.epub').write_bytes(build_epub(showcase, made, STYLES))
    clean(tmp_path, load_settings(tmp_path))
    book = load_settings(tmp_path)
    assert (book.title, book.subtitle) == (showcase.title, showcase.subtitle)
    assert [each.name for each in book.creators] == [each.name for each in showcase.creators]
    again = mark_up_book(read_chapters(book), book)
    titles = [heading.title for chapter in made for heading in chapter.headings]
    assert [heading.title for chapter in again for heading in chapter.headings] == titles


def test_breaks_and_verse_come_back_by_way_of_seeds(tmp_path):
    prose = '港に夜が来た。彼は岬に立っていた。'
    breaks = ['◆', '◇◇◇', '＊', '===', '***']
    verse = '海は沈み\n　朝ごとに浮かぶ\n　　波の底\n{: .verse }'
    text = '\n\n'.join(
        ['# 題', prose, *(part for each in breaks for part in (each, prose)), verse, prose]
    )
    written = tmp_path / 'written' / 'book'
    (written / 'chapters').mkdir(parents=True)
    (written / 'book.yaml').write_text('title: 題\n', encoding='utf-8')
    (written / 'chapters' / '00.md').write_text(text, encoding='utf-8')
    book = load_settings(tmp_path / 'written')
    made = mark_up_book(read_chapters(book), book)
    for name, document in (
        ('a.epub', build_epub(book, made, STYLES)),
        ('a.docx', build_word(book, made)[0]),
    ):
        root = tmp_path / name
        (root / 'seeds').mkdir(parents=True)
        (root / 'seeds' / name).write_bytes(document)
        clean(root, load_settings(root))
        again = '\n'.join(chapter.text for chapter in read_chapters(load_settings(root)))
        marks = [part.strip() for part in again.split('\n\n') if part.strip() != prose]
        assert marks[1:-1] == ['◆', '◇◇◇', '＊', '===', '* * *'], name
        assert marks[-1] == verse, name


def test_ruby_on_both_sides_comes_back_and_no_reading_becomes_text(tmp_path):
    folder = tmp_path / 'book' / 'chapters'
    folder.mkdir(parents=True)
    both = '[{生命|いのち}|ライフ]{.ruby-left}と[{東京|とう|きょう}|都]{.ruby-left}'
    line = f'{both}と[下|した]{{.ruby-left}}。'
    (folder / '01.md').write_text(f'# 港\n\n{line}\n')
    book = Settings(tmp_path, identifier='urn:港', title='港')
    chapters = mark_up_book(read_chapters(book), book)
    text = unpack_epub(build_epub(book, chapters, STYLES), tmp_path / 'a.epub').text
    assert line.replace('[下|した]', '[{下|した}]') in text
