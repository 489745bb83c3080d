"""Kinds of texts that lost lines, titles or paragraphs."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

PROSE = [
    '　坂の上の家には、姉が一人で住んでいた。窓からは海が見えた。',
    '　夏になると、姉は庭の椅子を磨き、それを日なたに並べて乾かした。',
    '　誰も来ない年もあった。それでも椅子は六つ、いつも庭に出ていた。',
    '　私が最後に訪ねたとき、姉は椅子の数を数えて、一つ足りないと言った。',
]
ABOVE = ['ホーム', 'ニュース', '社会', 'ログイン', '庭の椅子', '2024年5月1日', '']
BELOW = ['', 'シェア', '関連記事', '夏の祭り、今年も', '会社概要', 'お問い合わせ', '© 坂の日報']


def texts(lines):
    article, record = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    return article, [block.text for block in article.blocks], record


@pytest.mark.parametrize(
    'last',
    [
        ['夏の灯よ', '消えないで', '朝が来るまで'],
        ['（間）', '（波の音）', '（暗転）'],
        ['追伸', '犬は元気です'],
    ],
    ids=['stanza', 'stage', 'postscript'],
)
def test_no_cut_goes_through_a_block_of_the_text(last):
    _, blocks, _ = texts([*ABOVE, *PROSE, '', *last, *BELOW])
    kept = [line for line in last if line in '\n'.join(blocks)]
    assert kept in ([], last)
    assert [line.strip('　') for line in PROSE] == blocks[: len(PROSE)]


def test_who_speaks_first_is_no_title():
    article, blocks, _ = texts(
        [*ABOVE, '「おかえり」', '「ただいま」', '「うん」', '', *PROSE, *BELOW]
    )
    assert article.title == '庭の椅子' and '「うん」' in blocks


@pytest.mark.parametrize('mark, end', [('、', '。'), ('，', '。')])
def test_a_sentence_that_begins_with_a_number_is_no_head(mark, end):
    lines = [f'第{number}夜{mark}海の見える家に灯がともった{end}' for number in '一二三']
    article, blocks, _ = texts(
        ['庭の椅子', '', *(f for line in lines for f in (line, '', PROSE[0], ''))]
    )
    assert not [block for block in article.blocks if block.kind == 'head']
    assert [line for line in lines if line not in blocks] == []


@pytest.mark.parametrize('label', ['人気', '新着', 'ランキング'])
def test_a_label_of_a_menu_takes_no_poem(label):
    poem = ['夏の灯がともると', '海はしずかにひかり', '椅子は六つ並んでいる', '', '声だけがする']
    _, blocks, _ = texts(['詩の部屋', 'ホーム', label, '', *poem, '', 'コメント', '© 詩の部屋'])
    assert [line for line in poem if line and line not in '\n'.join(blocks)] == []


@pytest.mark.parametrize('blank', [[], ['']], ids=['solid', 'apart'])
@pytest.mark.parametrize('author', [[], ['坂本夏子'], ['坂本 なつ']], ids=len)
def test_the_title_stands_right_above_the_text(blank, author):
    if author and not blank:
        blank = ['']
    article, blocks, _ = texts(['庭の椅子', *author, *blank, *PROSE])
    assert article.title == '庭の椅子'
    assert [creator.name for creator in article.creators] == [
        name.replace(' ', '') for name in author
    ]
    assert blocks == [line.strip('　') for line in PROSE]


def test_the_first_line_of_a_poem_is_no_title_of_it():
    poem = ['空を見た', '同じ', '雲が行く', '同じ', '風が吹く', '同じ']
    article, blocks, _ = texts(poem)
    assert [line for line in poem if line not in '\n'.join([article.title or '', *blocks])] == []


@pytest.mark.parametrize('arrow', ['00:00:0{},000 --> 00:00:0{},500', '00:0{}.000 --> 00:0{}.900'])
def test_times_and_numbers_of_subtitles_go(arrow):
    lines = []
    for number, line in enumerate(PROSE, 1):
        lines += [str(number), arrow.format(number, number), line.strip('　'), '']
    _, blocks, _ = texts(lines)
    assert blocks == [line.strip('　') for line in PROSE]


def test_a_few_lines_that_were_wrapped_are_joined_where_paragraphs_are_set_in():
    paragraphs = [''.join(pair).replace('　', '') for pair in zip(PROSE, PROSE[1:])]
    lines = []
    for paragraph in paragraphs:
        whole = f'　{paragraph}'
        lines += [whole[start : start + 24] for start in range(0, len(whole), 24)]
    _, blocks, _ = texts(['庭の椅子', '', *lines])
    assert blocks == paragraphs


def test_figures_that_open_a_text_stay():
    _, blocks, _ = texts(
        ['数', '', '0', '', '1', '', '零の次は一である。', '一の次は、まだ誰も数えていない。']
    )
    assert {'0', '1'} <= {*blocks}


def test_a_bar_that_recurs_between_episodes_goes():
    bar = ['前へ', '次へ', '目次']
    lines = ['夏の椅子', '']
    for number, text in enumerate(PROSE, 1):
        lines += [f'第{number}話　椅子', '', text, '', *bar, '']
    _, blocks, _ = texts(lines)
    assert not {*bar} & {*blocks}
    assert [line for line in PROSE if line.strip('　') not in blocks] == []
