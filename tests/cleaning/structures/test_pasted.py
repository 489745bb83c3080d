"""Articles that were pasted one below the other become chapters, each with its title."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

TITLES = ['夜に開く図書室', '貸し出しの期限がない棚', '漁師たちの目印']
TEXT = [
    '港の倉庫を改めた図書室が、この春から夜も開くことになった。',
    '本は町の人が持ち寄ったもので、棚ごとに貸し出しの期限が違う。',
    '灯りは海からもよく見え、漁師たちは目印にしているという。',
]
ENGLISH = ['The Night Library', 'A Book Nobody Brings Back', 'Stories Around the Stove']
ENGLISH_TEXT = [
    'The old warehouse by the harbor has been a library since spring, and it opens at night.',
    'Nobody has ever been asked to bring a book back, and most of them come back all the same.',
    'In winter people sit around the stove and tell stories that the children pretend to ignore.',
]


def heads_and_text(lines):
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    heads = [block.text for block in article.blocks if block.kind == 'head']
    return heads, [block.text for block in article.blocks if block.text in TEXT + ENGLISH_TEXT]


def pasted(above, stamps, below, titles=TITLES, text=TEXT):
    return [
        line
        for number, title in enumerate(titles, 11)
        for line in (
            *(each.format(title=title) for each in above),
            title,
            *(each.format(day=number) for each in stamps),
            '',
            *(each for sentence in text for each in (sentence, '')),
            *below,
            '',
        )
    ]


@pytest.mark.parametrize(
    'above, stamps, below',
    [
        ([], ['2023年3月{day}日'], []),
        ([], ['', '2023/03/{day}　岬 直子'], ['']),
        ([], ['岬 直子'], ['＊＊＊＊＊']),
        (['{title} | 港だより', ''], ['', '投稿日：2023年3月{day}日'], ['いいね', 'コメントする']),
        (
            ['ホーム', 'ログイン', '会員登録', ''],
            ['2023年3月{day}日 10:00', 'シェア', 'ツイート'],
            ['関連記事', '利用規約', '© 港新聞'],
        ),
    ],
)
def test_each_article_is_a_chapter_with_its_title(above, stamps, below):
    assert heads_and_text(pasted(above, stamps, below)) == (TITLES, TEXT * 3)


@pytest.mark.parametrize('around', [[], ['Skip to content', 'Home', 'Subscribe', '']])
@pytest.mark.parametrize(
    'stamps', [['', 'By Ann Lee', 'March {day}, 2023'], ['March {day}, 2023']]
)
def test_so_are_english_ones(around, stamps):
    lines = pasted(around, stamps, around, ENGLISH, ENGLISH_TEXT)
    assert heads_and_text(lines) == (ENGLISH, ENGLISH_TEXT * 3)


@pytest.mark.parametrize(
    'titles',
    [
        ['灯台守の弟さん', '旅する古本屋さん'],
        ['海猫', '灯'],
        ['波止場の猫が好き', '波止場の猫が好き'],
    ],
    ids='／'.join,
)
def test_who_says_something_and_when_is_no_head(titles):
    heads, text = heads_and_text(pasted([], ['2023年3月{day}日 10:00'], [], titles))
    assert heads == [] and text == TEXT * 2


def test_what_other_articles_begin_with_is_no_chapter():
    others = ['関連記事', TITLES[1], '2023年3月11日', TEXT[1], TITLES[2], '2023年3月12日', TEXT[2]]
    text = [f'{winter}の冬、{sentence}' for winter in '前次後' for sentence in TEXT]
    lines = [TITLES[0], '2023年3月10日', '', *text, '', *others]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert [block for block in article.blocks if block.kind == 'head'] == []
    assert ''.join(text) in ''.join(block.text for block in article.blocks)
