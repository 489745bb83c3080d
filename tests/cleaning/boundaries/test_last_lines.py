"""A few plain lines between a text and the first line of a site are the text's."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

TOP = ['ログイン', '会員登録', 'トップ', 'ランキング', 'お問い合わせ', '検索']
FOOT = ['シェア', '関連記事', '秋の夜に読む本', '利用規約', 'プライバシーポリシー', '© 台所だより']
PROSE = [
    '寒くなると食べたくなる、大根の煮ものです。下ゆでをしなくても、薄く切れば味がよくしみます。',
    '鍋に大根と水を入れて火にかけ、やわらかくなったら味噌をとき入れて、ことこと煮てください。',
    '煮立てないことが、いちばん大事なところです。一晩おくと、もっとおいしくなりますよ。',
]


def kept(last, between):
    lines = [*TOP, '', '大根の味噌煮', '', '2023年11月8日', '', *PROSE, '', *last, '', *FOOT]
    article, _ = clean_seed(seed_text('seeds/a.txt', between.join(lines)))
    return [block.text for block in article.blocks]


@pytest.mark.parametrize('between', ['\n', '\n\n'])
@pytest.mark.parametrize(
    'last',
    [
        ['冷凍の大根でも作れます', '翌日は卵を足してもおいしい'],
        ['葉は刻んで塩もみに'],
        ['谷の台所の会'],
    ],
    ids=' / '.join,
)
def test_they_stay(last, between):
    assert kept(last, between)[: len(PROSE) + len(last)] == [*PROSE, *last]


def test_what_a_site_counts_or_dates_goes():
    assert kept(['閲覧数 120', 'コメント 3件'], '\n') == PROSE
