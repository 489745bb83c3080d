"""Several seeds in one book: their order, their parts, their credits, and an editor's changes."""

import pytest

from tategumi.errors import BadInput
from tategumi.manuscript import clean, read_chapters
from tategumi.markup import colophon, fragment
from tategumi.settings import load_settings

HARBOUR = '港の灯\n\n出典: 港の新聞\n\n前文。\n\n01 夜\n\n灯がともる。\n\n02 朝\n\n船は出た。\n'
MOUNTAIN = '山の道\n\n出典: 山の新聞\n\n第一章　登り\n\n石が多い。\n\n第二章　下り\n\n楽だった。\n'
SEA = '海の声\n\n声は遠くまで届く。\n'


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'book').mkdir()
    for name, text in (('1.txt', HARBOUR), ('2.txt', MOUNTAIN), ('10.txt', SEA)):
        (tmp_path / 'seeds' / name).write_text(text, encoding='utf-8')
    return tmp_path


def settle(root, yaml):
    (root / 'book' / 'book.yaml').write_text(yaml, encoding='utf-8')


def run(root):
    """The names of the chapter files in reading order, and what cleaning did."""
    result = clean(root, load_settings(root))
    return [chapter.path.name for chapter in read_chapters(load_settings(root))], result


def test_they_stand_in_the_order_of_their_names(root):
    assert run(root)[0] == [
        '01-港の灯.md',
        '02-夜.md',
        '03-朝.md',
        '04-山の道.md',
        '05-第一章-登り.md',
        '06-第二章-下り.md',
        '07-海の声.md',
    ]


def test_book_yaml_may_give_another_order_and_loses_none(root):
    settle(root, 'seeds: [seeds/10.txt, seeds/2.txt]')
    assert [name[3:-3] for name in run(root)[0]] == [
        '海の声',
        '山の道',
        '第一章-登り',
        '第二章-下り',
        '港の灯',
        '夜',
        '朝',
    ]


@pytest.mark.parametrize(
    'listed, fault',
    [
        ('seeds/3.txt', 'seeds/3.txt: is listed as a seed, but there is none'),
        ('1.txt', '1.txt: .*; write them as seeds/1.txt'),
        ('seeds/1.txt, seeds/1.txt', 'seeds/1.txt: is listed twice'),
    ],
)
def test_an_order_that_cannot_be_followed_is_refused(root, listed, fault):
    settle(root, f'seeds: [{listed}]')
    with pytest.raises(BadInput, match=fault):
        run(root)


def test_credits_stand_below_the_title_they_are_of(root):
    run(root)
    (root / 'book' / 'book.yaml').unlink()
    settings = load_settings(root)
    assert [(credit.text, credit.of) for credit in settings.credits] == [
        ('港の新聞', '港の灯'),
        ('山の新聞', '山の道'),
    ]
    text = fragment(colophon(settings))
    places = [
        text.index(words)
        for words in ('credits-of">港の灯', '港の新聞', 'credits-of">山の道', '山の新聞')
    ]
    assert places == sorted(places) and text.count('港の新聞') == 1


def test_authors_stand_below_what_they_wrote_where_they_are_not_the_same(root):
    for name, author in (('1', '浜田'), ('2', '山田'), ('10', '浜田')):
        seed = root / 'seeds' / f'{name}.txt'
        text = seed.read_text(encoding='utf-8')
        seed.with_suffix('.md').write_text(
            f'---\nauthor: {author}\n---\n# {text}', encoding='utf-8'
        )
        seed.unlink()
    run(root)
    settings = load_settings(root)
    assert [creator.name for creator in settings.creators] == ['浜田', '山田']
    text = fragment(colophon(settings))
    for part, author in (('港の灯', '浜田'), ('山の道', '山田'), ('海の声', '浜田')):
        below = text.split(f'credits-of">{part}')[1].split('credits-of')[0]
        assert f'著者</span>　{author}' in below
    assert '著者' not in text.split('credits-of')[0]


def test_an_author_of_all_of_them_is_the_books(root):
    for seed in list((root / 'seeds').iterdir()):
        text = seed.read_text(encoding='utf-8')
        seed.with_suffix('.md').write_text(f'---\nauthor: 浜田\n---\n# {text}', encoding='utf-8')
        seed.unlink()
    run(root)
    text = fragment(colophon(load_settings(root)))
    assert text.count('浜田') == 1 and '浜田' in text.split('credits-of')[0]


def test_a_credit_of_all_of_them_is_the_books(root):
    for seed in (root / 'seeds').iterdir():
        head, rest = seed.read_text(encoding='utf-8').split('\n', 1)
        seed.write_text(f'{head}\n\n画像ソース: 同じ画家\n{rest}', encoding='utf-8')
    run(root)
    credits = load_settings(root).credits
    assert [credit.of for credit in credits if credit.text == '同じ画家'] == ['']


def test_lines_of_each_are_kept_dropped_and_put_right(root):
    settle(
        root,
        'keep: [seeds/2.txt:3]\ndrop: [声は遠くまで届く。, seeds/1.txt:9]\n'
        'replace: [{find: 楽, by: 苦}]',
    )
    (root / 'seeds' / '10.txt').write_text(f'{SEA}\n波が寄せた。\n', encoding='utf-8')
    _, result = run(root)
    kept = ''.join(path.read_text(encoding='utf-8') for path in result.chapters)
    assert '山の新聞' in kept and '苦だった。' in kept and '波が寄せた。' in kept
    assert '声は遠く' not in kept and '灯がともる' not in kept


def test_a_new_scrape_of_one_is_merged_and_the_others_stay(root):
    _, result = run(root)
    by_name = {path.name: path for path in result.chapters}
    for name in ('04-山の道.md', '05-第一章-登り.md'):
        with by_name[name].open('a', encoding='utf-8') as file:
            file.write('\n編集者の段落。\n')
    text = MOUNTAIN.replace('石が多い。', '草も深い。\n\n石が多い。')
    (root / 'seeds' / '2.txt').write_text(text, encoding='utf-8')
    _, result = run(root)
    assert [path.name for path in result.merged] == ['05-第一章-登り.md']
    merged = by_name['05-第一章-登り.md'].read_text(encoding='utf-8')
    assert '編集者の段落。' in merged and '草も深い。' in merged
    assert '編集者の段落。' in by_name['04-山の道.md'].read_text(encoding='utf-8')
