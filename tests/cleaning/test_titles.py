"""A book's title is that of the text, not a word of the menu above it."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    '　港の灯は、その夜も消えなかった。老いた番人は長い手紙を書いていた。',
    '　明け方になって風が止み、沖から最後の船が帰ってきた。',
]
TITLE = '番人のいない灯台に手紙が届く'
MENU = ['経済', '暮らし', 'くじら通信', '港の人と灯台の話']


def title(lines, name='a.txt'):
    article, record = clean_seed(seed_text(f'seeds/{name}', '\n'.join(lines)))
    kept = ''.join(block.text for block in article.blocks)
    assert all(line.strip('　') in kept for line in PROSE)
    return article.title


@pytest.mark.parametrize(
    'below',
    [
        ['2024年6月2日'],
        ['灯野 守', '2024/06/02 05:00'],
        ['灯野 守', '更新日：2024年06月02日'],
        ['Jun 2, 2024'],
    ],
)
def test_the_longest_line_above_a_day(below):
    assert title([*MENU, TITLE, *below, '', *PROSE]) == TITLE


@pytest.mark.parametrize(
    'again', [[f'海の週報 / 連載 / {TITLE}'], [f'{TITLE}（06/02）', '凪の日の郵便（05/30）']]
)
def test_a_line_that_a_list_or_a_path_says_too(again):
    assert title([*MENU, '2024-06-02', TITLE, *PROSE, '', *again]) == TITLE


def test_a_lone_short_word_amid_a_sites_lines_is_none():
    assert title(['ログイン', '主要', 'シェアする', 'ツイート', '', *PROSE]) == ''


@pytest.mark.parametrize(
    'lines',
    [
        [
            '灯台は港のはずれに立っていて、番人はもう三十年もそこにいるのだが、',
            '手紙が届いたのは2011年3月の、雪の降る朝のことであったと人は言う。',
        ],
        ['灯台のある港', '番人のいる灯台', '手紙のある番人'],
    ],
)
def test_nothing_that_only_stands_first_or_is_longest(lines):
    assert title([*lines, *PROSE]) == ''


@pytest.mark.parametrize('above', ['<p>連載 04</p>', '<p class="kicker">旅</p><p>七月号</p>'])
def test_the_head_of_a_page_whatever_stands_above_it(above):
    prose = ''.join(f'<p>{line.strip("　")}</p>' for line in PROSE * 4)
    page = (
        f'<title>{TITLE} | 海の週報</title><main><article>{above}<h1>{TITLE}</h1>'
        f'<h2>一日目</h2>{prose}<h2>二日目</h2>{prose}</article></main>'
    )
    assert title([page], 'a.html') == TITLE


def test_a_head_below_prose_is_none():
    assert title([*PROSE, '', f'# {TITLE}', '', *PROSE], 'a.md') == ''


HAIKU = ['雪解けの', '雫をかぞえ', '湯をわかす']
TANKA = [
    'たたまれし新聞の上に柿ひとつ置きてだれもが話をやめぬ',
    '兵たりし日々を語らぬひとなれば火鉢の灰をただならしおり',
]


@pytest.mark.parametrize('verse', [HAIKU, [TANKA[0], '', TANKA[1]], [*HAIKU, '', *HAIKU[::-1]]])
@pytest.mark.parametrize('between', [['2024年6月2日'], ['2024年6月2日', '', '書いた人：灯野 守']])
@pytest.mark.parametrize('prose', [PROSE, []])
def test_verse_above_the_prose_is_text_and_no_title(verse, between, prose):
    around = ['新着', 'コメントを書く', '関連記事', 'ログイン', '会員登録']
    verse = verse if prose else [*HAIKU, '', *HAIKU]
    page = [*MENU, 'ログイン', TITLE, *between, '', *verse, '', *prose, '', *around]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(page)))
    kept = [line for block in article.blocks for line in block.text.split('\n')]
    assert article.title == TITLE
    assert [line for line in verse if line and line not in kept] == []


@pytest.mark.parametrize(
    'name', ['番人のいない灯台に手紙を届けるのは誰か、港の人はなぜ「黙っている」', f'{TITLE}？']
)
@pytest.mark.parametrize('again', [1, 2])
def test_a_title_that_ends_as_a_sentence_does(name, again):
    day = ['2024年6月2日 10時00分']
    assert title(['ログイン', '会員登録', *MENU, '', *[name] * again, *day, '', *PROSE]) == name


def test_the_words_below_a_picture_are_none():
    caption = (
        'The lighthouse keeper reads the letter in the harbor.Credit...Ann Lee for the Herald'
    )
    prose = [
        'The lighthouse had stood empty for years when the letter came to the harbor.',
        'Nobody in the harbor could say who the keeper was, or who had written to him.',
    ]
    lines = ['Log In', 'Subscribe', 'A Letter for No Keeper', '', 'By Ann Lee', '', caption, '']
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join([*lines, *prose, 'Share this'])))
    assert article.title == 'A Letter for No Keeper'
    assert [creator.name for creator in article.creators] == ['Ann Lee']


def test_a_page_that_ends_its_title_with_its_site_without_a_space():
    prose = ''.join(f'<p>{line.strip("　")}</p>' for line in PROSE * 4)
    page = f'<title>{TITLE}-海の週報</title><div>{prose}</div>'
    assert title([page], 'a.html') == TITLE


@pytest.mark.parametrize('name', ['夜に開く図書室', '霧の渡し舟が戻る日', '港の灯'])
@pytest.mark.parametrize('author', [[], ['灯野 守']], ids=len)
@pytest.mark.parametrize('blank', [[], ['']], ids=['solid', 'apart'])
@pytest.mark.parametrize('below', [[], ['', '関連記事', '次の記事']], ids=len)
def test_a_text_with_hardly_a_word_around_it(name, author, blank, below):
    lines = [name, *author, *blank, '2023年3月10日', '', *PROSE, *below]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert article.title == name
    assert [creator.name for creator in article.creators] == ['灯野守'] * len(author)
    assert [block.text for block in article.blocks] == [line.strip('　') for line in PROSE]


@pytest.mark.parametrize(
    'stamp', ['2024-06-02 21:40　来源：山城晚报　记者：方晓棠', '2024年6月2日 配信元：山城晚报']
)
def test_whose_the_page_is_is_no_title(stamp):
    name, prose = '县城图书馆里的夜读人', ['晚上九点，三楼还亮着灯，靠窗坐着十来个人。'] * 3
    menu = ['山城晚报', '首页', '要闻', '民生', '您的位置：首页 > 民生']
    lines = [
        *menu,
        name,
        stamp,
        '分享到微博',
        *prose,
        '相关新闻',
        '乡村电影队',
        '版权所有 山城晚报',
    ]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert article.title == name


def test_a_last_sentence_that_narrates_stays_whatever_its_words_are():
    last = '港湾会社はコメントを控えた。'
    page = [
        'ホーム',
        'ログイン',
        TITLE,
        '2024年6月2日',
        *PROSE,
        last,
        '',
        '最新コメント',
        '利用規約',
    ]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(page)))
    assert last in article.blocks[-1].text


@pytest.mark.parametrize('call', ['[1]', '[2][3]', '[注 4]'])
def test_a_sentence_that_a_note_is_called_behind_is_none(call):
    lines = [
        '検索に移動',
        '岬灯台',
        f'岬灯台は港の東にあり、いまも灯をともす石造りの灯台である。{call}',
    ]
    assert title([*lines, *PROSE, '利用規約', 'プライバシーポリシー']) == '岬灯台'


@pytest.mark.parametrize('end', ['！', '♪', '〜'])
def test_what_somebody_exclaims_amid_talk_is_none(end):
    talk = ['こんばんは、番人です♪', f'今夜も灯をともしました{end}', '全部で三つ。']
    above = [
        'ブログトップ',
        '記事一覧',
        '画像一覧',
        '灯をともす(^^)',
        'NEW !',
        '2024-06-02 19:48:12',
    ]
    below = [
        'ランキングに参加しています',
        '風の便り村',
        'いいね！した人',
        'コメント(5)',
        'リブログ(0)',
    ]
    lines = [
        *above,
        'テーマ：灯台',
        *talk,
        '',
        '油をさして、',
        '',
        '火をつけて…',
        '',
        *PROSE,
        '',
        *below,
    ]
    assert title(lines) not in talk


@pytest.mark.parametrize('above', ['手紙の灯台', '『手紙の灯台』', '灯台'])
@pytest.mark.parametrize(
    'below, name',
    [
        ('著者：沖野守', '沖野守'),
        ('作：沖野ミナ', '沖野ミナ'),
        ('沖野ミナ', '沖野ミナ'),
        ('沖 野守', '沖野守'),
    ],
)
def test_a_line_right_above_the_name_of_its_author(above, below, name):
    article, _ = clean_seed(seed_text('a.txt', '\n'.join([above, below, '', *PROSE])))
    assert article.title == above
    assert [(each.name, each.role) for each in article.creators] == [(name, 'aut')]
    assert [block.text for block in article.blocks] == [line.strip('　') for line in PROSE]


def test_a_subtitle_in_katakana_names_nobody():
    article, _ = clean_seed(seed_text('a.txt', '\n'.join(['灯台', '東京タワー', '', *PROSE])))
    assert not article.creators


@pytest.mark.parametrize(
    'below',
    ['昭和六十二年三月十日', '（平成3年4月1日条例第12号）', '令和元年十月一日\n規則第二号'],
)
def test_a_law_is_called_what_stands_above_the_day_of_it(below):
    law = '第一条　灯台を保存することを目的とする。\n第二条　公布の日から施行する。'
    article, _ = clean_seed(seed_text('a.txt', f'灯台保存条例\n{below}\n{law}'))
    assert article.title == '灯台保存条例'


def test_what_somebody_says_above_the_prose_is_none():
    assert title(['『手紙だ』', '彼はそう言った。', *PROSE]) == ''


@pytest.mark.parametrize(
    'signs', [['本日休業', '大売出し'], ['１．窓', '２．火'], ['戸', '灯', '犬']]
)
@pytest.mark.parametrize('name', ['看板', '灯台の看板の話'])
def test_the_one_line_flush_above_paragraphs_that_are_set_in(name, signs):
    assert title([name, PROSE[0], *signs, PROSE[1], '　犬が来た。', *signs, PROSE[0]]) == name


@pytest.mark.parametrize(
    'lines',
    [
        ['灯', PROSE[0], '雪', PROSE[1], '風', PROSE[0]],
        [PROSE[0], '灯', PROSE[1]],
        ['「手紙だ」と彼は言った', PROSE[0], PROSE[1]],
        ['灯ともり', '雪ふりて', '風やまず', *PROSE],
    ],
)
def test_a_short_line_that_is_one_of_several_is_none(lines):
    assert title(lines) == ''


@pytest.mark.parametrize(
    'heads',
    [
        ['四月三日（月）　晴', '四月四日（火）　雨のち曇', '四月七日（金）　くもりのち晴'],
        ['Q1. 灯は？', 'Q2. 舟は？', 'Q3. 犬は？'],
        ['■灯', '■舟', '■犬'],
    ],
)
def test_the_first_line_right_above_the_first_head(heads):
    lines = [line for head in heads for line in (head, *PROSE)]
    assert title(['島の記録', *lines]) == '島の記録'


@pytest.mark.parametrize('blank', [[''], ['', '', '']], ids=len)
@pytest.mark.parametrize(
    'line, name',
    [
        ('　　　　　　　　沖野ミナ', '沖野ミナ'),
        ('沖野　ミナ', '沖野　ミナ'),
        ('　　　　　沖野ミナ　作', '沖野ミナ'),
        ('作・沖野ミナ', '沖野ミナ'),
        ('作・沖野　澪', '沖野　澪'),
        ('by Okino Mina', 'Okino Mina'),
    ],
)
def test_the_author_of_a_manuscript_stands_below_blank_lines(blank, line, name):
    article, _ = clean_seed(seed_text('a.txt', '\n'.join(['灯台', *blank, line, '', *PROSE])))
    assert article.title == '灯台'
    assert [each.name for each in article.creators] == [name]
    assert [block.text for block in article.blocks] == [line.strip('　') for line in PROSE]


@pytest.mark.parametrize(
    'line',
    [
        *(
            '　　　　　　　　昭和八年',
            '　　　　　　　　岬にて',
            '　　　　　　　短歌三十首',
            '一　岬',
        ),
        *('冬の映画', '代表作', '日本語訳', '――ある番人の記録――'),
    ],
)
@pytest.mark.parametrize('blank', [[], ['']], ids=len)
def test_what_else_stands_below_a_title_names_nobody(blank, line):
    article, _ = clean_seed(seed_text('a.txt', '\n'.join(['灯台', *blank, line, '', *PROSE])))
    assert not article.creators
    assert line.strip('　―') in '\n'.join(block.text for block in article.blocks)


def test_a_page_of_which_nothing_is_cut_has_its_likely_title():
    below = [
        '気に入ったらサポート',
        '23',
        '#灯台',
        'ミナ',
        'フォロー',
        '岬で本屋をしています。本と犬。',
    ]
    tail = [TITLE, '23', 'ミナ', 'コメント', 'こちらもおすすめ', '冬の朝の支度', '45']
    assert (
        title([TITLE, '23', 'ミナ', '2023年12月18日 21:40', '', *PROSE, '', *below, *tail])
        == TITLE
    )


def test_a_button_beside_the_day_names_nobody():
    lines = [TITLE, '发表于 2020-5-6 12:30:11 | 只看该作者', '楼主', *PROSE, '回复 举报', '沙发']
    article, _ = clean_seed(seed_text('a.txt', '\n'.join(lines)))
    assert not article.creators
