"""The words of sites: what is theirs counts whole, prose that speaks of them does not."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning.lexicon import COUNT, COUNT_SLOT, DATE, DATE_SLOT, KINDS, fold, hits
from tategumi.cleaning.lexicon.matcher import LISTS, phrases_of

FILES = sorted(LISTS.glob('*.*.txt'))
LISTED = [path for path in FILES if not path.name.startswith('join.')]
EXAMPLES = {
    '{count}': ('3', '１２', '1,234', '5.6万', '12K', '3千'),
    '{date}': ('2024年3月5日', '2024/03/05 12:30', '3時間前', 'March 5, 2024', '3 days ago'),
    '{name}': ('山田', 'Tanaka_8'),
}
JAPANESE = """\
　その朝、駅前の写真館はまだ閉まっていた。
　私は窓に額をつけ、古い家族の肖像をしばらく眺めた。三十年前、父もここに立ったはずだ。
「お待ちになりますか」
　振り向くと、傘をさした女が笑っていた。店の主人は音楽を聴きに町へ出かけて、昼まで戻らないという。
「新聞に載ったんです、先週」
　女はそう言って、折りたたんだ紙を鞄から出した。政治の頁の裏に、小さな記事があった。
　私は黙って読んだ。読み終えると、雨はやんでいた。
　記事を書いた人は父の友人で、もう八十を過ぎている。会いに行こうか、と私は思った。
　川沿いの道は濡れて光り、遠くで踏切が鳴った。
「行きましょう。電車はすぐ来ます」
"""
ENGLISH = """\
The house at the end of the lane had been empty since the war.
Every morning she walked past it with the newspaper under her arm, and never looked up.
"You could write to him," said her brother. "He would answer."
She thought about the letter for a week, and then it was too late in the year for letters.
Snow fell on the garden wall, on the gate, and on the comments the children had chalked there.
"""
CHINESE = """\
他推开门,院子里一个人也没有。
母亲把信放在桌上,说了一句什么,就去厨房做饭了。
多年以后他还记得那天的新闻:河水漫过了堤岸,城里停了三天电。
“你看过那部电影吗?”她问。
"""
NEAR_MISSES = """\
報酬はいらないと彼は言い、三人目のお客を待った。
元本を失ったのは、その年の秋のことである。
ログインした夜、雨だった。
彼女は写真を見て、静かに笑った。
この記事を書いたのは父だと、母はあとで教えてくれた。
会員になってからというもの、祖母は毎週出かけていく。
ホームに電車が入ってきた。
シェアハウスで暮らす四人の話である。
次のページには、乾いた花が挟んであった。
コメントを求められた大臣は首を振った。
She shared the last of the bread with him.
He read more than anyone else in the village.
The comments were closed to nobody but the poor.
他登录那座小岛的时候,天已经黑了。
广告上的女人在对他微笑。
"""
OF_A_SITE = """\
あなたは12345人目のお客様です
この翻訳は機械によるものです。
報酬の一部は作者に支払われます
天才一秒记住本站地址
ログイン
ログイン / 新規会員登録
関連記事一覧
この記事をシェアする
あわせて読みたい
アクセスランキング（週間）
続きを読む ≫
2024年3月5日 公開
公開日：2024.03.05　最終更新日：2024.04.01
コメント(12)
1.2万 いいね！
12件のコメント
次のページへ
原文表示
利用規約｜プライバシーポリシー
ホーム > ニュース > 経済
お問い合わせはこちら
© 2024 All Rights Reserved.
山田さんをフォロー
Share this article
Related Articles
3 min read
Posted on March 5, 2024
Skip to main content
Privacy Policy | Terms of Use
相关阅读
相關閱讀
上一篇：
发布时间：2024-03-05 10:20
發佈時間：2024-03-05 10:20
"""


def filled(phrase: str) -> list[str]:
    """``phrase`` with each of the examples in its slots; none ends in a letter before one."""
    phrases = [phrase]
    for slot, examples in EXAMPLES.items():
        if slot in phrase:
            phrases = [
                text.replace(slot, example)
                for text in phrases
                for example in examples
                if not (example[-1] == 'K' and re.search(slot + '[A-Za-z]', phrase))
            ]
    return phrases


@pytest.mark.parametrize('path', LISTED, ids=lambda path: path.name)
def test_every_phrase_is_hit_whole_with_its_kind_or_a_longer_one_s(path):
    kind = path.name.partition('.')[0]
    assert kind in KINDS
    for phrase in phrases_of(path):
        for text in filled(phrase):
            found = hits(text)
            assert found.share == 1.0 or not any(map(str.isalnum, fold(text))), text
            assert kind in found.kinds or '{' in phrase, text


@pytest.mark.parametrize('path', FILES, ids=lambda path: path.name)
def test_a_list_says_what_it_is_and_is_sorted_without_doubles(path):
    head, *rest = path.read_text('utf-8').splitlines()
    assert head.startswith('# ')
    assert rest == sorted(set(rest))
    for phrase in rest:
        assert phrase == phrase.strip()
        assert not any(unicodedata.category(character).startswith('C') for character in phrase)
        assert set(re.findall(r'\{.*?\}', phrase)) <= set(EXAMPLES)
        # A figure would never be met: folding has slots for them.
        assert fold(phrase) == fold(phrase).replace(COUNT_SLOT, '').replace(DATE_SLOT, ''), phrase


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet='0123456789 /-.:,年月日時分前間3kKmM万Maragoday（火）', max_size=30))
def test_folding_dates_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_a_share_is_a_share(text):
    assert 0 <= hits(text).share <= 1
    assert hits(text).kinds <= KINDS


@pytest.mark.parametrize(
    'text',
    [
        '2024年3月5日',
        '2024年3月5日（火）12時30分',
        '２０２４／０３／０５　１２：３０',
        '2024-03-05T12:30:00+09:00',
        '令和6年3月5日',
        '3月5日 8:00',
        '3時間前',
        '5分前',
        '2か月前',
        'March 5, 2024',
        'Tue, 5 Mar 2024 12:30:00 +0900',
        '5th March 2024',
        'Mar 5, 2024 at 3:15 PM',
        '3 days ago',
        'an hour ago',
        '2024年3月5日 星期二 10:20',
        '3小时前',
        '昨天 10:20',
        '12:30',
    ],
)
def test_a_date_in_any_form_is_one_slot(text):
    assert fold(text) == DATE_SLOT
    assert hits(text).kinds == {'stamp'}


@pytest.mark.parametrize('text', ['12', '1,234', '3.5万', '12K', '２００', '1.2m', '3千', '50+'])
def test_a_count_is_one_slot(text):
    assert fold(text) == COUNT_SLOT


def test_dates_and_counts_are_found_within_a_line():
    line = '公開日 2024年3月5日 閲覧 1,234'
    assert [found.group() for found in DATE.finditer(line)] == ['2024年3月5日']
    assert '1,234' in [found.group() for found in COUNT.finditer(line)]


@pytest.mark.parametrize('line', OF_A_SITE.splitlines())
def test_what_a_site_says_is_known(line):
    found = hits(line)
    assert found.share >= 0.8
    assert found.kinds


@pytest.mark.parametrize('page', [JAPANESE, ENGLISH, CHINESE])
def test_prose_has_few_of_these_words(page):
    shares = [hits(line).share for line in page.splitlines()]
    assert sum(shares) / len(shares) < 0.35
    assert max(shares) < 0.8


@pytest.mark.parametrize('line', NEAR_MISSES.splitlines())
def test_a_sentence_with_words_of_a_site_is_not_one_of_a_site(line):
    assert hits(line).share < 0.8


def test_words_in_latin_letters_match_whole():
    assert hits('homeless').share == 0
    assert hits('Homes').share == 0
    assert hits('HOME').share == 1


def test_joins_alone_are_no_evidence():
    assert hits('その他の').share == 0
    assert hits('about us').kinds
    assert hits('これからの').kinds == set()


def test_a_variant_character_is_the_same():
    assert hits('登录').kinds == hits('登錄').kinds != set()


def test_the_lists_stay_short():
    assert sum(path.stat().st_size for path in LISTS.glob('*.txt')) <= 75_000
