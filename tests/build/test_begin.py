"""A new book: a folder with the editor's file and the seeds, or nothing at all."""

import pytest
from PIL import Image

from tategumi import Book, make
from tategumi.build.begin import begin
from tategumi.cli import main
from tategumi.errors import BadInput
from tategumi.language import language_of
from tategumi.settings import load_settings

AOZORA = '題\n著者\n\n［＃港の図（fig1.png）入る］\n\n船《ふね》は沖［＃「沖」に傍点］へ出た。\n'
SEED = '港の灯\n\n今日は良い天気です。明日も晴れるでしょう。\n\n船は沖へ出た。\n'


@pytest.fixture
def seed(tmp_path):
    path = tmp_path / '港の灯.txt'
    path.write_text(SEED, encoding='utf-8')
    return path


def test_the_folder_has_the_seed_and_a_file_that_knows_the_title(tmp_path, seed):
    summary = begin(tmp_path / 'my book', [seed])
    book = tmp_path / 'my book'
    assert (book / 'seeds' / seed.name).read_text(encoding='utf-8') == SEED
    assert load_settings(book).title == '港の灯'
    assert 'title: 港の灯' in (book / 'book' / 'book.yaml').read_text(encoding='utf-8')
    assert f'cd "{book}"' in str(summary)


def test_its_comments_are_in_the_language_of_the_editor(tmp_path, seed):
    begin(tmp_path / 'ja', [seed], language=language_of('ja'))
    text = (tmp_path / 'ja' / 'book' / 'book.yaml').read_text(encoding='utf-8')
    comments = [line for line in text.splitlines() if line.startswith('# ') and ' ' in line[2:]]
    assert '# 書名\ntitle: ' in text and '行頭禁則' in text
    assert not [line for line in comments if line.startswith('# The ')]
    assert load_settings(tmp_path / 'ja').title == '港の灯'


def test_without_a_seed_the_title_is_left_to_the_seed_that_comes(tmp_path, seed):
    begin(tmp_path / 'later')
    book = tmp_path / 'later'
    assert '# title:' in (book / 'book' / 'book.yaml').read_text(encoding='utf-8')
    (book / 'seeds' / 'a.txt').write_bytes(seed.read_bytes())
    Book(book).clean()
    assert load_settings(book).title == '港の灯'


def test_a_folder_of_texts_and_the_pictures_of_a_saved_page_come_along(tmp_path):
    texts = tmp_path / 'texts'
    (texts / 'a_files').mkdir(parents=True)
    (texts / 'a_files' / 'x.png').write_bytes(b'png')
    (texts / 'a.html').write_text(f'<h1>題</h1><p>{SEED}</p>', encoding='utf-8')
    for name, given in (('one', [texts / 'a.html']), ('all', [texts])):
        begin(tmp_path / name, given)
        assert (tmp_path / name / 'seeds' / 'a.html').is_file()
        assert (tmp_path / name / 'seeds' / 'a_files' / 'x.png').read_bytes() == b'png'


@pytest.mark.parametrize(
    'name, text, pictures',
    [
        ('a.md', '# 題\n\n![港](minato.png)\n\n船は沖へ出た。\n', ['minato.png']),
        ('a.md', '# 題\n\n![港](<図 版/港.png>)\n\n船は沖へ出た。\n', ['図 版/港.png']),
        ('a.txt', AOZORA, ['fig1.png']),
        (
            'a.html',
            '<h1>題</h1><p><img src="img/a.png" alt="港">船は沖へ出た。</p>',
            ['img/a.png'],
        ),
        ('a.md', '# 題\n\n![港](../out.png)![夜](none.png)\n\n船は沖へ出た。\n', []),
    ],
)
def test_the_pictures_that_a_text_names_beside_it_come_along(tmp_path, name, text, pictures):
    texts = tmp_path / 'texts'
    for picture in (*pictures, 'unnamed.png', '../out.png'):
        (texts / picture).parent.mkdir(parents=True, exist_ok=True)
        Image.new('L', (9, 9)).save(texts / picture)
    (texts / name).write_text(text, encoding='utf-8')
    begin(tmp_path / 'book', [texts / name])
    seeds, kept = tmp_path / 'book' / 'seeds', tmp_path / 'book' / 'book' / 'pictures'
    for folder in (seeds, kept):
        found = {path.relative_to(folder).as_posix() for path in folder.rglob('*.png')}
        assert found == set(pictures)


def test_two_pictures_of_one_name_are_refused_unless_they_are_the_same(tmp_path):
    for folder, shade in (('one', 0), ('two', 9), ('three', 0)):
        (tmp_path / folder).mkdir()
        Image.new('L', (9, 9), shade).save(tmp_path / folder / 'p.png')
        text = f'# {folder}\n\n![港](p.png)\n\n船は沖へ出た。\n'
        (tmp_path / folder / f'{folder}.md').write_text(text, encoding='utf-8')
    begin(tmp_path / 'same', [tmp_path / 'one/one.md', tmp_path / 'three/three.md'])
    assert (tmp_path / 'same/seeds/p.png').is_file()
    with pytest.raises(BadInput, match='the name of another picture'):
        begin(tmp_path / 'book', [tmp_path / 'one/one.md', tmp_path / 'two/two.md'])
    assert not (tmp_path / 'book').exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path, seed):
    (tmp_path / 'there').mkdir()
    (tmp_path / 'there' / 'mine.txt').write_text('mine')
    with pytest.raises(BadInput, match='is there already'):
        begin(tmp_path / 'there', [seed])
    assert [path.name for path in (tmp_path / 'there').iterdir()] == ['mine.txt']


@pytest.mark.parametrize(
    'name, content',
    [('gone.txt', None), ('a.xlsx', b'x'), ('empty.txt', b''), ('bad.txt', b'\x00\xff\xfe\x81')],
)
def test_where_a_text_cannot_be_taken_nothing_is_left(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for was_there in (False, True):
        if was_there:
            (tmp_path / 'new').mkdir()
        with pytest.raises(BadInput, match=name):
            begin(tmp_path / 'new', [tmp_path / name])
        assert (tmp_path / 'new').exists() is was_there
        assert not [*tmp_path.glob('new/*')]


def test_the_command_without_a_name_makes_the_book_of_this_folder(tmp_path, seed, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(['new', 'a', seed.name]) == 0
    monkeypatch.chdir(tmp_path / 'a')
    assert main([]) == 0
    assert (tmp_path / 'a/dist/港の灯.epub').is_file() and (
        tmp_path / 'a/dist/港の灯.pdf'
    ).is_file()


def test_a_book_is_opened_by_its_path_as_text_and_says_nothing_by_itself(tmp_path, seed, capsys):
    begin(tmp_path / 'a', [seed])
    book = Book(str(tmp_path / 'a'))
    make(book, 'epub')
    assert book.file('.epub').is_file() and book.summary.facts
    assert capsys.readouterr() == ('', '')
