"""Who wrote a pasted page is read beside its title, however the site writes it."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

ABOVE = ['ホーム', 'ニュース', 'ランキング', 'ログイン', '会員登録', '']
TITLE = '使われなくなった灯台に泊まれる夏が来る'
PROSE = [
    '岬の先に立つ灯台が、この夏から一晩に一組だけ客を泊める宿になる。',
    '灯台の灯は二十年前に消えたが、階段と部屋は町の人が手入れを続けてきた。',
    '「灯台は海を見るための家だから」と、宿を始める女性は笑って話した。',
]
BELOW = ['', '関連記事', 'ツイート', 'シェア', 'プライバシーポリシー', '利用規約', 'お問い合わせ']
DAY = '2024年5月12日 9:00'


def creators(*beside, below=()):
    lines = [*ABOVE, TITLE, *beside, '', *PROSE, *below, *BELOW]
    article, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert article.title == TITLE
    assert [block.text for block in article.blocks if block.text in PROSE] == PROSE
    assert ''.join(line.text + line.end for line in record.lines) == '\n'.join(lines)
    return [(creator.name, creator.role) for creator in article.creators]


@pytest.mark.parametrize(
    'beside',
    [
        ['取材・文：磯辺みなと', DAY],
        ['文／磯辺みなと', DAY],
        ['文・磯辺みなと', DAY],
        ['投稿者 磯辺みなと', DAY],
        ['作者：', '磯辺みなと', DAY],
        ['磯辺みなと 2024年5月12日 9:00'],
        ['磯辺みなと', DAY],
        [f'{DAY} by 磯辺みなと'],
        ['書いた人：磯辺みなと', DAY],
        ['磯辺みなと　海洋学者', DAY],
    ],
    ids=' / '.join,
)
def test_a_name_is_the_authors_however_it_is_written(beside):
    assert creators(*beside) == [('磯辺みなと', 'aut')]


@pytest.mark.parametrize(
    'beside, names',
    [
        (['By Mina Isobe, Staff Writer', 'May 12, 2024'], ['Mina Isobe']),
        (['Posted by Mina Isobe on May 12, 2024'], ['Mina Isobe']),
        (['Mina Isobe - May 12, 2024, 9:00 am'], ['Mina Isobe']),
        (['By Mina Isobe and Ada Fenn', 'May 12, 2024'], ['Mina Isobe', 'Ada Fenn']),
        (
            ['By MINA ISOBE, MARY FENN and ADA KERR', 'May 12, 2024'],
            ['MINA ISOBE', 'MARY FENN', 'ADA KERR'],
        ),
        (['By Mina IsobeStaff Writer', 'May 12, 2024'], ['Mina Isobe']),
        (['Текст: Лида Ким·11 октября 2024'], ['Лида Ким']),
        (['한서윤 기자', '2024.05.12 9:00'], ['한서윤']),
    ],
    ids=lambda value: ' / '.join(value),
)
def test_western_bylines_are_read_too(beside, names):
    assert creators(*beside) == [(name, 'aut') for name in names]


def test_who_put_a_text_into_another_language_is_no_author():
    assert creators('作者：', '磯辺みなと', '翻訳者', '浜野 渡', DAY) == [
        ('磯辺みなと', 'aut'),
        ('浜野渡', 'trl'),
    ]


@pytest.mark.parametrize(
    'beside',
    [
        [DAY],
        ['公開日 2024年5月12日'],
        ['夏の朝', DAY],
        ['文・写真', DAY],
        ['3,204 views', DAY],
        ['編集部', DAY],
        ['By the sea', DAY],
    ],
    ids=' / '.join,
)
def test_where_nobody_is_named_nobody_is_the_author(beside):
    assert creators(*beside) == []


CHAPTERS = [
    line
    for number in '一二三'
    for line in (f'第{number}章　磯辺みなと', '', *(f'{each}{number}。' for each in PROSE), '')
]


def test_the_head_of_a_chapter_is_neither_author_nor_title():
    lines = [*ABOVE, TITLE, DAY, '', *CHAPTERS, *BELOW]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert article.title == TITLE
    assert not article.creators
    heads = [block.text for block in article.blocks if '磯辺みなと' in block.text]
    assert len(heads) == 3


def test_a_name_below_the_standfirst_or_that_the_page_says_again():
    standfirst = '灯台の灯が消えて二十年、海を見るための家がもう一度客を迎える日が来る。'
    assert creators(standfirst, '文：磯辺みなと', DAY) == [('磯辺みなと', 'aut')]
    assert creators('磯辺 みなと', 'シェア', below=['', '磯辺 みなと']) == [('磯辺みなと', 'aut')]


def test_each_has_the_part_that_stands_behind_the_name():
    people = creators('エイダ・フェン　著、磯辺 みなと　監訳、岬 太郎　訳', DAY)
    assert people == [('エイダ・フェン', 'aut'), ('磯辺みなと', 'trl'), ('岬太郎', 'trl')]
