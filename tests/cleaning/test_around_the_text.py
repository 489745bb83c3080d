"""What a site sets around and amid a text: menus, lists, boxes, heads of posts; and the title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    '港の灯は消えなかった。夜が更けても消えなかった。',
    '老いた灯台守は、長い手紙を書いていた。',
    '明け方になって、ようやく風が止んだ。',
    '「もう一度だけ」と彼は言った。',
]
BARS = [
    ['シェア', 'ツイート', 'いいね！ 12', 'コメント(3)', 'フォローする', '通報する'],
    ['Share', 'Tweet', '12 likes', 'Follow us', 'Subscribe', 'Report'],
    [
        '関連記事',
        '灯台の修理に三年',
        '沖の船に新しい船長',
        '',
        'アクセスランキング',
        '1',
        '猫の駅長',
    ],
    ['2024/05/01 12:30', '返信する', 'いいね 3', '通報する', '波子'],
    ['分享', '收藏', '点赞 12', '举报', '关注', '登录'],
    ['トップ　速報　ライブ　ランキング', 'プライバシーポリシー', '© 2024 海の週報'],
]


def clean(*lines):
    return clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))


def kept(*lines):
    return [block.text for block in clean(*lines)[0].blocks]


def test_a_menu_of_unknown_words_among_known_ones_goes_from_the_end():
    assert (
        kept(
            *PROSE,
            'この記事をシェア',
            '岬日報',
            '関連記事',
            '市長「橋は必要だ」',
            '1',
            '猫の駅長、三代目',
            '海の新聞',
            '3/13(水) 18:30',
            'もっと見る',
            '会社概要',
            '岬の暮らし',
            '© 2024 岬日報',
        )
        == PROSE
    )


def test_what_stands_before_the_first_line_of_the_site_stays():
    assert kept(*PROSE, '二〇二四年春　港にて', *BARS[0]) == [*PROSE, '二〇二四年春　港にて']


def test_a_head_with_an_advertisement_below_it_stays():
    assert kept('灯台の話', '', PROSE[0], *BARS[0], '夜の港', '広告', *PROSE[1:], *BARS[0]) == [
        PROSE[0],
        '夜の港',
        *PROSE[1:],
    ]


def test_heads_of_posts_go_with_the_names_of_those_who_wrote_them():
    posts = [
        line
        for number, (name, text) in enumerate(zip(['灰色雨衣', '小码头', '灰色雨衣'], PROSE), 2)
        for line in (f'{number}楼', f'2024-01-09 21:3{number}', '回复', name, text)
    ]
    assert kept(PROSE[3], *posts) == [PROSE[3], *PROSE[:3]]


def test_posts_that_answer_go_by_their_heads():
    posts = [
        line
        for text in PROSE[:3]
        for line in ('Re: The clock', 'by gearwright » Tue Mar 05, 2024 10:02 pm', text)
    ]
    assert kept(PROSE[3], *posts) == [PROSE[3], *PROSE[:3]]


def test_the_times_of_a_diary_are_not_heads_of_posts():
    days = [line for day, text in enumerate(PROSE, 1) for line in (f'2024/05/0{day} 21:30', text)]
    article, record = clean('港の日記', '', *days)
    assert sum(line.fate == 'dropped' for line in record.lines[3:] if line.text) == 0


def test_the_box_of_the_author_goes():
    assert (
        kept(
            *PROSE,
            'この記事を書いた人',
            '道具係 みどり',
            '1985年生まれ。金物の町で育つ。',
            'フォローする',
            '© 2024 道具',
        )
        == PROSE
    )


@pytest.mark.parametrize(
    'below',
    [[PROSE[0]], ['みどり', PROSE[0]], ['みどり', '1985年生まれ。金物の町で育つ。', PROSE[0]]],
)
def test_prose_below_the_label_of_a_box_stays_and_all_the_box_with_it(below):
    lines = [*PROSE[1:], '著者プロフィール', *below]
    assert kept(*lines) == lines


def test_the_life_of_somebody_the_text_is_about_stays():
    lines = [*PROSE, 'プロフィール', '森 海', '1985年生まれ。港の町で育つ。']
    assert kept(*lines, *BARS[0])[-1] == lines[-1]


def test_a_list_of_the_heads_that_follow_goes():
    lines = ['■ 鉄が水を変える', PROSE[1], '■ 錆と湯垢', PROSE[2]]
    article, _ = clean(PROSE[0], '目次', '1. 鉄が水を変える', '2. 錆と湯垢', *lines)
    assert [block.text for block in article.blocks] == [
        PROSE[0],
        '鉄が水を変える',
        PROSE[1],
        '錆と湯垢',
        PROSE[2],
    ]


def test_a_list_that_is_in_the_text_stays():
    printed = ''.join(kept(PROSE[0], '目次', '1. 鉄を磨く', '2. 水を替える', PROSE[1]))
    assert '鉄を磨く' in printed and '水を替える' in printed


@pytest.mark.parametrize(
    'row, is_sites',
    [
        ('いいね！ 128   シェア   保存', True),
        ('World | Business | Tech | Weather', True),
        ('― 感想を書く ―', True),
        ('港　灯台　夜　手紙', False),
        ('海と山と川', False),
    ],
)
def test_words_of_a_site_side_by_side(row, is_sites):
    assert (kept(*PROSE, row, '© 2024 海の週報') == PROSE) == is_sites


def test_what_readers_say_below_the_text_goes_with_the_sites_lines_by_a_rule_that_says_so():
    article, record = clean(
        *PROSE,
        *BARS[1],
        'コメント一覧',
        'うちのは閉めません。',
        '2024-05-13 08:12:30',
        '返信する',
        *BARS[0],
    )
    assert [block.text for block in article.blocks] == PROSE
    [said] = [line for line in record.lines if line.text == 'うちのは閉めません。']
    assert said.rule == 'below-the-text' and said.why.startswith('it stands below the main text')


HEADS = [
    [
        'ログイン',
        '新着記事',
        '社会',
        '文化',
        '{}',
        '岬太郎',
        '2024年2月3日 15時00分',
        'この記事をシェア',
    ],
    [
        '岬日報デジタル',
        'ログイン',
        '検索',
        'ランキング',
        '{}',
        '',
        '公開日：2023.11.02',
        'コメント(3)',
    ],
    [
        'メニュー',
        'お問い合わせ',
        'TOP',
        '読みもの',
        '{}',
        '',
        '{}',
        '公開日：2023.11.02',
        '著者：みどり',
    ],
    ['Board index', 'FAQ', 'Login', '{}', 'Post Reply', '{}', 'by ann » Tue Mar 05, 2024 9:14 pm'],
    ['首页 > 社会 > 正文', '{}', '2024-03-18 09:20', '字号', '大', '分享到：', '微信'],
]


@pytest.mark.parametrize('head', HEADS, ids=lambda head: head[0])
@pytest.mark.parametrize('title', ['廃線の駅に明かりがともる', '灯台守の長い長い手紙の話'])
def test_the_title_stands_out_among_the_lines_of_a_site(head, title):
    article, _ = clean(*[line.format(title) for line in head], '', *PROSE)
    assert article.title == title
    assert [block.text for block in article.blocks] == PROSE


@given(
    st.permutations(PROSE),
    # More lines of a site below a text are of its page, whatever sentences stand among them.
    st.lists(st.lists(st.sampled_from(BARS), max_size=1), min_size=4, max_size=4).filter(
        lambda bars: sum(map(bool, bars)) < 2
    ),
    st.booleans(),
)
def test_no_sentence_vanishes_amid_some_buttons_of_a_site(prose, bars, is_apart):
    between = '\n\n' if is_apart else '\n'
    lines = [line for text, some in zip(prose, bars) for bar in ([text], *some) for line in bar]
    article, _ = clean_seed(seed_text('seeds/a.txt', between.join(lines)))
    assert [block.text for block in article.blocks if block.text in PROSE] == list(prose)


COUNCIL = [
    'The harbor council voted on Tuesday to let the Friday night market stay open all year.',
    'Council member Ruth Ames said the market had returned life to a street that was dead by six.',
    'Opponents said they would not give up.',
]


@pytest.mark.parametrize('end', ['“They go home.”', 'He laughed.', 'And then it rained.'])
@pytest.mark.parametrize('blank', [[], ['']], ids=['solid', 'apart'])
@pytest.mark.parametrize(
    'foot',
    [
        [
            'Read or Share this story',
            'Most Popular',
            'Bridge repairs delayed again',
            'Advertisement',
        ],
        ['Share this:', 'Facebook', 'Twitter', 'Related Articles', 'Privacy Policy'],
    ],
    ids=lambda lines: lines[0],
)
def test_the_last_short_sentence_of_an_english_text_is_not_cut(end, blank, foot):
    text = [line for sentence in [*COUNCIL, end] for line in [sentence, *blank]]
    page = ['Home', 'News', 'Sports', 'Night Market Stays', 'By Ann Lee', '', *text, '', *foot]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(page)))
    assert [block.text for block in article.blocks] == [*COUNCIL, end]


@pytest.mark.parametrize('day', ['2024年5月4日', '2024/05/04 9:12 AM', '2024 年 5 月 4 日 19:30'])
@pytest.mark.parametrize(
    'above', ['2024年5月1日', '公開日：2024年5月1日', '2024 年 5 月 1 日公開']
)
def test_the_day_of_a_readers_words_is_not_the_texts(above, day):
    """Else the colophon says that the text is of two days."""
    comments = ['コメント（1件）', '波子 より：', day, '懐かしいねえ。', '返信', 'コメントを残す']
    foot = ['プロフィール', 'プライバシーポリシー', 'お問い合わせ', 'トップへ戻る']
    article, record = clean('港の灯', above, 'シェアする', '', *PROSE * 3, '', *comments, *foot)
    assert [credit.text for credit in article.credits] == ['2024年5月1日']
    (line,) = [line for line in record.lines if line.text == day]
    assert (line.fate, line.rule) == ('dropped', 'below-the-text')


@pytest.mark.parametrize('day', ['2024年5月4日', '公開日：2024年5月4日'])
def test_the_day_below_a_text_without_another_is_its_own(day):
    article, _ = clean('港の灯', 'シェアする', '', *PROSE, day, 'シェアする', 'ツイート')
    assert [credit.text for credit in article.credits] == ['2024年5月4日']


@pytest.mark.parametrize('site', ['小説家になろう', 'カクヨム', '小説投稿サイト'])
def test_the_name_of_a_site_of_novels_is_no_chapter(site):
    lines = [site, '港の灯', '作者：灯野守', '前へ', '次へ', '2/34', '第二話　夜', *PROSE * 3]
    article, _ = clean(*lines, '前へ', '次へ', 'ブックマークに追加', '感想を書く')
    assert site not in [block.text for block in article.blocks]
    assert article.title == '港の灯'


FIELDS = [
    '会期：4月1日〜30日',
    '料金：一般500円（学生300円）',
    '発売日：2024年4月1日',
    '会場：岬館',
]


@pytest.mark.parametrize('head', [[], ['■ご案内']], ids=['bare', 'with a head'])
def test_no_field_of_a_row_at_the_end_of_a_text_goes_alone(head):
    menu = ['ログイン', '会員登録', 'ホーム']
    blocks = kept(*menu, '岬の展覧会', '', *PROSE, '', *head, *FIELDS, '', *BARS[0], *BARS[-1])
    assert [line for line in FIELDS if line not in blocks] == []


NOVEL = [
    '小説を探す',
    'ランキング',
    'ログイン',
    '雪の町の郵便局',
    '作者：北浜しお',
    '前の話',
    '次の話',
]


@pytest.mark.parametrize(
    'head, printed',
    [
        ('12. 春を待つ', '12　春を待つ'),
        ('3　船出の朝', '3　船出の朝'),
        ('一　藍の色', '一　藍の色'),
        ('2-3　春を待つ', '2-3　春を待つ'),
    ],
)
def test_the_number_and_title_right_above_the_text_are_its_head(head, printed):
    article, _ = clean(*NOVEL, head, '', *PROSE, '', '前の話', '次の話', '感想を書く', *BARS[0])
    heads = [block.text for block in article.blocks if block.kind == 'head']
    assert (article.title, heads) == ('雪の町の郵便局', [printed])


@pytest.mark.parametrize(
    'above', [['1 塩', '2 瓶'], ['5 分で読めます'], ['24時間'], ['3 コメント']]
)
def test_a_list_or_a_count_above_the_text_is_no_head_of_it(above):
    article, _ = clean(*NOVEL, *above, '', *PROSE, '', '前の話', '次の話', '感想を書く', *BARS[0])
    assert not [block for block in article.blocks if block.kind == 'head']
    assert not {*above} & {block.text for block in article.blocks}


BUTTONS = ['{}[編集]', '{}\n[編集]', '{} [編集 | ソースを編集]', '{} [edit]']


@pytest.mark.parametrize(
    'listed', [[], ['目次', '1 歴史', '1.1 建設', '2 構造', '3 脚注']], ids=len
)
@pytest.mark.parametrize('button', BUTTONS)
def test_the_button_of_an_encyclopedia_marks_a_head(button, listed):
    heads = [button.format(name).split('\n') for name in ('歴史', '建設', '構造')]
    notes = ['脚注', '^ 『岬の灯台』、112頁'] if listed else []
    body = [*heads[0], *heads[1], f'{PROSE[0]}[1]', *heads[2], PROSE[1]]
    article, _ = clean('北浜灯台', '', PROSE[2], '', *listed, *body, *notes)
    names = ['歴史', '建設', '構造', *notes[:1]]
    assert [block.text for block in article.blocks if block.kind == 'head'] == names
    kept = [block.text for block in article.blocks]
    assert not {*listed} - {'脚注'} & {*kept} and not any('編集' in text for text in kept)
    assert article.title == '北浜灯台'


def test_one_button_alone_marks_none():
    article, _ = clean('北浜灯台', '', PROSE[0], '彼の名は歴史[編集]', PROSE[1])
    assert not [block for block in article.blocks if block.kind == 'head']


@pytest.mark.parametrize(
    'about',
    [
        ['文：北浜 しお', '2024年4月1日 7:00'],
        ['文：北浜 しお', '公開日：2024年4月1日'],
        ['公開日：2024年4月1日', '更新日：2024/04/02 12:30', '文：北浜 しお'],
        ['文：北浜 しお', '写真：沢田 洋', '公開日：2024年4月1日'],
    ],
)
def test_who_wrote_an_article_and_when_is_no_row_of_its_text(about):
    caption, below = '写真：岬の灯台（1961年、筆者の父撮影）', ['運営会社', '© 2024 海の週報']
    article, record = clean('岬の灯と暮らす人', *about, *PROSE[:3], caption, PROSE[3], *below)
    fates = {line.text: line.fate for line in record.lines}
    assert [line for line in about if fates[line] != 'metadata'] == []
    assert [block.text for block in article.blocks if block.text in PROSE] == PROSE


@pytest.mark.parametrize(
    'bar', [['次のエピソード'], ['前のエピソード', '次のエピソード'], ['目次']]
)
def test_the_bar_between_the_joined_pages_of_a_novel_goes(bar):
    chapters = [
        [f'第{number}話　{name}', '', *PROSE, '']
        for number, name in zip('123', ['灯', '舟', '犬'])
    ]
    lines = [line for chapter in chapters for line in (*chapter, *bar, '')]
    article, _ = clean('夜の舟', '作者：沖野ミナ', '', *lines, *BARS[0], *BARS[-1])
    texts = [block.text for block in article.blocks]
    assert not {*bar} & {*texts}
    assert texts == [text for chapter in chapters for text in chapter if text]


def test_what_is_said_again_amid_the_prose_is_no_bar():
    lines = ['第1話　灯', '', *PROSE, '目次', PROSE[0], '', '第2話　舟', '', *PROSE, '目次', '']
    kept_ = kept('夜の舟', '', *lines, '第3話　犬', '', PROSE[0], *BARS[0], *BARS[-1])
    assert kept_.count('目次') == 2
