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
