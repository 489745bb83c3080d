"""The text of a page told from its boxes, teasers and readers; its title found."""

import pytest

from tategumi.seed.html import article_pieces

PROSE = [
    '山の小屋に、春の最初の客が来た。荷は重く、息は白かった。',
    '主人は湯を沸かし、何も聞かずに椀を出した。火が小さく鳴った。',
    '夜になると、雪はまた降りはじめた。二人は黙って音を聞いた。',
    '朝、客は礼を言って尾根へ向かった。足跡だけが長く残った。',
    '主人はその跡を、昼まで窓から見ていた。やがて雪がそれを消した。',
]
TEXT = ''.join(f'<p>{text}</p>' for text in PROSE)


def kept(source):
    return [
        piece.markdown
        for piece, outside in article_pieces(source)
        if piece.markdown and not outside
    ]


def page(inside, title='山の小屋 | 峠の便り'):
    return f'<!DOCTYPE html><html><head><title>{title}</title></head><body>{inside}</body></html>'


@pytest.mark.parametrize(
    'box',
    [
        '<div class="c-shareButtons"><p>この記事を広めてください。お願いします。</p></div>',
        '<div id="sidebar"><p>小屋の主人。四十年、山に住む。本も書く。</p></div>',
        '<section class="relatedPosts"><h3>ほか</h3><p>谷の話を読む。川の話も読む。</p></section>',
        '<div role="complementary"><p>新しい地図を売っています。一枚三百円です。</p></div>',
        '<div style="display: none"><p>見えない文である。だれも読まない。</p></div>',
        '<div class="comments"><p>良い話でした。また来ます。</p><p>私も行った。</p></div>',
    ],
)
def test_what_the_page_calls_a_box_is_outside(box):
    assert kept(page(f'<div><h1>山の小屋</h1><div class="body">{TEXT}</div>{box}</div>')) == [
        '# 山の小屋',
        *PROSE,
    ]


@pytest.mark.parametrize(
    'names',
    [
        'class="layout has-sidebar"',
        'class="post type-post tag-comment category-related"',
        'class="elementor-widget"',
        'id="share-of-the-mountain"',
        'class="l-content no-ads"',
    ],
)
def test_a_name_that_speaks_of_other_things_makes_no_box_of_the_text(names):
    half = ''.join(f'<p>{text}</p>' for text in PROSE[:2])
    other = ''.join(f'<p>{text}</p>' for text in PROSE[2:])
    source = page(
        f'<main><h1>山の小屋</h1><div {names}><h2>Share of the mountain</h2>{half}</div>'
        f'<div>{other}</div></main>'
    )
    assert [line for line in kept(source) if line in PROSE] == PROSE


def test_a_text_within_a_form_or_a_footer_is_the_text_where_there_is_no_other():
    assert kept(page(f'<form action="/"><h1>山の小屋</h1>{TEXT}</form>')) == ['# 山の小屋', *PROSE]


def test_teasers_in_a_row_are_outside_however_much_they_say():
    teasers = ''.join(
        f'<li class="card"><a href="/{name}">{name}の話を読む</a>'
        f'<p>{name}には古い橋がある。渡る人は今もいて、季節ごとに祭りが開かれるという。</p></li>'
        for name in ('谷', '川', '峠', '沢', '森')
    )
    long = [f'{number}日目。{text}{text[::-1]}。' for number in range(1, 9) for text in PROSE]
    text = ''.join(f'<p>{each}</p>' for each in long)
    source = page(f'<h1>山の小屋</h1><article>{text}</article><ul>{teasers}</ul>')
    assert kept(source) == ['# 山の小屋', *long]


def test_links_below_a_label_are_outside_and_a_list_of_links_in_the_text_is_not():
    links = ''.join(f'<li><a href="/{name}">{name}への道</a></li>' for name in '谷川峠')
    first, last = ''.join(f'<p>{text}</p>' for text in PROSE[:3]), PROSE[3:]
    text = f'{first}<h2>道の案内</h2><ul>{links}</ul>' + ''.join(f'<p>{each}</p>' for each in last)
    related = '<h3>関連記事</h3><ul><li><a href="/x">山の天気を読む</a></li></ul>'
    lines = kept(page(f'<div><h1>山の小屋</h1>{text}{related}</div>'))
    assert '## 道の案内' in lines and '- 谷への道' in lines[5]
    assert not any('関連' in line or '天気' in line for line in lines)


def test_the_topics_of_a_forum_are_what_its_people_say():
    posts = ''.join(f'<div class="comment"><p>{text}</p></div>' for text in PROSE)
    assert [line for line in kept(page(f'<h1>山の小屋</h1>{posts}')) if line in PROSE] == PROSE


def test_lines_without_full_stops_are_a_text_too():
    lines = [
        '山の朝は早く荷を背負った人たちが列になって橋を渡っていくのが見える',
        '谷の底には霧が残っていて遠くの屋根だけが島のように浮かんで見えた',
        '昼を過ぎると風が変わり雲の影が尾根を一つずつ越えていくのが分かる',
        '夜は火のそばで古い地図を広げて明日の道を何度も指でたどっていた',
    ]
    body = ''.join(f'<p>{line}</p>' for line in lines)
    menu = '<ul><li><a href="/">表紙</a></li><li><a href="/b">地図</a></li></ul>'
    assert kept(page(f'<div>{menu}</div><div><h1>山の小屋</h1><div>{body}</div></div>')) == [
        '# 山の小屋',
        *lines,
    ]


def test_what_the_page_declares_as_its_article_speaks_for_a_line():
    line = '「また来る」'
    declared = f'{{"@type": "Article", "articleBody": "{PROSE[4]}{line}以上"}}'
    source = page(
        f'<script type="application/ld+json">{declared}</script>'
        f'<div><h1>山の小屋</h1><div>{TEXT}<span>{line}</span></div></div>'
    )
    assert line in kept(source)


@pytest.mark.parametrize(
    'head, title',
    [
        ('<h1>峠の便り</h1><h2>山の小屋と最初の客</h2>', '山の小屋と最初の客 | 峠の便り'),
        ('<h1>峠の便り</h1><h3>山の小屋と最初の客</h3>', '山の小屋と最初の客:峠の便り'),
        (
            '<h1>山の小屋と最初の客</h1><h2>炉端の書き手という名の人</h2>',
            '炉端の書き手という名の人 山の小屋と最初の客</title>'
            '<meta name="DC.Title" content="山の小屋と最初の客"><title>',
        ),
        ('<h1><b>山の小屋</b>と最初の客</h1>', '峠の便り - 山の小屋と最初の客'),
        (
            '<h1>山の小屋と最初の客（1/2 ページ）</h1>',
            '山の小屋と最初の客（1/2 ページ） | 峠の便り',
        ),
        (
            '<h1>峠の便り</h1>',
            '峠の便り | 山の小屋と最初の客</title>'
            '<meta property="og:site_name" content="峠の便り"><title>',
        ),
    ],
)
def test_the_title_is_the_head_above_the_text_that_the_pages_title_says(head, title):
    assert kept(page(f'<div>{head}<div>{TEXT}</div></div>', title)) == [
        '# 山の小屋と最初の客',
        *PROSE,
    ]


def test_blocks_nested_without_end_are_read():
    source = page('<div>' * 20_000 + f'<h1>山の小屋</h1>{TEXT}')
    assert kept(source) == ['# 山の小屋', *PROSE]
