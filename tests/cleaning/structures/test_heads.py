"""Heads are found by the form that they have together, whatever that form is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.cleaning.structures import claims_of
from tategumi.seed import seed_text

PROSE = [
    '　港に朝が来た。舟はまだ出ない。',
    '「もう行くのか」と兄が言った。',
    '　灯台守は手紙を机にしまい、窓を開けた。',
    '　風は北から吹いている。波が高かった。',
    '　道は暗く、足もとが見えない。',
]
TITLES = ['灯の消えた夜', '舟と兄', '北の風', '手紙', '朝の市', '三人目の客', '波の音', '岬へ']
KANJI = '〇一二三四五六七八九十'
WIDE = str.maketrans('0123456789', '０１２３４５６７８９')
NUMERALS = [
    str,
    lambda number: str(number).translate(WIDE),
    lambda number: KANJI[number],
    lambda number: f'{number:02d}',
]
ROMAN = ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ', 'Ⅶ', 'Ⅷ']
FORMS = [
    '第{n}話「{t}」',
    '第{n}話【{t}】',
    '第{n}話～{t}～',
    '第{n}話・{t}',
    '第{n}話{t}',
    '第{n}話（改）　{t}',
    '第{n}話　{t}。',
    '第{n}話　{t}',
    '第{n}回：{t}',
    '第　{n}　話　　{t}',
    '{n}話　{t}',
    '{n}話目　{t}',
    '＃{n}　{t}',
    '#{n} {t}',
    '【第{n}話{t}】',
    '■第{n}話　{t}',
    '◇第{n}話　{t}◇',
    '＊第{n}話＊　{t}',
    'その{n}　{t}',
    '1-{n}　{t}',
    '{n}　{t}',
    '{n}. {t}',
    '{n}「{t}」',
    '{n}日目　{t}',
    '第{n}の夜　{t}',
    'Episode {n}　{t}',
    'エピソード{n}「{t}」',
    'Chapter {n}: {t}',
    '港の灯　第{n}話　{t}',
    '第{n}話',
    '{n}',
    '（{n}）',
    '〔{n}〕',
]


def numeral_fits(form, number):
    arabic_only = ('＃', '#', '1-', 'Episode', 'Chapter')
    return number in '0123456789０１２３４５６７８９' or not any(
        mark in form for mark in arabic_only
    )


def novel(heads, prose=PROSE, blank=1):
    lines = ['港の灯', '']
    for head in heads:
        lines += [head, *[''] * blank, *prose, *[''] * blank]
    return lines


def heads_of(lines):
    return {
        index: claim for index, claim in sorted(claims_of(lines).items()) if claim.kind == 'head'
    }


@given(
    st.sampled_from(FORMS),
    st.sampled_from(NUMERALS),
    st.lists(st.sampled_from(TITLES), min_size=3, max_size=8, unique=True),
    st.integers(0, 2),
)
def test_a_novel_of_so_many_chapters_has_as_many_heads(form, numeral, titles, blank):
    if not numeral_fits(form, numeral(1)):
        numeral = str
    heads = [form.format(n=numeral(n), t=title) for n, title in enumerate(titles, 1)]
    if '。' in form:
        blank = max(blank, 1)
    lines = novel(heads, blank=blank)
    found = heads_of(lines)
    assert [lines[index] for index in found] == heads
    assert all(
        title in claim.text for title, claim in zip(titles, found.values()) if '{t}' in form
    )
    assert all(claim.number for claim in found.values())
    assert len({claim.rank for claim in found.values()}) == 1


@pytest.mark.parametrize('numerals', [ROMAN[1:5], '①②③④', 'ⅠⅡⅢⅣ', 'I II III IV'.split()])
@pytest.mark.parametrize('form', ['{n}', '{n}　{t}'])
def test_in_other_numerals(numerals, form):
    heads = [form.format(n=n, t=t) for n, t in zip(numerals, TITLES)]
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


@pytest.mark.parametrize('form', ['第{n}話　{t}', '第{n}話：{t}', '＃{n}　{t}', '{n}話「{t}」'])
@pytest.mark.parametrize('half', ['2.5', '２．５'])
def test_a_chapter_between_two(form, half):
    heads = [form.format(n=n, t=t) for n, t in zip(['1', '2', half, '3'], TITLES)]
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


@pytest.mark.parametrize('counter', ['の巻', 'の章', 'の段'])
def test_numbers_of_scrolls(counter):
    heads = [f'{n}{counter}' for n in '一二三']
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


@given(
    st.integers(41, 100),
    st.sampled_from(['第{n}話　{t}', '第{n}話「{t}」', '第{n}話{t}', '{n}話：{t}']),
)
def test_titles_as_long_as_a_site_of_novels_takes(length, form):
    title = (
        '辺境の港で舟を直していたら灯台守に見込まれ、気がつけば町の長にされていた件について' * 3
    )[:length]
    heads = [form.format(n=number, t=f'{title}') for number in (1, 2, 3)]
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


@pytest.mark.parametrize(
    'kind',
    [
        '閑話　兄の日記',
        '幕間「灯台の猫」',
        '番外編　朝の市',
        'プロローグ',
        'エピローグ　岬で',
        'あとがき',
        '閑話１　市場',
        '【幕間】',
        '最終話　帰る舟',
        '登場人物紹介',
        'Side Story: The Cat',
    ],
)
def test_kinds_without_a_number_amid_a_series(kind):
    heads = ['第1話　夜', '第2話　朝', kind, '第3話　昼']
    lines = novel(heads)
    found = heads_of(lines)
    assert [lines[index] for index in found] == heads


@pytest.mark.parametrize(
    'upper, lower, amid',
    [
        ('第{n}章　春', '第{n}話　種', '幕間　風'),
        ('第{n}部', '第{n}章　道', '番外編　猫'),
        ('第{n}章', '{n}', ''),
        ('第{n}章　春', '{n}. 種', ''),
        ('Chapter {n}: Spring', '{n}', ''),
        ('第{n}幕', '第{n}場', ''),
    ],
)
@pytest.mark.parametrize('anew', [True, False])
def test_a_series_below_another_has_a_lower_rank(upper, lower, amid, anew):
    lines, ranks = ['港の灯', ''], []
    for part in (1, 2, 3):
        lines += [upper.format(n=part), '']
        ranks.append(1)
        for number in (1, 2):
            number += 0 if anew else 2 * (part - 1)
            lines += [lower.format(n=number), '', *PROSE, '']
            ranks.append(2)
        if amid:
            lines += [amid, '', *PROSE, '']
            ranks.append(2)
    found = [claim.rank for claim in heads_of(lines).values()]
    levels = {rank: level for level, rank in enumerate(sorted(set(found)), 1)}
    assert [levels[rank] for rank in found] == ranks


@pytest.mark.parametrize(
    'head', ['第12話「竜」', '第十二話（終）　完結', '第3章竜の夜', '第１話　竜', 'Chapter 3']
)
def test_one_line_that_numbers_a_chapter_is_a_head(head):
    assert [claim.text for claim in heads_of(novel([head])).values()] == [head]


@pytest.mark.parametrize(
    'sentence',
    ['それは本当か?', '** それは本当か? **', '「本当か。 」', '*本当である。* ', '_本当か！ _'],
)
def test_a_sentence_with_marks_around_it_is_one_below_a_head(sentence):
    lines = [
        '01',
        '',
        sentence,
        '',
        '02「静かな港」の終り、長い冬',
        '',
        '船長は戻らなかった。',
        '',
    ]
    assert list(heads_of(lines)) == [0, 4]


@pytest.mark.parametrize(
    'line', ['第一話「竜」を読む夜', '第三章では触れない', '第二回大会の結果']
)
def test_one_line_that_only_speaks_of_a_chapter_is_none(line):
    assert heads_of([*PROSE, line, *PROSE]) == {}


@pytest.mark.parametrize(
    'form', ['第一章 第{n}話　{t}', '第一章第{n}話　{t}', '第一章・第{n}話「{t}」', 'ep.{n}　{t}']
)
def test_a_number_of_the_chapter_before_that_of_the_episode(form):
    heads = [form.format(n=n, t=title) for n, title in enumerate(TITLES[:3], 1)]
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


def test_the_newest_chapter_may_be_first():
    heads = [f'第{n}話「{title}」' for n, title in zip((3, 2, 1), TITLES)]
    lines = novel(heads)
    assert [lines[index] for index in heads_of(lines)] == heads


def test_a_head_that_each_page_has_again_is_one_head():
    lines = ['港の灯', '']
    for part, episode in (('一', '一'), ('一', '二'), ('二', '三'), ('二', '四')):
        lines += [f'第{part}章　春', '', f'第{episode}話　種', '', *PROSE, '']
    claims = claims_of(lines)
    assert [lines[index] for index in heads_of(lines)] == [
        '第一章　春',
        '第一話　種',
        '第二話　種',
        '第二章　春',
        '第三話　種',
        '第四話　種',
    ]
    assert sum(claim.kind == 'head-again' for claim in claims.values()) == 2


def test_the_same_head_below_another_part_is_another():
    lines = ['港の灯', '']
    for part in '一二':
        lines += [f'第{part}部', '', '第一章　春', '', *PROSE, '']
    assert len(heads_of(lines)) == 4


@pytest.mark.parametrize('form', ['第{n}話', '{n}', '第{n}章', 'Episode {n}', '（{n}）'])
@pytest.mark.parametrize('blank', [0, 1])
def test_a_title_on_a_line_of_its_own_below_the_number(form, blank):
    lines = ['港の灯', '']
    for number, title in enumerate(TITLES[:3], 1):
        lines += [form.format(n=number), *[''] * blank, title, '', *PROSE, '']
    claims = claims_of(lines)
    titles = [claim.text for claim in claims.values() if claim.kind == 'head-title']
    assert titles == TITLES[:3] and len(heads_of(lines)) == 3
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(lines)))
    assert [block.text for block in article.blocks if block.kind == 'head'] == [
        f'{form.format(n=number)}　{title}' for number, title in enumerate(TITLES[:3], 1)
    ]


def test_the_first_words_below_a_number_are_no_title_for_being_short():
    lines = ['港の灯', '', *(part for n in '一二三' for part in (n, '', 'はい', *PROSE, ''))]
    assert not any(claim.kind == 'head-title' for claim in claims_of(lines).values())
    lines = novel(['一', '二', '三'])
    assert not any(claim.kind == 'head-title' for claim in claims_of(lines).values())


def test_a_list_of_contents_names_the_heads_below_it():
    names = ['湯を沸かす', '道具', 'おわりに']
    listed = [f'{number}. {name}' for number, name in enumerate(names, 1)]
    lines = ['茶の淹れ方', '', PROSE[0], '', *listed, '', *novel(names)[2:]]
    claims = claims_of(lines)
    assert [lines[i] for i, claim in claims.items() if claim.kind == 'head'] == names
    assert sorted(lines[i] for i, claim in claims.items() if claim.kind == 'contents') == listed


@pytest.mark.parametrize('label', ['目次', '【もくじ】', 'Contents'])
@pytest.mark.parametrize('form', ['{t}……{n}', '・{t}', '第{n}話　{t}', '{n} {t}'])
def test_contents_below_a_label_go_with_it(label, form):
    names = TITLES[:3]
    listed = [form.format(t=name, n=number) for number, name in enumerate(names, 1)]
    heads = listed if form.startswith('第') else names
    claims = claims_of([label, '', *listed, '', *novel(heads)[2:]])
    assert [claim.text for claim in claims.values() if claim.kind == 'head'] == heads
    assert sum(claim.kind == 'contents' for claim in claims.values()) == 4


@pytest.mark.parametrize(
    'lines',
    [
        # Who speaks, again and again.
        [
            '太郎',
            '花子',
            '次郎',
            '',
            *['太郎', '「行こう」', '花子', '「はい」', '次郎', '「待て」'] * 3,
        ],
        # A refrain.
        ['風よ吹け', '舟よ来い', '灯よともれ', '', PROSE[0], '風よ吹け', '舟よ来い', '灯よともれ'],
        ['1. りんご', '2. みかん', '3. なし', '', PROSE[0]],
        [
            '第一に、舟を出す。',
            PROSE[0],
            '第二に、網を打つ。',
            PROSE[1],
            '第三に、帰る。',
            PROSE[2],
        ],
        ['第一話は長い。', PROSE[0], '第二話も長い。', PROSE[1]],
        ['一人が去った。', PROSE[0], '二人が残った。', PROSE[1]],
        ['1. 彼は立った。', PROSE[0], '2. 彼は歩いた。', PROSE[1]],
        ['第二次大戦', PROSE[0]],
        ['07 ある日', PROSE[0]],
        ['その一人', PROSE[0]],
        ['1小时前', PROSE[0], '2小时前', PROSE[1], '3小时前', PROSE[2]],
        ['返信 1 件を見る', PROSE[0], '返信 2 件を見る', PROSE[1], '返信 3 件を見る', PROSE[2]],
        ['2019年02月11日', PROSE[0], '2022年06月09日', '港の猫', '2022年04月01日', '駅のない町'],
    ],
)
def test_what_only_looks_like_heads(lines):
    lines = [PROSE[3], *lines, PROSE[4]]
    assert heads_of(lines) == {}
    assert not any(claim.kind == 'contents' for claim in claims_of(lines).values())


@given(
    st.lists(
        st.sampled_from([*PROSE, '「はい」', '', '「第一話は読んだか」', '二人は去った。']),
        max_size=60,
    )
)
def test_prose_has_no_heads(lines):
    assert claims_of(lines) == {}


def test_an_enumeration_of_links_is_no_series():
    lines = [PROSE[0], *(f'{number}位　港の宿{number}' for number in range(1, 6)), PROSE[1]]
    assert heads_of(lines) == {}
