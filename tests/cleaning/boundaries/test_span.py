"""Where the text of a page begins and ends: what is kept, what is outside, and who may say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import Decisions, clean_seed
from tategumi.cleaning.boundaries.model import COLUMNS, weights
from tategumi.cleaning.boundaries.span import span_of
from tategumi.cleaning.lines import facts_of
from tategumi.seed import seed_text

TITLE = '岬の渡し船、四十年ぶりに進水'
TEXT = [
    '岬町の浜で十二日、木造の渡し船が進水した。町で渡し船が造られるのは四十年ぶりになる。',
    '造ったのは船大工の浜野さん。父の残した図面をもとに、三年をかけて板を一枚ずつ曲げてきた。',
    '「板は急がせると割れる」と浜野さんは言う。雨の多い年は作業を休み、木が乾くのを待った。',
    '進水の朝、浜には百人ほどが集まった。船が水に浮くと、年配の人から声が上がったという。',
    '渡し船は来月から、岬と対岸の島を日に六往復する。運賃は昔のまま、片道百円に決まった。',
]
MENU = [
    'メニュー', 'ログイン', '会員登録', 'トップ', '速報', '社会', '経済', 'スポーツ', 'くらし',
    'ランキング', '検索', 'お問い合わせ',
]  # fmt: skip
BAR = ['シェア', 'ツイート', '印刷']
FOOT = [
    '関連記事', '島の小学校、最後の運動会', '浜の市場に新しい競り場', '灯台の明かりがLEDに',
    'アクセスランキング', '1', '港の食堂で働くロボット', '2', '夏祭りの花火、今年は沖から',
    '会社概要', '利用規約', 'プライバシーポリシー', 'お問い合わせ', '© 2024 岬新聞社',
]  # fmt: skip
LETTERS = st.sampled_from('港灯船波風島の町人木水朝夜')
SENTENCE = st.lists(LETTERS, min_size=18, max_size=60).map(lambda some: ''.join(some) + '。')


def clean(lines, **decisions):
    return clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)), decisions=Decisions(**decisions))


def kept(lines, **decisions):
    return [block.text for block in clean(lines, **decisions)[0].blocks]


@pytest.mark.parametrize('gap', [[], ['']])
@pytest.mark.parametrize('menu', [MENU, MENU[:6], [*MENU, *MENU[3:9]]])
def test_a_page_is_its_text(menu, gap):
    article, record = clean(
        [*menu, *gap, TITLE, *gap, '2024年5月13日 6時00分', *gap, *BAR, *gap, *TEXT, *gap, *FOOT]
    )
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == TEXT
    own = {TITLE, *TEXT}
    outside = [line for line in record.lines if line.text and line.text not in own]
    assert {line.fate for line in outside} <= {'dropped', 'metadata'}
    assert all(line.why for line in outside)


def test_what_is_outside_says_where_and_why():
    _, record = clean([*MENU, *MENU[2:9], TITLE, *TEXT, *FOOT, *MENU, *BAR])
    [line] = [line for line in record.lines if line.text == '© 2024 岬新聞社']
    assert line.fate == 'dropped' and line.rule in ('below-the-text', 'list-of-links')
    line = next(line for line in record.lines if line.text == '経済')
    assert line.rule == 'above-the-text' and 'words of sites (menu)' in line.why


@given(st.lists(SENTENCE, min_size=1, max_size=30), st.booleans())
def test_of_prose_alone_nothing_is_outside(sentences, is_apart):
    lines = [line for each in sentences for line in ([each, ''] if is_apart else [each])]
    span = span_of(facts_of(lines), len(lines))
    assert (span.start, span.end) == (0, len(lines))


@given(st.permutations(TEXT), st.integers(1, 4))
def test_a_bar_of_buttons_amid_the_text_ends_it_nowhere(text, place):
    lines = [*text[:place], *BAR, *text[place:]]
    assert [line for line in kept(lines) if line in TEXT] == list(text)


@pytest.mark.parametrize('word', ['共有', 'ログイン', '目次'])
def test_one_word_of_a_site_cuts_nothing(word):
    assert set(TEXT) <= set(kept([word, '', *TEXT])) and set(TEXT) <= set(kept([*TEXT, '', word]))


def test_posts_of_a_board_stay_together():
    posts = [
        line
        for number, text in enumerate(TEXT, 1)
        for line in (
            f'{number} ：名無しの船頭：2024/05/13(月) 06:0{number}:11 ID:aB3dE{number}',
            text,
        )
    ]
    assert kept([*MENU, TITLE, *posts, *FOOT])[-len(TEXT) :] == TEXT


def test_the_record_says_which_lines_are_the_text():
    page = [*MENU, *MENU[2:9], TITLE, *TEXT, *FOOT, *MENU, *BAR]
    bounds = clean(page)[1].bounds
    assert bounds.first <= page.index(TEXT[0]) + 1 and bounds.last >= page.index(TEXT[-1]) + 1
    assert bounds.count == len(page) and min(bounds.above, bounds.below) > 5
    assert clean(TEXT)[1].bounds is None


def test_an_editor_says_where_the_text_is():
    page = [*MENU, TITLE, *TEXT, *FOOT]
    start = page.index(TEXT[1]) + 1
    assert kept(page, text=(start, start + 2)) == TEXT[1:4]


def test_a_line_that_an_editor_keeps_stays_outside_the_text_too():
    page = [*MENU, TITLE, *TEXT, *FOOT]
    number = page.index('浜の市場に新しい競り場') + 1
    assert kept(page, keep=frozenset([number])) == [*TEXT, '浜の市場に新しい競り場']


def test_each_weight_has_a_name_and_a_number_for_each_column():
    assert len(weights()) > 100
    assert all(len(numbers) == len(COLUMNS) for numbers in weights().values())


PAGE = [
    *('ホーム', 'ニュース', '社会', 'ログイン', '', '庭の椅子', '坂本 夏子', '2024年5月1日', ''),
    *(
        f'　{day}曜日の朝、姉は坂の上の家から手紙を出した。返事はまだ来ない。'
        for day in '月火水木'
    ),
    *('', 'シェア', '関連記事', '春の魚市場', '夏の祭り、今年も', '会社概要', '© 坂の日報'),
]


@pytest.mark.parametrize('last', [len(PAGE) - 5, len(PAGE) - 3, len(PAGE)])
def test_lines_that_the_editor_takes_in_are_text(last):
    first = PAGE.index('') + 5
    _, record = clean(PAGE, text=(first, last))
    fates = {line.text: line.fate for line in record.lines[14:last]}
    assert {*fates.values()} <= {'kept', 'changed', 'suspect'}
    assert all(line.fate == 'dropped' for line in record.lines[last:])


def test_who_wrote_the_text_is_known_however_its_end_is_moved():
    first = PAGE.index('庭の椅子') + 1
    for last in (12, 13):
        article, _ = clean_seed(
            seed_text('seeds/a.txt', '\n'.join(PAGE)), decisions=Decisions(text=(first, last))
        )
        assert [creator.name for creator in article.creators] == ['坂本夏子']
